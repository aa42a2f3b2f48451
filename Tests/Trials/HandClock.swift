import Synchronization
public import Values

/// A clock that a test moves by hand.
public final class HandClock: Clock {
    private let instant: Mutex<Instant>

    public init(_ instant: Instant = Instant(seconds: 1_795_000_000)) { self.instant = Mutex(instant) }

    public var now: Instant { instant.withLock { $0 } }
    public func move(by span: Instant.Span) { instant.withLock { $0 = $0 + span } }
    public func set(_ to: Instant) { instant.withLock { $0 = to } }
}
