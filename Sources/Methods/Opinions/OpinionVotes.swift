/// The votes of a conversation, one for each participant and statement: where somebody voted again, the
/// latest stands.
///
/// *Shape:* a sparse matrix, a row for each participant and a column for each statement that anyone voted
/// on, both by ascending number; so the same votes in another order are the same matrix, but for which of
/// two votes is the latest.
/// *Units:* numbers of participants and statements are 0 or more.
public struct OpinionVotes: Sendable {
    /// What a conversation may hold.
    public enum Limits {
        public static let bytes = 256 << 20
        public static let votes = 10_000_000
        public static let statements = 100_000
    }

    /// The numbers of those who voted, ascending.
    public let participants: [Int]
    /// The numbers of the statements that were voted on, ascending.
    public let statements: [Int]
    /// How many votes were overtaken by a later one of the same participant on the same statement.
    public let overtaken: Int

    /// Where each participant's votes begin in `codes`; one more at the end.
    let starts: [Int]
    /// Each vote as three times its statement's place, plus 0 for disagree, 1 for pass, 2 for agree: rising
    /// in a row.
    let codes: [UInt32]

    /// How many votes stand.
    public var count: Int { codes.count }

    /// The conversation of these votes, in the order in which they were given.
    ///
    /// *Refuses:* negative numbers, and more than `Limits` allow.
    public init(_ votes: [OpinionVote]) throws(InputFault) {
        var columns = OpinionColumns()
        for vote in votes {
            guard vote.participant >= 0 && vote.statement >= 0 else {
                throw InputFault("participants and statements are numbered from 0")
            }
            columns.append(vote.participant, vote.statement, vote.opinion.rawValue)
        }
        try self.init(columns)
    }

    init(_ columns: OpinionColumns) throws(InputFault) {
        guard columns.count <= Limits.votes else {
            throw InputFault("more than \(Limits.votes) votes")
        }
        let rows = OpinionIndex(of: columns.participants)
        let places = OpinionIndex(of: columns.statements)
        guard places.ids.count <= Limits.statements else {
            throw InputFault("more than \(Limits.statements) statements")
        }
        let keys = zip(places.positions, columns.votes).map { UInt32($0) * 3 + UInt32($1 + 1) }
        let byColumn = Self.order(by: places.positions, count: places.ids.count)
        var (starts, codes) = Self.rows(rows, keys: keys, order: byColumn)
        overtaken = Self.keepLatest(&codes, &starts)
        participants = rows.ids
        statements = places.ids
        self.starts = starts
        self.codes = codes
    }

    /// The entries by ascending position, those of the same position in their old order; nil where they
    /// stand so.
    private static func order(by positions: [Int32], count: Int) -> [Int32]? {
        if zip(positions, positions.dropFirst()).allSatisfy(<=) { return nil }
        var next = starts(of: positions, count: count)
        var order = [Int32](repeating: 0, count: positions.count)
        for (entry, position) in positions.enumerated() {
            order[next[Int(position)]] = Int32(entry)
            next[Int(position)] += 1
        }
        return order
    }

    /// The keys by ascending row, those of the same row in the order given.
    private static func rows(
        _ rows: OpinionIndex, keys: [UInt32], order: [Int32]?
    ) -> (starts: [Int], codes: [UInt32]) {
        let starts = starts(of: rows.positions, count: rows.ids.count)
        var next = starts
        var codes = [UInt32](repeating: 0, count: keys.count)
        for step in keys.indices {
            let entry = order.map { Int($0[step]) } ?? step
            let row = Int(rows.positions[entry])
            codes[next[row]] = keys[entry]
            next[row] += 1
        }
        return (starts, codes)
    }

    private static func starts(of positions: [Int32], count: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: count + 1)
        for position in positions { starts[Int(position) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        return starts
    }

    /// Leaves of several votes on one statement in a row only the last; answers how many went.
    private static func keepLatest(_ codes: inout [UInt32], _ starts: inout [Int]) -> Int {
        let given = codes.count
        var write = 0
        var read = 0
        for row in 0..<(starts.count - 1) {
            let first = write
            let end = starts[row + 1]
            while read < end {
                if write > first && codes[write - 1] / 3 == codes[read] / 3 { write -= 1 }
                codes[write] = codes[read]
                write += 1
                read += 1
            }
            starts[row] = first
        }
        starts[starts.count - 1] = write
        codes.removeLast(given - write)
        return given - write
    }
}

/// Votes as they are read, a list for each column.
struct OpinionColumns {
    private(set) var participants: [Int] = []
    private(set) var statements: [Int] = []
    private(set) var votes: [Int8] = []

    var count: Int { votes.count }

    mutating func reserve(_ count: Int) {
        participants.reserveCapacity(count)
        statements.reserveCapacity(count)
        votes.reserveCapacity(count)
    }

    mutating func append(_ participant: Int, _ statement: Int, _ vote: Int8) {
        participants.append(participant)
        statements.append(statement)
        votes.append(vote)
    }
}
