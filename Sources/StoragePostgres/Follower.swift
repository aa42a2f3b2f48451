import Storage
import Synchronization

/// A server that follows the one that leads, and answers readings of what may be a few seconds old.
final class Follower: Sendable {
    let address: Address
    let jobs = JobQueue<Turn<Connection>>(bound: 1024)
    private let near = Mutex<(until: ContinuousClock.Instant, turn: Int)?>(nil)

    init(_ address: Address) { self.address = address }

    /// Whether it was near enough when it was looked at last: that counts for ``Marks/bound`` at most, and
    /// not beyond the turn of the leader to whom it was near.
    func isNear(in turn: Int) -> Bool {
        near.withLock { $0.map { .now < $0.until && turn == $0.turn } ?? false }
    }

    func note(isNear: Bool, in turn: Int = 0) {
        near.withLock { $0 = isNear ? (.now + Marks.bound, turn) : nil }
    }
}

/// How far the log of the server that leads was written, second by second.
///
/// Who has replayed what was written some seconds ago is at most so many seconds behind; no clock of another
/// machine is asked.
final class Marks: Sendable {
    /// How old a mark may be that a follower must have reached.
    static let bound = Duration.seconds(5)

    private struct State {
        var timeline: Int64 = 0
        var marks: [(position: Int64, at: ContinuousClock.Instant)] = []
    }

    private let state = Mutex(State())

    func note(_ position: Int64, on timeline: Int64, at now: ContinuousClock.Instant = .now) {
        state.withLock { state in
            if timeline != state.timeline { state = State(timeline: timeline) }
            state.marks.removeAll { $0.at.duration(to: now) > Self.bound }
            state.marks.append((position, now))
        }
    }

    /// Whether the follower has all that was written up to a moment within the bound, by the same server's
    /// log.
    func isNear(_ sight: Sight, at now: ContinuousClock.Instant = .now) -> Bool {
        isNear(follows: sight.follows, position: sight.position, at: now)
    }

    func isNear(follows: Int64?, position: Int64, at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            guard let follows, follows == state.timeline else { return false }
            let oldest = state.marks.first { $0.at.duration(to: now) <= Self.bound }
            return oldest.map { position >= $0.position } ?? false
        }
    }
}

/// A reader's own way to a follower; whatever it cannot answer, the server that leads answers.
struct FollowerReader {
    let follower: Follower
    let tables: Tables
    let tally: Tally
    /// Hands a reading over to the server that leads.
    let handOver: @Sendable (Turn<Connection>) -> Void

    func serve() {
        var connection: Connection?
        while let job = follower.jobs.take(1)?.first {
            do {
                if connection?.link.isLost ?? true {
                    connection = nil
                    connection = try Connection(follower.address, tables)
                }
                try connection?.reading(job.run)
                tally.didFollow()
                job.finish(nil)
            } catch is StorageFault {
                follower.note(isNear: false)
                handOver(job)
            } catch is NoConnection {
                follower.note(isNear: false)
                handOver(job)
            } catch { job.finish(error) }
        }
    }
}
