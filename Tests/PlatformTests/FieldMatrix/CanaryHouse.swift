import Actions
import Foundation
import Needs
import Sealing
import Storage
import Testing
import Trials
import Values
import Web

@testable import People
@testable import Platform

/// A text that stands in one sensitive field and nowhere else, and who may read it at an address.
struct Canary: Sendable {
    let field: String
    let text: String
    /// The roles that may, at the place or above it.
    let roles: Set<Role>
    /// Whether the one it is of reads it on their own page.
    var isOwn = false
}

/// A house of two grids in which every sensitive field holds a canary, and every role works in each grid.
struct CanaryHouse: Sendable {
    let open: OpenHouse
    let community: Identifier
    let person: Identifier
    let child: Identifier
    let household: Identifier
    /// Where they live.
    let home: Identifier
    /// The account of the person.
    let own: Identifier
    let need: String
    let grids: [Place]

    static let number = "990101195003031210"
    static let child14 = "阚小霁"

    /// Those who may see the register in the clear of groups and facts.
    private static let sensitive: Set<Role> = [.socialWorker, .supervisor, .stationHead]
    private static let deciding: Set<Role> = [.socialWorker, .communityWorker, .stationHead]

    static let canaries: [Canary] = [
        // Masked on every page: opened one at a time with a reason, by an action.
        Canary(field: "person.name", text: "阚玄霜", roles: [], isOwn: true),
        Canary(field: "person.name, under fourteen", text: child14, roles: []),
        Canary(field: "person.phone", text: "13877770001", roles: []),
        Canary(field: "person.identity", text: number, roles: []),
        Canary(field: "person_fact.faith", text: "某教甲乙", roles: sensitive, isOwn: true),
        Canary(field: "group_member.level", text: "壬级癸等", roles: sensitive, isOwn: true),
        Canary(field: "group_member.basis", text: "诊断书丙丁", roles: sensitive, isOwn: true),
        Canary(field: "ability.assessor", text: "评估暗号子丑", roles: sensitive, isOwn: true),
        Canary(
            field: "consent.guardian", text: "阚玄露",
            roles: [.socialWorker, .communityWorker, .stationHead, .sectionHead]),
        Canary(field: "person_request.typed", text: "改成暗号庚辛", roles: deciding, isOwn: true),
        // Who looked and why is opened in the record one at a time, with a reason; the person reads it.
        Canary(field: "record_value.why", text: "因为暗号戊己", roles: [], isOwn: true),
        Canary(field: "need.contact name", text: "戚暗白露", roles: []),
        Canary(field: "need.contact phone", text: "13877770009", roles: []),
    ]

    /// Fills a house in a folder.
    init(_ open: OpenHouse) async throws {
        self.open = open
        _ = try await FirstStart.link(open, communityName: "水秀里社区")
        let community = try await Errand(open, at: nil).community
        self.community = community
        let homes = [2, 3].map { NewPlace(.household, "101", below: $0) }
        let made = try await open.steward.perform(
            AddPlaces(
                below: community,
                [NewPlace(.grid, "第1网格"), NewPlace(.grid, "第2网格")]
                    + [0, 1].map { NewPlace(.building, "1号楼", below: $0) } + homes), by: .house, in: community
        )
        let all = try await open.house.database.read { reading in
            try made.compactMap { try PlaceStore.place($0, in: community, reading) }
        }
        grids = Array(all.prefix(2))
        home = made[4]
        try await open.steward.perform(
            AddHouseholds([try Self.canaries(at: made[4], open)]), by: .house, in: community)
        let people = try await open.house.database.read { reading in
            try reading.all(
                "SELECT id, name FROM person WHERE community = \(community) ORDER BY made, id LIMIT 2"
            ) { (id: try $0.identifier(0), name: $0.text(1)) }
        }
        (person, child) = (people[0].id, people[1].id)
        household = try await Self.household(of: people[0].id, open, community)
        own = try await Self.tell(about: (people[0].id, people[1].id), at: made[4], open, community)
        need = try await Self.report(at: made[4], open, community)
        try await hire()
    }

    private static func canaries(at home: Identifier, _ open: OpenHouse) throws -> NewHousehold {
        let today = open.house.clock.now.day(in: .shanghai), since = today.adding(days: -60)
        var adult = NewPerson(
            name: "阚玄霜", sex: .male, born: try #require(Day("1950-03-03")), relation: .head,
            standing: .registered, stay: Period(since: since), source: .visit)
        adult.phone = try Phone("13877770001")
        adult.identity = try IdentityNumber(number)
        adult.facts = [NewFact(.faith, "某教甲乙", Period(since: since))]
        adult.groups = [
            NewMembership(
                "mental-illness", Period(since: since),
                GroupDetails(level: "壬级癸等", basis: "诊断书丙丁", source: .department))
        ]
        let child = NewPerson(
            name: child14, sex: .female, born: today.adding(months: -12 * 7), relation: .child,
            standing: .registered, stay: Period(since: since), source: .visit)
        return NewHousehold(at: home, Period(since: since), [adult, child], source: .visit)
    }

    private static func household(
        of person: Identifier, _ open: OpenHouse, _ community: Identifier
    ) async throws -> Identifier {
        try await open.house.database.read {
            try #require(try ResidenceStore.stays(of: person, in: community, $0).first).household
        }
    }

    /// An account that is the person's, a look with its reason, a guardian's consent, a request.
    private static func tell(
        about people: (adult: Identifier, child: Identifier), at home: Identifier, _ open: OpenHouse,
        _ community: Identifier
    ) async throws -> Identifier {
        func perform<A: Action>(_ action: A, by actor: Actor = .house) async throws -> A.Answer {
            try await open.steward.perform(action, by: actor, in: community)
        }
        let own = try await perform(AddAccount(name: "本人", phone: Phone("13900000077"), home: home))
        _ = try await perform(GrantRole(account: own, role: .resident, place: home))
        _ = try await perform(LinkAccount(own, to: people.adult))
        _ = try await perform(OpenPerson(people.adult, .phone, why: "因为暗号戊己"))
        let today = open.house.clock.now.day(in: .shanghai)
        let sums = try [(AbilityDomain.selfCare, 20), (.movement, 9), (.mind, 16), (.senses, 8)].map {
            try AbilityPart($0.0, sum: $0.1)
        }
        let ability = NewAbility(
            on: today, sums, AbilityFindings(), by: NewAbility.Assessor("评估暗号子丑"), .first)
        _ = try await perform(AssessAbility(people.adult, ability))
        let guardian = Consent.Guardian(name: "阚玄露", relation: "妈妈")
        _ = try await perform(NoteConsent("publish", of: people.child, .paper, guardian: guardian))
        _ = try await perform(
            AskAboutOneself(.correct, PersonRequest.Typed(part: .other, value: "改成暗号庚辛"), by: own))
        return own
    }

    private static func report(
        at home: Identifier, _ open: OpenHouse, _ community: Identifier
    ) async throws -> String {
        var draft = NeedDraft("楼道的灯坏了一个月", at: .id(home))
        draft.contact = Contact(name: "戚暗白露", phone: "13877770009")
        _ = try await open.steward.perform(ReportNeed(draft), by: .house, in: community)
        return try await open.house.database.read { reading in
            try #require(try reading.first("SELECT number FROM need LIMIT 1") { Need.serial($0.integer(0)) })
        }
    }

    /// Every role at the whole community, in the canaries' grid and in the other one.
    private func hire() async throws {
        for role in Role.allCases {
            for (index, place) in ([nil] + grids.map { $0 }).enumerated() {
                let account = try await open.steward.perform(
                    AddAccount(name: Self.name(role, index), phone: nil), by: .house, in: community)
                _ = try await open.steward.perform(
                    GrantRole(account: account, role: role, place: place?.id ?? community), by: .house,
                    in: community)
            }
        }
    }

    static func name(_ role: Role, _ scope: Int) -> String { "\(role.rawValue) \(scope)" }

    /// The cookie of somebody who signed in.
    func cookie(of account: Identifier) async throws -> String {
        let token = RandomToken()
        _ = try await open.steward.perform(
            StartSession(account, token: token, agent: "matrix", means: "password"), by: .house,
            in: community)
        let cookie = Credential.cookie(community, token)
        return "\(cookie.name)=\(cookie.value)"
    }

    func account(_ role: Role, _ scope: Int) async throws -> Identifier {
        let community = community, name = Self.name(role, scope)
        return try await open.house.database.read { reading in
            try #require(
                try reading.first(
                    "SELECT id FROM account WHERE community = \(community) AND name = \(name)"
                ) { try $0.identifier(0) })
        }
    }
}
