import Foundation
import Sealing
public import Storage
public import Values

/// A row of the record as it is read: who, what, on what, when.
public struct RecordLine: Sendable, Codable {
    public let number: Int64
    public let at: Instant
    public let actor: Identifier?
    /// How the actor is called; empty for the house and for guests.
    public let actorName: String
    public let action: String
    public let object: Identifier
    public let reason: String
    public let hasValues: Bool
}

/// What of the record is wanted.
public struct RecordFilter: Sendable, Codable {
    public var action = ""
    public var who = ""
    public var day: Day?
    /// Only rows before this number.
    public var before: Int64?

    public init() {}
}

/// The record, read.
public enum RecordStore {
    private static let columns: SQL =
        "r.number, r.at, r.actor, a.name, r.action, r.object, r.reason, v.number IS NOT NULL"
    private static let joined: SQL =
        """
        FROM record r LEFT JOIN account a ON a.community = r.community AND a.id = r.actor
        LEFT JOIN record_value v ON v.community = r.community AND v.number = r.number
        """

    private static func decode(_ row: any Row) throws -> RecordLine {
        RecordLine(
            number: row.integer(0), at: row.instant(1), actor: try row.optionalIdentifier(2),
            actorName: row.optionalText(3) ?? "", action: row.text(4), object: try row.identifier(5),
            reason: row.text(6), hasValues: row.flag(7))
    }

    static func line(_ number: Int64, in community: Identifier, _ reading: any Reading) throws -> RecordLine?
    {
        try reading.first(
            "SELECT \(columns) \(joined) WHERE r.community = \(community) AND r.number = \(number)", decode)
    }

    /// Rows that fit the filter, the newest first.
    public static func lines(
        _ filter: RecordFilter, in community: Identifier, _ reading: any Reading, limit: Int
    ) throws -> [RecordLine] {
        var sql: SQL = "SELECT \(columns) \(joined) WHERE r.community = \(community)"
        if let before = filter.before { sql += " AND r.number < \(before)" }
        if !filter.action.isEmpty { sql += " AND r.action = \(filter.action)" }
        if !filter.who.isEmpty {
            let found = try AccountStore.found(filter.who, in: community, reading)
            if found.isEmpty { return [] }
            sql += " AND r.actor IN \(list: found)"
        }
        if let day = filter.day {
            let from = day.at(.midnight, in: .shanghai), to = day.adding(days: 1).at(.midnight, in: .shanghai)
            sql += " AND r.at >= \(from) AND r.at < \(to)"
        }
        return try reading.all(sql + " ORDER BY r.number DESC LIMIT \(limit)", decode)
    }

    /// What was done about one thing, the newest first.
    static func lines(
        about object: Identifier, in community: Identifier, _ reading: any Reading, limit: Int
    ) throws -> [RecordLine] {
        try reading.all(
            """
            SELECT \(columns) \(joined) WHERE r.community = \(community) AND r.object = \(object)
            ORDER BY r.number DESC LIMIT \(limit)
            """, decode)
    }

    /// The sealed values behind a row; nil where there are none, or their key was destroyed.
    static func values(
        _ number: Int64, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [String: String]? {
        let row = try reading.first(
            "SELECT subject, sealed FROM record_value WHERE community = \(community) AND number = \(number)"
        ) { (try $0.identifier(0), $0.bytes(1)) }
        guard let (subject, sealed) = row, let key = try reading.key(of: subject, in: community, keys)
        else { return nil }
        let text = try key.open(sealed, context: "record \(number)")
        return try JSONDecoder().decode([String: String].self, from: Data(text))
    }
}
