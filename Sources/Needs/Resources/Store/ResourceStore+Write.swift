import Actions
import Sealing
import Storage
import Values

/// A place as a resource keeps it: where it stands and how far it reaches, with their names.
struct ResourceStanding {
    let place: Identifier
    let path: PlacePath
    let placeName: String
    let reachName: String
}

extension ResourceStore {
    /// A new row, active, never verified, without results.
    static func insert(
        _ id: Identifier, number: Int64, _ content: ResourceContent, _ standing: ResourceStanding,
        in work: Work
    ) throws {
        try work.database.run(
            """
            INSERT INTO resource (community, id, number, name, sort_key, kind, owner_kind, owner_name,
            owner_account,
            layer, stage, place, path, place_name, reach, reach_name, classes, groups, description, hours,
            weekdays,
            conditions, charge, agreement, unit, period, capacity, verified_by, verified_how, is_active,
            is_public,
            uses, judged, good, late_days, declines, made, changed)
            VALUES (\(work.community), \(id), \(number), \(content.name), \(SortKey.title(content.name)),
            \(content.kind), \(content.ownerKind), \(content.ownerName), \(content.ownerAccount),
            \(content.layer),
            \(content.stage), \(standing.place), \(standing.path), \(standing.placeName), \(content.reach),
            \(standing.reachName), \(content.classes.joined(separator: " ")),
            \(content.groups.joined(separator: " ")), \(content.description), \(content.hours),
            \(content.weekdayText), \(content.conditions), \(content.charge.rawValue), \(content.agreement),
            \(content.unit), \(content.period.rawValue), \(content.capacity), '', '', 1, \(content.isPublic),
            0, 0, 0, 0, 0, \(work.now), \(work.now))
            """)
        try writeClasses(of: id, content.classes, in: work)
    }

    static func update(
        _ id: Identifier, _ content: ResourceContent, _ standing: ResourceStanding, in work: Work
    ) throws {
        try work.database.run(
            """
            UPDATE resource SET name = \(content.name), sort_key = \(SortKey.title(content.name)),
            kind = \(content.kind), owner_kind = \(content.ownerKind), owner_name = \(content.ownerName),
            owner_account = \(content.ownerAccount), layer = \(content.layer), stage = \(content.stage),
            place = \(standing.place), path = \(standing.path), place_name = \(standing.placeName),
            reach = \(content.reach), reach_name = \(standing.reachName),
            classes = \(content.classes.joined(separator: " ")),
            groups = \(content.groups.joined(separator: " ")),
            description = \(content.description), hours = \(content.hours), weekdays = \(content.weekdayText),
            conditions = \(content.conditions), charge = \(content.charge.rawValue),
            agreement = \(content.agreement), unit = \(content.unit), period = \(content.period.rawValue),
            capacity = \(content.capacity), is_public = \(content.isPublic), changed = \(work.now)
            WHERE community = \(work.community) AND id = \(id)
            """)
        try work.database.run(
            "DELETE FROM resource_class WHERE community = \(work.community) AND resource = \(id)")
        try writeClasses(of: id, content.classes, in: work)
    }

    private static func writeClasses(of id: Identifier, _ classes: [String], in work: Work) throws {
        for key in classes {
            try work.database.run(
                """
                INSERT INTO resource_class (community, resource, class) VALUES (\(work.community), \(id),
                \(key))
                """)
        }
    }

    static func writeContact(of id: Identifier, _ text: String, in work: Work) throws {
        let sealed = text.isEmpty ? nil : try work.key(of: id).seal(text, context: contactContext(id))
        try work.database.run(
            "UPDATE resource SET contact = \(sealed) WHERE community = \(work.community) AND id = \(id)")
    }

    /// Who answers for a resource and how to reach them; nil where nothing was left.
    static func contact(of resource: Resource, _ reading: any Reading, _ keys: KeyRing) throws -> String? {
        guard let sealed = resource.contact,
            let key = try reading.key(of: resource.id, in: resource.community, keys)
        else { return nil }
        return try key.openText(sealed, context: contactContext(resource.id))
    }

    private static func contactContext(_ id: Identifier) -> String { "resource.contact \(id)" }

    static func setActive(_ id: Identifier, _ isActive: Bool, in work: Work) throws {
        try work.database.run(
            """
            UPDATE resource SET is_active = \(isActive), changed = \(work.now)
            WHERE community = \(work.community) AND id = \(id)
            """)
    }

    static func verify(_ id: Identifier, _ check: Verification, note: String, in work: Work) throws {
        try work.database.run(
            """
            UPDATE resource SET verified = \(check.at), verified_by = \(check.by),
            verified_how = \(check.how.rawValue) WHERE community = \(work.community) AND id = \(id)
            """)
        try work.database.run(
            """
            INSERT INTO resource_check (community, id, resource, at, by_name, how, note)
            VALUES (\(work.community), \(work.newIdentifier()), \(id), \(check.at), \(check.by),
            \(check.how.rawValue), \(note))
            """)
    }

    /// Adds to what recorded uses tell of a resource.
    static func add(_ more: ResourceResults, to id: Identifier, in work: Work) throws {
        try work.database.run(
            """
            UPDATE resource SET uses = uses + \(more.uses), judged = judged + \(more.judged),
            good = good + \(more.good), late_days = late_days + \(more.lateDays),
            declines = declines + \(more.declines) WHERE community = \(work.community) AND id = \(id)
            """)
    }

    static func setStaleDays(_ days: Int, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO resource_setting (community, stale_days) VALUES (\(work.community), \(days))
            ON CONFLICT (community) DO UPDATE SET stale_days = excluded.stale_days
            """)
    }
}

/// The words by which resources are found.
extension ResourceStore {
    static func index(_ id: Identifier, _ content: ResourceContent, number: Int64, in work: Work) throws {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        work.database.index(document(of: id, content, number, in: work.community, vocabulary))
    }

    /// Writes anew the words of all that answer a class, when the class is called otherwise.
    static func index(answering classKey: String, in work: Work) throws {
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        let resources = try work.database.all(
            """
            SELECT \(columns) FROM resource r WHERE r.community = \(work.community)
            AND r.id IN (SELECT c.resource FROM resource_class c WHERE c.community = \(work.community)
            AND c.class = \(classKey)) ORDER BY r.number LIMIT 100000
            """, decode)
        for resource in resources { work.database.index(document(of: resource, vocabulary)) }
    }

    static let words = WordSource("resource") { after, limit, community, reading in
        let vocabulary = try VocabularyStore.vocabulary(in: community, reading)
        let beyond: SQL = after.map { " AND r.id > \($0)" } ?? ""
        return try reading.all(
            """
            SELECT \(columns) FROM resource r WHERE r.community = \(community)\(beyond)
            ORDER BY r.id LIMIT \(limit)
            """, decode
        ).map { document(of: $0, vocabulary) }
    }

    private static func document(of resource: Resource, _ vocabulary: Vocabulary) -> WordDocument {
        document(of: resource.id, resource.content, resource.number, in: resource.community, vocabulary)
    }

    private static func document(
        of id: Identifier, _ content: ResourceContent, _ number: Int64, in community: Identifier,
        _ vocabulary: Vocabulary
    ) -> WordDocument {
        let classes = content.classes.map { vocabulary.className($0).chinese }
        let text =
            [content.name, content.ownerName, content.description, content.conditions, "Z-\(number)"]
            + classes
        return WordDocument(
            community: community, kind: "resource", object: id,
            words: Bigrams.document(text.joined(separator: "\n")))
    }
}

extension ResourceContent {
    var weekdayText: String { weekdays.sorted().map { "\($0)" }.joined() }
}
