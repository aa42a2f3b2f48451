public import Actions
import People
public import Storage
public import Values

/// A place to which a resource is shown beside its own.
public struct ResourceShare: Sendable, Codable, Hashable {
    public let id: Identifier
    public let path: PlacePath
    public let name: String
    public let made: Instant
}

/// Shares and checks of resources as they are stored.
public enum ShareStore {
    /// The shares that stand.
    public static func shares(
        of resource: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 100
    ) throws -> [ResourceShare] {
        try reading.all(
            """
            SELECT s.id, s.to_path, s.to_name, s.made FROM resource_share s
            LEFT JOIN place p ON p.path = s.to_path WHERE s.community = \(community)
            AND s.resource = \(resource) AND s.ended IS NULL
            ORDER BY COALESCE(p.tree, s.to_path), s.id LIMIT \(limit)
            """
        ) { row in
            ResourceShare(
                id: try row.identifier(0), path: PlacePath(text: row.text(1)), name: row.text(2),
                made: row.instant(3))
        }
    }

    /// Whether a resource is shared with a place or one above it.
    public static func isShared(
        _ resource: Identifier, of community: Identifier, with path: PlacePath, _ reading: any Reading
    ) throws -> Bool {
        try reading.exists(
            """
            SELECT id FROM resource_share WHERE community = \(community) AND resource = \(resource)
            AND ended IS NULL AND to_path IN \(list: path.upward) LIMIT 1
            """)
    }

    static func insert(_ resource: Identifier, to place: Place, in work: Work) throws -> Identifier {
        let id = work.newIdentifier()
        try work.database.run(
            """
            INSERT INTO resource_share (community, id, resource, to_community, to_path, to_name, made)
            VALUES (\(work.community), \(id), \(resource), \(place.community), \(place.path), \(place.name),
            \(work.now))
            """)
        return id
    }

    static func end(_ share: Identifier, of resource: Identifier, in work: Work) throws -> Bool {
        try work.database.run(
            """
            UPDATE resource_share SET ended = \(work.now) WHERE community = \(work.community)
            AND id = \(share)
            AND resource = \(resource) AND ended IS NULL
            """) > 0
    }

    /// One look at a resource.
    public struct Check: Sendable, Codable, Hashable {
        public let at: Instant
        public let by: String
        public let how: VerificationWay
        public let note: String
    }

    /// Who looked at a resource, the latest first.
    public static func checks(
        of resource: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 20
    ) throws -> [Check] {
        try reading.all(
            """
            SELECT at, by_name, how, note FROM resource_check WHERE community = \(community)
            AND resource = \(resource) ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ) { Check(at: $0.instant(0), by: $0.text(1), how: try $0.choice(2), note: $0.text(3)) }
    }
}
