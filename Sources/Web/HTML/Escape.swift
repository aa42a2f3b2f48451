/// Escaping for text and quoted attributes, on UTF-8 bytes: a quote that carries a combining mark is still a
/// quote.
enum Escape {
    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { escape($0, to: &out) }
    }

    static func append(_ text: some StringProtocol, to out: inout [UInt8]) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0, to: &out) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { escape($0, to: &out) } }
    }

    static func append(_ number: Int64, to out: inout [UInt8]) {
        if number < 0 { out.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = out.count
        repeat {
            out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        out[start...].reverse()
    }

    /// Copies runs of harmless bytes whole and replaces the others one by one.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var run = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            if isPlain(byte) {
                at += 1
                continue
            }
            let next = at + 1 < text.count ? text[at + 1] : 0
            guard let found = replacement(byte, next) else {
                at += 1
                continue
            }
            out.append(contentsOf: text[run..<at])
            found.text.withUTF8Buffer { out.append(contentsOf: $0) }
            at += found.width
            run = at
        }
        if run < at { out.append(contentsOf: text[run..<at]) }
    }

    /// Most bytes of a page pass here at the first comparison: Latin letters, and all of Chinese.
    @inline(__always) private static func isPlain(_ byte: UInt8) -> Bool {
        if byte > 0x3E { return byte != 0x7F && byte != 0xC2 }
        return byte == 0x20 || (byte >= 0x28 && byte <= 0x3B)
    }

    /// What stands for a byte that may not pass, and how many bytes it stands for; nothing where it may.
    /// A control character becomes U+FFFD; the carriage return of a line's end falls away.
    private static func replacement(_ byte: UInt8, _ next: UInt8) -> (text: StaticString, width: Int)? {
        switch byte {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case UInt8(ascii: "'"): ("&#39;", 1)
        case 0x09, 0x0A: nil
        case 0x0D: next == 0x0A ? ("", 1) : ("\u{FFFD}", 1)
        case 0x00..<0x20, 0x7F: ("\u{FFFD}", 1)
        case 0xC2 where next >= 0x80 && next < 0xA0: ("\u{FFFD}", 2)
        default: nil
        }
    }
}
