package import Dispatch
import Foundation

/// A queue of jobs that threads of our own take from; the caller's task waits without holding a thread.
package final class JobQueue<Job: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [Job] = []
    private var isClosed = false
    private let bound: Int

    package init(bound: Int) { self.bound = bound }

    /// Adds a job; false where the queue is full or closed.
    package func add(_ job: Job) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed, jobs.count < bound else { return false }
        jobs.append(job)
        condition.signal()
        return true
    }

    /// The next jobs, at most `limit`, waiting for the first; nil when the queue is closed and empty.
    package func take(_ limit: Int) -> [Job]? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty {
            if isClosed { return nil }
            condition.wait()
        }
        return removeFirst(limit)
    }

    /// More jobs for a group already begun: waits until `wanted` are there or the time is over.
    package func top(up wanted: Int, within seconds: Double) -> [Job] {
        condition.lock()
        defer { condition.unlock() }
        let end = Date(timeIntervalSinceNow: seconds)
        while jobs.count < wanted, !isClosed, condition.wait(until: end) {}
        return removeFirst(wanted)
    }

    package func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    private func removeFirst(_ limit: Int) -> [Job] {
        guard jobs.count > limit else {
            defer { jobs.removeAll(keepingCapacity: true) }
            return jobs
        }
        defer { jobs.removeFirst(limit) }
        return Array(jobs.prefix(limit))
    }
}

/// Runs `body` on a thread of its own; `done` is signalled when it ends.
package func startThread(_ name: String, done: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    done.enter()
    let thread = Thread {
        body()
        done.leave()
    }
    thread.name = name
    thread.stackSize = 1 << 20
    thread.start()
}
