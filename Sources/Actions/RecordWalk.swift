import Sealing
import Storage
import Values

/// One way along the record of a community: row after row is spelled out again and held against its hash.
struct RecordWalk {
    let community: Identifier
    let keys: KeyRing
    /// The number and hash of the row that it stands on.
    private(set) var last: Int64
    private(set) var head = [UInt8](repeating: 0, count: 32)
    private(set) var rows: Int64 = 0
    private(set) var values: Int64 = 0
    var breaks: [String] = []
    private var text = RecordText()
    private var hash: [UInt8] = []
    private var openKeys: [Identifier: SubjectKey] = [:]

    init(community: Identifier, keys: KeyRing, last: Int64) {
        (self.community, self.keys, self.last) = (community, keys, last)
    }

    /// Takes up the hash of the row after which it begins; where there is none, the next row follows nothing.
    mutating func begin(_ reading: any Reading) throws {
        guard last > 0 else { return }
        let stored = try reading.first(
            "SELECT hash FROM record WHERE community = \(community) AND number = \(last)"
        ) { $0.bytes(0) }
        if let stored { head = stored }
    }

    /// So many rows at a time, for one engine hands over a whole answer at once.
    private static let most = 2000

    /// Walks the next rows, up to a number; how many those were.
    mutating func step(upTo end: Int64, _ reading: any Reading) throws -> Int {
        let begins = last, before = (rows, values)
        try reading.each(
            """
            SELECT r.number, r.at, r.id, r.actor, r.proof, r.action, r.object, r.reason, r.commitment,
            r.before, r.hash, v.subject, v.sealed, k.wrapped FROM record r
            LEFT JOIN record_value v ON v.community = r.community AND v.number = r.number
            LEFT JOIN subject_key k ON k.community = v.community AND k.subject = v.subject
            WHERE r.community = \(community) AND r.number > \(begins) AND r.number <= \(end)
            ORDER BY r.number LIMIT \(Self.most)
            """
        ) { try take($0) }
        let count = Int(rows - before.0)
        try findStray(after: begins, upTo: count < Self.most ? end : last, values - before.1, reading)
        return count < Self.most ? 0 : count
    }

    private enum Column {
        static let number = 0, at = 1, id = 2, actor = 3, proof = 4, action = 5, object = 6, reason = 7
        static let commitment = 8, before = 9, hash = 10, subject = 11, sealed = 12, wrapped = 13
    }

    private mutating func take(_ row: any Row) throws {
        let number = row.integer(Column.number)
        if number != last + 1 { breaks.append("row \(last + 1) is missing") }
        let isWhole = spell(row, number)
        // The hash before is the first field, behind the four bytes of its length.
        if !text.bytes.dropFirst(4).starts(with: head) {
            breaks.append("row \(number) does not follow the row before")
        }
        hash.removeAll(keepingCapacity: true)
        row.append(Column.hash, to: &hash)
        let isSame = text.withHash { hash.elementsEqual($0) }
        if !isWhole || !isSame { breaks.append("row \(number) was changed") }
        (last, rows) = (number, rows + 1)
        swap(&head, &hash)
        if !row.isNull(Column.subject) { try open(row, number) }
    }

    /// Spells the row's text; false where something in it has not the length that it must have.
    private mutating func spell(_ row: any Row, _ number: Int64) -> Bool {
        text.begin()
        let before = text.add(Column.before, of: row)
        text.add(decimal: number)
        let id = text.add(Column.id, of: row)
        text.add(decimal: row.integer(Column.at))
        let actor = text.add(Column.actor, of: row)
        let proof = text.add(Column.proof, of: row)
        text.add(Column.action, of: row)
        let object = text.add(Column.object, of: row)
        text.add(Column.reason, of: row)
        text.add(Column.commitment, of: row)
        return before == 32 && id == 16 && object == 16
            && (actor == 16 || row.isNull(Column.actor)) && (proof == 16 || row.isNull(Column.proof))
    }

    // MARK: Sealed values

    /// Holds the values behind the row against what was committed to.
    private mutating func open(_ row: any Row, _ number: Int64) throws {
        values += 1
        let context = "record \(number)"
        let key: SubjectKey?
        do { key = try self.key(row) } catch is SealingFault {
            return breaks.append("the values of row \(number) cannot be opened: their key is under no master")
        }
        guard let key else { return }
        let text = try? key.open(row.bytes(Column.sealed), context: context)
        let isWhole =
            text.map { key.commit($0, context: context) == row.bytes(Column.commitment) } ?? false
        if !isWhole { breaks.append("the values of row \(number) are not those that were recorded") }
    }

    /// The key of the row's subject; nil where it was destroyed.
    private mutating func key(_ row: any Row) throws -> SubjectKey? {
        guard let wrapped = row.optionalBytes(Column.wrapped) else { return nil }
        let subject = try row.identifier(Column.subject)
        if let known = openKeys[subject] { return known }
        let key = try keys.unwrap(wrapped, for: subject)
        if openKeys.count >= 4096 { openKeys.removeAll(keepingCapacity: true) }
        openKeys[subject] = key
        return key
    }

    /// Values that belong to no row of the record.
    private mutating func findStray(
        after begins: Int64, upTo end: Int64, _ known: Int64, _ reading: any Reading
    ) throws {
        let stored = try reading.number(
            """
            SELECT COUNT(*) FROM record_value
            WHERE community = \(community) AND number > \(begins) AND number <= \(end)
            """)
        if stored != known { breaks.append("\(stored - known) values belong to no row after \(begins)") }
    }
}
