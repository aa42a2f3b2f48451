import Actions
import People
import Storage
import Values

/// A row that was looked through, ready to become something.
struct ReadyRow<Content: Sendable>: Sendable {
    let row: Int
    let key: [UInt8]
    let content: Content
}

/// A few rows become needs that nobody sees yet.
struct BringNeeds: Action {
    static let name = "import.bring-needs"
    static let right = ImportRights.use

    let batch: Identifier
    let rows: [ReadyRow<ImportedNeed>]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing, subject.kind == .needs else { throw ImportRefusal.notOpen }
        let fresh = try subject.fresh(rows, in: work)
        for row in fresh {
            let spot = try NeedSpot(.id(row.content.place), in: work.community, work.database)
            var intake = Intake(source: row.content.source, reported: row.content.reported ?? work.now)
            intake.held = .arriving
            intake.enteredBy = work.actor.account
            // A backlog is due from the day it is known here, or all of it would be late at once.
            intake.dueFrom = work.now
            let need = try work.takeIn(row.content.draft, at: spot, intake)
            try subject.remember(need.id, row.row, row.key, in: work)
        }
        try subject.countBrought(rows.count, in: work)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// A few rows become resources that nobody sees yet.
struct BringResources: Action {
    static let name = "import.bring-resources"
    static let right = ImportRights.use

    let batch: Identifier
    let rows: [ReadyRow<ImportedResource>]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing, subject.kind == .resources else { throw ImportRefusal.notOpen }
        for row in try subject.fresh(rows, in: work) {
            let content = row.content.content
            let standing = try content.checked(in: work)
            let id = work.newIdentifier()
            let number = try work.nextNumber("resource")
            try ResourceStore.insert(id, number: number, content, standing, in: work)
            try work.database.run(
                "UPDATE resource SET is_active = 0 WHERE community = \(work.community) AND id = \(id)")
            if !row.content.contact.isEmpty {
                try ResourceStore.writeContact(of: id, row.content.contact, in: work)
            }
            try ResourceStore.index(id, content, number: number, in: work)
            try subject.remember(id, row.row, row.key, in: work)
        }
        try subject.countBrought(rows.count, in: work)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

/// A few rows become people whom nobody sees yet.
struct BringPeople: Action {
    static let name = "import.bring-people"
    static let right = ImportRights.use

    let batch: Identifier
    let rows: [ReadyRow<ArrivingPerson>]

    func subject(in work: Work) throws -> ImportBatch { try work.batch(batch) }

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing, subject.kind == .people else { throw ImportRefusal.notOpen }
        try work.require(RegisterRights.change, on: subject)
        let fresh = try subject.fresh(rows, in: work)
        let people = try RegisterArrivals.bring(fresh.map(\.content), of: batch, in: work)
        for (row, person) in zip(fresh, people) {
            try subject.remember(person, row.row, row.key, in: work)
        }
        try subject.countBrought(rows.count, in: work)
        return Done()
    }

    func object(of subject: ImportBatch, _ answer: Done, in work: Work) -> Identifier { subject.id }
}

extension ImportBatch {
    /// Rows whose marks nobody left yet: one that came in by another import meanwhile is passed over.
    fileprivate func fresh<Content>(
        _ rows: [ReadyRow<Content>], in work: Work
    ) throws -> [ReadyRow<Content>] {
        guard rows.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        let known = try ImportStore.known(rows.map(\.key), kind, in: work.community, work.database)
        return rows.filter { !known.contains($0.key) }
    }

    fileprivate func remember(_ object: Identifier, _ row: Int, _ key: [UInt8], in work: Work) throws {
        try ImportStore.remember(object, for: row, of: id, in: work.community, work.database)
        try ImportStore.leaveMark(key, kind, for: object, in: work.community, work.database)
    }

    fileprivate func countBrought(_ rows: Int, in work: Work) throws {
        var changed = self
        changed.brought += rows
        try ImportStore.update(changed, in: work.community, work.database)
    }
}

extension ImportedNeed {
    /// As any need that is written down.
    var draft: NeedDraft {
        var draft = NeedDraft(words, at: .id(place))
        draft.spot = spot
        draft.classKey = classKey
        draft.group = group.isEmpty ? nil : group
        draft.urgency = urgency
        draft.quantity = quantity
        draft.contact = contact
        return draft
    }
}
