import Actions
import Storage
import Values

/// What of resources the three lists show.
enum PublicResourceStore {
    /// A resource with one class that it answers.
    struct Answer: Sendable {
        let classKey: String
        let number: Int64
        let name: String
        let kind: String
        let isPublic: Bool
    }

    /// Every active resource with every class that it answers, by name.
    static func answers(in community: Identifier, _ reading: any Reading) throws -> [Answer] {
        try kept.value(community, reading) { try all(in: community, $0) } ?? []
    }

    private static let kept = Kept<Identifier, [Answer]>(most: 200)

    private static func all(in community: Identifier, _ reading: any Reading) throws -> [Answer] {
        try reading.all(
            """
            SELECT c.class, r.number, r.name, r.kind, r.is_public FROM resource r
            JOIN resource_class c ON c.community = r.community AND c.resource = r.id
            WHERE r.community = \(community) AND r.is_active = 1 ORDER BY r.sort_key, r.id, c.class LIMIT 5000
            """
        ) {
            Answer(
                classKey: $0.text(0), number: $0.integer(1), name: $0.text(2), kind: $0.text(3),
                isPublic: $0.flag(4))
        }
    }

    /// How many needs of each class are under way.
    static func openByClass(
        at path: PlacePath, in community: Identifier, _ keys: [String], _ reading: any Reading
    ) throws -> [String: Int] {
        let prefix = "needs.open.class."
        var counts: [String: Int] = [:]
        try reading.each(
            """
            SELECT name, number FROM figure WHERE community = \(community) AND path = \(path)
            AND name IN \(list: keys.map { prefix + $0 }) AND number > 0 ORDER BY name LIMIT 1000
            """
        ) { counts[String($0.text(0).dropFirst(prefix.utf8.count))] = $0.int(1) }
        return counts
    }
}
