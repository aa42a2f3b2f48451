import Actions
import Foundation
import People
import Storage
import Values

/// A row that means somebody who is registered already, and what it was announced to change.
struct ChangingRow: Sendable {
    let row: Int
    let key: [UInt8]
    let person: Identifier
    let content: ArrivingPerson
    let changes: [RegisterDifference]
}

/// One row changes what is written of somebody: all that was announced, or nothing.
struct ChangePerson: BatchAction {
    static let name = "import.change-person"

    let batch: Identifier
    let row: ChangingRow

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .changing else { throw ImportRefusal.notOpen }
        let trace = try RegisterChanges.carryOut(row.changes, of: row.content, on: row.person, in: work)
        let sealed = try trace.map { trace in
            let bytes = Array(try JSONEncoder().encode(trace))
            return try work.key(of: row.person).seal(bytes, context: Self.context(batch, row.row))
        }
        try ImportStore.settle(
            row.row, as: trace == nil ? .same : .changed, trace: sealed, of: batch, in: work.community,
            work.database)
        let marks = try ImportStore.known([row.key], subject.kind, in: work.community, work.database)
        if marks.isEmpty {
            try ImportStore.leaveMark(
                row.key, subject.kind, for: row.person, in: work.community, work.database)
        }
        var changed = subject
        changed.brought += 1
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }

    /// What binds a sealed trace to its row.
    static func context(_ batch: Identifier, _ row: Int) -> String { "import trace \(batch) \(row)" }
}

/// A row stays without effect, because something stood against it that came up after the look.
struct LeaveRow: BatchAction {
    static let name = "import.leave-row"

    let batch: Identifier
    let row: Int
    let why: Text

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .changing else { throw ImportRefusal.notOpen }
        try ImportStore.settle(
            row, as: .left, why: why, of: batch, in: work.community, work.database)
        var changed = subject
        changed.leftAlone += 1
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// Every row has had its effect.
struct EndChanges: BatchAction {
    static let name = "import.end-changes"

    let batch: Identifier

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .changing else { throw ImportRefusal.notOpen }
        var changed = subject
        changed.state = .adopted
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}
