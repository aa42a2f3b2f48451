import Foundation
import Sealing
import Storage
public import Values

/// One row of the record: who did what to what, why and when, chained to the row before.
public struct RecordRow: Sendable {
    public let number: Int64
    public let id: Identifier
    public let at: Instant
    public let actor: Identifier?
    public let proof: Identifier?
    public let action: String
    public let object: Identifier
    public let reason: String
    /// Keyed commitment to the sealed values: 32 bytes.
    public let commitment: [UInt8]
    /// The hash of the row before; 32 zeros for the first.
    public let before: [UInt8]

    /// SHA-256 over the row's ``RecordText``.
    public var hash: [UInt8] {
        var text = RecordText()
        text.add(before)
        text.add(decimal: number)
        text.add(id.bytes)
        text.add(decimal: at.microseconds)
        text.add(actor?.bytes ?? [])
        text.add(proof?.bytes ?? [])
        text.add(Array(action.utf8))
        text.add(object.bytes)
        text.add(Array(reason.utf8))
        text.add(commitment)
        return text.withHash { Array($0) }
    }
}

extension Work {
    func writeRecord(action: String, object: Identifier) throws {
        let last = try database.first(
            "SELECT number, hash FROM record WHERE community = \(community) ORDER BY number DESC LIMIT 1"
        ) { ($0.integer(0), $0.bytes(1)) }
        let number = (last?.0 ?? 0) + 1
        let text = try values.isEmpty ? [] : Array(Self.canonical(values))
        let row = RecordRow(
            number: number, id: newIdentifier(), at: now, actor: actor.account, proof: actor.proof,
            action: action,
            object: object, reason: reason, commitment: try commitment(to: text, number),
            before: last?.1 ?? Array(repeating: 0, count: 32))
        try database.run(
            """
            INSERT INTO record (community, number, id, at, actor, proof, action, object, reason, \
            commitment, before, hash)
            VALUES (\(community), \(number), \(row.id), \(now), \(row.actor), \(row.proof), \(action), \
            \(object),
            \(row.reason), \(row.commitment), \(row.before), \(row.hash))
            """)
        guard !text.isEmpty, let subject = valuesSubject else { return }
        let sealed = try key(of: subject).seal(text, context: "record \(number)")
        try database.run(
            """
            INSERT INTO record_value (community, number, subject, sealed)
            VALUES (\(community), \(number), \(subject), \(sealed))
            """)
    }

    /// Keyed by the subject's own key, so that after an erasure nobody can try values against it.
    private func commitment(to text: [UInt8], _ number: Int64) throws -> [UInt8] {
        guard let subject = valuesSubject, !text.isEmpty else {
            return keys.commit(text, context: "record \(number)")
        }
        return try key(of: subject).commit(text, context: "record \(number)")
    }

    private static func canonical(_ values: [String: String]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(values)
    }
}
