import Dispatch

/// Runs what is handed to it one piece after another, in the order in which it came.
///
/// Tasks that prefer it reach the writing thread in the order in which they were started; so many actions
/// wait
/// together for one durable commit, and yet the same telling gives the same rows.
final class InOrder: TaskExecutor {
    private let queue = DispatchQueue(label: "linli.telling")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Starts all of them at once; returns the answers in the order of the list.
    ///
    /// Each may await one action only: what follows an action follows in no certain order.
    func all<Answer: Sendable>(
        _ bodies: [@Sendable () async throws -> Answer]
    ) async throws -> [Answer] {
        try await withTaskExecutorPreference(self) {
            try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
                for (index, body) in bodies.enumerated() {
                    group.addTask { (index, try await body()) }
                }
                var answers: [Answer?] = Array(repeating: nil, count: bodies.count)
                for try await (index, answer) in group { answers[index] = answer }
                return answers.compactMap { $0 }
            }
        }
    }
}
