import Actions
import Foundation
import Sealing
import Storage
import Values

/// Writes people down within one action; differences of figures are added once, at its end.
///
/// A single person, a household and a whole table come in by the same rules.
final class RegisterIntake {
    let work: Work
    let today: Day
    let locality: PlacePath
    private let groups: [String: SpecialGroup]
    /// The import that brings them, where they are not to be seen yet.
    private let arriving: Identifier?
    /// Numbers that were looked up at once, and those of them that are somebody's.
    private var asked: Set<IdentityNumber> = [], taken: Set<IdentityNumber> = []
    private var figures: [RegisterFigure: [PlacePath: Int64]] = [:]

    init(_ work: Work, arriving: Identifier? = nil) throws {
        self.work = work
        self.arriving = arriving
        today = work.now.day(in: .shanghai)
        locality = try work.place(work.community).path
        groups = try GroupStore.byCode(in: work.community, work.database)
    }

    /// Looks the numbers of many people up at once.
    func ask(for people: some Sequence<NewPerson>) throws {
        let numbers = people.compactMap(\.identity)
        asked = Set(numbers)
        taken = try PersonStore.known(numbers, in: work.community, work.keys, work.database)
    }

    // MARK: Households

    /// A household with its members; at least one.
    func add(_ new: NewHousehold) throws -> (household: Identifier, people: [Identifier]) {
        guard !new.members.isEmpty else { throw RegisterRefusal.noMembers }
        let household = try form(at: new.place, new.period, new.source)
        if let area = new.area {
            try HomeStore.insert(area, floor: new.floor, of: new.place, new.period, new.source, in: work)
        }
        return (household.id, try new.members.map { try add($0, to: household) })
    }

    /// An empty household, for people to move into within the same action.
    func form(at place: Identifier, _ period: Period, _ source: FactSource) throws -> Household {
        let home = try work.place(place)
        guard home.kind == .household else { throw RegisterRefusal.notAHome }
        try check(period)
        let household = Household(
            id: work.newIdentifier(), community: work.community, place: home.id, path: home.path,
            period: period, source: source)
        try HouseholdStore.insert(household, arriving: arriving, in: work)
        if period.until == nil { count(1, .households, at: home.path) }
        return household
    }

    func end(_ household: Household, on day: Day) throws {
        try HouseholdStore.end(household.id, on: day, in: work)
        count(-1, .households, at: household.path)
    }

    // MARK: People

    /// A new person with their first stay, facts and memberships.
    func add(_ new: NewPerson, to household: Household) throws -> Identifier {
        try check(new)
        let id = work.newIdentifier()
        try PersonStore.insert(id, new, isChild: isChild(new.born), arriving: arriving, in: work)
        let residence = Residence(
            id: work.newIdentifier(), person: id, household: household.id, relation: new.relation,
            standing: new.standing, period: new.stay, source: new.source)
        try ResidenceStore.insert(residence, in: work)
        if new.stay.until == nil { countPerson(1, new.sex, new.standing, at: household.path) }
        for fact in new.facts { try add(fact, of: id, new.source) }
        for membership in new.groups { try add(membership, of: id) }
        return id
    }

    func add(_ fact: NewFact, of person: Identifier, _ source: FactSource) throws {
        try check(fact.period)
        try FactStore.insert(fact, of: person, source, in: work)
    }

    func add(_ membership: NewMembership, of person: Identifier) throws {
        guard let group = groups[membership.code] else { throw RegisterRefusal.noSuchGroup }
        try check(membership.period)
        try GroupStore.insert(membership, in: group, of: person, in: work)
    }

    /// A stay of somebody who is known, from a day on.
    func settle(
        _ person: RegisteredPerson, in household: Household, _ relation: Relation, _ standing: Standing,
        _ period: Period, _ source: FactSource
    ) throws {
        try check(period)
        guard period.since >= person.born else { throw RegisterRefusal.staysBeforeBirth }
        let residence = Residence(
            id: work.newIdentifier(), person: person.id, household: household.id, relation: relation,
            standing: standing, period: period, source: source)
        try ResidenceStore.insert(residence, in: work)
        if period.until == nil { countPerson(1, person.sex, standing, at: household.path) }
    }

    /// Ends a stay on a day, with why.
    func leave(
        _ stay: Residence, of person: RegisteredPerson, _ path: PlacePath, on day: Day, _ why: LeavingReason
    )
        throws
    {
        guard day <= today else { throw RegisterRefusal.dayAhead }
        guard day > stay.period.since else { throw RegisterRefusal.endsBeforeStart }
        try ResidenceStore.end(stay.id, on: day, why, in: work)
        countPerson(-1, person.sex, stay.standing, at: path)
    }

    // MARK: Rules

    func isChild(_ born: Day) -> Bool { born.years(to: today) < RegisteredPerson.openFrom }

    func check(_ period: Period) throws {
        guard period.since <= today else { throw RegisterRefusal.dayAhead }
        guard let until = period.until else { return }
        guard until > period.since else { throw RegisterRefusal.endsBeforeStart }
        guard until <= today else { throw RegisterRefusal.dayAhead }
    }

    private func check(_ new: NewPerson) throws {
        guard new.born <= today else { throw RegisterRefusal.bornLater }
        try check(new.stay)
        guard new.stay.since >= new.born else { throw RegisterRefusal.staysBeforeBirth }
        guard let identity = new.identity else { return }
        try check(identity, sex: new.sex, born: new.born, but: nil)
    }

    /// Whether a number fits the person and belongs to nobody else here.
    func check(_ identity: IdentityNumber, sex: Sex, born: Day, but person: Identifier?) throws {
        guard identity.born == born, identity.isMale == (sex == .male) else {
            throw RegisterRefusal.identityDiffers
        }
        if person == nil, asked.contains(identity) {
            // The next one of the same action who has it finds it taken.
            guard taken.insert(identity).inserted else { throw RegisterRefusal.identityTaken }
            return
        }
        let holder = try PersonStore.holder(of: identity, in: work.community, work.keys, work.database)
        if let holder, holder != person { throw RegisterRefusal.identityTaken }
    }

    // MARK: Figures

    func countPerson(_ difference: Int64, _ sex: Sex, _ standing: Standing, at path: PlacePath) {
        guard standing.isHere else { return }
        count(difference, .people, at: path)
        if sex == .male { count(difference, .men, at: path) }
        if standing == .migrant { count(difference, .migrants, at: path) }
    }

    func count(_ difference: Int64, _ figure: RegisterFigure, at path: PlacePath) {
        figures[figure, default: [:]][path, default: 0] += difference
    }

    /// Adds the differences at each place and all above it; of an import they wait at the homes.
    func finish() throws {
        if let arriving {
            try ArrivedPeople.add(figures, of: arriving, in: work)
            return figures.removeAll()
        }
        for (figure, places) in figures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            var sums: [PlacePath: Int64] = [:]
            for (path, difference) in places where difference != 0 {
                for level in path.upward where locality.contains(level) {
                    sums[level, default: 0] += difference
                }
            }
            for (level, sum) in sums where sum != 0 { try work.add(sum, to: figure.rawValue, at: level) }
        }
        figures.removeAll()
    }
}

/// What the register counts at every place by difference; what depends on an age is counted when asked.
public enum RegisterFigure: String, Sendable, CaseIterable {
    case people = "people.here", men = "people.men", migrants = "people.migrants"
    case households = "people.households"
}

/// Why a stay ended.
public enum LeavingReason: String, Sendable, CaseIterable, Codable {
    case moved, within, died
}
