import Foundation

/// The text that a cell of a sheet shows, made from what the file holds.
enum CellText {
    /// Undoes the escapes of `_x000D_` and its like, and makes each line break one `\n`. Source: ECMA-376
    /// part 1, 22.9.2.19.
    static func clean(_ text: String) -> String {
        let wantsWork = text.utf8.contains { $0 == UInt8(ascii: "_") || $0 == 0x0D }
        guard wantsWork else { return text }
        var units: [UInt16] = []
        let source = Array(text.utf16)
        var at = 0
        while at < source.count {
            if let unit = escape(in: source, at: at) {
                append(unit, to: &units)
                at += 7
            } else {
                append(source[at], to: &units)
                at += 1
            }
        }
        if units.last == 0x0D { units[units.count - 1] = 0x0A }
        return String(decoding: units, as: UTF16.self)
    }

    /// Replaces what XML cannot hold, and keeps a text like `_x000D_` from being decoded by whoever reads it.
    static func escape(_ text: String) -> String {
        let wantsWork = text.utf8.contains { byte in
            switch byte {
            // 0xC2 begins the control characters of Latin-1, and 0xEF U+FFFE and U+FFFF.
            case 0..<0x20, UInt8(ascii: "_"), 0x7F, 0xC2, 0xEF: true
            default: false
            }
        }
        guard wantsWork else { return text }
        var units: [UInt16] = []
        let source = Array(text.utf16)
        for (at, unit) in source.enumerated() {
            switch unit {
            case 0x09, 0x0A: units.append(unit)
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: units.append(0xFFFD)
            default:
                if escape(in: source, at: at) != nil { units.append(contentsOf: "_x005F".utf16) }
                units.append(unit)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func append(_ unit: UInt16, to units: inout [UInt16]) {
        if units.last == 0x0D {
            units[units.count - 1] = 0x0A
            if unit == 0x0A { return }
        }
        units.append(unit)
    }

    private static func escape(in units: [UInt16], at: Int) -> UInt16? {
        guard at + 6 < units.count, units[at] == 0x5F, units[at + 1] == 0x78, units[at + 6] == 0x5F else {
            return nil
        }
        var value: UInt16 = 0
        for unit in units[(at + 2)..<(at + 6)] {
            guard let digit = Unicode.Scalar(unit).flatMap({ Character($0).hexDigitValue }), unit < 0x80
            else {
                return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    /// A number as people read it: whole ones without a point, others in at most 15 digits.
    ///
    /// Throws: `.notANumber`; `.digitsLost` for whole numbers too long for a spreadsheet to keep.
    static func number(_ raw: String) throws(SheetFault) -> String {
        let digits = raw.utf8.drop { $0 == UInt8(ascii: "-") }
        let isPlain = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if isPlain, !digits.isEmpty, digits.count <= 15, digits.count + 1 >= raw.utf8.count,
            digits.first != UInt8(ascii: "0")
        {
            return raw
        }
        let value = try double(raw)
        if value.rounded() == value {
            guard abs(value) < 1e15 else { throw SheetFault(.digitsLost) }
            return String(Int64(value))
        }
        return String(format: "%.15g", value)
    }

    /// Throws: `.notANumber` for anything but a finite decimal number.
    static func double(_ raw: String) throws(SheetFault) -> Double {
        let isDecimal = raw.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isDecimal, let value = Double(raw), value.isFinite else { throw SheetFault(.notANumber) }
        return value
    }

    /// A date as files of type `d` spell it: 2024-03-01, 2024-03-01T08:30:00, with or without Z.
    static func date(_ raw: String) throws(SheetFault) -> String {
        let parts = raw.utf8.split(separator: UInt8(ascii: "T"), maxSplits: 1)
        let day = parts.first?.split(separator: UInt8(ascii: "-")).map { Int(String($0) ?? "") ?? 0 } ?? []
        guard day.count == 3 else { throw SheetFault(.notADate) }
        var minute: Int?
        if parts.count == 2 {
            let clock = parts[1].split(separator: UInt8(ascii: ":")).prefix(2).map {
                Int(String($0) ?? "") ?? -1
            }
            guard clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
                throw SheetFault(.notADate)
            }
            minute = clock[0] * 60 + clock[1]
        }
        guard
            let time = CivilTime(year: day[0], month: day[1], day: day[2], minute: minute == 0 ? nil : minute)
        else {
            throw SheetFault(.notADate)
        }
        return time.description
    }

    /// Whether a text holds a control character of ASCII or Latin-1 other than tab and line feed.
    static func hasControlCharacter(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x09, 0x0A: break
            case 0..<0x20, 0x7F: return true
            case 0x80..<0xA0 where last == 0xC2: return true
            default: break
            }
            last = byte
        }
        return false
    }
}
