/// How a style shows the number in a cell, as far as it changes what the number means.
enum NumberFormat {
    case number, date, time, duration

    /// The formats that files use by number alone; 27-36 and 50-58 are the Chinese ones.
    /// Source: ECMA-376 part 1, 18.8.30.
    init(builtIn id: Int) {
        switch id {
        case 46: self = .duration
        case 18...21, 32...35, 45, 47, 55...56: self = .time
        case 14...22, 27...36, 50...58: self = .date
        default: self = .number
        }
    }

    /// Looks for letters of dates in the first section of a format code, outside quotes, brackets and
    /// escapes.
    init(code: String) {
        self = .number
        var day = false, month = false, clock = false
        defer { if day || month || clock { self = clock && !day ? .time : .date } }
        var scalars = code.unicodeScalars.prefix(1_000).makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case ";": return
            case "\"": while let next = scalars.next(), next != "\"" {}
            case "\\", "_", "*": _ = scalars.next()
            case "[":
                var inside: [Unicode.Scalar] = []
                while let next = scalars.next(), next != "]" { inside.append(next) }
                // [h], [mm] and [ss] count past a day; everything else in brackets is a colour or a locale.
                if let first = inside.first, "hms".unicodeScalars.contains(first.lowered),
                    inside.allSatisfy({ $0.lowered == first.lowered })
                {
                    self = .duration
                    (day, month, clock) = (false, false, false)
                    return
                }
            // A month and a minute are the same letter; only the company tells.
            case "y", "Y", "d", "D": day = true
            case "h", "H", "s", "S": clock = true
            case "m", "M": month = true
            default: break
            }
        }
    }

    /// A number of days as a date, a time of day or a length of time; nil where there is no such day.
    ///
    /// Day 60 of the 1900 calendar is the 29 February that never was. Source: ECMA-376 part 1, 18.17.4.
    func text(ofDays serial: Double, from1904: Bool) -> String? {
        // Half a second more, so that 08:59:59.9999 of binary fractions is 09:00.
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let minutes = Int((serial * 86_400 + 0.5).rounded(.down)) / 60
        let day = minutes / 1_440, minute = minutes % 1_440
        if case .duration = self { return CivilTime.clock(minutes) }
        if case .time = self, serial < 1 { return CivilTime.clock(minute) }
        if serial < 1, !from1904 { return CivilTime.clock(minute) }
        let time = serial == serial.rounded(.down) ? nil : minute
        if from1904 {
            let date = CivilTime(daysSince1970: day - 24_107, minute: time)
            return date.year > 9_999 ? nil : date.description
        }
        if day == 60 { return nil }
        let date = CivilTime(daysSince1970: day - (day < 60 ? 25_568 : 25_569), minute: time)
        return date.year > 9_999 ? nil : date.description
    }
}

extension Unicode.Scalar {
    /// The small letter of ASCII.
    fileprivate var lowered: Unicode.Scalar {
        value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value) + 0x20) : self
    }
}
