/// A style sheet or a script as it is sent, without what is for its readers alone: comments, indentation.
enum LeanAsset {
    /// A style sheet without comments, and without blanks that part nothing. Strings stay as they are.
    static func style(_ text: [UInt8]) -> [UInt8] {
        var lean: [UInt8] = [], isParted = false, index = 0
        while index < text.count {
            let byte = text[index]
            if let end = endOfComment(text, at: index) {
                (isParted, index) = (true, end)
            } else if isBlank(byte) {
                (isParted, index) = (true, index + 1)
            } else {
                if isParted, let last = lean.last, !opens.contains(last), !closes.contains(byte) {
                    lean.append(UInt8(ascii: " "))
                }
                let end = endOfString(text, at: index) ?? index + 1
                lean += text[index..<end]
                (isParted, index) = (false, end)
            }
        }
        return lean
    }

    /// A script without indentation, blank lines and lines that are a comment; as it is where a text runs
    /// over several lines, for there a blank may be meant.
    static func script(_ text: [UInt8]) -> [UInt8] {
        if text.contains(UInt8(ascii: "`")) { return text }
        let lines = text.split(separator: UInt8(ascii: "\n")).map { $0.drop(while: isBlank) }
        let kept = lines.filter { !$0.isEmpty && !$0.starts(with: "//".utf8) }
        return Array(kept.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// No blank is needed after the first, nor before the second.
    private static let opens = Set("{};,(:".utf8), closes = Set("{};,)".utf8)

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    private static func endOfComment(_ text: [UInt8], at start: Int) -> Int? {
        guard text[start...].starts(with: "/*".utf8) else { return nil }
        let ends = text.indices.dropFirst(start + 3).first { text[($0 - 1)...].starts(with: "*/".utf8) }
        return ends.map { $0 + 1 } ?? text.count
    }

    private static func endOfString(_ text: [UInt8], at start: Int) -> Int? {
        let quote = text[start]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        var index = start + 1
        while index < text.count, text[index] != quote {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, text.count)
    }
}
