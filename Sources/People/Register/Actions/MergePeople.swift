public import Actions
import Foundation
import Storage
public import Values

/// Two rows are one person: one row is kept, the other counts no longer, and both histories stay.
public struct MergePeople: Action {
    public static let name = "register.merge-people"
    public static let right = RegisterRights.merge

    let kept: Identifier
    let gone: Identifier

    public init(keep kept: Identifier, over gone: Identifier) {
        self.kept = kept
        self.gone = gone
    }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.living(kept) }

    public func run(on kept: RegisteredPerson, in work: Work) throws -> Done {
        guard self.kept != gone else { throw RegisterRefusal.sameOne }
        let gone = try work.living(gone)
        try work.require(RegisterRights.merge, on: gone)
        guard gone.sex == kept.sex else { throw RegisterRefusal.sexesDiffer }
        let intake = try RegisterIntake(work)
        var moved = MergeTrace()
        try carryStay(from: gone, to: kept, intake, &moved)
        try carryGroups(from: gone, to: kept, intake, &moved)
        try carryAbility(from: gone, to: kept, in: work, &moved)
        try MergeStore.hide(gone, into: kept.id, moved, in: work)
        try intake.finish()
        return Done()
    }

    /// What only the other row tells of where they live becomes the kept one's.
    private func carryStay(
        from gone: RegisteredPerson, to kept: RegisteredPerson, _ intake: RegisterIntake,
        _ moved: inout MergeTrace
    ) throws {
        let work = intake.work
        let present = try work.presentStays(of: gone.id)
        for stay in present {
            intake.countPerson(-1, gone.sex, stay.standing, at: try work.household(stay.household).path)
        }
        guard try work.presentStays(of: kept.id).isEmpty else { return }
        for stay in present {
            let copy = Residence(
                id: work.newIdentifier(), person: kept.id, household: stay.household,
                relation: stay.relation, standing: stay.standing, period: stay.period, source: stay.source)
            try ResidenceStore.insert(copy, in: work)
            intake.countPerson(1, kept.sex, stay.standing, at: try work.household(stay.household).path)
            moved.stays.append(copy.id)
        }
    }

    private func carryGroups(
        from gone: RegisteredPerson, to kept: RegisteredPerson, _ intake: RegisterIntake,
        _ moved: inout MergeTrace
    ) throws {
        let work = intake.work
        let groups = try GroupStore.groups(in: work.community, work.database)
        func open(_ person: Identifier) throws -> [GroupMembership] {
            try GroupStore.memberships(
                of: person, among: groups, in: work.community, work.keys, work.database
            )
            .filter { $0.period.until == nil }
        }
        let known = Set(try open(kept.id).map(\.group.code))
        for membership in try open(gone.id) where !known.contains(membership.group.code) {
            let details = membership.details ?? GroupDetails(source: .table)
            let id = try GroupStore.insert(
                NewMembership(
                    membership.group.code, membership.period, details, reviewDue: membership.reviewDue),
                in: membership.group, of: kept.id, in: work)
            moved.memberships.append(id)
        }
    }

    /// Results of days on which the kept one has none.
    private func carryAbility(
        from gone: RegisteredPerson, to kept: RegisteredPerson, in work: Work, _ moved: inout MergeTrace
    ) throws {
        for known in try AbilityStore.assessments(of: gone.id, in: work.community, work.keys, work.database) {
            guard let result = known.result, !known.isStruck,
                try !AbilityStore.isAssessed(kept.id, on: known.day, in: work)
            else { continue }
            let id = try AbilityStore.insert(result, of: kept.id, due: known.due, in: work)
            moved.abilities = (moved.abilities ?? []) + [id]
        }
    }

    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { kept }
}

/// They were two after all: the hidden row comes back, and what it had lent goes.
public struct UnmergePeople: Action {
    public static let name = "register.unmerge-people"
    public static let right = RegisterRights.merge

    let gone: Identifier

    public init(_ gone: Identifier) { self.gone = gone }

    public func subject(in work: Work) throws -> RegisteredPerson { try work.registered(gone) }

    public func run(on gone: RegisteredPerson, in work: Work) throws -> Done {
        guard let kept = gone.mergedInto, let merge = try MergeStore.last(of: gone.id, in: work) else {
            throw RegisterRefusal.notMerged
        }
        let intake = try RegisterIntake(work)
        let keeper = try work.registered(kept)
        for stay in try work.presentStays(of: kept) where merge.trace.stays.contains(stay.id) {
            let path = try work.household(stay.household).path
            intake.countPerson(-1, keeper.sex, stay.standing, at: path)
        }
        for stay in try work.presentStays(of: gone.id) {
            intake.countPerson(1, gone.sex, stay.standing, at: try work.household(stay.household).path)
        }
        try MergeStore.bringBack(gone, merge, isChild: intake.isChild(gone.born), in: work)
        try intake.finish()
        return Done()
    }

    public func object(of subject: RegisteredPerson, _ answer: Done, in work: Work) -> Identifier { gone }
}

/// Rows that a merge made for the kept person.
struct MergeTrace: Codable, Sendable {
    var stays: [Identifier] = []
    var memberships: [Identifier] = []
    /// Nil in what was written before there were any.
    var abilities: [Identifier]?
}

/// Merges as they are stored.
enum MergeStore {
    static func hide(
        _ gone: RegisteredPerson, into kept: Identifier, _ trace: MergeTrace, in work: Work
    ) throws {
        let moved = String(decoding: try JSONEncoder().encode(trace), as: UTF8.self)
        try work.database.run(
            """
            INSERT INTO person_merge (community, id, kept, gone, moved, made)
            VALUES (\(work.community), \(work.newIdentifier()), \(kept), \(gone.id), \(moved), \(work.now))
            """)
        try work.database.run(
            """
            UPDATE person SET merged_into = \(kept)
            WHERE community = \(work.community) AND id = \(gone.id)
            """)
        PersonStore.index(gone.id, name: "", isChild: false, in: work)
    }

    static func last(of gone: Identifier, in work: Work) throws -> (id: Identifier, trace: MergeTrace)? {
        try work.database.first(
            """
            SELECT id, moved FROM person_merge WHERE community = \(work.community) AND gone = \(gone)
            AND undone IS NULL ORDER BY made DESC, id LIMIT 1
            """
        ) {
            (
                try $0.identifier(0),
                try JSONDecoder().decode(MergeTrace.self, from: Data($0.text(1).utf8))
            )
        }
    }

    static func bringBack(
        _ gone: RegisteredPerson, _ merge: (id: Identifier, trace: MergeTrace), isChild: Bool, in work: Work
    ) throws {
        try work.database.run(
            """
            DELETE FROM residence WHERE community = \(work.community)
            AND id IN \(list: merge.trace.stays)
            """)
        try work.database.run(
            """
            DELETE FROM group_member WHERE community = \(work.community)
            AND id IN \(list: merge.trace.memberships)
            """)
        try work.database.run(
            """
            DELETE FROM ability WHERE community = \(work.community)
            AND id IN \(list: merge.trace.abilities ?? [])
            """)
        try work.database.run(
            """
            UPDATE person SET merged_into = NULL WHERE community = \(work.community) AND id = \(gone.id)
            """)
        try work.database.run(
            """
            UPDATE person_merge SET undone = \(work.now)
            WHERE community = \(work.community) AND id = \(merge.id)
            """)
        PersonStore.index(gone.id, name: gone.name, isChild: isChild, in: work)
    }
}
