import Values

/// One cell to be written.
public enum Cell: Sendable, Hashable {
    case blank
    /// Always text, whatever it begins with.
    case text(String)
    case integer(Int64)
    /// A number in units of ten to the minus `places`: money is `.decimal(fen, places: 2)`.
    case decimal(Int64, places: Int)
    case date(CivilTime)

    /// A moment as the clock on the wall shows it; China is eight hours east.
    public static func moment(_ instant: Instant, secondsEast: Int64 = 28_800) -> Cell {
        .date(CivilTime(instant, secondsEast: secondsEast))
    }

    /// The cell as plain text, the same in every language.
    public var plainText: String {
        switch self {
        case .blank: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let units, let places): Self.decimal(units, places)
        case .date(let time): time.description
        }
    }

    private static func decimal(_ units: Int64, _ places: Int) -> String {
        guard places > 0 else { return String(units) }
        var digits = String(units.magnitude)
        while digits.utf8.count <= places { digits = "0" + digits }
        return (units < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
    }
}

/// A date, perhaps with a time of day, without a zone: what a sheet's cell holds.
public struct CivilTime: Sendable, Hashable, CustomStringConvertible {
    public let year: Int, month: Int, day: Int
    /// Minutes after midnight; nil for a date alone.
    public let minute: Int?

    /// Nil for a day that no calendar has, or a minute outside 0..<1440.
    public init?(year: Int, month: Int, day: Int, minute: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.length(ofMonth: month, year: year), (0..<1440).contains(minute ?? 0) else {
            return nil
        }
        (self.year, self.month, self.day, self.minute) = (year, month, day, minute)
    }

    public init(_ instant: Instant, secondsEast: Int64) {
        let seconds = instant.seconds &+ secondsEast
        let days = seconds.quotientFloored(by: 86_400)
        self.init(daysSince1970: Int(days), minute: Int((seconds &- days &* 86_400) / 60))
    }

    /// Counts whole cycles of 400, 100, 4 and 1 years from 1 March of the year 0.
    init(daysSince1970: Int, minute: Int?) {
        var days = Int64(daysSince1970) + 719_468
        let era = days.quotientFloored(by: 146_097)
        days -= era * 146_097
        let century = min(days / 36_524, 3)
        days -= century * 36_524
        let leap = days / 1_461
        days -= leap * 1_461
        let rest = min(days / 365, 3)
        days -= rest * 365
        // Months from March on repeat 31 30 31 30 31, which is 153 days in five.
        let shifted = (5 * days + 2) / 153
        day = Int(days - (153 * shifted + 2) / 5) + 1
        month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        year = Int(era * 400 + century * 100 + leap * 4 + rest) + (month <= 2 ? 1 : 0)
        self.minute = minute
    }

    /// Days from 1970-01-01.
    var daysSince1970: Int {
        let from = month > 2 ? year : year - 1
        let shifted = month > 2 ? month - 3 : month + 9
        let leaps = from / 4 - from / 100 + from / 400
        return from * 365 + leaps + (153 * shifted + 2) / 5 + day - 1 - 719_468
    }

    /// yyyy-MM-dd, or yyyy-MM-dd HH:mm.
    public var description: String {
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        guard let minute else { return date }
        return "\(date) \(Self.clock(minute))"
    }

    /// HH:mm; hours run past 24 for a length of time.
    static func clock(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Int64 {
    /// The quotient rounded down, also below zero.
    fileprivate func quotientFloored(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : -((-(self + 1)) / divisor) - 1
    }
}
