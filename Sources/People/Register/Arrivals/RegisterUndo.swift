public import Actions
import Storage
public import Values

/// Takes back what a table brought: only what it did, and only where nobody has changed anything since.
public enum RegisterUndo {
    /// Why something stays as it is.
    public enum Obstacle: String, Sendable, Codable, CaseIterable, Phrase {
        case changedSince, moved, merged, gone

        public var text: Text {
            switch self {
            case .changedSince: Text("后来有人改过", "was changed since")
            case .moved: Text("后来搬了家", "has moved since")
            case .merged: Text("后来和别的一行合并过", "was merged with another row since")
            case .gone: Text("已经不在登记里", "is no longer in the register")
            }
        }
    }

    /// Takes away somebody whom the table brought; nil where that was done.
    public static func remove(_ id: Identifier, in work: Work) throws -> Obstacle? {
        guard let person = try PersonStore.person(id, in: work.community, work.keys, work.database) else {
            return .gone
        }
        if let obstacle = try obstacle(person, after: 0, in: work) { return obstacle }
        let stays = try ResidenceStore.stays(of: id, in: work.community, work.database)
        guard stays.count == 1, let stay = stays.first, stay.period.until == nil else { return .moved }
        let household = try work.household(stay.household), intake = try RegisterIntake(work)
        intake.countPerson(-1, person.sex, stay.standing, at: household.path)
        try RegisterArrivals.erase([id], in: work)
        if try RegisterArrivals.eraseIfEmpty(household.id, in: work), household.period.until == nil {
            intake.count(-1, .households, at: household.path)
        }
        try intake.finish()
        return nil
    }

    /// Writes back what stood there before a row changed it; nil where that was done.
    public static func revert(_ trace: RegisterTrace, of id: Identifier, in work: Work) throws -> Obstacle? {
        guard let person = try PersonStore.person(id, in: work.community, work.keys, work.database) else {
            return .gone
        }
        if let obstacle = try obstacle(person, after: trace.record, in: work) { return obstacle }
        let now = try work.presentStays(of: id)
        guard now.allSatisfy({ trace.made.stays.contains($0.id) || trace.stays.map(\.id).contains($0.id) })
        else { return .moved }
        let intake = try RegisterIntake(work)
        try count(-1, now, person.sex, intake)
        try writeBack(trace, person, intake)
        try restoreRows(trace, in: work)
        try count(1, try work.presentStays(of: id), trace.sex ?? person.sex, intake)
        try intake.finish()
        return nil
    }

    /// Somebody else's later change of the same person, which would be lost.
    private static func obstacle(
        _ person: RegisteredPerson, after record: Int64, in work: Work
    ) throws -> Obstacle? {
        let looks = [OpenPerson.name]
        let isChanged = try work.database.exists(
            """
            SELECT 1 FROM record WHERE community = \(work.community) AND object = \(person.id)
            AND number > \(record) AND action NOT IN \(list: looks) LIMIT 1
            """)
        if isChanged { return person.mergedInto == nil ? .changedSince : .merged }
        let isMerged = try work.database.exists(
            """
            SELECT 1 FROM person_merge WHERE community = \(work.community) AND kept = \(person.id)
            AND undone IS NULL LIMIT 1
            """)
        return isMerged || person.mergedInto != nil ? .merged : nil
    }

    private static func count(
        _ difference: Int64, _ stays: [Residence], _ sex: Sex, _ intake: RegisterIntake
    ) throws {
        for stay in stays {
            let path = try intake.work.household(stay.household).path
            intake.countPerson(difference, sex, stay.standing, at: path)
        }
    }

    private static func writeBack(
        _ trace: RegisterTrace, _ person: RegisteredPerson, _ intake: RegisterIntake
    ) throws {
        let work = intake.work, id = person.id
        let isChild = intake.isChild(trace.born ?? person.born)
        if let sex = trace.sex { try PersonStore.set(sex: sex, of: id, in: work) }
        if let born = trace.born { try PersonStore.set(born: born, of: person, isChild: isChild, in: work) }
        if let name = trace.name { try PersonStore.rename(person, to: name, isChild: isChild, in: work) }
        if let phone = trace.phone {
            try PersonStore.set(phone: phone.isEmpty ? nil : try Phone(phone), of: id, in: work)
        }
        if let number = trace.identity {
            try PersonStore.set(identity: number.isEmpty ? nil : try IdentityNumber(number), of: id, in: work)
        }
    }

    /// What was made goes, what was ended goes on; households follow their people.
    private static func restoreRows(_ trace: RegisterTrace, in work: Work) throws {
        let (community, writing) = (work.community, work.database)
        let homes = try writing.all(
            """
            SELECT DISTINCT household FROM residence WHERE community = \(community)
            AND id IN \(list: trace.made.stays.sorted()) ORDER BY household LIMIT 20
            """
        ) { try $0.identifier(0) }
        for (table, made) in [
            ("residence" as SQL, trace.made.stays), ("person_fact", trace.made.facts),
            ("group_member", trace.made.members),
        ] {
            try writing.run(
                "DELETE FROM \(table) WHERE community = \(community) AND id IN \(list: made.sorted())")
        }
        for (table, ended) in [
            ("UPDATE residence SET why = ''," as SQL, trace.ended.stays),
            ("UPDATE person_fact SET", trace.ended.facts), ("UPDATE group_member SET", trace.ended.members),
        ] {
            try writing.run(
                "\(table) until = NULL WHERE community = \(community) AND id IN \(list: ended.sorted())")
        }
        for stay in trace.stays {
            try ResidenceStore.set(stay.relation, stay.standing, of: stay.id, in: work)
            try reopen(stay.household, in: work)
        }
        for home in homes { try close(home, in: work) }
    }

    /// A household that ended when its last one left goes on with them.
    private static func reopen(_ id: Identifier, in work: Work) throws {
        let household = try work.household(id)
        guard household.period.until != nil else { return }
        try work.database.run(
            "UPDATE household SET ended = NULL WHERE community = \(work.community) AND id = \(id)")
        let intake = try RegisterIntake(work)
        intake.count(1, .households, at: household.path)
        try intake.finish()
    }

    /// A household that was formed for the move alone is gone again.
    private static func close(_ id: Identifier, in work: Work) throws {
        let household = try work.household(id), intake = try RegisterIntake(work)
        if try RegisterArrivals.eraseIfEmpty(id, in: work), household.period.until == nil {
            intake.count(-1, .households, at: household.path)
        }
        try intake.finish()
    }
}
