public import Actions
public import Sealing
public import Storage
public import Values

/// People whom an import brings: written down chunk by chunk, seen and counted by nobody until all are there.
public enum RegisterArrivals {
    /// Writes a few of them down, unseen; each joins the household at its home, or begins one.
    public static func bring(
        _ rows: [ArrivingPerson], of batch: Identifier, in work: Work
    ) throws -> [Identifier] {
        let intake = try RegisterIntake(work, arriving: batch)
        try intake.ask(for: rows.lazy.map(\.person))
        var homes: [Identifier: Household] = [:]
        let people = try rows.map { row in
            guard let place = row.place else { throw RegisterRefusal.notAHome }
            let household = try homes[place] ?? household(at: place, row.person, of: batch, intake)
            homes[place] = household
            return try intake.add(row.person, to: household)
        }
        try intake.finish()
        return people
    }

    private static func household(
        at place: Identifier, _ first: NewPerson, of batch: Identifier, _ intake: RegisterIntake
    ) throws -> Household {
        let there = try HouseholdStore.open(at: place, orOf: batch, in: intake.work)
        return try there ?? intake.form(at: place, Period(since: first.stay.since), first.source)
    }

    /// From now on everybody of the import is there: one row says so, however many they are.
    public static func show(of batch: Identifier, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO register_arrived (community, batch, at)
            VALUES (\(work.community), \(batch), \(work.now))
            """)
    }

    /// Lifts the import's mark off some of the rows that are seen already; how many those were, 0 at the end.
    public static func lift(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        try ArrivedPeople.lift(of: batch, most: most, in: work)
    }

    /// Forgets some of what an import that is given up would have counted; how many rows those were.
    public static func dropFigures(of batch: Identifier, most: Int, in work: Work) throws -> Int {
        try ArrivedPeople.dropFigures(of: batch, most: most, in: work)
    }

    /// Adopted imports that still have rows with their mark, of all communities.
    public static func unfinished(
        _ reading: any Reading
    ) throws -> [(community: Identifier, batch: Identifier)] {
        try reading.all(
            "SELECT community, batch FROM register_arrived ORDER BY community, batch LIMIT 100"
        ) { (try $0.identifier(0), try $0.identifier(1)) }
    }

    /// Takes a few of them away again, with all that was written of them.
    public static func remove(_ people: [Identifier], of batch: Identifier, in work: Work) throws {
        let (community, writing) = (work.community, work.database)
        let mine = try writing.all(
            """
            SELECT id FROM person WHERE community = \(community) AND arriving = \(batch)
            AND id IN \(list: people) ORDER BY id LIMIT 1000
            """
        ) { try $0.identifier(0) }
        let homes = try writing.all(
            """
            SELECT DISTINCT household FROM residence WHERE community = \(community)
            AND person IN \(list: mine) ORDER BY household LIMIT 1000
            """
        ) { try $0.identifier(0) }
        try erase(mine, in: work)
        try writing.run(
            """
            DELETE FROM household WHERE community = \(community) AND arriving = \(batch)
            AND id IN \(list: homes) AND NOT EXISTS (SELECT 1 FROM residence r
            WHERE r.community = household.community AND r.household = household.id)
            """)
    }

    /// Everything that is written of these people, gone.
    static func erase(_ people: [Identifier], in work: Work) throws {
        let (community, writing) = (work.community, work.database)
        let codes = try GroupStore.groups(in: community, writing).map(\.code)
        for person in people {
            let names = codes.flatMap { RegisterKeys.pseudonyms(person, in: $0, work.keys) }
            try writing.run(
                "DELETE FROM group_member WHERE community = \(community) AND who IN \(list: names)")
        }
        for table in ["person_fact", "residence"] as [SQL] {
            try writing.run(
                "DELETE FROM \(table) WHERE community = \(community) AND person IN \(list: people)")
        }
        try writing.run(
            "DELETE FROM subject_key WHERE community = \(community) AND subject IN \(list: people)")
        try writing.run("DELETE FROM person WHERE community = \(community) AND id IN \(list: people)")
        for person in people { PersonStore.index(person, name: "", isChild: false, in: work) }
    }

    /// Removes a household in which nobody has ever been; whether it was one.
    static func eraseIfEmpty(_ household: Identifier, in work: Work) throws -> Bool {
        try work.database.run(
            """
            DELETE FROM household WHERE community = \(work.community) AND id = \(household)
            AND NOT EXISTS (SELECT 1 FROM residence r
            WHERE r.community = household.community AND r.household = household.id)
            """) > 0
    }

    /// The groups that a table may name.
    public static func groups(in community: Identifier, _ reading: any Reading) throws -> [SpecialGroup] {
        try GroupStore.groups(in: community, reading)
    }
}
