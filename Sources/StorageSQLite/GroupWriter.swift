import GRDB
import Storage

/// Commits many waiting changes in one durable transaction, each behind its savepoint.
///
/// The disk's sync is the dear part; one serves the whole group. A change that throws is undone alone. Where
/// the
/// engine gives up the transaction itself (disk full, I/O), every change of the group fails and none is half
/// there; the connection is given up then, and a new one must prove that the disk takes changes.
final class GroupWriter: @unchecked Sendable {
    private let path: String
    private let health: Health
    private let jobs: JobQueue<Turn<Connection>>
    private let tables: Tables
    private let tally: Tally
    private let largest = 128
    private var lastSize = 1

    init(path: String, health: Health, jobs: JobQueue<Turn<Connection>>, tables: Tables, tally: Tally) {
        self.path = path
        self.health = health
        self.jobs = jobs
        self.tables = tables
        self.tally = tally
    }

    /// Commits until the queue is closed. After trouble with the disk it goes on with another connection:
    /// what a failed sync left in the old one is not built upon.
    func serve(_ first: DatabaseQueue) {
        var queue: DatabaseQueue? = first
        while let open = queue {
            open.inDatabase { serve(Connection($0, tables)) }
            health.closing(open)
            queue = health.trouble == nil ? nil : mend()
        }
        // Whoever came between is told.
        while let late = jobs.take(largest) { late.forEach { $0.finish(StorageFault.closed) } }
    }

    private func serve(_ connection: Connection) {
        while health.trouble == nil, let first = jobs.take(largest) {
            commit(gather(first), on: connection)
        }
    }

    /// Tries until a change is durable again, a second apart; nil where the house closes meanwhile.
    private func mend() -> DatabaseQueue? {
        while !health.isClosing {
            for job in jobs.top(up: largest, within: 1) { job.finish(health.trouble) }
            do {
                guard health.trouble != .full || FreeRoom.isEnough(at: path) else { continue }
                let queue = try SQLiteDatabase.openWriter(path, tables)
                try queue.prove()
                health.recover()
                return queue
            } catch {
                health.note(error)
            }
        }
        return nil
    }

    /// Waits a moment for company where the last group had some: under load fewer syncs, alone no delay.
    private func gather(_ first: [Turn<Connection>]) -> [Turn<Connection>] {
        guard lastSize > 1 || first.count > 1, first.count < largest else { return first }
        let hoped = min(largest, max(16, lastSize))
        guard first.count < hoped else { return first }
        return first + jobs.top(up: hoped - first.count, within: 0.002)
    }

    private func commit(_ group: [Turn<Connection>], on connection: Connection) {
        lastSize = group.count
        let begun = ContinuousClock.now
        var results: [(any Error)?] = []
        do {
            try connection.begin(writing: true)
            results = try group.map { job in try attempt(job, on: connection) }
            try connection.writeWaitingWords()
            try connection.writeWaitingFigures()
            if results.contains(where: { $0 == nil }) { try connection.countCommit() }
            try connection.run("COMMIT")
        } catch {
            connection.waitingWords.removeAll()
            // What could not be committed is rolled back by the engine too, should this fail.
            if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
            connection.waitingFigures.removeAll()
            if (error as? StorageFault)?.isOfDisk == true { health.note(error) }
            return group.forEach { $0.finish(error) }
        }
        connection.waitingFigures.removeAll()
        tally.committed(group.count, since: begun)
        for (job, error) in zip(group, results) { job.finish(error) }
    }

    /// Runs one change behind its savepoint; returns its own error, throws only where the transaction is
    /// gone.
    private func attempt(_ job: Turn<Connection>, on connection: Connection) throws -> (any Error)? {
        let words = connection.waitingWords.count, figures = connection.waitingFigures.mark
        try connection.run("SAVEPOINT change")
        do {
            try job.run(connection)
            try connection.run("RELEASE change")
            return nil
        } catch {
            // A disk that fails one change fails the commit of all.
            let isOfDisk = (error as? StorageFault)?.isOfDisk ?? false
            guard connection.isInTransaction, !isOfDisk else { throw error }
            try connection.run("ROLLBACK TO change")
            try connection.run("RELEASE change")
            connection.waitingWords.removeLast(connection.waitingWords.count - words)
            connection.waitingFigures.goBack(to: figures)
            tally.undid()
            return error
        }
    }
}
