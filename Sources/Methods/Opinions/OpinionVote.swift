/// What a participant says to a statement.
public enum Opinion: Int8, Hashable, Sendable, CaseIterable {
    case disagree = -1
    case pass = 0
    case agree = 1
}

/// One vote: who, on which statement, what.
public struct OpinionVote: Hashable, Sendable {
    /// The participant's number, not negative.
    public let participant: Int
    /// The statement's number, not negative.
    public let statement: Int
    public let opinion: Opinion

    public init(participant: Int, statement: Int, opinion: Opinion) {
        self.participant = participant
        self.statement = statement
        self.opinion = opinion
    }
}
