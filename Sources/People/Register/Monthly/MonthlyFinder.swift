import Actions
import Sealing
import Storage
import Values

/// Finds who stands on the monthly lists, out of the population by which the profile counts.
struct MonthlyFinder {
    /// Somebody on a list, before names and addresses are read.
    struct Entry: Sendable {
        let one: Population.One
        /// By when, or the birthday.
        var day: Day?
        var isLate = false
        var turns: Int?
        var member: GroupStore.Present?
        var since: Day?
        var last: Day?

        init(_ one: Population.One) { self.one = one }

        /// Sorts the entries of a list, and says where a page goes on.
        var key: String {
            let row = member.map { "\($0.id)" } ?? ""
            return "\(day?.description ?? "0")|\(one.path.tree)|\(one.person)|\(row)"
        }
    }

    let community: Identifier
    let top: Place
    let today: Day
    /// The groups whose members may be seen.
    let groups: [SpecialGroup]
    let keys: KeyRing
    let reading: any Reading
    let population: Population

    init(
        _ top: Place, on today: Day, seeing groups: [SpecialGroup], _ keys: KeyRing, _ reading: any Reading
    ) throws {
        (community, self.top, self.today, self.groups) = (top.community, top, today, groups)
        (self.keys, self.reading) = (keys, reading)
        population = try Population(
            on: today, below: top.path, in: top.community, groups: ProfileKey.groups, keys, reading)
    }

    /// Everybody on the list, in its order.
    func entries(_ ask: MonthlyAsk) throws -> [Entry] {
        try unordered(ask).map { (key: $0.key, entry: $0) }.sorted { $0.key < $1.key }.map(\.entry)
    }

    /// How many stand on a list.
    func count(_ ask: MonthlyAsk) throws -> Int { try unordered(ask).count }

    private func unordered(_ ask: MonthlyAsk) throws -> [Entry] {
        switch ask.list {
        case .reviews: try reviews(ask)
        case .birthdays: birthdays(ask)
        case .alone: try alone()
        case .voters: voters(ask)
        case .abilities: try abilities(ask)
        }
    }

    private func lastDay(of month: Day) -> Day { month.startOfMonth.adding(months: 1).adding(days: -1) }

    private var byPerson: [Identifier: Population.One] {
        Dictionary(population.people.map { ($0.person, $0) }) { first, _ in first }
    }

    // MARK: The lists

    private func reviews(_ ask: MonthlyAsk) throws -> [Entry] {
        let here = byPerson
        return try GroupStore.present(
            in: groups, dueBy: lastDay(of: ask.month), in: community, keys, reading
        ).compactMap { member in
            guard let one = here[member.person], let due = member.due else { return nil }
            var entry = Entry(one)
            (entry.day, entry.member, entry.isLate) = (due, member, due < today)
            return entry
        }
    }

    private func birthdays(_ ask: MonthlyAsk) -> [Entry] {
        let (year, month, _) = ask.month.parts
        let ages = ask.age.map { [$0] } ?? MonthlyList.ages
        return population.people.compactMap { one in
            let age = year - one.born.year
            guard one.born.month == month, ages.contains(age) else { return nil }
            var entry = Entry(one)
            (entry.day, entry.turns) = (one.born.adding(months: 12 * age), age)
            return entry
        }
    }

    private func alone() throws -> [Entry] {
        let isAlone = ProfileKey.alone.test(in: population)
        let kind = groups.filter { $0.code == ProfileKey.alone.rawValue }
        let members = try GroupStore.present(in: kind, in: community, keys, reading)
        let known = Dictionary(members.map { ($0.person, $0) }) { first, _ in first }
        return population.people.filter(isAlone).map { one in
            var entry = Entry(one)
            (entry.since, entry.day) = (known[one.person]?.since, known[one.person]?.due)
            entry.isLate = entry.day.map { $0 < today } ?? false
            return entry
        }
    }

    private func voters(_ ask: MonthlyAsk) -> [Entry] {
        population.people
            .filter { $0.standing == .registered && $0.born.years(to: ask.day) >= MonthlyList.votingAge }
            .map(Entry.init)
    }

    private func abilities(_ ask: MonthlyAsk) throws -> [Entry] {
        let last = try AbilityStore.last(in: community, reading), end = lastDay(of: ask.month)
        let dependent = AbilityPage.groups.reduce(UInt64(0)) { $0 | population.bit($1) }
        return population.people.compactMap { one in
            var entry = Entry(one)
            if let known = last[one.person] {
                guard known.due <= end else { return nil }
                (entry.day, entry.last, entry.isLate) = (known.due, known.day, known.due < today)
            } else {
                // Somebody said so without an assessment: it is due at once.
                guard one.marks & dependent != 0, one.age >= AssessAbility.age else { return nil }
                entry.isLate = true
            }
            return entry
        }
    }

    /// Who is of sixty and over, lives by themselves, and is not noted as living alone.
    func unwritten() -> Int {
        let isAlone = ProfileKey.alone.test(in: population)
        let homes = Dictionary(grouping: population.people, by: \.household)
        return homes.values.count {
            HouseholdSort(ages: $0.map(\.age)) == .elderOne && !$0.contains(where: isAlone)
        }
    }

    // MARK: Rows

    /// The entries as rows, in the order given.
    ///
    /// - Parameters: `isOpen`: with full names and telephones.
    func rows(_ entries: [Entry], isOpen: Bool = false) throws -> [MonthlyRow] {
        let addresses = AddressBook(reading)
        var rows: [MonthlyRow] = []
        for start in stride(from: 0, to: entries.count, by: 500) {
            let some = entries[start..<min(start + 500, entries.count)]
            let ids = Array(Set(some.map(\.one.person)))
            let people = try KnownPerson.people(ids, in: community, keys, reading)
            let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
            for entry in some {
                guard let person = known[entry.one.person] else { continue }
                rows.append(try row(entry, person, isOpen: isOpen, addresses))
            }
        }
        return rows
    }

    private func row(
        _ entry: Entry, _ person: KnownPerson, isOpen: Bool, _ addresses: AddressBook
    ) throws -> MonthlyRow {
        let grid = try addresses.grid(of: entry.one.path)
        let phone =
            isOpen && person.phone != nil
            ? try PersonStore.phone(of: person.id, in: community, keys, reading)?.digits : nil
        return MonthlyRow(
            person: person.id, name: isOpen ? person.name : MaskedName.of(person.name), sex: person.sex,
            age: entry.one.age, address: try addresses.address(of: entry.one.path), grid: grid?.name ?? "",
            gridEnglish: grid?.english ?? "", day: entry.day, isLate: entry.isLate, turns: entry.turns,
            group: entry.member?.group.name,
            details: try entry.member.flatMap {
                try GroupStore.details(of: $0, in: community, keys, reading)
            }, since: entry.since, last: entry.last, phone: phone)
    }

    /// How many entries each grid has, in the order of the tree; empty ones too.
    func byGrid(_ entries: [Entry]) throws -> [(place: Place, count: Int)] {
        let grids = try PlaceStore.places(.grid, below: top.path, reading)
        let finder = GridFinder(grids.map(\.path))
        var counts = [Int](repeating: 0, count: grids.count)
        for entry in entries {
            if let index = finder.index(of: entry.one.path) { counts[index] += 1 }
        }
        return zip(grids, counts).map { ($0, $1) }
    }
}
