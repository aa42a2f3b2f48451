import Actions
import People
import Storage
import Values

/// What a row of a table becomes: read out of its cells, then brought in with a few others, unseen.
protocol Arriving: Sendable {
    static var kind: ImportKind { get }

    /// Reads a row; what is wrong with it stands in `cells.faults` afterwards.
    init?(reading cells: inout NamedCells, _ lists: ImportLists)

    /// Writes a few down so that nobody sees them yet; their identifiers in the same order.
    static func bring(_ rows: [Self], of batch: Identifier, in work: Work) throws -> [Identifier]
}

extension ImportedNeed: Arriving {
    static let kind = ImportKind.needs

    init?(reading cells: inout NamedCells, _ lists: ImportLists) {
        self.init(&cells, lists.words, lists.places, now: lists.now)
    }

    static func bring(_ rows: [ImportedNeed], of batch: Identifier, in work: Work) throws -> [Identifier] {
        try rows.map { row in
            let spot = try NeedSpot(.id(row.place), in: work.community, work.database)
            var intake = Intake(source: row.source, reported: row.reported ?? work.now)
            intake.held = .arriving
            intake.enteredBy = work.actor.account
            // A backlog is due from the day it is known here, or all of it would be late at once.
            intake.dueFrom = work.now
            return try work.takeIn(row.draft, at: spot, intake).id
        }
    }

    /// As any need that is written down.
    private var draft: NeedDraft {
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

extension ImportedResource: Arriving {
    static let kind = ImportKind.resources

    init?(reading cells: inout NamedCells, _ lists: ImportLists) {
        self.init(&cells, lists.words, lists.places)
    }

    static func bring(
        _ rows: [ImportedResource], of batch: Identifier, in work: Work
    ) throws -> [Identifier] {
        try rows.map { row in
            let standing = try row.content.checked(in: work)
            let id = work.newIdentifier(), number = try work.nextNumber("resource")
            try ResourceStore.insert(id, number: number, row.content, standing, in: work)
            try work.database.run(
                "UPDATE resource SET is_active = 0 WHERE community = \(work.community) AND id = \(id)")
            if !row.contact.isEmpty { try ResourceStore.writeContact(of: id, row.contact, in: work) }
            try ResourceStore.index(id, row.content, number: number, in: work)
            return id
        }
    }
}

extension ArrivingPerson: Arriving {
    static let kind = ImportKind.people

    init?(reading cells: inout NamedCells, _ lists: ImportLists) {
        guard let person = ImportedPerson(&cells, lists).arriving else { return nil }
        self = person
    }

    static func bring(_ rows: [ArrivingPerson], of batch: Identifier, in work: Work) throws -> [Identifier] {
        try RegisterArrivals.bring(rows, of: batch, in: work)
    }
}
