import Storage
import Values

/// Commits the waiting changes of one community in one durable transaction, each behind its savepoint.
///
/// A change that throws is undone alone. Where the transaction itself fails, every change of the group fails
/// and none is half there. Several writers stand side by side; a community is with one of them at a time, and
/// with one copy of the program, by its lock in the database.
final class GroupWriter: @unchecked Sendable {
    private let line: Line
    private let jobs: CommunityQueue
    private let tally: Tally
    private static let largest = 128

    init(line: Line, jobs: CommunityQueue, tally: Tally) {
        self.line = line
        self.jobs = jobs
        self.tally = tally
    }

    func serve() {
        while let (community, group) = jobs.take(Self.largest) {
            let fresh = group.filter { !$0.isStale }
            group.filter(\.isStale).forEach { $0.finish(StorageFault.busy) }
            if !fresh.isEmpty { commit(fresh, in: community) }
            jobs.done(community)
        }
    }

    private func commit(_ group: [Turn<Connection>], in community: Identifier) {
        let begun = ContinuousClock.now
        do {
            let results = try attempt(group, in: community)
            tally.committed(group.count, since: begun)
            for (job, error) in zip(group, results) { job.finish(error) }
        } catch {
            group.forEach { $0.finish(error) }
        }
    }

    /// Runs the group. A connection that turns out to be lost before the commit was sent has changed nothing,
    /// so the group runs once more over another.
    private func attempt(_ group: [Turn<Connection>], in community: Identifier) throws -> [(any Error)?] {
        let connection = try line.ready()
        do {
            return try run(group, in: community, on: connection)
        } catch StorageFault.away where connection.link.isLost {
            return try run(group, in: community, on: line.ready())
        }
    }

    private func run(
        _ group: [Turn<Connection>], in community: Identifier, on connection: Connection
    ) throws -> [(any Error)?] {
        connection.waitingWords.removeAll()
        connection.waitingFigures.removeAll()
        do {
            try connection.begin(in: community)
            let results = try group.map { job in try attempt(job, on: connection) }
            try connection.sendWaitingWords()
            try connection.sendWaitingFigures()
            try connection.countCommit()
            try connection.commit()
            return results
        } catch {
            if !connection.link.isLost {
                do { try connection.rollBack() } catch { connection.link.giveUp() }
            }
            throw error
        }
    }

    /// Runs one change behind its savepoint; returns its own error, throws only where the transaction is
    /// gone.
    private func attempt(_ job: Turn<Connection>, on connection: Connection) throws -> (any Error)? {
        let words = connection.waitingWords.count, figures = connection.waitingFigures.mark
        try connection.beginChange()
        do {
            try job.run(connection)
            try connection.keepChange()
            return nil
        } catch {
            if connection.link.isLost { throw StorageFault.away }
            try connection.undoChange()
            connection.waitingWords.removeLast(connection.waitingWords.count - words)
            connection.waitingFigures.goBack(to: figures)
            tally.undid()
            return error
        }
    }
}
