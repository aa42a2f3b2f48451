import People
import Values

/// Somebody of the invented register, before there are names and doors.
struct CensusPerson: Sendable {
    /// Which ages are possible, and what is true of them.
    enum Class: Sendable { case child, teen, worker, parent, elder }

    var kind: Class
    var sex: Sex
    var relation: Relation
    var isMigrant = false
    var age = 0
    var groups: [String] = []
    var isParty = false
    /// Set for those whom the cast knows by name.
    var name: String?
    var born: Day?
}

/// A household of the invented register.
struct CensusHousehold: Sendable {
    enum Kind: Sendable { case elderAlone, elders, mixed }

    var kind: Kind
    var people: [CensusPerson]
    var home: CastHome?
}

/// 11,458 people in 4,177 households whose profile is the published table, cell by cell, whatever the seed.
///
/// First the households are put together by number, then the dice say who is how old and who has what.
struct Census: Sendable {
    private(set) var households: [CensusHousehold] = []
    private var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed, for: "census")
        addElders()
        addMigrants()
        addFamilies()
        households = dice.shuffled(households)
        setAges()
        putIntoGroups()
    }

    // MARK: Households

    private mutating func add(_ kind: CensusHousehold.Kind, _ people: [CensusPerson]) {
        households.append(CensusHousehold(kind: kind, people: people))
    }

    private mutating func addElders() {
        for index in 0..<CensusTable.alone {
            let sex: Sex = index < CensusTable.aloneMen ? .male : .female
            add(.elderAlone, [CensusPerson(kind: .elder, sex: sex, relation: .head)])
        }
        for index in 0..<CensusTable.elderCouples + 1 {
            var people = couple(.elder)
            if index == 0 { people.append(CensusPerson(kind: .elder, sex: .female, relation: .parent)) }
            add(.elders, people)
        }
    }

    private mutating func addMigrants() {
        for index in 0..<CensusTable.migrantFamilies {
            let sex: Sex = index < CensusTable.migrantBoys ? .male : .female
            add(.mixed, migrants(couple(.worker) + [CensusPerson(kind: .child, sex: sex, relation: .child)]))
        }
        for _ in 0..<CensusTable.migrantCouples { add(.mixed, migrants(couple(.worker))) }
        for index in 0..<CensusTable.migrantSingles {
            let sex: Sex = index < CensusTable.migrantSingleMen ? .male : .female
            add(.mixed, migrants([CensusPerson(kind: .worker, sex: sex, relation: .head)]))
        }
    }

    private func migrants(_ people: [CensusPerson]) -> [CensusPerson] {
        people.map { person in
            var person = person
            person.isMigrant = true
            return person
        }
    }

    /// Households registered here: who is of working age first, then children, parents and grown children.
    private mutating func addFamilies() {
        var families = (0..<CensusTable.couples).map { _ in couple(.worker) }
        let withChild = CensusTable.oneChild + CensusTable.twoChildren
        var children = dice.shuffled(Self.childrenOfFamilies)
        for index in 0..<withChild {
            let count = index < CensusTable.twoChildren ? 2 : 1
            families[index] += children.suffix(count)
            children.removeLast(count)
        }
        for index in 0..<CensusTable.grown {
            let sex: Sex = index < CensusTable.grownMen ? .male : .female
            families[families.count - 1 - index].append(
                CensusPerson(kind: .worker, sex: sex, relation: .child))
        }
        families += (0..<CensusTable.singles).map { index in
            let sex: Sex = index < CensusTable.singleMen ? .male : .female
            return [CensusPerson(kind: .worker, sex: sex, relation: .head)]
        }
        var order = dice.shuffled(Array(families.indices))
        for parents in Self.parentsOfFamilies {
            guard let index = order.popLast() else { break }
            families[index] += parents
        }
        for family in families { add(.mixed, family) }
    }

    private static let childrenOfFamilies: [CensusPerson] = {
        let all = CensusTable.oneChild + CensusTable.twoChildren * 2
        let small = CensusTable.under14 - CensusTable.migrantFamilies
        return (0..<all).map { index in
            // Boys and girls are spread over both ages.
            let isBoy = (index * 7919) % all < CensusTable.boys
            return CensusPerson(
                kind: index < small ? .child : .teen, sex: isBoy ? .male : .female, relation: .child)
        }
    }()

    private static let parentsOfFamilies: [[CensusPerson]] = {
        func pair(_ kind: CensusPerson.Class) -> [CensusPerson] {
            [Sex.male, .female].map { CensusPerson(kind: kind, sex: $0, relation: .parent) }
        }
        func one(_ kind: CensusPerson.Class, _ isMan: Bool) -> [CensusPerson] {
            [CensusPerson(kind: kind, sex: isMan ? .male : .female, relation: .parent)]
        }
        return (0..<CensusTable.elderPairs).map { _ in pair(.elder) }
            + (0..<CensusTable.elderOnes).map { one(.elder, $0 < CensusTable.elderOneMen) }
            + (0..<CensusTable.parentPairs).map { _ in pair(.parent) }
            + (0..<CensusTable.parentOnes).map { one(.parent, $0 < CensusTable.parentOneMen) }
    }()

    private func couple(_ kind: CensusPerson.Class) -> [CensusPerson] {
        [
            CensusPerson(kind: kind, sex: .male, relation: .head),
            CensusPerson(kind: kind, sex: .female, relation: .spouse),
        ]
    }

    // MARK: Ages

    private mutating func setAges() {
        var olderWomen = CensusTable.migrantOlderWomen
        for index in households.indices {
            let isFamily = households[index].people.contains { $0.kind == .child || $0.kind == .teen }
            let hasGrown = households[index].people.contains { $0.relation == .child && $0.kind == .worker }
            let hasParents = households[index].people.contains { $0.relation == .parent }
            for place in households[index].people.indices {
                let person = households[index].people[place]
                let isOlder =
                    person.isMigrant && person.sex == .female && !isFamily && olderWomen > 0
                    && person.kind == .worker
                if isOlder { olderWomen -= 1 }
                households[index].people[place].age = age(
                    of: person, isFamily: isFamily, hasGrown: hasGrown, hasParents: hasParents, isOlder)
            }
        }
    }

    private mutating func age(
        of person: CensusPerson, isFamily: Bool, hasGrown: Bool, hasParents: Bool, _ isOlder: Bool
    ) -> Int {
        switch person.kind {
        case .child: return dice.below(14)
        case .teen: return dice.within(14...17)
        case .parent: return dice.within(60...74)
        case .elder: return 60 + min(dice.below(32), dice.below(38))
        case .worker: break
        }
        if person.isMigrant, person.sex == .female { return dice.within(isOlder ? 50...59 : 22...48) }
        if person.relation == .child { return dice.within(19...30) }
        if isFamily { return dice.within(27...48) }
        if hasGrown { return dice.within(46...59) }
        return dice.within(hasParents ? 24...52 : 22...59)
    }

    // MARK: Groups

    private struct Seat: Hashable {
        let household: Int
        let person: Int
    }

    private mutating func seats(_ fits: (CensusHousehold, CensusPerson) -> Bool) -> [Seat] {
        let all = households.enumerated().flatMap { household, home in
            home.people.indices.filter { fits(home, home.people[$0]) }.map {
                Seat(household: household, person: $0)
            }
        }
        return dice.shuffled(all)
    }

    private mutating func put(_ seats: some Sequence<Seat>, into group: String) {
        for seat in seats { households[seat.household].people[seat.person].groups.append(group) }
    }

    private mutating func putIntoGroups() {
        put(seats { home, _ in home.kind != .mixed }, into: "elder-empty-nest")
        let alone = seats { home, _ in home.kind == .elderAlone }
        put(alone, into: "elder-alone")
        put(alone.prefix(CensusTable.noKin), into: "elder-no-kin")
        let frail = seats { home, person in
            person.kind == .elder && home.kind != .elderAlone && person.age > 74
        }
        let cuts = [CensusTable.dependent, CensusTable.partly, CensusTable.dementia]
        var from = 0
        for (count, code) in zip(cuts, ["elder-dependent", "elder-partly", "elder-dementia"]) {
            put(frail[from..<from + count], into: code)
            from += count
        }
        for seat in seats({ _, person in person.kind == .elder }).prefix(CensusTable.retiredParty) {
            households[seat.household].people[seat.person].isParty = true
        }
        for seat in seats({ _, person in person.kind == .worker && !person.isMigrant }).prefix(402) {
            households[seat.household].people[seat.person].isParty = true
        }
        putDisabled()
        putOthers()
    }

    /// The classes one after another over 123 people; the last two of 125 fall on the first two again.
    private mutating func putDisabled() {
        let workers = seats { _, person in person.kind == .worker && !person.isMigrant }
        let elders = seats { _, person in person.kind == .elder }
        let who = dice.shuffled(Array(elders.prefix(40)) + workers.prefix(CensusTable.disabled - 40))
        var turn = 0
        for (code, count) in CensusTable.disabilities {
            for _ in 0..<count {
                put([who[turn % who.count]], into: code)
                turn += 1
            }
        }
    }

    private mutating func putOthers() {
        put(seats { _, person in person.isMigrant && person.kind == .child }, into: "child-migrant")
        let rows: [(String, Int, (CensusPerson) -> Bool)] = [
            ("low-income", 62, { $0.kind == .elder || $0.kind == .worker }),
            ("low-income-edge", 31, { $0.kind == .worker }), ("destitute", 4, { $0.kind == .elder }),
            ("one-child-lost", 14, { $0.kind == .elder }), ("child-hardship", 9, { $0.kind == .child }),
            ("served", 37, { $0.kind == .elder }),
            ("veteran", 118, { $0.kind == .elder || $0.kind == .worker }),
            ("mental-illness", 18, { $0.kind == .worker }), ("correction", 3, { $0.kind == .worker }),
            ("recovery", 2, { $0.kind == .worker }),
        ]
        for (code, count, fits) in rows {
            put(seats { _, person in !person.isMigrant && fits(person) }.prefix(count), into: code)
        }
    }
}

extension Census {
    /// Gives each household a home, and those whom the cast knows their name, birthday and door.
    mutating func settle(_ residents: [CastResident], on today: Day) {
        var homes = CastBuilding.all.flatMap(\.homes)
        for (home, people) in Self.known(residents) {
            guard let index = households.firstIndex(where: { $0.home == nil && Self.fit(people, $0, today) })
            else { continue }
            households[index].home = home
            homes.removeAll { $0 == home }
            for person in people { name(person, in: index, today) }
        }
        homes = dice.shuffled(homes)
        for index in households.indices where households[index].home == nil {
            households[index].home = homes.popLast()
        }
    }

    /// The cast by door, in the order of the cast.
    private static func known(_ residents: [CastResident]) -> [(CastHome, [CastResident])] {
        var order: [CastHome] = [], byHome: [CastHome: [CastResident]] = [:]
        for resident in residents {
            guard case .building(let building, let stairwell?, let door?) = resident.home,
                let home = building.homes.first(where: { $0.stairwell == stairwell && $0.door == door })
            else { continue }
            if byHome[home] == nil { order.append(home) }
            byHome[home, default: []].append(resident)
        }
        return order.map { ($0, byHome[$0] ?? []) }
    }

    /// Whether these people can be among the household's: of its sexes and ages, and alone where they are.
    private static func fit(_ people: [CastResident], _ household: CensusHousehold, _ today: Day) -> Bool {
        guard household.people.allSatisfy({ !$0.isMigrant }) else { return false }
        let isAlone = people.contains { $0.about.contains("独居") }
        let isNest = people.contains { $0.about.contains("空巢") }
        if isAlone || household.kind == .elderAlone {
            guard isAlone, household.kind == .elderAlone else { return false }
        }
        if isNest || household.kind == .elders {
            guard isNest, household.kind == .elders else { return false }
        }
        var free = household.people
        for person in people {
            guard let index = free.firstIndex(where: { fits(person, $0, today) }) else { return false }
            free.remove(at: index)
        }
        return true
    }

    private static func fits(_ resident: CastResident, _ person: CensusPerson, _ today: Day) -> Bool {
        guard (resident.sex == .male) == (person.sex == .male), person.name == nil else { return false }
        // They have a birthday in the year; so the age they may not have reached yet counts.
        let age = today.year - resident.born - 1
        switch person.kind {
        case .worker: return (18...58).contains(age)
        case .elder: return age >= 60
        case .child, .teen, .parent: return false
        }
    }

    private mutating func name(_ resident: CastResident, in index: Int, _ today: Day) {
        guard let place = households[index].people.firstIndex(where: { Self.fits(resident, $0, today) })
        else { return }
        households[index].people[place].name = resident.name
        let born = Day(year: resident.born, month: 1 + dice.below(12), day: 1 + dice.below(28))
        households[index].people[place].born = born
        households[index].people[place].age = born.map { $0.years(to: today) } ?? 0
    }
}
