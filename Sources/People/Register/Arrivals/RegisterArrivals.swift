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
        return try rows.map { row in
            guard let place = row.place else { throw RegisterRefusal.notAHome }
            let household = try homes[place] ?? household(at: place, row.person, of: batch, intake)
            homes[place] = household
            return try intake.add(row.person, to: household)
        }
    }

    private static func household(
        at place: Identifier, _ first: NewPerson, of batch: Identifier, _ intake: RegisterIntake
    ) throws -> Household {
        let there = try HouseholdStore.open(at: place, orOf: batch, in: intake.work)
        return try there ?? intake.form(at: place, Period(since: first.stay.since), first.source)
    }

    /// From now on everybody of the import is there; the figures are added once for each place.
    public static func show(of batch: Identifier, in work: Work) throws {
        let intake = try RegisterIntake(work)
        try work.database.each(
            """
            SELECT h.path, p.sex, r.standing FROM person p
            JOIN residence r ON r.community = p.community AND r.person = p.id
            JOIN household h ON h.community = r.community AND h.id = r.household
            WHERE p.community = \(work.community) AND p.arriving = \(batch) AND r.until IS NULL
            ORDER BY p.id, r.id LIMIT \(Population.most)
            """
        ) { row in
            intake.countPerson(1, try row.choice(1), try row.choice(2), at: PlacePath(text: row.text(0)))
        }
        try work.database.each(
            """
            SELECT path FROM household WHERE community = \(work.community) AND arriving = \(batch)
            AND ended IS NULL ORDER BY id LIMIT \(Population.most)
            """
        ) { intake.count(1, .households, at: PlacePath(text: $0.text(0))) }
        for table in ["UPDATE person", "UPDATE household"] as [SQL] {
            try work.database.run(
                "\(table) SET arriving = NULL WHERE community = \(work.community) AND arriving = \(batch)")
        }
        try intake.finish()
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
        try erase(mine, in: work)
        try writing.run(
            """
            DELETE FROM household WHERE community = \(community) AND arriving = \(batch)
            AND NOT EXISTS (SELECT 1 FROM residence r
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
        for table in ["person_fact", "residence", "ability"] as [SQL] {
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
