extension Percent {
    /// The text, or nil where an escape is broken, a NUL stands in it, or it is not UTF-8.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var out: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let a = bytes.next().flatMap(digit), let b = bytes.next().flatMap(digit) else {
                    return nil
                }
                out.append(a << 4 | b)
            case UInt8(ascii: "+") where plusIsSpace: out.append(UInt8(ascii: " "))
            default: out.append(byte)
            }
        }
        guard !out.contains(0) else { return nil }
        return String(validating: out, as: UTF8.self)
    }

    /// The pairs of a query or of a form's body, in order; nil where one is broken or there are more than
    /// `limit`.
    public static func pairs(
        _ text: some StringProtocol, limit: Int = 500
    ) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in Substring(text).utf8.split(separator: UInt8(ascii: "&")) {
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let rest = part[equals...].dropFirst()
            guard pairs.count < limit, let name = decode(Substring(part[..<equals]), plusIsSpace: true),
                let value = decode(Substring(rest), plusIsSpace: true)
            else { return nil }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
