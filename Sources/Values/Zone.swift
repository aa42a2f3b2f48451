/// The zone that a community lives in: a fixed distance from UTC.
///
/// China has had one zone without summer time since 1992; a community elsewhere names its own offset.
public struct Zone: Hashable, Sendable, Codable {
    /// Seconds east of UTC, between -18 and +18 hours.
    public let offset: Int

    /// A zone by its offset in seconds; nil beyond eighteen hours.
    public init?(offset: Int) {
        guard (-18 * 3600...18 * 3600).contains(offset) else { return nil }
        self.offset = offset
    }

    private init(hours: Int) { offset = hours * 3600 }

    /// Asia/Shanghai: UTC+8.
    public static let shanghai = Zone(hours: 8)
    public static let utc = Zone(hours: 0)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let zone = Zone(offset: try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an offset")
        }
        self = zone
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(offset)
    }
}

/// An hour and minute on the wall clock, 0:00 to 23:59.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0..<1440.
    public let minutes: Int

    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    fileprivate init(wrapping minutes: Int) { self.minutes = minutes }

    public static let midnight = TimeOfDay(wrapping: 0)
    /// 17:30, when offices close.
    public static let closing = TimeOfDay(wrapping: 17 * 60 + 30)

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }

    public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}

extension TimeOfDay: LosslessStringConvertible, Codable {
    /// Reads `9:05` or `09:05`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
            let hour = Digits.value(parts[0]), let minute = Digits.value(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// `9:05`, `18:40`: the hour without a leading zero, as on notices.
    public var description: String { "\(hour):" + Digits.padded(minute, 2) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = TimeOfDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of day")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Instant {
    /// Seconds of the zone's wall clock since 1970-01-01 0:00, rounded down.
    private func wallSeconds(in zone: Zone) -> Int { Int(seconds) + zone.offset }

    /// The day that the zone's wall calendar shows.
    public func day(in zone: Zone) -> Day {
        Day(number: wallSeconds(in: zone).flooredQuotient(86_400))
    }

    /// The hour and minute that the zone's wall clock shows.
    public func clock(in zone: Zone) -> TimeOfDay {
        let wall = wallSeconds(in: zone)
        return TimeOfDay(wrapping: (wall - wall.flooredQuotient(86_400) * 86_400) / 60)
    }
}

extension Day {
    /// Midnight, where the day begins.
    public func start(in zone: Zone) -> Instant { at(.midnight, in: zone) }

    /// The moment of a time of this day.
    public func at(_ time: TimeOfDay, in zone: Zone) -> Instant {
        Instant(seconds: Int64(number * 86_400 + time.minutes * 60 - zone.offset))
    }
}

extension BinaryInteger {
    /// The quotient rounded towards negative infinity, for a positive divisor.
    func flooredQuotient(_ divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
