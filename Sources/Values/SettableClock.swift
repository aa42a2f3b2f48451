import Synchronization

/// A clock that stands until it is moved: for tests, and for the telling of what happened over months.
public final class SettableClock: Clock {
    private let present: Mutex<Instant>

    public init(_ now: Instant) { present = Mutex(now) }

    public var now: Instant { present.withLock { $0 } }

    public func set(_ now: Instant) { present.withLock { $0 = now } }

    public func move(by span: Instant.Span) { present.withLock { $0 = $0 + span } }
}
