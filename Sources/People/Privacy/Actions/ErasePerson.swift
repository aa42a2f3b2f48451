public import Actions
import Sealing
import Storage
public import Values

/// Erases what may be erased of a person; what the law has kept stays, and is said by name.
///
/// Whoever lives here, or stands on a department's list, stays in the register with name, birthday, number
/// and address: the community answers for knowing them. All that rests on their word goes. Whoever left is
/// erased whole: the key is destroyed, the open columns are emptied, and the row is counted still and shown
/// to nobody. Source: Personal Information Protection Law, articles 13 and 47.
public struct ErasePerson: Action {
    public static let name = "privacy.erase-person"
    public static let right = PrivacyRights.erase

    let person: Identifier

    public init(_ person: Identifier) { self.person = person }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.registered(person) }

    public func run(on person: RegisteredPerson, in work: Work) throws -> Done {
        let kept = try ErasureLimit.of(person.id, in: work.community, work.keys, work.database)
        let today = work.now.day(in: .shanghai)
        for consent in try ConsentStore.consents(of: person.id, in: work.community, work.keys, work.database)
        where consent.holds {
            _ = try WithdrawConsent(consent.purpose, of: person.id, .inPerson).end(on: today, in: work)
        }
        try PersonStore.set(phone: nil, of: person.id, in: work)
        try FactStore.remove(FactKind.told, of: person.id, in: work)
        try AbilityStore.remove(of: person.id, told: true, in: work)
        if kept.isEmpty { try work.eraseWhole(person.id) }
        return Done()
    }

    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { person }
}

/// Why some of a person's data may not be erased yet.
public enum ErasureLimit: String, Sendable, Codable, CaseIterable {
    /// They live here, or are registered here.
    case livesHere = "lives-here"
    /// A department's list has them, as for an allowance.
    case onAList = "on-a-list"

    static func of(
        _ person: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [ErasureLimit] {
        let lives = try ResidenceStore.stays(of: person, in: community, reading)
            .contains { $0.period.until == nil }
        let groups = try GroupStore.groups(in: community, reading)
        let listed = try GroupStore.memberships(of: person, among: groups, in: community, keys, reading)
            .contains { $0.period.until == nil && !($0.details?.source.restsOnConsent ?? true) }
        return (lives ? [.livesHere] : []) + (listed ? [.onAList] : [])
    }

    public var text: Text {
        switch self {
        case .livesHere:
            Text(
                "您住在这里或户口在这里：姓名、性别、生日、证件号、住址依法要留着，搬走以后再删。",
                "You live or are registered here: name, sex, birthday, number and address stay by law until "
                    + "you have left.")
        case .onAList:
            Text(
                "您在部门的名单上（比如低保、残疾证）：这一项要留到不再享受为止。",
                "You stand on a department's list, as for an allowance: that stays while it lasts.")
        }
    }
}

extension FactKind {
    /// Told by the person, or left by a correction: nothing is counted by it.
    static let told: [FactKind] = [.language, .certificate, .faith, .formerName, .formerBirth, .formerSex]
}

extension Work {
    /// Destroys the key of a person and of the rows that were merged into theirs, and empties what stands in
    /// the open; stays and the keyed rows of groups are counted still.
    func eraseWhole(_ person: Identifier) throws {
        let rows = try database.all(
            """
            SELECT id FROM person WHERE community = \(community)
            AND (id = \(person) OR merged_into = \(person)) ORDER BY id LIMIT 1000
            """
        ) { try $0.identifier(0) }
        try database.run(
            """
            UPDATE person SET name = '', name_sealed = NULL, sort_key = '', phone = NULL, phone_token = NULL,
            identity = NULL, identity_token = NULL
            WHERE community = \(community) AND id IN \(list: rows)
            """)
        try database.run(
            """
            UPDATE person_fact SET sealed = NULL WHERE community = \(community) AND person IN \(list: rows)
            """)
        try database.run("DELETE FROM ability WHERE community = \(community) AND person IN \(list: rows)")
        try database.run(
            "DELETE FROM person_account WHERE community = \(community) AND person IN \(list: rows)")
        try database.run(
            "DELETE FROM subject_key WHERE community = \(community) AND subject IN \(list: rows)")
        for row in rows {
            PersonStore.index(row, name: "", isChild: false, in: self)
            try database.run(
                """
                INSERT INTO erasure (community, person, at) VALUES (\(community), \(row), \(now))
                ON CONFLICT (community, person) DO NOTHING
                """)
        }
    }
}

/// An erasure once more, on rows that were put back from a backup of before it.
public struct RepeatErasure: Action {
    public static let name = "privacy.repeat-erasure"
    public static let right = PrivacyRights.erase

    let person: Identifier

    public init(_ person: Identifier) { self.person = person }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    /// Whether there was anything to erase.
    public func run(on place: Place, in work: Work) throws -> Bool {
        guard try !PersonStore.isErased(person, in: work.community, work.database) else { return false }
        guard try PersonStore.person(person, in: work.community, work.keys, work.database) != nil else {
            return false
        }
        try work.eraseWhole(person)
        return true
    }

    public func object(of subject: Place, _ answer: Bool, in work: Work) -> Identifier { person }
}
