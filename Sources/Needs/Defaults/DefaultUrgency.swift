import Values

/// How soon a need is to be answered, as a new community finds it. No national rule sets these. To be edited.
public struct DefaultUrgency: Sendable, Hashable {
    /// The time within which a need is to be dealt with, counted from when it was said.
    public enum Due: Sendable, Hashable {
        /// At once, at any hour.
        case now
        /// Hours by the clock, holidays included.
        case hours(Int)
        /// Working days; the due time is the end of the last one.
        case workingDays(Int)
    }

    public let term: DefaultTerm
    public let due: Due

    public var key: String { term.key }
    public var name: Text { term.name }

    public static let all: [DefaultUrgency] = [
        DefaultUrgency(term: DefaultTerm("immediate", Text("特急", "At once"), 10), due: .now),
        DefaultUrgency(term: DefaultTerm("urgent", Text("紧急", "Urgent"), 20), due: .hours(24)),
        DefaultUrgency(term: DefaultTerm("general", Text("一般", "Ordinary"), 30), due: .workingDays(3)),
        DefaultUrgency(term: DefaultTerm("planned", Text("计划", "Planned"), 40), due: .workingDays(20)),
    ]
}
