import Dispatch
import GRDB
import Storage
import Synchronization

/// One change that waits for the writing thread.
struct WriteJob: Sendable {
    /// Runs the change and keeps its answer.
    let run: @Sendable (Connection) throws -> Void
    /// Tells the caller, after the group is on the disk.
    let finish: @Sendable ((any Error)?) -> Void
}

/// Commits many waiting changes in one durable transaction, each behind its savepoint.
///
/// The disk's sync is the dear part; one serves the whole group. A change that throws is undone alone. Where
/// the
/// engine gives up the transaction itself (disk full, I/O), every change of the group fails and none is half
/// there.
final class GroupWriter: @unchecked Sendable {
    private let queue: DatabaseQueue
    private let jobs: JobQueue<WriteJob>
    private let tables: Tables
    private let tally: TallyBox
    private let largest = 128
    private var lastSize = 1

    init(queue: DatabaseQueue, jobs: JobQueue<WriteJob>, tables: Tables, tally: TallyBox) {
        self.queue = queue
        self.jobs = jobs
        self.tables = tables
        self.tally = tally
    }

    func serve() {
        queue.inDatabase { database in
            let connection = Connection(database, tables)
            while let first = jobs.take(largest) {
                commit(gather(first), on: connection)
            }
        }
    }

    /// Waits a moment for company where the last group had some: under load fewer syncs, alone no delay.
    private func gather(_ first: [WriteJob]) -> [WriteJob] {
        guard lastSize > 1 || first.count > 1, first.count < largest else { return first }
        let hoped = min(largest, max(16, lastSize))
        guard first.count < hoped else { return first }
        return first + jobs.top(up: hoped - first.count, within: 0.002)
    }

    private func commit(_ group: [WriteJob], on connection: Connection) {
        lastSize = group.count
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
            return group.forEach { $0.finish(error) }
        }
        connection.waitingFigures.removeAll()
        tally.commits.add(1, ordering: .relaxed)
        tally.changes.add(Int64(group.count), ordering: .relaxed)
        for (job, error) in zip(group, results) { job.finish(error) }
    }

    /// Runs one change behind its savepoint; returns its own error, throws only where the transaction is
    /// gone.
    private func attempt(_ job: WriteJob, on connection: Connection) throws -> (any Error)? {
        let words = connection.waitingWords.count, figures = connection.waitingFigures.mark
        try connection.run("SAVEPOINT change")
        do {
            try job.run(connection)
            try connection.run("RELEASE change")
            return nil
        } catch {
            guard connection.isInTransaction else { throw error }
            try connection.run("ROLLBACK TO change")
            try connection.run("RELEASE change")
            connection.waitingWords.removeLast(connection.waitingWords.count - words)
            connection.waitingFigures.goBack(to: figures)
            tally.undone.add(1, ordering: .relaxed)
            return error
        }
    }
}
