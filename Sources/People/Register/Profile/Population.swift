import Actions
import Sealing
import Storage
import Values

/// Everybody who lived at or below a place on a day, as the register knows it, with what is counted of them.
struct Population: Sendable {
    struct One: Sendable {
        let person: Identifier
        let household: Identifier
        /// Where the home stood on the day.
        fileprivate(set) var path: PlacePath
        let sex: Sex
        let age: Int
        let isMigrant: Bool
        /// A bit for each fact and group that was read, in the order of `Population.marks`.
        fileprivate(set) var marks: UInt64 = 0
    }

    let day: Day
    private(set) var people: [One] = []
    /// The path of each household on the day.
    private(set) var households: [Identifier: PlacePath] = [:]
    /// What was read of everybody: the facts, then the groups.
    private var marks: [String: UInt64] = [:]

    static let most = 200_000
    static let kinds: [FactKind] = [.retired, .party]

    init(
        on day: Day, below path: PlacePath, in community: Identifier, groups codes: [String],
        _ keys: KeyRing, _ reading: any Reading
    ) throws {
        self.day = day
        let then = try PlacesOn(day, in: community, reading)
        // Where the tree was another one, it is asked of everybody whether they lived here.
        let read = try then.isAsToday ? path : PlaceStore.top(of: community, reading)?.path ?? path
        try readPeople(below: read, in: community, reading)
        try readHouseholds(below: read, in: community, reading)
        if !then.isAsToday { stand(below: path, then) }
        var sets: [(String, Set<Identifier>)] = []
        for kind in Self.kinds {
            sets.append((kind.rawValue, try Self.holders(of: kind, on: day, in: community, reading)))
        }
        let members = try GroupStore.members(of: codes, on: day, in: community, keys, reading)
        sets += codes.map { ($0, members[$0] ?? []) }
        mark(sets)
    }

    /// Puts everybody where their home stood on the day, and leaves out who lived elsewhere.
    private mutating func stand(below path: PlacePath, _ then: PlacesOn) {
        let top = then.path(path)
        let isHere = { (place: PlacePath) in top?.contains(place) ?? false }
        households = households.compactMapValues { then.path($0) }.filter { isHere($0.value) }
        people = people.compactMap { one in
            guard let stood = then.path(one.path), isHere(stood) else { return nil }
            var one = one
            one.path = stood
            return one
        }
        people.sort { ($0.path.text, $0.person) < ($1.path.text, $1.person) }
    }

    /// One look at each person instead of one for each question that is asked of them; at most 64 sets.
    private mutating func mark(_ sets: [(String, Set<Identifier>)]) {
        var bits: [Identifier: UInt64] = [:]
        for (index, set) in sets.enumerated() {
            let bit = UInt64(1) << UInt64(index & 63)
            marks[set.0] = bit
            for person in set.1 { bits[person, default: 0] |= bit }
        }
        for index in people.indices { people[index].marks = bits[people[index].person] ?? 0 }
    }

    private mutating func readPeople(
        below path: PlacePath, in community: Identifier, _ reading: any Reading
    ) throws {
        let text = day.description
        try reading.each(
            """
            SELECT r.person, r.household, h.path, p.sex, p.born, r.standing FROM household h
            JOIN residence r ON r.community = h.community AND r.household = h.id
            JOIN person p ON p.community = r.community AND p.id = r.person
            WHERE h.community = \(community) AND h.path >= \(path) AND h.path < \(path.end)
            AND r.since <= \(text) AND (r.until IS NULL OR r.until > \(text))
            AND r.standing <> \(Standing.away.rawValue) AND p.merged_into IS NULL
            AND \(ArrivedPeople.isSeen("p"))
            ORDER BY h.path, r.person, r.id LIMIT \(Self.most)
            """
        ) { row in
            people.append(
                One(
                    person: try row.identifier(0), household: try row.identifier(1),
                    path: PlacePath(text: row.text(2)), sex: try row.choice(3),
                    age: try row.day(4).years(to: day),
                    isMigrant: row.text(5) == Standing.migrant.rawValue))
        }
    }

    private mutating func readHouseholds(
        below path: PlacePath, in community: Identifier, _ reading: any Reading
    ) throws {
        let text = day.description
        try reading.each(
            """
            SELECT id, path FROM household WHERE community = \(community)
            AND path >= \(path) AND path < \(path.end) AND \(ArrivedPeople.isSeen("household"))
            AND formed <= \(text)
            AND (ended IS NULL OR ended > \(text)) ORDER BY path, id LIMIT \(Self.most)
            """
        ) { households[try $0.identifier(0)] = PlacePath(text: $0.text(1)) }
    }

    /// Of whom a fact holds on a day.
    static func holders(
        of kind: FactKind, on day: Day, in community: Identifier, _ reading: any Reading
    ) throws -> Set<Identifier> {
        let text = day.description
        let all = try reading.all(
            """
            SELECT person FROM person_fact WHERE community = \(community) AND kind = \(kind.rawValue)
            AND since <= \(text) AND (until IS NULL OR until > \(text)) ORDER BY person, id LIMIT \(most)
            """
        ) { try $0.identifier(0) }
        return Set(all)
    }

    func has(_ one: One, _ kind: FactKind) -> Bool { one.marks & bit(kind.rawValue) != 0 }
    func isIn(_ one: One, _ code: String) -> Bool { one.marks & bit(code) != 0 }

    /// The bit of a fact or group that was read; none for others.
    func bit(_ name: String) -> UInt64 { marks[name] ?? 0 }
}
