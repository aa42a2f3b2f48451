import Actions
import Sealing
import Storage
import Values

/// What of the register is wanted.
struct RegisterFilter: Codable, Sendable {
    /// A name, its first letters, a telephone, an identity number or a place.
    var words = ""
    /// The code of a place at or below which they live.
    var place: String?
    var group: String?
    var figure: ProfileKey?
    var sort: HouseholdSort?
    var day: Day?
    /// The last one of the page before: path and person.
    var after: String?

    /// Whether it has to be counted as the profile is.
    var isCounted: Bool { group != nil || figure != nil || sort != nil || day != nil }
}

/// A row of the register's list. The name is masked.
struct RegisterRow: Codable, Sendable {
    let id: Identifier
    let name: String
    let sex: Sex
    let age: Int
    let address: String
    let standing: Standing?
    let household: Identifier?
}

/// The register's lists.
struct RegisterList {
    let community: Identifier
    let top: Place
    let today: Day
    let keys: KeyRing
    let reading: any Reading

    static let perPage = 50

    /// One page, and where the next one begins.
    func page(_ filter: RegisterFilter) throws -> (rows: [RegisterRow], next: String?, count: Int?) {
        if !filter.words.isEmpty { return (try found(filter.words), nil, nil) }
        if filter.isCounted { return try counted(filter) }
        return try plain(filter)
    }

    // MARK: By place

    private func plain(_ filter: RegisterFilter) throws -> (rows: [RegisterRow], next: String?, count: Int?) {
        let stays = try stays(below: top.path, after: Cursor(filter.after), limit: Self.perPage + 1)
        let shown = Array(stays.prefix(Self.perPage))
        let count = try FigureStore.figures(
            [RegisterFigure.people.rawValue], at: [top.path], in: community, reading)
        return (
            try rows(shown.map(\.person)), stays.count > shown.count ? shown.last?.text : nil,
            count[top.path]?[RegisterFigure.people.rawValue].map { Int($0) } ?? 0
        )
    }

    /// Who lives at or below a place, home by home.
    private func stays(below path: PlacePath, after cursor: Cursor?, limit: Int) throws -> [Cursor] {
        try reading.all(
            """
            SELECT h.path, r.person FROM household h
            JOIN residence r ON r.community = h.community AND r.household = h.id
            JOIN person p ON p.community = r.community AND p.id = r.person
            WHERE h.community = \(community) AND h.path >= \(cursor?.path ?? path.text)
            AND h.path < \(path.end) AND r.until IS NULL AND p.merged_into IS NULL
            AND \(ArrivedPeople.isSeen("p"))
            AND (h.path > \(cursor?.path ?? "") OR r.person > \(cursor?.person ?? Cursor.first))
            ORDER BY h.path, r.person LIMIT \(limit)
            """
        ) { Cursor(path: $0.text(0), person: try $0.identifier(1)) }
    }

    // MARK: As the profile counts

    private func counted(
        _ filter: RegisterFilter
    ) throws -> (rows: [RegisterRow], next: String?, count: Int?) {
        let day = min(filter.day ?? today, today)
        let groups = filter.figure == nil ? filter.group.map { [$0] } ?? [] : ProfileKey.groups
        let all = try Population(on: day, below: top.path, in: community, groups: groups, keys, reading)
        var people = all.people
        if let figure = filter.figure { people = people.filter(figure.test(in: all)) }
        if let group = filter.group { people = people.filter { all.isIn($0, group) } }
        if let sort = filter.sort {
            let homes = Dictionary(grouping: all.people, by: \.household)
                .filter { HouseholdSort(ages: $0.value.map(\.age)) == sort }
            people = people.filter { homes[$0.household] != nil }
        }
        let cursor = Cursor(filter.after)
        let rest =
            cursor.map { last in
                people.drop { ($0.path.text, $0.person) <= (last.path, last.person) }
            } ?? people[...]
        let shown = rest.prefix(Self.perPage)
        let next =
            rest.count > shown.count
            ? shown.last.map { Cursor(path: $0.path.text, person: $0.person).text } : nil
        return (try rows(shown.map(\.person), on: day), next, people.count)
    }

    // MARK: By words

    /// Who has this number, lives there, or is called so; at most a page.
    private func found(_ words: String) throws -> [RegisterRow] {
        if let identity = try? IdentityNumber(words) {
            return try rows(people(where: "p.identity_token IN \(list: RegisterKeys.tokens(identity, keys))"))
        }
        if let phone = try? Phone(words) {
            return try rows(people(where: "p.phone_token IN \(list: RegisterKeys.tokens(phone, keys))"))
        }
        let named = try AddressBook(reading).place(called: words, in: community)
        let place = try named ?? PlaceStore.place(code: words, in: community, reading)
        if let place, top.path.contains(place.path) {
            return try rows(stays(below: place.path, after: nil, limit: Self.perPage).map(\.person))
        }
        return try called(words)
    }

    private func people(where condition: SQL) throws -> [Identifier] {
        try reading.all(
            """
            SELECT p.id FROM person p WHERE p.community = \(community) AND \(condition)
            AND p.merged_into IS NULL ORDER BY p.id LIMIT \(Self.perPage)
            """
        ) { try $0.identifier(0) }
    }

    /// People of a name, the last written down first: as many as a page holds, and no more are looked at than
    /// it takes.
    private func called(_ words: String) throws -> [RegisterRow] {
        let isWhole = top.id == community
        let limit = isWhole ? Self.perPage : Self.mostAtOnce
        var found: [RegisterRow] = []
        for search in PersonWords.searches(words, in: community, keys, limit: limit) {
            var search: WordSearch? = search
            var looked = 0
            while let now = search, found.count < Self.perPage, looked < Self.mostOfAName {
                let matches = try reading.search(now)
                let people = matches.map(\.object)
                found += try rows(isWhole ? people : living(people))
                looked += matches.count
                search = matches.count == limit ? matches.last.map(now.after) : nil
            }
        }
        return Array(found.prefix(Self.perPage))
    }

    /// So many of a name are held against a place at once, and so many in all: who keeps a stairwell looks
    /// among all of the community's.
    private static let mostAtOnce = 500, mostOfAName = 10_000

    /// Those of them who live, or have lived, at or below the list's place, in the order given.
    private func living(_ people: [Identifier]) throws -> [Identifier] {
        let here = try reading.all(
            """
            SELECT r.person FROM residence r
            JOIN household h ON h.community = r.community AND h.id = r.household
            WHERE r.community = \(community) AND r.person IN \(list: people)
            AND h.path >= \(top.path) AND h.path < \(top.path.end) ORDER BY r.person LIMIT 5000
            """
        ) { try $0.identifier(0) }
        let known = Set(here)
        return people.filter(known.contains)
    }

    // MARK: Rows

    /// The people as rows, in the order given; who lived elsewhere is left out.
    func rows(_ people: [Identifier], on day: Day? = nil) throws -> [RegisterRow] {
        let addresses = AddressBook(reading)
        return try people.compactMap { id in
            guard let person = try PersonStore.person(id, in: community, keys, reading),
                person.mergedInto == nil, top.path.contains(person.path)
            else { return nil }
            let stay = try ResidenceStore.stays(of: id, in: community, reading).first {
                $0.period.contains(day ?? today)
            }
            return RegisterRow(
                id: id, name: MaskedName.of(person.name), sex: person.sex, age: person.age(on: day ?? today),
                address: try addresses.address(of: person.path), standing: stay?.standing,
                household: stay?.household)
        }
    }

    /// Where a list goes on.
    private struct Cursor {
        let path: String
        let person: Identifier

        static let first = Identifier(high: 0, low: 0)
        var text: String { "\(path)|\(person)" }

        init(path: String, person: Identifier) {
            self.path = path
            self.person = person
        }

        init?(_ text: String?) {
            guard let parts = text?.split(separator: "|"), parts.count == 2,
                let person = Identifier(String(parts[1]))
            else { return nil }
            self.init(path: String(parts[0]), person: person)
        }
    }
}

/// How homes are called: 荷风苑12栋2单元501.
final class AddressBook {
    private let reading: any Reading
    private var known: [PlacePath: String] = [:]

    init(_ reading: any Reading) { self.reading = reading }

    /// The place that is called so from its area down, 荷风苑12栋2单元; nil where nothing is.
    func place(called words: String, in community: Identifier) throws -> Place? {
        guard let top = try PlaceStore.top(of: community, reading) else { return nil }
        var rest = words.filter { !$0.isWhitespace }[...], found: Place?
        let hasAreas = try !PlaceStore.areas(below: top.path, reading).isEmpty
        let steps: [(Place) throws -> [Place]] = [
            { try PlaceStore.areas(below: $0.path, self.reading) },
            { try PlaceStore.buildings(below: $0.path, self.reading) },
            { try PlaceStore.children(of: $0.id, in: community, self.reading) },
            { try PlaceStore.children(of: $0.id, in: community, self.reading) },
        ]
        for step in steps where !rest.isEmpty {
            let next = try step(found ?? top).filter { rest.hasPrefix($0.name) }
                .max { $0.name.utf8.count < $1.name.utf8.count }
            // A number alone, 8栋, stands in every area: it names no place.
            guard let next else {
                if found == nil, hasAreas { return nil }
                continue
            }
            rest = rest.dropFirst(next.name.count)
            found = next
        }
        return rest.isEmpty ? found : nil
    }

    func address(of path: PlacePath) throws -> String {
        if let known = known[path] { return known }
        let line = try PlaceStore.line(to: path, reading).filter { $0.kind > .community && $0.kind != .grid }
        let address = line.map(\.name).joined()
        known[path] = address
        return address
    }
}
