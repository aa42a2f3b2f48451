/// What a file says of its voters beside their ballots: kept as the rows stand, and parted only when asked.
public struct VoterRows: Sendable {
    public let count: Int
    /// The names of the cells that are given for a voter; the ballot's own columns are not among them.
    public let columns: [String]
    /// The file, and where each voter's row begins and ends in it; empty for voters who are only numbered.
    private let bytes: [UInt8]
    private let rows: [Range<Int32>]
    /// The places of `columns` within a row.
    private let places: [Int]

    /// Voters who are numbered from 1 and of whom nothing else is known.
    public init(count: Int) {
        self.count = count
        (columns, bytes, rows, places) = (["voter_id"], [], [], [])
    }

    /// Rows of a file whose header is given; the ballot's own columns are left out.
    init(bytes: [UInt8], rows: [Range<Int32>], header: [String]) {
        let kept = header.indices.filter { !VoterRows.isOfBallot(header[$0]) }
        count = rows.count
        columns = kept.map { header[$0] }
        (self.bytes, self.rows, places) = (bytes, rows, kept)
    }

    /// Whether a column is the ballot's own.
    static func isOfBallot(_ column: String) -> Bool { column == "vote" || column == "points" }

    /// The voter's cells, by `columns`; a cell that is not written is empty.
    public subscript(voter: Int) -> [String] {
        if rows.isEmpty { return ["\(voter + 1)"] }
        let row = Int(rows[voter].lowerBound)..<Int(rows[voter].upperBound)
        // What could not be parted was refused when the row was read.
        let cells = bytes.withUnsafeBufferPointer { (try? PollRow.parted($0, row, line: 0)) ?? [] }
        return places.map { $0 < cells.count ? String(decoding: cells[$0], as: UTF8.self) : "" }
    }
}
