/// Money of China in fen, hundredths of a yuan.
public struct Money: Amount {
    public let units: Int64
    public static let places = 2

    public init(units: Int64) { self.units = units }
    public init(fen: Int64) { units = fen }

    public var fen: Int64 { units }

    /// `26,978.50元` or `¥26,978.50`.
    public func name(_ language: Language) -> String {
        switch language {
        case .chinese: description + "元"
        case .english: (isNegative ? "-¥" : "¥") + description.drop { $0 == "-" }
        }
    }
}

/// Points of the time bank and of thanks, in hundredths.
public struct Points: Amount {
    public let units: Int64
    public static let places = 2

    public init(units: Int64) { self.units = units }

    /// `12.5`: without idle zeros.
    public var description: String { plain }

    /// `12.5分` or `12.5 points`.
    public func name(_ language: Language) -> String {
        switch language {
        case .chinese: plain + "分"
        case .english: units == 100 ? "1 point" : plain + " points"
        }
    }
}

/// A floor area in hundredths of a square metre.
public struct Area: Amount {
    public let units: Int64
    public static let places = 2

    public init(units: Int64) { self.units = units }

    /// `89.50平方米` or `89.50 m²`.
    public func name(_ language: Language) -> String {
        switch language {
        case .chinese: description + "平方米"
        case .english: description + " m²"
        }
    }
}

/// A number of pieces, households or people.
public struct Count: Amount {
    public let units: Int64
    public static let places = 0

    public init(units: Int64) { self.units = units }
}

/// A length of service in minutes.
public struct Minutes: Amount {
    public let units: Int64
    public static let places = 0

    public init(units: Int64) { self.units = units }

    /// `45分钟`, `2小时`, `1小时20分钟`; `1 h 20 min`.
    public func name(_ language: Language) -> String {
        let (hours, rest) = units.magnitude.quotientAndRemainder(dividingBy: 60)
        let sign = isNegative ? "-" : ""
        let isChinese = language == .chinese
        var parts: [String] = []
        if hours > 0 { parts.append(isChinese ? "\(hours)小时" : "\(hours) h") }
        if rest > 0 || hours == 0 { parts.append(isChinese ? "\(rest)分钟" : "\(rest) min") }
        return sign + parts.joined(separator: isChinese ? "" : " ")
    }
}
