import People
import Sealing
import Storage
import Values

/// Rows of a table that stand behind one another in the order of keys, some hundreds of them.
struct TablePage {
    let rows: [[Value]]
    /// The key of the last of them.
    let end: [Value]
}

extension TableShape {
    private static let most = 500, enough = 4 << 20, atOnce = 20

    /// The rows after a key as they are carried; nil where there are no more.
    ///
    /// - Parameters: `pages`: how many of the usual size at once, where they are only looked at.
    func page(after last: [Value]?, pages: Int = 1, _ reading: any Reading) throws -> TablePage? {
        let rows = try rows(
            after: last, limit: pages * Self.most, enough: Self.enough, where: carried, reading)
        return rows.last.map { TablePage(rows: rows, end: key(of: $0)) }
    }

    /// The key of the last row that is carried; nil where there is none.
    func lastCarried(_ reading: any Reading) throws -> [Value]? { try lastKey(where: carried, reading) }

    func write(_ rows: [[Value]], _ writing: any Writing) throws {
        for start in stride(from: 0, to: rows.count, by: Self.atOnce) {
            try writing.run(insert(rows[start..<min(start + Self.atOnce, rows.count)]))
        }
    }

    /// Rows that belong to the place and not to the house stay where they are.
    private var carried: SQL? {
        name == "house_mark" ? "name <> \(HouseMarks.moving) AND name <> \(WordUpkeep.mark)" : nil
    }
}

/// How many rows a table has, and a hash over all of them in the order of keys: two tables of the same sum
/// hold the same.
struct TableSum: Equatable, Sendable {
    private(set) var rows = 0
    private var digest = RunningDigest()
    private var hash: [UInt8] { digest.finish() }

    mutating func add(_ page: [[Value]]) {
        for row in page { for value in row { digest.feed(value) } }
        rows += page.count
    }

    static func == (a: TableSum, b: TableSum) -> Bool { a.rows == b.rows && a.hash == b.hash }

    /// Of a table that nobody changes meanwhile.
    static func of(_ table: TableShape, in database: any Database) async throws -> TableSum {
        var sum = TableSum(), last: [Value]?
        while true {
            let after = last
            let page = try await database.read { try table.page(after: after, pages: 4, $0) }
            guard let page else { return sum }
            sum.add(page.rows)
            last = page.end
        }
    }
}

extension RunningDigest {
    fileprivate mutating func feed(_ value: Value) {
        switch value {
        case .null: feed([], kind: 0)
        case .integer(let number): feed(withUnsafeBytes(of: number.bigEndian) { Array($0) }, kind: 1)
        case .text(let text): feed(Array(text.utf8), kind: 2)
        case .bytes(let bytes): feed(bytes, kind: 3)
        case .identifier(let identifier): feed(identifier.bytes, kind: 3)
        }
    }
}
