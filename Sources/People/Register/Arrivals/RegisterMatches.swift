public import Actions
public import Sealing
public import Storage
public import Values

/// Whom the rows of a table mean, of those who are registered already.
///
/// By the identity number; without one, or where the register has none, by name and birthday at the same
/// home.
public struct RegisterMatches {
    /// Whom a row means.
    public enum Match: Sendable {
        case nobody
        case one(Identifier, [RegisterDifference])
        /// Nothing may be changed any more.
        case dead
        /// The number is registered under a name that has nothing in common with the row's.
        case another
    }

    private let keys: KeyRing
    private let reading: any Reading
    private let community: Identifier
    private let byNumber: [[UInt8]: KnownPerson]
    private let byHome: [Identifier: [KnownPerson]]

    /// Looks up at once whom a few hundred rows can mean.
    public init(
        _ rows: [ArrivingPerson], in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws {
        (self.community, self.keys, self.reading) = (community, keys, reading)
        let numbers = rows.compactMap(\.person.identity).flatMap { RegisterKeys.tokens($0, keys) }
        let homes = Array(Set(rows.compactMap(\.place)))
        let people = try KnownPerson.all(numbers: numbers, homes: homes, in: community, keys, reading)
        byNumber = Dictionary(people.compactMap { person in person.number.map { ($0, person) } }) { a, _ in a
        }
        byHome = Dictionary(grouping: people.filter { $0.stay != nil }) { $0.stay?.place ?? community }
    }

    public func match(_ row: ArrivingPerson) throws -> Match {
        guard let person = try meant(by: row) else { return .nobody }
        if person.died { return .dead }
        guard Self.mayBeOneName(person.name, row.person.name) else { return .another }
        return .one(person.id, try differences(row, person))
    }

    private func meant(by row: ArrivingPerson) throws -> KnownPerson? {
        let number = row.person.identity.map { RegisterKeys.tokens($0, keys) }
        if let person = number?.lazy.compactMap({ byNumber[$0] }).first { return person }
        guard let place = row.place else { return nil }
        return byHome[place]?.first { person in
            person.born == row.person.born && Array(person.name.utf8) == Array(row.person.name.utf8)
                && (number == nil || person.number == nil)
        }
    }

    /// Names that are one person's have a sign or a sound in common; a wrongly typed number leads elsewhere.
    private static func mayBeOneName(_ known: String, _ written: String) -> Bool {
        if known.isEmpty || !Set(known.unicodeScalars).isDisjoint(with: written.unicodeScalars) {
            return true
        }
        func sounds(_ name: String) -> Set<Substring> {
            Set(SortKey.person(name).split(separator: " ").map { $0.prefix { $0.isASCII } })
        }
        return !sounds(known).isDisjoint(with: sounds(written))
    }

    /// What the row says otherwise; what it leaves open is no difference.
    func differences(_ row: ArrivingPerson, _ known: KnownPerson) throws -> [RegisterDifference] {
        let new = row.person
        var all = Differences(keys: keys)
        if Array(known.name.utf8) != Array(new.name.utf8) {
            all.add(.name, known.name, Text(MaskedName.of(known.name), MaskedName.of(known.name)))
        }
        if let number = new.identity.map({ RegisterKeys.tokens($0, keys) }),
            !number.contains(where: { $0 == known.number })
        {
            all.add(.identity, known.number)
        }
        if new.sex != known.sex { all.add(.sex, known.sex.rawValue, known.sex.title) }
        if new.born != known.born {
            all.add(.born, known.born.description, Text(known.born.description, known.born.description))
        }
        if let phone = new.phone.map({ RegisterKeys.tokens($0, keys) }),
            !phone.contains(where: { $0 == known.phone })
        {
            all.add(.phone, known.phone)
        }
        try addStay(row, known, &all)
        for (fact, part) in [(FactKind.retired, RegisterPart.retired), (.party, .party)]
        where new.facts.contains(where: { $0.kind == fact }) && !known.facts.contains(fact) {
            all.add(part, "no", Text.empty)
        }
        let missing = try new.groups.filter { try !isMember(known.id, of: $0.code) }.map(\.code)
        if !missing.isEmpty { all.add(.groups, missing.sorted().joined(separator: " "), Text.empty) }
        return all.found
    }

    private func addStay(
        _ row: ArrivingPerson, _ known: KnownPerson, _ all: inout Differences
    ) throws {
        guard let stay = known.stay, stay.place == row.place else {
            let address = try known.stay.map { try AddressBook(reading).address(of: $0.path) } ?? ""
            return all.add(.place, known.stay.map { "\($0.place)" } ?? "", Text(address, address))
        }
        if row.saysRelation, stay.relation != row.person.relation {
            all.add(.relation, stay.relation.rawValue, stay.relation.title)
        }
        if row.saysStanding, stay.standing != row.person.standing {
            all.add(.standing, stay.standing.rawValue, stay.standing.title)
        }
    }

    private func isMember(_ person: Identifier, of code: String) throws -> Bool {
        try reading.exists(
            """
            SELECT 1 FROM group_member WHERE community = \(community)
            AND who IN \(list: RegisterKeys.pseudonyms(person, in: code, keys)) AND until IS NULL LIMIT 1
            """)
    }

    /// Differences as they are found, each with the mark of what stands there.
    private struct Differences {
        let keys: KeyRing
        private(set) var found: [RegisterDifference] = []

        init(keys: KeyRing) { self.keys = keys }

        mutating func add(_ part: RegisterPart, _ exact: String, _ shown: Text) {
            let mark = keys.token(.register, Array("\(part.rawValue) \(exact)".utf8)).prefix(8)
            found.append(RegisterDifference(part, shown, mark: Array(mark)))
        }

        /// A number is not shown, not even in part: opening one takes a reason.
        mutating func add(_ part: RegisterPart, _ token: [UInt8]?) {
            let isThere = token != nil
            let shown = isThere ? Text("另一个号码", "another number") : Text.empty
            add(part, token.map { "\($0)" } ?? "", shown)
        }
    }
}
