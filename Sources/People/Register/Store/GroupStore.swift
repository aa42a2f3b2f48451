import Actions
import Foundation
import Sealing
import Storage
import Values

/// Special groups, and who is in them: sealed so that the table tells neither.
enum GroupStore {
    // MARK: Kinds

    /// The groups of a community: those shipped, with its own changes and additions.
    static func groups(in community: Identifier, _ reading: any Reading) throws -> [SpecialGroup] {
        try kept.value(community, reading) { reading in
            let own = try reading.all(
                """
                SELECT code, chinese, english, family, is_sensitive, review_months, closed
                FROM special_group WHERE community = \(community) ORDER BY sort, code LIMIT 500
                """
            ) { row in
                (
                    SpecialGroup(
                        row.text(0), row.text(1), row.text(2), try row.choice(3), sensitive: row.flag(4),
                        review: row.int(5)), !row.isNull(6)
                )
            }
            let changed = Dictionary(own.map { ($0.0.code, $0) }) { first, _ in first }
            let shipped = SpecialGroup.shipped.compactMap { group in
                changed[group.code].map { $0.1 ? nil : $0.0 } ?? group
            }
            let known = Set(SpecialGroup.shipped.map(\.code))
            return shipped + own.filter { !$0.1 && !known.contains($0.0.code) }.map(\.0)
        } ?? []
    }

    private static let kept = Kept<Identifier, [SpecialGroup]>(most: 2_000)

    static func byCode(in community: Identifier, _ reading: any Reading) throws -> [String: SpecialGroup] {
        Dictionary(try groups(in: community, reading).map { ($0.code, $0) }) { first, _ in first }
    }

    // MARK: Members

    /// Writes a membership down, and returns its identifier.
    @discardableResult
    static func insert(
        _ new: NewMembership, in group: SpecialGroup, of person: Identifier, in work: Work
    ) throws -> Identifier {
        let id = work.newIdentifier()
        let details = try JSONEncoder().encode(new.details)
        let due = new.reviewDue ?? nextReview(of: group, after: new.period.since)
        let box = try work.keys.seal(person.bytes, .register, context: RegisterKeys.member(id))
        let sealed = try work.key(of: person).seal(Array(details), context: RegisterKeys.details(id))
        try work.database.run(
            """
            INSERT INTO group_member (community, id, code, who, person, details, since, until, review_due,
            made)
            VALUES (\(work.community), \(id), \(RegisterKeys.token(group: group.code, work.keys)),
            \(RegisterKeys.pseudonym(person, in: group.code, work.keys)), \(box), \(sealed),
            \(new.period.since.description), \(new.period.until?.description),
            \(new.period.until == nil ? due?.description : nil), \(work.now))
            """)
        return id
    }

    /// Looked at again, nothing changed: due later, with who looked.
    static func putOff(
        _ id: Identifier, to due: Day?, _ details: GroupDetails, of person: Identifier, in work: Work
    ) throws -> Done {
        let bytes = try JSONEncoder().encode(details)
        let sealed = try work.key(of: person).seal(Array(bytes), context: RegisterKeys.details(id))
        try work.database.run(
            """
            UPDATE group_member SET review_due = \(due?.description), details = \(sealed)
            WHERE community = \(work.community) AND id = \(id)
            """)
        return Done()
    }

    /// Keeps of a membership no more than how it was known: it is counted still.
    static func empty(_ membership: GroupMembership, of person: Identifier, in work: Work) throws {
        guard let source = membership.details?.source else { return }
        _ = try putOff(
            membership.id, to: nil, GroupDetails(source: source), of: person, in: work)
    }

    static func remove(_ id: Identifier, in work: Work) throws {
        try work.database.run("DELETE FROM group_member WHERE community = \(work.community) AND id = \(id)")
    }

    static func nextReview(of group: SpecialGroup, after day: Day) -> Day? {
        group.reviewMonths > 0 ? day.adding(months: group.reviewMonths) : nil
    }

    /// Who is in each of the groups on a day.
    static func members(
        of codes: [String], on day: Day, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [String: Set<Identifier>] {
        let byToken = Dictionary(
            codes.flatMap { code in RegisterKeys.tokens(group: code, keys).map { ($0, code) } }
        ) { first, _ in first }
        var members: [String: Set<Identifier>] = [:]
        try reading.each(
            """
            SELECT id, code, person FROM group_member WHERE community = \(community)
            AND code IN \(list: byToken.keys.sorted(by: Self.precedes)) AND since <= \(day.description)
            AND (until IS NULL OR until > \(day.description)) ORDER BY code, since, id LIMIT 500000
            """
        ) { row in
            guard let code = byToken[row.bytes(1)] else { return }
            members[code, default: []].insert(try opened(row.bytes(2), of: row.identifier(0), keys))
        }
        return members
    }

    /// A membership that has not ended, its details still sealed under the person's key.
    struct Present: Sendable {
        let id: Identifier
        let person: Identifier
        let group: SpecialGroup
        let since: Day
        /// By when somebody looks again; nil where nobody has to.
        let due: Day?
        fileprivate let sealed: [UInt8]
    }

    /// Who is in the groups now, by when they are looked at again.
    ///
    /// - Parameters: `last`: those alone that are due by that day.
    static func present(
        in groups: [SpecialGroup], dueBy last: Day? = nil, in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading
    ) throws -> [Present] {
        let byToken = Dictionary(
            groups.flatMap { group in RegisterKeys.tokens(group: group.code, keys).map { ($0, group) } }
        ) { first, _ in first }
        let isDue: SQL = last.map { "AND review_due <= \($0.description)" } ?? ""
        var all: [Present] = []
        try reading.each(
            """
            SELECT id, code, person, since, review_due, details FROM group_member
            WHERE community = \(community) AND code IN \(list: byToken.keys.sorted(by: Self.precedes))
            AND until IS NULL \(isDue) ORDER BY review_due, id LIMIT 500000
            """
        ) { row in
            guard let group = byToken[row.bytes(1)] else { return }
            let id = try row.identifier(0)
            all.append(
                Present(
                    id: id, person: try opened(row.bytes(2), of: id, keys), group: group,
                    since: try row.day(3), due: try row.optionalDay(4), sealed: row.bytes(5)))
        }
        return all
    }

    /// What is written of it; nil where the person's key was destroyed.
    static func details(
        of member: Present, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> GroupDetails? {
        guard let key = try reading.key(of: member.person, in: community, keys) else { return nil }
        let bytes = try key.open(member.sealed, context: RegisterKeys.details(member.id))
        return try JSONDecoder().decode(GroupDetails.self, from: Data(bytes))
    }

    /// The person of a membership.
    static func opened(_ box: [UInt8], of membership: Identifier, _ keys: KeyRing) throws -> Identifier {
        let bytes = try keys.open(box, .register, context: RegisterKeys.member(membership))
        guard let person = Identifier(bytes: bytes) else { throw SealingFault.damaged }
        return person
    }

    private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.lexicographicallyPrecedes(b) }

    /// Every membership of a person in the given groups, the present ones first.
    static func memberships(
        of person: Identifier, among groups: [SpecialGroup], in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading
    ) throws -> [GroupMembership] {
        let byWho = Dictionary(
            groups.flatMap { group in
                RegisterKeys.pseudonyms(person, in: group.code, keys).map { ($0, group) }
            }
        ) { first, _ in first }
        let key = try reading.key(of: person, in: community, keys)
        return try reading.all(
            """
            SELECT id, who, since, until, review_due, details FROM group_member
            WHERE community = \(community) AND who IN \(list: byWho.keys.sorted(by: Self.precedes))
            ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, since DESC, id LIMIT 200
            """
        ) { row -> GroupMembership? in
            guard let group = byWho[row.bytes(1)] else { return nil }
            let id = try row.identifier(0)
            let details = try key.map { key in
                let bytes = try key.open(row.bytes(5), context: RegisterKeys.details(id))
                return try JSONDecoder().decode(GroupDetails.self, from: Data(bytes))
            }
            return GroupMembership(
                id: id, group: group, period: try row.period(2), reviewDue: try row.optionalDay(4),
                details: details)
        }.compactMap { $0 }
    }

    static func end(_ id: Identifier, on day: Day, in work: Work) throws {
        try work.database.run(
            """
            UPDATE group_member SET until = \(day.description), review_due = NULL
            WHERE community = \(work.community) AND id = \(id) AND until IS NULL
            """)
    }
}
