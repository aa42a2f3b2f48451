#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A moment, in microseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// The moment of a second of the Unix epoch.
    public init(seconds: Int64) { microseconds = seconds &* 1_000_000 }

    /// Whole seconds since 1970, rounded down.
    public var seconds: Int64 { microseconds.flooredQuotient(1_000_000) }

    public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
    public static func + (a: Instant, span: Span) -> Instant {
        Instant(microseconds: a.microseconds &+ span.microseconds)
    }
    public static func - (a: Instant, span: Span) -> Instant {
        Instant(microseconds: a.microseconds &- span.microseconds)
    }
    public static func - (a: Instant, b: Instant) -> Span {
        Span(microseconds: a.microseconds &- b.microseconds)
    }

    public init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }

    /// A length of time in microseconds; may be negative.
    public struct Span: Hashable, Comparable, Sendable {
        public let microseconds: Int64
        public init(microseconds: Int64) { self.microseconds = microseconds }
        public static func seconds(_ n: Int64) -> Span { Span(microseconds: n &* 1_000_000) }
        public static func minutes(_ n: Int64) -> Span { .seconds(n &* 60) }
        public static func hours(_ n: Int64) -> Span { .seconds(n &* 3600) }
        public static func days(_ n: Int64) -> Span { .seconds(n &* 86_400) }
        public static func < (a: Span, b: Span) -> Bool { a.microseconds < b.microseconds }
    }
}

/// Where the present moment comes from: the machine's clock in service, a set one in tests and in the demo.
public protocol Clock: Sendable {
    var now: Instant { get }
}

/// The machine's clock.
public struct SystemClock: Clock {
    public init() {}

    public var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) &* 1_000_000 &+ Int64(time.tv_nsec) / 1000)
    }
}
