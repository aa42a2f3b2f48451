/// A file with a text a line.
public enum TextLines {
    /// Bytes of a file that is read at all.
    public static let largest = 1 << 31

    /// The lines in order, blank ones included, so that their numbers stay; a line break at the end begins no
    /// line.
    ///
    /// Refuses what is not UTF-8, by its line.
    public static func read(_ bytes: [UInt8]) throws(InputFault) -> [String] {
        guard bytes.count <= largest else { throw InputFault("expected at most \(largest) bytes") }
        var lines: [String] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let isCarriageReturned = end > start && bytes[end - 1] == 0x0D
            let line = bytes[start..<(isCarriageReturned ? end - 1 : end)]
            guard let text = String(validating: line, as: UTF8.self) else {
                throw InputFault("expected UTF-8", line: lines.count + 1)
            }
            lines.append(text)
            start = end + 1
        }
        return lines
    }
}
