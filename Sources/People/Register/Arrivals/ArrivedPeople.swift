import Actions
import Storage
import Values

/// People of imports that were adopted and whose rows still carry the import's mark.
///
/// Adoption writes one row, however many people there are: from that commit on everybody sees all of them,
/// and their figures count. Marks are lifted and figures carried over afterwards, between other people's
/// changes.
enum ArrivedPeople {
    /// Whether a row of `person` or `household` is there for everybody.
    static func isSeen(_ row: SQL) -> SQL {
        """
        (\(row).arriving IS NULL OR EXISTS (SELECT 1 FROM register_arrived seen
        WHERE seen.community = \(row).community AND seen.batch = \(row).arriving))
        """
    }

    /// The imports of a community that still have rows with their mark.
    static func batches(in community: Identifier, _ reading: any Reading) throws -> [Identifier] {
        try kept.value(community, reading) { reading in
            try reading.all(
                """
                SELECT batch FROM register_arrived WHERE community = \(community) ORDER BY batch LIMIT 1000
                """
            ) { try $0.identifier(0) }
        } ?? []
    }

    private static let kept = Kept<Identifier, [Identifier]>(most: 5_000)

    // MARK: Figures

    /// Notes what an import will add to the figures at its homes.
    static func add(
        _ figures: [RegisterFigure: [PlacePath: Int64]], of batch: Identifier, in work: Work
    ) throws {
        for (figure, places) in figures {
            for (path, number) in places where number != 0 {
                try work.database.run(
                    """
                    INSERT INTO arriving_figure (community, path, name, batch, number)
                    VALUES (\(work.community), \(path), \(figure.rawValue), \(batch), \(number))
                    ON CONFLICT (community, path, name, batch)
                    DO UPDATE SET number = arriving_figure.number + excluded.number
                    """)
            }
        }
    }

    /// Adds to figures of some places what imports that were adopted have not carried over yet.
    static func count(
        into figures: inout [PlacePath: [String: Int64]], _ names: [String], at paths: [PlacePath],
        in community: Identifier, _ reading: any Reading
    ) throws {
        guard names.contains(where: { RegisterFigure(rawValue: $0) != nil }) else { return }
        let batches = try batches(in: community, reading)
        if batches.isEmpty { return }
        for path in paths {
            try reading.each(
                """
                SELECT name, SUM(number) FROM arriving_figure WHERE community = \(community)
                AND path >= \(path) AND path < \(path.end) AND name IN \(list: names)
                AND batch IN \(list: batches) GROUP BY name ORDER BY name LIMIT 100
                """
            ) { figures[path, default: [:]][$0.text(0), default: 0] += $0.integer(1) }
        }
    }

    // MARK: Afterwards

    /// Lifts the mark off some people and households of an adopted import, and carries some of its figures
    /// over; how many rows that were, 0 at the end.
    static func lift(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        var count = try carryFigures(of: batch, most: most, in: work)
        for table in ["person", "household"] as [SQL] {
            count += try work.database.run(
                """
                UPDATE \(table) SET arriving = NULL WHERE community = \(work.community)
                AND id IN (SELECT id FROM \(table) WHERE community = \(work.community)
                AND arriving = \(batch) ORDER BY id LIMIT \(most))
                """)
        }
        if count == 0 {
            try work.database.run(
                "DELETE FROM register_arrived WHERE community = \(work.community) AND batch = \(batch)")
        }
        return count
    }

    private static func carryFigures(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        let locality = try work.place(work.community).path
        let rows = try work.database.all(
            """
            SELECT path, name, number FROM arriving_figure WHERE community = \(work.community)
            AND batch = \(batch) ORDER BY path, name LIMIT \(most)
            """
        ) { (path: $0.text(0), name: $0.text(1), number: $0.integer(2)) }
        guard let last = rows.last else { return 0 }
        for row in rows {
            try work.add(row.number, to: row.name, at: PlacePath(text: row.path), below: locality)
        }
        return try work.database.run(
            """
            DELETE FROM arriving_figure WHERE community = \(work.community) AND batch = \(batch)
            AND (path < \(last.path) OR (path = \(last.path) AND name <= \(last.name)))
            """)
    }

    /// Forgets some of what an import that is given up would have added; how many rows that were.
    static func dropFigures(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        try work.database.run(
            """
            DELETE FROM arriving_figure WHERE community = \(work.community) AND batch = \(batch)
            AND path IN (SELECT path FROM arriving_figure WHERE community = \(work.community)
            AND batch = \(batch) ORDER BY path, name LIMIT \(most))
            """)
    }
}
