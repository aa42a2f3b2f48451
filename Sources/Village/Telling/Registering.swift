import People
import Values

extension Stage {
    /// Households to one action of the register.
    private static let batch = 100

    /// Writes everybody who lives in the community into the register, and those who left within the year.
    func register() async throws {
        telling.clock.set(telling.today)
        let today = calendar.lastDay
        var census = Census(seed: telling.seed)
        census.settle(cast.residents, on: today)
        let workers = cast.staff.filter { $0.role == .communityWorker || $0.role == .socialWorker }
        var writer = CensusWriting(
            today: today, dice: dice("register"),
            groups: GroupWriting(dice: dice("group details"), reviewers: workers.map(\.name.chinese)))
        let households = try census.households.compactMap { household -> NewHousehold? in
            guard let home = household.home, let building = CastBuilding.all.first(numbered: home.building)
            else { return nil }
            let code = "\(building.estate.key)-\(building.numberInEstate)-\(home.stairwell)-\(home.door)"
            return try writer.written(household, at: try site(code).id, building, floor: home.floor)
        }
        let homes = Dictionary(places.values.map { ($0.id, $0.path) }) { first, _ in first }
        var neighbours: [RegisteredNeighbour] = [], elders: [RegisteredElder] = []
        var deeds = Deeds(dice("deeds"))
        for start in stride(from: 0, to: households.count, by: Self.batch) {
            let part = Array(households[start..<min(households.count, start + Self.batch)])
            let made = try await perform(AddHouseholds(part), by: .house, "households from \(start)")
            for (household, ids) in zip(part, made) {
                guard let home = homes[household.place] else { continue }
                neighbours += zip(household.members, ids).map {
                    RegisteredNeighbour(id: $1, name: $0.name, born: $0.born, home: home)
                }
                elders += zip(household.members, ids).filter {
                    $0.0.born.years(to: today) >= AssessAbility.age
                }
                .map { RegisteredElder(id: $1, person: $0) }
                deeds.write(household, ids)
            }
        }
        try await assess(elders)
        for part in deeds.parts { try await perform(AddHolders(part), by: .house, "owners and tenants") }
        try await know(neighbours)
        for day in [today.adding(months: -12), today] {
            try await perform(PublishProfile(quarterOf: day), by: .house, "\(day)")
        }
    }
}

extension [CastBuilding] {
    fileprivate func first(numbered number: Int) -> CastBuilding? {
        indices.contains(number - 1) ? self[number - 1] : nil
    }
}

/// Turns households of the census into what is written down: names, birthdays, numbers, and since when.
struct CensusWriting {
    let today: Day
    var dice: Dice
    private var groups: GroupWriting
    private var order = 0
    /// How many have left within the year, of those who did.
    private var died = 0, moved = 0

    private static let deaths = 74, departures = 96

    init(today: Day, dice: Dice, groups: GroupWriting) {
        self.today = today
        self.dice = dice
        self.groups = groups
    }

    mutating func written(
        _ household: CensusHousehold, at place: Identifier, _ building: CastBuilding, floor: Int
    ) throws -> NewHousehold {
        let since = arrival(household, built: building.estate.built)
        let family = dice.pick(Names.surnames) ?? "陈"
        var members = try household.people.map { try person($0, family: family, since: since) }
        if let gone = try gone(from: household, family: family, since: since) { members.append(gone) }
        let formed = members.map(\.stay.since).min() ?? since
        return NewHousehold(
            at: place, Period(since: formed), members, source: .booklet, area: area(building), floor: floor)
    }

    /// A day on which the household came: most since long, of those from outside one in five within the year.
    private mutating func arrival(_ household: CensusHousehold, built: Int) -> Day {
        let isMigrant = household.people.contains(where: \.isMigrant)
        if dice.chance(isMigrant ? 20 : 2), household.kind == .mixed {
            return today.adding(days: -1 - dice.below(350))
        }
        // Nobody keeps house before twenty, nor in a house that is not built.
        let grown = household.people.filter { $0.relation == .head || $0.relation == .spouse }.map(\.age)
            .min()
        let years = max(1, min(today.year - built, (grown ?? 40) - 20))
        let days = max(1, years * 365 - 400)
        return today.adding(days: -400 - dice.below(isMigrant ? min(2_500, days) : days))
    }

    private mutating func area(_ building: CastBuilding) -> Area {
        let base = building.estate.built < 1990 ? 4_800 : building.estate.built < 2000 ? 6_800 : 9_200
        return Area(units: Int64(base + dice.below(4_200)))
    }

    private mutating func person(_ person: CensusPerson, family: String, since: Day) throws -> NewPerson {
        let born = person.born ?? birthday(person.age)
        let stay = Period(since: max(born, since))
        var new = NewPerson(
            name: person.name ?? name(person, born, family: family), sex: person.sex, born: born,
            relation: person.relation, standing: standing(person), stay: stay, source: .booklet)
        order += 1
        new.identity = try InventedIdentity.number(order, born: born, isMale: person.sex == .male)
        if person.kind != .child, dice.chance(72) {
            new.phone = try Phone(InventedPhone.number(dice.below(10_000)))
        }
        if person.kind == .elder {
            new.facts.append(NewFact(.retired, "", Period(since: born.adding(months: 720))))
        }
        if person.isParty { new.facts.append(NewFact(.party, "", Period(since: born.adding(months: 216)))) }
        new.groups = person.groups.map { membership($0, born) }
        return new
    }

    private mutating func birthday(_ age: Int) -> Day {
        today.adding(months: -12 * age).adding(days: -dice.below(365))
    }

    private mutating func standing(_ person: CensusPerson) -> Standing {
        person.isMigrant ? .migrant : dice.chance(12) ? .local : .registered
    }

    private mutating func name(_ person: CensusPerson, _ born: Day, family: String) -> String {
        let sex: Names.Sex = person.sex == .male ? .male : .female
        // Spouses and mothers keep their own family's name.
        let isOwn = person.relation == .spouse || (person.relation == .parent && person.sex == .female)
        return isOwn || person.isMigrant && person.relation == .head
            ? Names.name(sex, born: born.year, using: &dice)
            : family + Names.given(sex, born: born.year, using: &dice)
    }

    private mutating func membership(_ code: String, _ born: Day) -> NewMembership {
        let since = max(born, today.adding(days: -30 - dice.below(1_800)))
        let due = today.adding(days: dice.below(150) - 12)
        return NewMembership(code, Period(since: since), groups.details(code), reviewDue: due)
    }

    /// Somebody who left this household within the year, by death or for another town.
    private mutating func gone(
        from household: CensusHousehold, family: String, since: Day
    ) throws -> NewPerson? {
        let last = today.adding(days: -3 - dice.below(350))
        guard since < last.adding(days: -30), household.kind == .mixed, dice.chance(12) else { return nil }
        let isDeath = died < Self.deaths && dice.chance(45)
        guard isDeath || moved < Self.departures else { return nil }
        let age = isDeath ? 71 + dice.below(24) : 19 + dice.below(40)
        let census = CensusPerson(
            kind: isDeath ? .parent : .worker, sex: dice.chance(50) ? .male : .female,
            relation: isDeath ? .parent : .sibling, age: age)
        var new = try person(census, family: family, since: since)
        new.stay = Period(since: new.stay.since, until: last)
        if isDeath {
            died += 1
            new.died = last
            new.facts = [NewFact(.retired, "", Period(since: new.born.adding(months: 720), until: last))]
        } else {
            moved += 1
        }
        return new
    }
}

/// Identity numbers that no one has: of a place 990101, which does not exist.
enum InventedIdentity {
    static func number(_ order: Int, born: Day, isMale: Bool) throws -> IdentityNumber {
        let (year, month, day) = born.parts
        let turn = (order % 499) * 2 + (isMale ? 1 : 0)
        var digits = [9, 9, order / 499 % 100 / 10, order / 499 % 10, 0, 1]
        for (number, width) in [(year, 4), (month, 2), (day, 2), (turn, 3)] {
            var rest: [Int] = []
            var left = number
            for _ in 0..<width {
                rest.insert(left % 10, at: 0)
                left /= 10
            }
            digits += rest
        }
        let text = digits.map(String.init).joined()
        return try IdentityNumber(text + String(UnicodeScalar(IdentityNumber.check(digits))))
    }
}
