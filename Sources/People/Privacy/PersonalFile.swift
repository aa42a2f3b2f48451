import Actions
import Storage
import Values
import Web

/// All that is kept of one person, in words: what they read of themselves, and what they take along.
struct PersonalFile: Codable, Sendable {
    struct Stay: Codable, Sendable {
        let address: String
        let relation: Relation
        let standing: Standing
        let period: Period
        let source: FactSource
    }

    /// A home that is theirs, or that they rent.
    struct Home: Codable, Sendable {
        let address: String
        let role: HomeRole
        let share: Share
        let period: Period
        let source: FactSource
    }

    struct Group: Codable, Sendable {
        let group: SpecialGroup.Name
        let details: GroupDetails?
        let period: Period
    }

    /// Somebody looked at something, or changed it.
    struct Look: Codable, Sendable {
        let at: Instant
        /// How the one who looked is called; empty for the house itself.
        let who: String
        let action: String
        let part: OpenPerson.Part?
        let why: String?
    }

    let person: Identifier
    let name: String
    let sex: Sex
    let born: Day
    /// In full where they are taken along, else masked.
    let phone: String?
    let identity: String?
    let source: FactSource
    let stays: [Stay]
    let homes: [Home]
    let facts: [FactStore.Line]
    let groups: [Group]
    let abilities: [AbilityAssessment]
    let consents: [PersonPrivacy.Line]
    let looks: [Look]

    /// - Parameters: `isOpen`: telephone and number in full.
    init(
        of person: RegisteredPerson, isOpen: Bool = false, _ visit: Visit, _ reading: any Reading
    ) throws {
        let community = person.community, keys = visit.house.keys, id = person.id
        self.person = id
        (name, sex, born, source) = (person.name, person.sex, person.born, person.source)
        let phone = try PersonStore.phone(of: id, in: community, keys, reading)
        let number = try PersonStore.identity(of: id, in: community, keys, reading)?.text
        self.phone = isOpen ? phone?.digits : phone?.masked
        identity = isOpen ? number : number.map { String(repeating: "*", count: 14) + $0.suffix(4) }
        let addresses = AddressBook(reading)
        stays = try ResidenceStore.stays(of: id, in: community, reading).compactMap { stay in
            guard let home = try HouseholdStore.household(stay.household, in: community, reading) else {
                return nil
            }
            return Stay(
                address: try addresses.address(of: home.path), relation: stay.relation,
                standing: stay.standing, period: stay.period, source: stay.source)
        }
        homes = try HolderStore.homes(of: id, in: community, reading).map { home in
            Home(
                address: try addresses.address(of: home.path), role: home.role, share: home.share,
                period: home.period, source: home.source)
        }
        facts = try FactStore.facts(of: id, in: community, keys, reading)
        let all = try GroupStore.groups(in: community, reading)
        groups = try GroupStore.memberships(of: id, among: all, in: community, keys, reading).map {
            Group(group: $0.group.name, details: $0.details, period: $0.period)
        }
        abilities = try AbilityStore.assessments(of: id, in: community, keys, reading)
        consents = try PersonPrivacy.lines(of: id, in: community, visit, reading)
        looks = try Self.looks(at: id, in: community, visit, reading)
    }

    /// Whatever was done about a person, the newest first, out of the record.
    private static func looks(
        at person: Identifier, in community: Identifier, _ visit: Visit, _ reading: any Reading
    ) throws -> [Look] {
        try RecordStore.lines(about: person, in: community, reading, limit: 200).map { line in
            let values =
                line.hasValues
                ? try RecordStore.values(line.number, in: community, visit.house.keys, reading) : nil
            return Look(
                at: line.at, who: line.actorName, action: line.action,
                part: values?["part"].flatMap(OpenPerson.Part.init), why: values?["why"])
        }
    }
}
