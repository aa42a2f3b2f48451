/// A reading or a change that waits for a thread of an engine.
package struct Turn<Connection>: Sendable {
    /// When it was asked for.
    package let asked: ContinuousClock.Instant
    /// Runs it and keeps its answer; where it runs again, the last answer counts.
    package let run: @Sendable (Connection) throws -> Void
    /// Tells the caller, once.
    package let finish: @Sendable ((any Error)?) -> Void

    /// - Parameters: `waiter`: who is told what `body` answered.
    package init<T: Sendable>(
        _ waiter: CheckedContinuation<T, any Error>, _ body: @escaping @Sendable (Connection) throws -> T
    ) {
        let outcome = Outcome<T>()
        asked = .now
        run = { connection in outcome.value = try body(connection) }
        finish = { error in
            if let value = outcome.value, error == nil { return waiter.resume(returning: value) }
            waiter.resume(throwing: error ?? StorageFault.other("a job left no answer"))
        }
    }

    /// The answer, kept until the caller may hear it. Only the thread that runs the job touches it.
    private final class Outcome<T>: @unchecked Sendable { var value: T? }
}
