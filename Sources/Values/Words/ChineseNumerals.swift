/// Chinese numerals as digits, where that is safe: 三号楼 becomes 3号楼, 第十二届 第12届, 二〇二六年 2026年.
///
/// Safe are: a single numeral before a counting word or after 第; a number with its tens and hundreds, such as
/// 二十三; three digits and more in a row, or two with a zero. Left alone are 一起, 万一, 千万, 三四 and all that is not
/// well formed.
enum ChineseNumerals {
    /// Where a numeral stands for a digit, its value; where for a place, the power of ten.
    private static func digit(_ scalar: UInt32) -> UInt64? {
        switch scalar {
        case 0x3007, 0x96F6: 0  // 〇 零
        case 0x4E00: 1  // 一
        case 0x4E8C, 0x4E24: 2  // 二 两
        case 0x4E09: 3  // 三
        case 0x56DB: 4  // 四
        case 0x4E94: 5  // 五
        case 0x516D: 6  // 六
        case 0x4E03: 7  // 七
        case 0x516B: 8  // 八
        case 0x4E5D: 9  // 九
        default: nil
        }
    }

    private static func place(_ scalar: UInt32) -> UInt64? {
        switch scalar {
        case 0x5341: 10  // 十
        case 0x767E: 100  // 百
        case 0x5343: 1000  // 千
        case 0x4E07: 10_000  // 万
        case 0x4EBF: 100_000_000  // 亿
        default: nil
        }
    }

    static func isNumeral(_ scalar: UInt32) -> Bool { digit(scalar) != nil || place(scalar) != nil }

    /// What is counted: a single numeral before one of these is a number.
    private static let counters = Set(
        "号楼栋幢座单室层门户岁年月日点元块米次天个盏人位台部辆条只家间级期区组村弄院队班届名件小周度公厘平套张把根棵份路"
            .unicodeScalars.map(\.value))

    /// What is numbered rather than counted: before these alone 一 is a number, not "a" as in 一个 and 一条.
    private static let ordinals = Set("号楼栋幢单室层月级期".unicodeScalars.map(\.value))

    /// 第, which makes a number of any numeral after it.
    private static let ordinal: UInt32 = 0x7B2C
    private static let one: UInt32 = 0x4E00, two: UInt32 = 0x4E24

    /// Numbers longer than this are left as they are.
    private static let longest = 18

    /// A folded text with digits in place of its numerals.
    static func spelled(_ plain: ArraySlice<Folded>) -> [Folded] {
        var spelled: [Folded] = []
        spelled.reserveCapacity(plain.count + 8)
        var index = plain.startIndex
        while index < plain.endIndex {
            guard plain[index].isNumeral else {
                spelled.append(plain[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < plain.endIndex, plain[end].isNumeral { end += 1 }
            let run = plain[index..<end].map(\.scalar)
            let before = index > plain.startIndex ? plain[index - 1].scalar : 0
            let after = end < plain.endIndex ? plain[end].scalar : 0
            if let digits = digits(of: run, before: before, after: after) {
                for digit in digits.unicodeScalars { spelled.append(Folded(digit, .word)) }
            } else {
                spelled.append(contentsOf: plain[index..<end])
            }
            index = end
        }
        return spelled
    }

    private static func digits(of run: [UInt32], before: UInt32, after: UInt32) -> String? {
        guard run.count <= longest else { return nil }
        if run.count == 1 {
            let isCounted = (run[0] == one ? ordinals : counters).contains(after)
            guard isCounted || before == ordinal, let value = digit(run[0]) ?? (run[0] == 0x5341 ? 10 : nil)
            else { return nil }
            return String(value)
        }
        let places = run.compactMap { place($0) }
        if places.isEmpty { return inARow(run) }
        return value(of: run).map { String($0) }
    }

    /// Digits said one by one, as of a year or a telephone.
    private static func inARow(_ run: [UInt32]) -> String? {
        let values = run.compactMap { $0 == two ? nil : digit($0) }
        guard values.count == run.count, run.count > 2 || values.contains(0) else { return nil }
        return values.map { String($0) }.joined()
    }

    /// A number with its places: nil where they are out of order, as in 千万, 三千五 and 二三十.
    private static func value(of run: [UInt32]) -> UInt64? {
        var number = PlacedNumber()
        for scalar in run {
            let isTaken =
                if let digit = digit(scalar) { number.take(digit: digit) } else {
                    number.take(place: place(scalar))
                }
            guard isTaken else { return nil }
        }
        return number.value
    }
}

/// A number being read place by place; every `take` says whether the figure may stand there.
private struct PlacedNumber {
    private var total: UInt64 = 0, section: UInt64 = 0, pending: UInt64?
    private var lastPlace = UInt64.max, lastBig = UInt64.max
    private var isFirst = true, followsZero = false

    mutating func take(digit: UInt64) -> Bool {
        guard pending == nil, digit > 0 || !isFirst else { return false }
        isFirst = false
        if digit == 0 { followsZero = true } else { pending = digit }
        return true
    }

    mutating func take(place: UInt64?) -> Bool {
        guard let place else { return false }
        defer { (isFirst, pending, followsZero) = (false, nil, false) }
        guard place >= 10_000 else {
            // Only ten goes without its figure, and only in front: 十二.
            guard place < lastPlace, let figure = pending ?? (place == 10 && isFirst ? 1 : nil) else {
                return false
            }
            section += figure * place
            lastPlace = place
            return true
        }
        section += pending ?? 0
        guard section > 0, place < lastBig else { return false }
        total += section * place
        (section, lastPlace, lastBig) = (0, .max, place)
        return true
    }

    /// 三千五 means 3500 as often as it is a slip: ones are sure only after tens or after a zero.
    var value: UInt64? {
        guard let ones = pending else { return followsZero ? nil : total + section }
        return lastPlace == 10 || followsZero ? total + section + ones : nil
    }
}
