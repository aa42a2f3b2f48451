import Actions
import Storage
import Values
import Web

/// What holds of the register at any moment.
enum RegisterInvariants {
    static let all = [
        Invariant(name: "register.figures-equal-a-recount", breaks: figures),
        Invariant(name: "register.nobody-lives-twice", breaks: livingTwice),
        Invariant(name: "register.one-number-one-person", breaks: sharedNumbers),
        Invariant(name: "register.households-stand-at-their-homes", breaks: strayHouseholds),
        Invariant(name: "register.the-dead-live-nowhere", breaks: livingDead),
        Invariant(name: "register.periods-run-forwards", breaks: backwards),
        Invariant(name: "register.owners-shares-make-one-whole", breaks: brokenShares),
    ]

    /// Counts everybody who is here now at each place above them, and holds the figures against that: those
    /// that are kept, with what adopted imports still carry over.
    private static func figures(_ reading: any Reading) throws -> [String] {
        let counted = try recount(reading)
        var figures = try arriving(reading)
        try reading.each(
            """
            SELECT community, path, name, number FROM figure
            WHERE name >= 'people.' AND name < 'people/' ORDER BY community, path, name
            """
        ) { row in
            let key = FigureKey(community: try row.identifier(0), path: row.text(1), name: row.text(2))
            figures[key, default: 0] += row.integer(3)
        }
        return Set(figures.keys).union(counted.keys).compactMap { key in
            let (kept, truth) = (figures[key] ?? 0, counted[key] ?? 0)
            return kept == truth ? nil : "\(key.name) at \(key.path): \(kept), is \(truth)"
        }
    }

    private static func arriving(_ reading: any Reading) throws -> [FigureKey: Int64] {
        var figures: [FigureKey: Int64] = [:]
        try reading.each(
            """
            SELECT f.community, f.path, f.name, f.number, root.path FROM register_arrived b
            JOIN arriving_figure f ON f.community = b.community AND f.batch = b.batch
            JOIN place root ON root.community = b.community AND root.id = b.community
            ORDER BY f.community, f.path, f.name, f.batch
            """
        ) { row in
            let root = PlacePath(text: row.text(4)), community = try row.identifier(0)
            for level in PlacePath(text: row.text(1)).upward where root.contains(level) {
                let key = FigureKey(community: community, path: level.text, name: row.text(2))
                figures[key, default: 0] += row.integer(3)
            }
        }
        return figures
    }

    private static func recount(_ reading: any Reading) throws -> [FigureKey: Int64] {
        var counted: [FigureKey: Int64] = [:]
        func count(_ figure: RegisterFigure, _ community: Identifier, _ path: String, _ root: PlacePath) {
            for level in PlacePath(text: path).upward where root.contains(level) {
                let key = FigureKey(community: community, path: level.text, name: figure.rawValue)
                counted[key, default: 0] += 1
            }
        }
        try reading.each(
            """
            SELECT h.community, h.path, root.path FROM household h
            JOIN place root ON root.community = h.community AND root.id = h.community
            WHERE h.ended IS NULL AND \(ArrivedPeople.isSeen("h")) ORDER BY h.community, h.id
            """
        ) { count(.households, try $0.identifier(0), $0.text(1), PlacePath(text: $0.text(2))) }
        try reading.each(
            """
            SELECT r.community, h.path, root.path, p.sex, r.standing FROM residence r
            JOIN household h ON h.community = r.community AND h.id = r.household
            JOIN person p ON p.community = r.community AND p.id = r.person
            JOIN place root ON root.community = r.community AND root.id = r.community
            WHERE r.until IS NULL AND r.standing <> \(Standing.away.rawValue) AND p.merged_into IS NULL
            AND \(ArrivedPeople.isSeen("p")) ORDER BY r.community, r.id
            """
        ) { row in
            let community = try row.identifier(0), path = row.text(1), root = PlacePath(text: row.text(2))
            count(.people, community, path, root)
            if row.text(3) == Sex.male.rawValue { count(.men, community, path, root) }
            if row.text(4) == Standing.migrant.rawValue { count(.migrants, community, path, root) }
        }
        return counted
    }

    private static func livingTwice(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT person, COUNT(*) FROM residence
            WHERE until IS NULL AND standing <> \(Standing.away.rawValue)
            GROUP BY community, person HAVING COUNT(*) > 1 ORDER BY community, person LIMIT 100
            """
        ) { "\(try $0.identifier(0)) lives in \($0.integer(1)) households" }
    }

    private static func sharedNumbers(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT COUNT(*) FROM person WHERE identity_token IS NOT NULL AND merged_into IS NULL
            GROUP BY community, identity_token HAVING COUNT(*) > 1
            ORDER BY community, identity_token LIMIT 100
            """
        ) { "one identity number is written for \($0.integer(0)) people" }
    }

    private static func strayHouseholds(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT h.id, h.path FROM household h
            LEFT JOIN place p ON p.community = h.community AND p.id = h.place
            WHERE p.path IS NULL OR p.path <> h.path ORDER BY h.community, h.id LIMIT 100
            """
        ) { "household \(try $0.identifier(0)) is not at its home: \($0.text(1))" }
    }

    private static func livingDead(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT p.id FROM person p JOIN residence r ON r.community = p.community AND r.person = p.id
            WHERE p.died IS NOT NULL AND r.until IS NULL ORDER BY p.community, p.id LIMIT 100
            """
        ) { "\(try $0.identifier(0)) has died and still lives somewhere" }
    }

    private static func backwards(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT id FROM residence WHERE until IS NOT NULL AND until <= since
            UNION ALL SELECT id FROM person_fact WHERE until IS NOT NULL AND until <= since
            UNION ALL SELECT id FROM group_member WHERE until IS NOT NULL AND until <= since
            UNION ALL SELECT id FROM home_holder WHERE until IS NOT NULL AND until <= since
            UNION ALL SELECT id FROM dwelling WHERE until IS NOT NULL AND until <= since
            UNION ALL SELECT id FROM household WHERE ended IS NOT NULL AND ended <= formed
            ORDER BY 1 LIMIT 100
            """
        ) { "the period of \(try $0.identifier(0)) ends before it begins" }
    }

    private static func brokenShares(_ reading: any Reading) throws -> [String] {
        var shares: [Identifier: [Share]] = [:]
        var breaks: [String] = []
        try reading.each(
            """
            SELECT place, numerator, denominator FROM home_holder WHERE until IS NULL
            AND role = \(HomeRole.owner.rawValue) ORDER BY community, place, id
            """
        ) { row in
            let place = try row.identifier(0)
            guard let share = Share(row.int(1), of: row.int(2)) else {
                return breaks.append("a share of home \(place) is none")
            }
            shares[place, default: []].append(share)
        }
        return breaks
            + shares.filter { !Share.areWhole($0.value) }.map { "home \($0.key) is not wholly owned" }
    }
}
