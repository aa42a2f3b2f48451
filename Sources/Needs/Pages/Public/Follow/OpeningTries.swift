import Synchronization
import Values

/// Failed openings of an address in the last quarter of an hour.
///
/// A code has forty bits: twenty tries are no danger, and a household may share an address.
final class OpeningTries: Sendable {
    private struct Count {
        var tries = 0
        var since: Instant
    }

    static let most = 20
    static let span = Instant.Span.minutes(15)
    /// More addresses than a neighbourhood has are not all remembered.
    private static let room = 10_000

    private let counts = Mutex<[String: Count]>([:])

    func isBlocked(_ remote: String, at now: Instant) -> Bool {
        counts.withLock { counts in
            guard let count = counts[remote], now < count.since + Self.span else { return false }
            return count.tries >= Self.most
        }
    }

    func note(_ remote: String, at now: Instant) {
        counts.withLock { counts in
            if counts.count >= Self.room { counts = counts.filter { now < $0.value.since + Self.span } }
            if counts.count >= Self.room { counts.removeAll() }
            var count = counts[remote] ?? Count(since: now)
            if now >= count.since + Self.span { count = Count(since: now) }
            count.tries += 1
            counts[remote] = count
        }
    }
}
