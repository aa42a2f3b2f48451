import Actions
import Foundation
import People
import Storage
import Values

/// An import that was a mistake begins to be taken back.
struct BeginUndo: BatchAction {
    static let name = "import.begin-undo"
    /// So long one can undo; afterwards it is forgotten what each row did.
    static let days = 30

    let batch: Identifier

    func run(on subject: ImportBatch, in work: Work) throws -> Done {
        if subject.state == .undoing { return Done() }
        guard subject.mayBeUndone(at: work.now) else { throw ImportRefusal.notUndoable }
        var changed = subject
        changed.state = .undoing
        try ImportStore.update(changed, in: work.community, work.database)
        return Done()
    }
}

/// A few rows' effects are taken back, the last first; what somebody has changed since stays, with why.
struct UndoRows: BatchAction {
    static let name = "import.undo-rows"
    static let most = 20

    let batch: Identifier

    /// How many rows and places were looked at; 0 where none are left.
    func run(on subject: ImportBatch, in work: Work) throws -> Int {
        guard subject.state == .undoing else { throw ImportRefusal.notOpen }
        let rows = try ImportStore.effects(of: batch, most: Self.most, in: work.community, work.database)
        var changed = subject
        for row in rows {
            let obstacle = try undo(row, in: work)
            try ImportStore.settle(
                row.row, as: obstacle == nil ? .undone : .kept, why: obstacle?.text, of: batch,
                in: work.community, work.database)
            if obstacle == nil {
                changed.undone += 1
                try ImportStore.removeMarks(
                    of: [row.person], subject.kind, keys: [row.key], in: work.community, work.database)
            } else {
                changed.leftAlone += 1
            }
        }
        let closed = rows.isEmpty ? try ArrivalStore.closePlaces(of: batch, most: Self.most, in: work) : 0
        if rows.isEmpty, closed == 0 { changed.state = .undone }
        try ImportStore.update(changed, in: work.community, work.database)
        return rows.count + closed
    }

    private func undo(_ row: ImportEffect, in work: Work) throws -> RegisterUndo.Obstacle? {
        guard let sealed = row.trace else { return try RegisterUndo.remove(row.person, in: work) }
        guard let key = try work.database.key(of: row.person, in: work.community, work.keys) else {
            return .gone
        }
        let bytes = try key.open(sealed, context: ChangePerson.context(batch, row.row))
        let trace = try JSONDecoder().decode(RegisterTrace.self, from: Data(bytes))
        return try RegisterUndo.revert(trace, of: row.person, in: work)
    }
}
