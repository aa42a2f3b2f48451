/// Decimal digits of ASCII, read and written without a locale.
enum Digits {
    /// The number that the bytes spell; nil for no bytes, more than 18, or any that is no digit.
    static func value(_ bytes: some Collection<UInt8>) -> Int? {
        guard (1...18).contains(bytes.count) else { return nil }
        var sum = 0
        for byte in bytes {
            guard isDigit(byte) else { return nil }
            sum = sum * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return sum
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The number with leading zeros up to `width`.
    static func padded(_ number: some BinaryInteger, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// The digits with a comma after every third from the right: `26,978`.
    static func grouped(_ number: UInt64) -> String {
        let bytes = Array(String(number).utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index > 0, (bytes.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A count before a measure word, in Chinese up to ten: 一, 两, 三 … 十, 11.
    static func counted(_ number: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"]
        return words.indices.contains(number) ? words[number] : String(number)
    }
}

extension Unicode.Scalar {
    /// The half-width twin of a full-width letter, digit, sign or space; other scalars as they are.
    var halfWidth: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0x3000: " "
        default: self
        }
    }

    /// Whether people write it between digits: a space, a hyphen or a dash of any length.
    var isGap: Bool {
        switch value {
        case 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: true
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }
}
