public import Actions
import Storage
public import Values

/// What a row of a table changes of somebody who is registered, carried out by the rules of the screen.
public enum RegisterChanges {
    /// Carries out what was announced; each part is an action of its own in the record.
    ///
    /// - Returns: what was done, for an undo; nil where it is so already.
    /// - Throws: ``RegisterRefusal/changedMeanwhile`` where somebody else wrote there since the look.
    public static func carryOut(
        _ announced: [RegisterDifference], of row: ArrivingPerson, on id: Identifier, in work: Work
    ) throws -> RegisterTrace? {
        let people = try KnownPerson.people([id], in: work.community, work.keys, work.database)
        guard let known = people.first else { throw RegisterRefusal.personNotFound }
        let matches = try RegisterMatches([row], in: work.community, work.keys, work.database)
        let marks = Dictionary(announced.map { ($0.part, $0.mark) }) { first, _ in first }
        let present = try matches.differences(row, known).filter { marks[$0.part] != nil }
        if present.isEmpty { return nil }
        guard present.allSatisfy({ marks[$0.part] == $0.mark }) else {
            throw RegisterRefusal.changedMeanwhile
        }
        let before = try RegisterTrace.Rows(of: id, in: work)
        var trace = try RegisterTrace(known, present.map(\.part), in: work)
        for difference in present { try change(difference.part, row, known, in: work) }
        try trace.finish(id, before, in: work)
        return trace
    }

    private static func change(
        _ part: RegisterPart, _ row: ArrivingPerson, _ known: KnownPerson, in work: Work
    ) throws {
        let new = row.person, id = known.id
        func correct(_ change: CorrectPerson.Correction) throws {
            try work.perform(CorrectPerson(id, change, source: .table))
        }
        switch part {
        case .name: try correct(.name(new.name))
        case .born: try correct(.born(new.born))
        case .sex: try correct(.sex(new.sex))
        case .identity: try correct(.identity(new.identity))
        case .phone: try correct(.phone(new.phone))
        case .place: try settle(row, known, in: work)
        case .relation, .standing:
            guard let stay = try work.presentStays(of: id).first else { throw RegisterRefusal.notLiving }
            let relation = part == .relation ? new.relation : stay.relation
            let standing = part == .standing ? new.standing : stay.standing
            try work.perform(CorrectStay(id, relation, standing, source: .table))
        case .retired: try work.perform(NoteFact(fact(.retired, new), of: id, source: .table))
        case .party: try work.perform(NoteFact(fact(.party, new), of: id, source: .table))
        case .groups:
            for group in new.groups {
                // Who is in the group already stays as they are.
                do { try work.perform(EnterGroup(group, id)) } catch RegisterRefusal.inGroup { continue }
            }
        }
    }

    private static func fact(_ kind: FactKind, _ new: NewPerson) -> NewFact {
        new.facts.first { $0.kind == kind } ?? NewFact(kind, "", new.stay)
    }

    /// They live elsewhere than is written, or live here again.
    private static func settle(_ row: ArrivingPerson, _ known: KnownPerson, in work: Work) throws {
        guard let place = row.place else { throw RegisterRefusal.notAHome }
        let there = try HouseholdStore.households(at: place, in: work.community, work.database).first {
            $0.period.until == nil
        }
        let today = work.now.day(in: .shanghai)
        let day = row.saysSince ? row.person.stay.since : today
        if known.stay != nil {
            let target: MoveWithin.Target = there.map { .household($0.id) } ?? .home(place)
            // A day before the last one was known is when the table's keeper heard of it: today.
            let since = known.stay.map { day > $0.since ? day : today } ?? today
            try work.perform(MoveWithin([known.id], to: target, on: since, source: .table))
            return try fit(row, known, in: work)
        }
        let intake = try RegisterIntake(work)
        let period = Period(since: day)
        let household = try there ?? intake.form(at: place, period, .table)
        let person = try work.living(known.id)
        try intake.settle(person, in: household, row.person.relation, row.person.standing, period, .table)
        try intake.finish()
    }

    /// In the new household they are what the row says, from the first day there.
    private static func fit(_ row: ArrivingPerson, _ known: KnownPerson, in work: Work) throws {
        guard let stay = try work.presentStays(of: known.id).first else { throw RegisterRefusal.notLiving }
        let relation = row.saysRelation ? row.person.relation : stay.relation
        let standing = row.saysStanding ? row.person.standing : stay.standing
        let intake = try RegisterIntake(work), path = try work.household(stay.household).path
        let person = try work.living(known.id)
        intake.countPerson(-1, person.sex, stay.standing, at: path)
        intake.countPerson(1, person.sex, standing, at: path)
        try ResidenceStore.set(relation, standing, of: stay.id, in: work)
        try intake.finish()
    }
}
