import Dispatch
import Synchronization

/// Heavy work done one piece at a time beside the pages' threads, with a bounded number waiting.
public final class WaitingLine: Sendable {
    private let queue: DispatchQueue
    private let backlog: Int
    private let inside = Mutex(0)

    /// - Parameter backlog: how many pieces may be at work or waiting; at least 1.
    public init(_ name: String, backlog: Int) {
        queue = DispatchQueue(label: name)
        self.backlog = max(1, backlog)
    }

    /// Does the work in its turn; nil at once, with nothing done, where the line is full.
    public func run<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer? {
        guard enter() else { return nil }
        return await withCheckedContinuation { continuation in
            queue.async {
                let answer = work()
                self.leave()
                continuation.resume(returning: answer)
            }
        }
    }

    private func enter() -> Bool {
        inside.withLock { count in
            guard count < backlog else { return false }
            count += 1
            return true
        }
    }

    private func leave() { inside.withLock { $0 -= 1 } }
}
