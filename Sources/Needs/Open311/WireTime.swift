import Values

/// Moments as GeoReport writes them: `2026-11-21T09:05:00+08:00`. Source: W3C note on date and time formats.
enum WireTime {
    static func text(_ instant: Instant, in zone: Zone = .shanghai) -> String {
        let time = instant.clock(in: zone)
        let second = instant.seconds - instant.day(in: zone).at(time, in: zone).seconds
        let minutes = abs(zone.offset) / 60
        return "\(instant.day(in: zone))T\(two(time.hour)):\(two(time.minute)):\(two(Int(second)))"
            + "\(zone.offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// Reads a day, or a day with a time and a zone; without a zone it is the community's. Nil for anything
    /// else.
    static func read(_ text: String, in zone: Zone = .shanghai) -> Instant? {
        // A plus sign that nobody encoded comes out of a query as a blank.
        let bytes = text.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }
        guard bytes.count <= 40, let day = Day(part(bytes.prefix(10))) else { return nil }
        var rest = bytes.dropFirst(10)
        if rest.isEmpty { return day.start(in: zone) }
        guard rest.removeFirst() == UInt8(ascii: "T"), let hour = digits(&rest), colon(&rest),
            let minute = digits(&rest), let time = TimeOfDay(hour: hour, minute: minute)
        else { return nil }
        var seconds = 0
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let read = digits(&rest), read < 61 else { return nil }
            seconds = read
            if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { (48...57).contains($0) } }
        }
        guard let zone = rest.isEmpty ? zone : self.zone(rest) else { return nil }
        return day.at(time, in: zone) + .seconds(Int64(seconds))
    }

    private static func zone(_ bytes: ArraySlice<UInt8>) -> Zone? {
        if bytes.elementsEqual("Z".utf8) { return .utc }
        var rest = bytes
        let sign: Int
        switch rest.removeFirst() {
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        default: return nil
        }
        guard let hours = digits(&rest) else { return nil }
        if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
        guard let minutes = digits(&rest), minutes < 60, rest.isEmpty else { return nil }
        return Zone(offset: sign * (hours * 3600 + minutes * 60))
    }

    private static func digits(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        let two = bytes.prefix(2)
        guard two.count == 2, two.allSatisfy({ (48...57).contains($0) }) else { return nil }
        bytes = bytes.dropFirst(2)
        return two.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func colon(_ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: ":") else { return false }
        bytes.removeFirst()
        return true
    }

    private static func part(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
