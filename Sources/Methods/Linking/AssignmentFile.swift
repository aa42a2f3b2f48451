/// What a file asks to be assigned: every row of a matrix a column, or volunteers to tasks.
public enum AssignmentFile: Sendable {
    case matrix(CostMatrix)
    case tasks(TaskList)
}

/// Who was assigned to what, and what stays without.
public struct AssignmentAnswer: Hashable, Sendable {
    /// A row and its column, or the ids of a volunteer and a task.
    public struct Pair: Hashable, Sendable {
        public let left: Int
        public let right: Int
    }

    /// A task, or a row, that got less than it asked.
    public struct Shortfall: Hashable, Sendable {
        public let id: Int
        public let units: Int
        public let why: UnservedReason
    }

    /// The least that the whole can cost, what is left undone included.
    public let objective: Int
    public let pairs: [Pair]
    public let unserved: [Shortfall]
}

/// Why a unit of a need stays unserved in the best plan.
public enum UnservedReason: String, Hashable, Sendable {
    /// Nothing permitted could ever serve it.
    case nobodyPermitted
    /// Even alone it would find fewer units permitted than it asks.
    case tooFewPermitted
    /// All that is permitted is taken, by needs as pressing or because to move them would cost more than
    /// leaving this.
    case allTaken
    /// Somebody is free, but serving would cost more than leaving it.
    case costsMoreThanLeaving
}
