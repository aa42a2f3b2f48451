/// Reads what a person typed from paper or from a phone, forgiving width, case, spaces and hyphens.
enum Typed {
    /// The ASCII letters and digits in order, letters upper case; nil where another sign stands or it is too
    /// long.
    ///
    /// It looks at unicode scalars, never at `Character`: a combining mark is a sign of its own and is
    /// refused.
    static func plain(_ text: String, atMost limit: Int = 64) -> [UInt8]? {
        var plain: [UInt8] = []
        for (index, scalar) in text.unicodeScalars.enumerated() {
            guard index < limit else { return nil }
            switch narrow(scalar.value) {
            case 0x30...0x39, 0x41...0x5a: plain.append(UInt8(narrow(scalar.value)))
            case 0x61...0x7a: plain.append(UInt8(narrow(scalar.value) - 0x20))
            case let other where skipped(other): continue
            default: return nil
            }
        }
        return plain
    }

    /// A full-width form as its ASCII sign.
    private static func narrow(_ scalar: UInt32) -> UInt32 {
        (0xff01...0xff5e).contains(scalar) ? scalar - 0xfee0 : scalar
    }

    /// Spaces and hyphens of every keyboard that people here use.
    private static func skipped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0a, 0x0d, 0x20, 0xa0, 0x3000, 0x2000...0x200b, 0x202f, 0xfeff: true
        case 0x2d, 0x2010...0x2015, 0x2212, 0x30fc: true
        default: false
        }
    }
}
