import Actions
import Sealing
import Storage
import Values

/// Households as they are stored.
enum HouseholdStore {
    static let columns: SQL = "h.id, h.community, h.place, h.path, h.formed, h.ended, h.source"

    static func decode(_ row: any Row) throws -> Household {
        Household(
            id: try row.identifier(0), community: try row.identifier(1), place: try row.identifier(2),
            path: PlacePath(text: row.text(3)), period: try row.period(4), source: try row.choice(6))
    }

    static func insert(_ household: Household, arriving: Identifier?, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO household (community, id, place, path, formed, ended, arriving, source, made)
            VALUES (\(work.community), \(household.id), \(household.place), \(household.path),
            \(household.period.since.description), \(household.period.until?.description), \(arriving),
            \(household.source.rawValue), \(work.now))
            """)
    }

    /// The one that there is at a home, or that the same import has begun there.
    static func open(at place: Identifier, orOf batch: Identifier, in work: Work) throws -> Household? {
        try work.database.first(
            """
            SELECT \(columns) FROM household h WHERE h.community = \(work.community)
            AND h.place = \(place) AND h.ended IS NULL
            AND (h.arriving = \(batch) OR \(ArrivedPeople.isSeen("h")))
            ORDER BY CASE WHEN h.arriving = \(batch) THEN 1 ELSE 0 END, h.id LIMIT 1
            """, decode)
    }

    static func end(_ id: Identifier, on day: Day, in work: Work) throws {
        try work.database.run(
            """
            UPDATE household SET ended = \(day.description)
            WHERE community = \(work.community) AND id = \(id) AND ended IS NULL
            """)
    }

    static func household(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Household? {
        try reading.first(
            "SELECT \(columns) FROM household h WHERE h.community = \(community) AND h.id = \(id)", decode)
    }

    /// Those at a home, the present ones first.
    static func households(
        at place: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [Household] {
        try reading.all(
            """
            SELECT \(columns) FROM household h WHERE h.community = \(community) AND h.place = \(place)
            AND \(ArrivedPeople.isSeen("h"))
            ORDER BY CASE WHEN h.ended IS NULL THEN 0 ELSE 1 END, h.formed DESC, h.id LIMIT 20
            """, decode)
    }
}

/// Stays in households.
enum ResidenceStore {
    static let columns: SQL =
        "r.id, r.person, r.household, r.relation, r.standing, r.since, r.until, r.source"

    static func decode(_ row: any Row) throws -> Residence {
        Residence(
            id: try row.identifier(0), person: try row.identifier(1), household: try row.identifier(2),
            relation: try row.choice(3), standing: try row.choice(4), period: try row.period(5),
            source: try row.choice(7))
    }

    static func insert(_ stay: Residence, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO residence (community, id, person, household, relation, standing, since, until, why,
            source, made)
            VALUES (\(work.community), \(stay.id), \(stay.person), \(stay.household),
            \(stay.relation.rawValue), \(stay.standing.rawValue), \(stay.period.since.description),
            \(stay.period.until?.description), \(""), \(stay.source.rawValue), \(work.now))
            """)
    }

    static func end(_ id: Identifier, on day: Day, _ why: LeavingReason, in work: Work) throws {
        try work.database.run(
            """
            UPDATE residence SET until = \(day.description), why = \(why.rawValue)
            WHERE community = \(work.community) AND id = \(id) AND until IS NULL
            """)
    }

    static func set(_ relation: Relation, _ standing: Standing, of id: Identifier, in work: Work) throws {
        try work.database.run(
            """
            UPDATE residence SET relation = \(relation.rawValue), standing = \(standing.rawValue)
            WHERE community = \(work.community) AND id = \(id)
            """)
    }

    /// Every stay of a person, the present ones first.
    static func stays(
        of person: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [Residence] {
        try reading.all(
            """
            SELECT \(columns) FROM residence r WHERE r.community = \(community) AND r.person = \(person)
            ORDER BY CASE WHEN r.until IS NULL THEN 0 ELSE 1 END, r.since DESC, r.id LIMIT 100
            """, decode)
    }

    /// Who is in a household now.
    static func members(
        of household: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [Residence] {
        try reading.all(
            """
            SELECT \(columns) FROM residence r WHERE r.community = \(community)
            AND r.household = \(household) AND r.until IS NULL ORDER BY r.since, r.id LIMIT 200
            """, decode)
    }
}

/// Facts of a person by period.
enum FactStore {
    struct Line: Sendable, Codable {
        let id: Identifier
        let kind: FactKind
        let value: String
        let period: Period
        let source: FactSource
    }

    static func insert(_ fact: NewFact, of person: Identifier, _ source: FactSource, in work: Work) throws {
        let id = work.newIdentifier()
        let sealed =
            fact.value.isEmpty
            ? nil : try work.key(of: person).seal(fact.value, context: RegisterKeys.fact(id))
        try work.database.run(
            """
            INSERT INTO person_fact (community, id, person, kind, sealed, since, until, source, made)
            VALUES (\(work.community), \(id), \(person), \(fact.kind.rawValue), \(sealed),
            \(fact.period.since.description), \(fact.period.until?.description), \(source.rawValue),
            \(work.now))
            """)
    }

    static func end(_ id: Identifier, on day: Day, in work: Work) throws {
        try work.database.run(
            """
            UPDATE person_fact SET until = \(day.description)
            WHERE community = \(work.community) AND id = \(id) AND until IS NULL
            """)
    }

    /// Takes facts of some kinds away for good, with what was written in them.
    static func remove(_ kinds: [FactKind], of person: Identifier, in work: Work) throws {
        try work.database.run(
            """
            DELETE FROM person_fact WHERE community = \(work.community) AND person = \(person)
            AND kind IN \(list: kinds.map(\.rawValue))
            """)
    }

    static func facts(
        of person: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [Line] {
        let key = try reading.key(of: person, in: community, keys)
        return try reading.all(
            """
            SELECT id, kind, sealed, since, until, source FROM person_fact
            WHERE community = \(community) AND person = \(person) ORDER BY since DESC, id LIMIT 200
            """
        ) { row in
            let id = try row.identifier(0)
            let value = try row.optionalBytes(2).flatMap { sealed in
                try key?.openText(sealed, context: RegisterKeys.fact(id))
            }
            return Line(
                id: id, kind: try row.choice(1), value: value ?? "", period: try row.period(3),
                source: try row.choice(5))
        }
    }
}

/// Homes: how large, and whose.
enum HomeStore {
    static func insert(
        _ area: Area, floor: Int, of place: Identifier, _ period: Period, _ source: FactSource, in work: Work
    ) throws {
        try work.database.run(
            """
            INSERT INTO dwelling (community, id, place, area, floor, since, until, source, made)
            VALUES (\(work.community), \(work.newIdentifier()), \(place), \(area.units), \(floor),
            \(period.since.description), \(period.until?.description), \(source.rawValue), \(work.now))
            """)
    }

    /// The floor area on a day; nil where none is known.
    static func area(
        of place: Identifier, on day: Day, in community: Identifier, _ reading: any Reading
    ) throws -> Area? {
        try reading.first(
            """
            SELECT area FROM dwelling WHERE community = \(community) AND place = \(place)
            AND since <= \(day.description) AND (until IS NULL OR until > \(day.description))
            ORDER BY since DESC, id LIMIT 1
            """
        ) { Area(units: $0.integer(0)) }
    }
}
