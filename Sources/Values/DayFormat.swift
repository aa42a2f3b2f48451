extension Weekday {
    /// `周六` or `Saturday`.
    public func name(_ language: Language) -> String {
        switch language {
        case .chinese: "周" + ["一", "二", "三", "四", "五", "六", "日"][rawValue - 1]
        case .english:
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
        }
    }
}

extension Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    /// `2026年11月21日（周六）` or `Saturday, 21 November 2026`.
    public func long(_ language: Language) -> String {
        switch language {
        case .chinese: full(.chinese) + "（" + weekday.name(.chinese) + "）"
        case .english: weekday.name(.english) + ", " + full(.english)
        }
    }

    /// `2026年11月21日` or `21 November 2026`.
    public func full(_ language: Language) -> String {
        let (year, month, day) = parts
        return switch language {
        case .chinese: "\(year)年\(month)月\(day)日"
        case .english: "\(day) \(Day.months[month - 1]) \(year)"
        }
    }

    /// `11月21日` or `21 November`.
    public func short(_ language: Language) -> String {
        let (_, month, day) = parts
        return switch language {
        case .chinese: "\(month)月\(day)日"
        case .english: "\(day) \(Day.months[month - 1])"
        }
    }

    /// `short`, with the year where it is not that of `today`.
    public func near(_ today: Day, _ language: Language) -> String {
        year == today.year ? short(language) : full(language)
    }

    /// `2026年11月` or `November 2026`.
    public func monthName(_ language: Language) -> String {
        let (year, month, _) = parts
        return switch language {
        case .chinese: "\(year)年\(month)月"
        case .english: "\(Day.months[month - 1]) \(year)"
        }
    }

    /// `迟2天` or `2 days late`; nil on the day itself and before.
    public func late(on today: Day, _ language: Language) -> String? {
        today > self ? Lateness.days(today - self).text[language] : nil
    }
}

extension Instant {
    /// `11月21日 18:40` or `21 November, 18:40`; with the year where it is not that of `now`.
    public func short(in zone: Zone, now: Instant? = nil, _ language: Language) -> String {
        let day = day(in: zone)
        let date = now.map { day.near($0.day(in: zone), language) } ?? day.short(language)
        return date + (language == .chinese ? " " : ", ") + clock(in: zone).description
    }

    /// How long ago or how soon, as one says it: `38分钟前`, `3小时前`, `昨天16:40`, `明天9:00`, `11月21日 18:40`.
    public func relative(to now: Instant, in zone: Zone, _ language: Language) -> String {
        let today = now.day(in: zone)
        let distance = day(in: zone) - today
        if distance == 0 || (self <= now && now - self < .hours(1)), self <= now {
            return Elapsed(now - self).text[language]
        }
        if let word = Instant.nearDays[distance]?[language] {
            return word + (language == .chinese ? "" : " ") + clock(in: zone).description
        }
        return short(in: zone, now: now, language)
    }

    private static let nearDays = [
        -1: Text("昨天", "yesterday"), 0: Text("今天", "today"), 1: Text("明天", "tomorrow"),
    ]

    /// `迟2天`, or `迟3小时` within the day, for a due moment that is past; nil before.
    public func late(at now: Instant, in zone: Zone, _ language: Language) -> String? {
        guard now > self else { return nil }
        let days = now.day(in: zone) - day(in: zone)
        if days > 0 { return Lateness.days(days).text[language] }
        let minutes = (now - self).microseconds / 60_000_000
        return Lateness.minutes(Int(minutes)).text[language]
    }
}

/// A span up to now within the day.
private struct Elapsed: Phrase {
    let minutes: Int64

    init(_ span: Instant.Span) { minutes = span.microseconds / 60_000_000 }

    var text: Text {
        if minutes < 1 { return Text("刚刚", "just now") }
        if minutes < 60 { return Text("\(minutes)分钟前", "\(minutes) min ago") }
        let hours = minutes / 60
        return Text("\(hours)小时前", hours == 1 ? "1 hour ago" : "\(hours) hours ago")
    }
}

/// How late a thing is.
private enum Lateness: Phrase {
    case days(Int), minutes(Int)

    var text: Text {
        switch self {
        case .days(let n): Text("迟\(n)天", n == 1 ? "1 day late" : "\(n) days late")
        case .minutes(let n) where n < 60: Text("迟\(max(1, n))分钟", "\(max(1, n)) min late")
        case .minutes(let n): Text("迟\(n / 60)小时", n / 60 == 1 ? "1 hour late" : "\(n / 60) hours late")
        }
    }
}
