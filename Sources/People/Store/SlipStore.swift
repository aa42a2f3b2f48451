public import Actions
import Sealing
public import Storage
public import Values

/// A slip or a one-time link: whoever holds it may enrol once.
public struct Slip: Sendable, Placed, Codable {
    public enum Purpose: String, Sendable, CaseIterable, Codable { case household, welcome, password }

    public let id: Identifier
    public let purpose: Purpose
    public let place: Identifier
    public let path: PlacePath
    public let made: Instant
    public let expires: Instant
    public let used: Instant?
    /// Whose password it sets.
    public let account: Identifier?
}

/// Slips as they are stored. A household's secret is derived from the slip's identifier, so that a sheet can
/// be printed again, and stands nowhere; a welcome's is random.
public enum SlipStore {
    private static let columns: SQL = "id, purpose, place, path, made, expires, used, account"

    private static func decode(_ row: any Row) throws -> Slip {
        Slip(
            id: try row.identifier(0), purpose: try row.choice(1), place: try row.identifier(2),
            path: PlacePath(text: row.text(3)), made: row.instant(4), expires: row.instant(5),
            used: row.optionalInstant(6),
            account: try row.optionalIdentifier(7))
    }

    static func secret(of slip: Identifier, _ keys: KeyRing) -> RandomToken? {
        RandomToken(Base64URL.encode(keys.token(.keyedToken, Array("slip".utf8) + slip.bytes)))
    }

    static func good(
        _ token: RandomToken, _ purpose: Slip.Purpose, in community: Identifier, at now: Instant,
        _ reading: any Reading
    ) throws -> Slip? {
        try reading.first(
            """
            SELECT \(columns) FROM slip WHERE community = \(community) AND hash = \(token.stored)
            AND purpose = \(purpose.rawValue) AND used IS NULL AND ended IS NULL AND expires > \(now)
            """, decode)
    }

    public static func slip(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Slip? {
        try reading.first("SELECT \(columns) FROM slip WHERE community = \(community) AND id = \(id)", decode)
    }

    /// Household slips below a path that can still be used, by place, the newest of each first.
    public static func open(
        below path: PlacePath, in community: Identifier, at now: Instant, _ reading: any Reading,
        limit: Int = 500
    ) throws -> [Slip] {
        try reading.all(
            """
            SELECT \(columns) FROM (SELECT s.id, s.purpose, s.place, s.path, s.made, s.expires, s.used,
            s.account, p.tree FROM slip s JOIN place p ON p.community = s.community AND p.id = s.place
            WHERE s.community = \(community) AND s.path >= \(path) AND s.path < \(path.end)
            AND s.purpose = 'household' AND s.used IS NULL AND s.ended IS NULL AND s.expires > \(now)) open
            ORDER BY tree, made DESC, id LIMIT \(limit)
            """, decode)
    }
}
