/// Reads the rows of the section VOTES into flat lists.
struct VoteReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let kind: BallotKind
    private let index: ProjectIndex
    private let columns: Int
    private let voteColumn: Int
    private let pointsColumn: Int?

    private var starts: [Int32] = [0]
    private var projects: [Int32] = []
    private var points: [Int64] = []
    private var finer: [Ballots.FinePoints] = []
    private(set) var rows: [Range<Int32>] = []
    /// For each project the last voter who named it, to see that nobody names it twice.
    private var seen: [Int32]

    var count: Int { rows.count }

    private static let comma = UInt8(ascii: ","), semicolon = UInt8(ascii: ";"), quote = UInt8(ascii: "\"")

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, columns: [String], kind: BallotKind, index: ProjectIndex,
        line: Int
    ) throws(InputFault) {
        guard let vote = columns.firstIndex(of: "vote") else {
            throw InputFault("VOTES needs the column vote", line: line)
        }
        pointsColumn = kind.hasPoints ? columns.firstIndex(of: "points") : nil
        if kind.hasPoints, pointsColumn == nil {
            throw InputFault("VOTES needs the column points: the votes are \(kind.rawValue)", line: line)
        }
        (self.bytes, self.kind, self.index) = (bytes, kind, index)
        (self.columns, voteColumn) = (columns.count, vote)
        seen = Array(repeating: -1, count: index.count)
    }

    /// Makes room for what so many bytes are likely to hold.
    mutating func reserve(_ left: Int) {
        starts.reserveCapacity(left / 32)
        rows.reserveCapacity(left / 32)
        projects.reserveCapacity(left / 8)
    }

    func ballots() throws(InputFault) -> Ballots {
        try Ballots(kind: kind, starts: starts, projects: projects, points: points, finer: finer)
    }

    mutating func read(_ row: Range<Int>, line: Int) throws(InputFault) {
        var (vote, points) = (0..<0, 0..<0)
        var (column, start, at) = (0, row.lowerBound, row.lowerBound)
        while true {
            while at < row.upperBound, bytes[at] != Self.semicolon {
                if bytes[at] == Self.quote { return try readQuoted(row, line: line) }
                at += 1
            }
            if column == voteColumn { vote = start..<at }
            if column == pointsColumn { points = start..<at }
            column += 1
            if at >= row.upperBound { break }
            at += 1
            start = at
        }
        guard column <= columns, column > voteColumn else {
            throw InputFault("expected \(columns) cells, not \(column)", line: line)
        }
        rows.append(Int32(truncatingIfNeeded: row.lowerBound)..<Int32(truncatingIfNeeded: row.upperBound))
        try readChoices(bytes, vote, line: line)
        if kind.hasPoints { try readPoints(bytes, points, line: line) }
        starts.append(Int32(truncatingIfNeeded: projects.count))
    }

    /// A row with quotation marks: its cells are freed from them first.
    private mutating func readQuoted(_ row: Range<Int>, line: Int) throws(InputFault) {
        let cells = try PollRow.cells(of: bytes, row, line: line)
        guard cells.count <= columns, cells.count > voteColumn else {
            throw InputFault("expected \(columns) cells, not \(cells.count)", line: line)
        }
        rows.append(Int32(truncatingIfNeeded: row.lowerBound)..<Int32(truncatingIfNeeded: row.upperBound))
        let vote = Array(cells[voteColumn].utf8)
        let points = pointsColumn.map { $0 < cells.count ? Array(cells[$0].utf8) : [] } ?? []
        var fault: InputFault?
        vote.withUnsafeBufferPointer { vote in
            points.withUnsafeBufferPointer { points in
                do throws(InputFault) {
                    try readChoices(vote, 0..<vote.count, line: line)
                    if kind.hasPoints { try readPoints(points, 0..<points.count, line: line) }
                } catch { fault = error }
            }
        }
        if let fault { throw fault }
        starts.append(Int32(truncatingIfNeeded: projects.count))
    }

    /// The pieces between commas, without spaces around them; none where the cell is empty or says none.
    @inline(__always)
    private static func eachPiece(
        _ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>,
        _ take: (UnsafeBufferPointer<UInt8>) throws(InputFault) -> Void
    ) throws(InputFault) {
        if isNone(text, cell) { return }
        var start = cell.lowerBound
        while true {
            var end = start
            while end < cell.upperBound, text[end] != comma { end += 1 }
            let stop = end
            while start < end, text[start] == 0x20 { start += 1 }
            while end > start, text[end - 1] == 0x20 { end -= 1 }
            try take(UnsafeBufferPointer(rebasing: text[start..<end]))
            if stop == cell.upperBound { return }
            start = stop + 1
        }
    }

    @inline(__always)
    private static func isNone(_ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> Bool {
        if cell.isEmpty { return true }
        switch text[cell.lowerBound] | 0x20 {
        case 0x20, UInt8(ascii: "n"):
            let said = PollRow.trimmed(Array(text[cell])).map { $0 | 0x20 }
            return said.isEmpty || said.elementsEqual("none".utf8)
        default: return false
        }
    }

    @inline(__always)
    private mutating func readChoices(
        _ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>, line: Int
    ) throws(InputFault) {
        let voter = Int32(truncatingIfNeeded: starts.count)
        try Self.eachPiece(text, cell) { (name) throws(InputFault) in
            guard let place = index.place(of: name) else {
                let name = shown(String(decoding: name, as: UTF8.self))
                throw InputFault("the vote names \(name), which is no project of the list", line: line)
            }
            if seen[place] == voter {
                let name = shown(String(decoding: name, as: UTF8.self))
                throw InputFault("the vote names \(name) twice", line: line)
            }
            seen[place] = voter
            projects.append(Int32(truncatingIfNeeded: place))
        }
    }

    private mutating func readPoints(
        _ text: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>, line: Int
    ) throws(InputFault) {
        let before = points.count
        try Self.eachPiece(text, cell) { (piece) throws(InputFault) in
            if piece.count == 1, let digit = piece.first, digit &- UInt8(ascii: "0") < 10 {
                points.append(Int64(digit &- UInt8(ascii: "0")))
                return
            }
            guard let number = PollNumber(piece, signed: true),
                number.numerator.magnitude <= PollLimits.points
            else {
                let text = shown(String(decoding: piece, as: UTF8.self))
                throw InputFault("the points \(text) are no number up to 10^9", line: line)
            }
            if number.denominator != 1 {
                finer.append(
                    Ballots.FinePoints(
                        place: points.count, points: number.numerator, parts: number.denominator, line: line))
            }
            points.append(number.denominator == 1 ? number.numerator : 0)
        }
        let given = points.count - before
        let chosen = projects.count - Int(starts[starts.count - 1])
        guard given == chosen else {
            throw InputFault("\(given) points stand for \(chosen) projects", line: line)
        }
    }
}
