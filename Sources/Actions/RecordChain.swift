import Foundation
public import Sealing
public import Storage
public import Values

/// Walks the record of a community from its first row and proves that no row was changed, put in or taken
/// out.
public struct RecordChain: Sendable {
    public let community: Identifier
    /// The number and hash of the last row.
    public let length: Int64
    public let head: [UInt8]
    /// What does not hold, a line each; empty where all is well.
    public let breaks: [String]

    /// Reads the chain in steps of a thousand rows.
    ///
    /// - Parameters: `keys`: opens what is sealed to prove the commitments; values whose key was erased are
    /// skipped.
    public init(of community: Identifier, in reading: any Reading, keys: KeyRing) throws {
        var last: Int64 = 0
        var head = [UInt8](repeating: 0, count: 32)
        var breaks: [String] = []
        while true {
            let rows = try Self.rows(after: last, of: community, reading)
            for (row, hash) in rows {
                if row.number != last + 1 { breaks.append("row \(last + 1) is missing") }
                if row.before != head { breaks.append("row \(row.number) does not follow the row before") }
                if row.hash != hash { breaks.append("row \(row.number) was changed") }
                (last, head) = (row.number, hash)
            }
            breaks += try Self.brokenValues(rows.map(\.0), of: community, reading, keys)
            if rows.count < 1000 || breaks.count > 100 { break }
        }
        self.community = community
        self.length = last
        self.head = head
        self.breaks = breaks
    }

    private static func rows(
        after last: Int64, of community: Identifier, _ reading: any Reading
    ) throws -> [(RecordRow, [UInt8])] {
        try reading.all(
            """
            SELECT number, id, at, actor, proof, action, object, reason, commitment, before, hash FROM record
            WHERE community = \(community) AND number > \(last) ORDER BY number LIMIT 1000
            """
        ) { row in
            let record = RecordRow(
                number: row.integer(0), id: try row.identifier(1), at: row.instant(2),
                actor: try row.optionalIdentifier(3), proof: try row.optionalIdentifier(4),
                action: row.text(5),
                object: try row.identifier(6), reason: row.text(7), commitment: row.bytes(8),
                before: row.bytes(9))
            return (record, row.bytes(10))
        }
    }

    /// Rows whose sealed values are not those that were committed to.
    private static func brokenValues(
        _ rows: [RecordRow], of community: Identifier, _ reading: any Reading, _ keys: KeyRing
    ) throws -> [String] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let sealed = try reading.all(
            """
            SELECT number, subject, sealed FROM record_value
            WHERE community = \(community) AND number BETWEEN \(first.number) AND \(last.number) ORDER BY \
            number
            """
        ) { ($0.integer(0), try $0.identifier(1), $0.bytes(2)) }
        let commitments = Dictionary(rows.map { ($0.number, $0.commitment) }) { $1 }
        return try sealed.compactMap { number, subject, box in
            let found: SubjectKey?
            do { found = try reading.key(of: subject, in: community, keys) } catch is SealingFault {
                return "the values of row \(number) cannot be opened: their key is under no master"
            }
            guard let key = found else { return nil }
            let text = try? key.open(box, context: "record \(number)")
            let isWhole =
                text.map { key.commit($0, context: "record \(number)") == commitments[number] } ?? false
            return isWhole ? nil : "the values of row \(number) are not those that were recorded"
        }
    }
}

extension Reading {
    /// Every community that has a record.
    public func recordedCommunities() throws -> [Identifier] {
        try all("SELECT DISTINCT community FROM record ORDER BY community LIMIT 100000") {
            try $0.identifier(0)
        }
    }
}
