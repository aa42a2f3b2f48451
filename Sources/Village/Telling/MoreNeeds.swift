import Needs
import Values

/// A need beyond the stories, put together out of sentences by lot.
struct MoreNeed: Sendable {
    let words: String
    let needClass: String
    let group: String
    let place: CastPlace
    /// A key of the list of sources; `phone` is said by the resident, all others are written down by staff.
    let source: String
    let phone: String
    let saidDaysAgo: Int
    /// Nil stays as it was found.
    let acceptedDaysAgo: Int?
    /// Somebody was found who can help, but it is not over.
    let isIdentified: Bool
    /// Nil is still open.
    let closedDaysAgo: Int?
    let outcome: String
    let satisfaction: Satisfaction?

    /// So many needs over the last `days` days, the earliest said first.
    static func all(_ count: Int, days: Int = 182, seed: UInt64) -> [MoreNeed] {
        var dice = Dice(seed: seed, for: "more needs")
        let ago = (0..<count).map { _ in dice.below(days) }.sorted(by: >)
        return ago.enumerated().map { MoreNeed(order: $0, saidDaysAgo: $1, &dice) }
    }

    private init(order: Int, saidDaysAgo: Int, _ dice: inout Dice) {
        let sentence = dice.pick(Sentences.weighted) ?? Sentences.all[0]
        needClass = sentence.needClass
        group = sentence.group
        words = sentence.words(&dice)
        place = Self.place(sentence, &dice)
        source = dice.pick(Self.sources) ?? "phone"
        phone = dice.chance(85) ? InventedPhone.number(4000 + order) : ""
        self.saidDaysAgo = saidDaysAgo
        let accepted = max(0, saidDaysAgo - dice.below(3))
        acceptedDaysAgo = saidDaysAgo > 1 || dice.chance(30) ? accepted : nil
        let closed = accepted - 1 - dice.below(9) - (dice.chance(10) ? dice.below(30) : 0)
        let isClosed = acceptedDaysAgo != nil && closed >= 0
        closedDaysAgo = isClosed ? closed : nil
        isIdentified = !isClosed && dice.chance(50)
        outcome = dice.pick(Self.outcomes) ?? "done"
        let saysHow = isClosed && outcome == "done" && !phone.isEmpty && dice.chance(45)
        satisfaction = saysHow ? .yes : nil
    }

    private static let sources = [
        ("phone", 50), ("desk", 10), ("call", 10), ("visit", 8), ("chat-group", 8), ("grid", 6),
        ("survey", 4),
        ("note", 2), ("hotline", 2),
    ]
    private static let outcomes = [
        ("done", 86), ("partly", 4), ("explained", 5), ("no-resource", 2), ("no-agreement", 1),
        ("passed-on", 2),
    ]

    /// A building for what stands in the open, a home for what is somebody's own.
    private static func place(_ sentence: Sentences, _ dice: inout Dice) -> CastPlace {
        guard let building = dice.pick(CastBuilding.all) else { return .community }
        guard !sentence.isOfPlaces, let home = dice.pick(building.homes) else {
            let stairwell = dice.chance(60) ? 1 + dice.below(building.stairwells) : nil
            return .building(building, stairwell: stairwell, door: nil)
        }
        return .building(building, stairwell: home.stairwell, door: home.door)
    }
}
