import Actions
import People
import Storage
import Values

/// What an import brought and nobody sees yet.
enum ArrivalStore {
    /// Lifts the mark off the needs of an import, and adds them to the figures once for each place and name.
    static func showNeeds(of batch: Identifier, below top: PlacePath, in work: Work) throws {
        let figures = try figures(of: batch, below: top, in: work)
        try work.database.run(
            """
            UPDATE need SET held = 0 WHERE community = \(work.community) AND held = \
            \(NeedHold.arriving.rawValue)
            AND id IN (SELECT object FROM import_row WHERE community = \(work.community) AND batch = \(batch))
            """)
        try add(figures, in: work)
    }

    private static func figures(
        of batch: Identifier, below top: PlacePath, in work: Work
    ) throws -> [NeedFigures.Key: Int64] {
        var figures: [NeedFigures.Key: Int64] = [:]
        let words = try VocabularyStore.vocabulary(in: work.community, work.database)
        try work.database.each(
            """
            SELECT n.path, n.state, n.class, (n.reported + 28800000000) / 86400000000, COUNT(1) FROM \
            import_row r
            JOIN need n ON n.community = r.community AND n.id = r.object
            WHERE r.community = \(work.community) AND r.batch = \(batch) AND n.held = \
            \(NeedHold.arriving.rawValue)
            GROUP BY n.path, n.state, n.class, (n.reported + 28800000000) / 86400000000
            ORDER BY n.path, n.state, n.class LIMIT \(ImportRun.mostRows)
            """
        ) { row in
            let share = NeedFigures.Share(
                state: try row.choice(1), classKey: row.text(2), outcome: nil, satisfaction: nil,
                year: Day(number: row.int(3)).year, isPrivate: words.isQuiet(row.text(2)))
            for level in PlacePath(text: row.text(0)).upward where top.contains(level) {
                for name in share.names {
                    figures[NeedFigures.Key(path: level, name: name), default: 0] += row.integer(4)
                }
            }
        }
        return figures
    }

    private static func add(_ figures: [NeedFigures.Key: Int64], in work: Work) throws {
        for (key, number) in figures { try work.add(number, to: key.name, at: key.path) }
    }

    static func showResources(of batch: Identifier, below top: PlacePath, in work: Work) throws {
        var figures: [NeedFigures.Key: Int64] = [:]
        try work.database.each(
            """
            SELECT s.path, s.classes FROM import_row r
            JOIN resource s ON s.community = r.community AND s.id = r.object
            WHERE r.community = \(work.community) AND r.batch = \(batch) AND s.is_active = 0
            ORDER BY r.row LIMIT \(ImportRun.mostRows)
            """
        ) { row in
            let names =
                ["resources.active"] + row.text(1).split(separator: " ").map { "resources.class.\($0)" }
            for level in PlacePath(text: row.text(0)).upward where top.contains(level) {
                for name in names { figures[NeedFigures.Key(path: level, name: name), default: 0] += 1 }
            }
        }
        try work.database.run(
            """
            UPDATE resource SET is_active = 1 WHERE community = \(work.community) AND is_active = 0
            AND id IN (SELECT object FROM import_row WHERE community = \(work.community) AND batch = \(batch))
            """)
        try add(figures, in: work)
    }

    /// Removes what a few rows brought, with the marks they left.
    static func remove(_ batch: ImportBatch, most: Int, in work: Work) throws {
        let rows = try work.database.all(
            """
            SELECT object, key FROM import_row WHERE community = \(work.community) AND batch = \(batch.id)
            AND object IS NOT NULL AND row IN (SELECT row FROM import_row WHERE community = \(work.community)
            AND batch = \(batch.id) ORDER BY row LIMIT \(most)) ORDER BY row LIMIT \(most)
            """
        ) { (try $0.identifier(0), $0.bytes(1)) }
        guard !rows.isEmpty else { return }
        let objects = rows.map(\.0)
        try ImportStore.removeMarks(
            of: objects, batch.kind, keys: rows.map(\.1), in: work.community, work.database)
        switch batch.kind {
        case .needs: try removeNeeds(objects, in: work)
        case .resources: try removeResources(objects, in: work)
        case .people: try RegisterArrivals.remove(objects, of: batch.id, in: work)
        }
    }

    /// Closes a few places that an import made and where nobody lives; how many were looked at.
    static func closePlaces(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        let places = try work.database.all(
            """
            SELECT place FROM import_place WHERE community = \(work.community) AND batch = \(batch)
            ORDER BY place DESC LIMIT \(most)
            """
        ) { try $0.identifier(0) }
        try RegisterArrivals.closeEmpty(places, in: work)
        return try work.database.run(
            """
            DELETE FROM import_place WHERE community = \(work.community) AND batch = \(batch)
            AND place IN \(list: places)
            """)
    }

    /// What an import made of places stays; how many there were.
    static func forgetPlaces(of batch: Identifier, in work: Work) throws -> Int {
        try work.database.run(
            "DELETE FROM import_place WHERE community = \(work.community) AND batch = \(batch)")
    }

    private static func removeNeeds(_ ids: [Identifier], in work: Work) throws {
        let (community, writing) = (work.community, work.database)
        try writing.run("DELETE FROM need_event WHERE community = \(community) AND need IN \(list: ids)")
        try writing.run("DELETE FROM subject_key WHERE community = \(community) AND subject IN \(list: ids)")
        try writing.run(
            """
            DELETE FROM need WHERE community = \(community) AND held = \(NeedHold.arriving.rawValue)
            AND id IN \(list: ids)
            """)
        for id in ids {
            writing.index(WordDocument(community: community, kind: "need", object: id, words: ""))
        }
    }

    private static func removeResources(_ ids: [Identifier], in work: Work) throws {
        let (community, writing) = (work.community, work.database)
        try writing.run(
            "DELETE FROM resource_class WHERE community = \(community) AND resource IN \(list: ids)")
        try writing.run("DELETE FROM subject_key WHERE community = \(community) AND subject IN \(list: ids)")
        try writing.run(
            "DELETE FROM resource WHERE community = \(community) AND is_active = 0 AND id IN \(list: ids)")
        for id in ids {
            writing.index(WordDocument(community: community, kind: "resource", object: id, words: ""))
        }
    }
}
