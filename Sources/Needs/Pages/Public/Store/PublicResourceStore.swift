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

    /// How many needs of each class are under way, private matters left out.
    static func openByClass(
        at path: PlacePath, in community: Identifier, _ keys: [String], _ reading: any Reading
    ) throws -> [String: Int] {
        let prefix = "needs.open.class.", names = keys.map { prefix + $0 }
        var counts: [String: Int] = [:]
        try reading.each(
            """
            SELECT name, number FROM figure WHERE community = \(community) AND path = \(path)
            AND name IN \(list: names + names.map(NeedFigures.ofPrivate)) AND number > 0
            ORDER BY name LIMIT 1000
            """
        ) { row in
            let (name, number) = (row.text(0), row.int(1)), kept = NeedFigures.ofAll(name)
            counts[String((kept ?? name).dropFirst(prefix.utf8.count)), default: 0] +=
                kept == nil ? number : -number
        }
        return counts.filter { $0.value > 0 }
    }
}
