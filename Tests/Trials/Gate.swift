import Synchronization

/// Lets so many in at a time: every test begins at once, and a server has room for some of them.
final class Gate: Sendable {
    private struct Line {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let line: Mutex<Line>

    init(_ most: Int) { line = Mutex(Line(free: most)) }

    /// Runs `body` when there is room, those first who came first.
    func within<T>(_ body: () async throws -> T) async rethrows -> T {
        await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
            let mayEnter = line.withLock { line in
                if line.free > 0 {
                    line.free -= 1
                    return true
                }
                line.waiting.append(waiter)
                return false
            }
            if mayEnter { waiter.resume() }
        }
        defer {
            let next = line.withLock { line -> CheckedContinuation<Void, Never>? in
                if line.waiting.isEmpty {
                    line.free += 1
                    return nil
                }
                return line.waiting.removeFirst()
            }
            next?.resume()
        }
        return try await body()
    }
}
