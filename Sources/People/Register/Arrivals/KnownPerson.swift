import Actions
import Sealing
import Storage
import Values

/// Somebody of the register as the rows of a table are held against them.
struct KnownPerson {
    struct Stay {
        let id: Identifier, household: Identifier, place: Identifier
        let path: PlacePath
        let relation: Relation
        let standing: Standing
        let since: Day
    }

    let id: Identifier
    let name: String
    let sex: Sex
    let born: Day
    let died: Bool
    let phone: [UInt8]?
    let number: [UInt8]?
    /// Where they live now.
    let stay: Stay?
    var facts: Set<FactKind> = []

    /// Those who have one of the numbers, and those who live at one of the homes.
    static func all(
        numbers: [[UInt8]], homes: [Identifier], in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading
    ) throws -> [KnownPerson] {
        let named = try reading.all(
            """
            SELECT id FROM person WHERE community = \(community) AND identity_token IN \(list: numbers)
            AND merged_into IS NULL AND \(ArrivedPeople.isSeen("person")) ORDER BY id LIMIT 10000
            """
        ) { try $0.identifier(0) }
        let living = try reading.all(
            """
            SELECT r.person FROM household h
            JOIN residence r ON r.community = h.community AND r.household = h.id
            WHERE h.community = \(community) AND h.place IN \(list: homes) AND \(ArrivedPeople.isSeen("h"))
            AND r.until IS NULL ORDER BY r.person LIMIT 20000
            """
        ) { try $0.identifier(0) }
        let ids = Array(Set(named + living))
        return ids.isEmpty ? [] : try people(ids, in: community, keys, reading)
    }

    static func people(
        _ ids: [Identifier], in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [KnownPerson] {
        let facts = try facts(of: ids, in: community, reading)
        var seen: Set<Identifier> = []
        return try reading.all(
            """
            SELECT p.id, p.name, p.name_sealed, p.sex, p.born, p.died, p.phone_token, p.identity_token,
            r.id, r.household, h.place, h.path, r.relation, r.standing, r.since FROM person p
            LEFT JOIN residence r ON r.community = p.community AND r.person = p.id AND r.until IS NULL
            LEFT JOIN household h ON h.community = r.community AND h.id = r.household
            WHERE p.community = \(community) AND p.id IN \(list: ids) AND p.merged_into IS NULL
            AND \(ArrivedPeople.isSeen("p")) ORDER BY p.id, r.since DESC, r.id LIMIT 20000
            """
        ) { row -> KnownPerson? in
            let id = try row.identifier(0)
            guard seen.insert(id).inserted else { return nil }
            let name = try row.optionalBytes(2).map {
                try PersonStore.open($0, RegisterKeys.name(id), of: id, in: community, keys, reading)
            }
            return KnownPerson(
                id: id, name: (name ?? row.text(1)) ?? "", sex: try row.choice(3), born: try row.day(4),
                died: !row.isNull(5), phone: row.optionalBytes(6), number: row.optionalBytes(7),
                stay: row.isNull(8) ? nil : try stay(row), facts: facts[id] ?? [])
        }.compactMap { $0 }
    }

    private static func stay(_ row: any Row) throws -> Stay {
        Stay(
            id: try row.identifier(8), household: try row.identifier(9), place: try row.identifier(10),
            path: PlacePath(text: row.text(11)), relation: try row.choice(12), standing: try row.choice(13),
            since: try row.day(14))
    }

    private static func facts(
        of ids: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: Set<FactKind>] {
        var facts: [Identifier: Set<FactKind>] = [:]
        try reading.each(
            """
            SELECT person, kind FROM person_fact WHERE community = \(community) AND person IN \(list: ids)
            AND kind IN \(list: [FactKind.retired.rawValue, FactKind.party.rawValue]) AND until IS NULL
            ORDER BY person, id LIMIT 40000
            """
        ) { facts[try $0.identifier(0), default: []].insert(try $0.choice(1)) }
        return facts
    }
}
