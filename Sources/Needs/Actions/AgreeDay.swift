public import Actions
public import Values

/// A worker and the one who said it agree on another day by which it is done; both read why.
///
/// Refuses: a need that has ended, a day past, no reason.
public struct AgreeDay: NeedAction {
    public static let name = "needs.agree-day"
    public static let right = NeedsRights.handle

    public let need: Identifier
    public let day: Day
    public let reason: String

    public init(_ need: Identifier, _ day: Day, reason: String) {
        self.need = need
        self.day = day
        self.reason = reason
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
        guard day >= work.now.day(in: .shanghai) else { throw NeedRefusal.dayPast }
        let why = try reason(reason)
        try work.change(need) { change in
            change.need.due = day.at(.closing, in: .shanghai)
            change.need.lateTold = nil
            change.add(.edited, "期限 → \(day)；\(why)", isPublic: true)
        }
        return Done()
    }
}
