public import Actions
public import Logging
public import Values

/// Tells the demo community: everything in it comes about by actions, in the order of time, so that it obeys
/// every
/// rule of the house.
///
/// The same seed and the same day tell the same rows; only sealed bytes and secrets differ.
public struct Telling: Sendable {
    let steward: Steward
    let clock: SettableClock
    let size: VillageSize
    /// Needs of the city beside those of the demo community.
    let cityNeeds: Int
    let seed: UInt64
    let today: Instant
    let log: Logger
    let tell: @Sendable (String) -> Void

    /// - Parameters:
    ///   - steward: of an empty, migrated database; its clock must be `clock`.
    ///   - clock: is moved from the founding up to `today`.
    ///   - cityNeeds: how many needs the other 699 communities have together, where the city is told.
    ///   - today: the moment at which the telling ends; what is open is due around it.
    ///   - tell: hears a line at each chapter.
    public init(
        steward: Steward, clock: SettableClock, size: VillageSize = .small,
        cityNeeds: Int = VillageSize.cityNeeds,
        seed: UInt64 = 1,
        today: Instant = SystemClock().now, log: Logger = Logger(label: "village"),
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.steward = steward
        self.clock = clock
        self.size = size
        self.cityNeeds = cityNeeds
        self.seed = seed
        self.today = today
        self.log = log
        self.tell = tell
    }

    /// Tells it all; returns somebody for each role.
    ///
    /// - Throws: a ``CastFault``, a fault of the database, or the refusal of an action with what was to be
    /// done.
    @discardableResult
    public func run() async throws -> [DemoCast] {
        let stage = Stage(self, cast: try Cast())
        tell("湖城市 › 湖滨区 › 荷塘街道 › 水秀里社区")
        try await stage.found()
        try await stage.people()
        tell("资源 resources")
        try await stage.provide()
        tell("需求 needs")
        try await stage.play()
        tell("居民登记 register")
        try await stage.register()
        try await stage.proposeGrids()
        if size == .city {
            tell("全市 the city")
            try await stage.fillCity()
        }
        clock.set(today)
        return stage.demoCast
    }
}

/// An action of the telling that was refused: the plan and the rules do not agree.
public struct TellingFault: Error, Sendable, CustomStringConvertible {
    public let description: String
}
