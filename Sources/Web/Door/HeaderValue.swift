/// The parts of a header's value, read on bytes. Source: RFC 9110, 5.6.
enum HeaderValue {
    /// What stands between separators outside quotes, without the blanks around it.
    static func parts(_ value: some StringProtocol, at separator: UInt8) -> [String] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false, isEscaped = false
        for byte in value.utf8 {
            if byte == separator, !isQuoted {
                parts.append([])
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
            parts[parts.count - 1].append(byte)
        }
        return parts.map { String(decoding: trimmed($0[...]), as: UTF8.self) }
    }

    /// The value of `; name=value` or `; name="value"`; nil where it is absent or its quote stays open.
    static func parameter(_ name: String, of value: some StringProtocol) -> String? {
        for part in parts(value, at: UInt8(ascii: ";")).dropFirst() {
            let bytes = Array(part.utf8)
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
                sameWord(bytes[..<equals], name)
            else { continue }
            return unquoted(bytes[(equals + 1)...])
        }
        return nil
    }

    /// Whether the bytes are the word, in whatever case of ASCII.
    static func sameWord(_ bytes: some Collection<UInt8>, _ word: String) -> Bool {
        bytes.count == word.utf8.count && zip(bytes, word.utf8).allSatisfy { lower($0) == lower($1) }
    }

    static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
        while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
        return bytes
    }

    /// A quote within is escaped by a backslash; other backslashes stand for themselves, as old browsers
    /// send them.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String? {
        let quote = UInt8(ascii: "\"")
        guard bytes.first == quote else { return String(validating: bytes, as: UTF8.self) }
        guard bytes.count >= 2, bytes.last == quote else { return nil }
        var out: [UInt8] = []
        for byte in bytes.dropFirst().dropLast() {
            if byte == quote {
                guard out.last == UInt8(ascii: "\\") else { return nil }
                out.removeLast()
            }
            out.append(byte)
        }
        return String(validating: out, as: UTF8.self)
    }
}
