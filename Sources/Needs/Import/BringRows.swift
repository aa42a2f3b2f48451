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

/// A few rows become what they will be, seen by nobody yet.
struct BringRows<Content: Arriving>: BatchAction {
    static var name: String { "import.bring-\(Content.kind.rawValue)" }

    let batch: Identifier
    let rows: [ReadyRow<Content>]

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing, subject.kind == Content.kind else { throw ImportRefusal.notOpen }
        guard rows.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        // A row that came in by another import meanwhile is passed over.
        let known = try ImportStore.known(rows.map(\.key), subject.kind, in: work.community, work.database)
        let fresh = rows.filter { !known.contains($0.key) }
        let made = try Content.bring(fresh.map(\.content), of: batch, in: work)
        for (row, object) in zip(fresh, made) {
            try ImportStore.remember(object, for: row.row, of: batch, in: work.community, work.database)
            try ImportStore.leaveMark(
                row.key, subject.kind, for: object, in: work.community, work.database)
        }
        var changed = subject
        changed.brought += rows.count
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// Places that the addresses of an import name and nobody has made yet.
struct MakeHomes: BatchAction {
    static let name = "import.make-homes"

    let batch: Identifier
    let above: Identifier
    let steps: [ArrivingHome.Step]

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        guard subject.state == .bringing, subject.kind == .people else { throw ImportRefusal.notOpen }
        for place in try RegisterArrivals.make(steps, below: above, in: work) {
            try work.database.run(
                """
                INSERT INTO import_place (community, batch, place)
                VALUES (\(work.community), \(batch), \(place))
                """)
        }
        return Done()
    }
}
