/// A strict and bounded reader of `multipart/form-data`. Source: RFC 7578, RFC 2046 5.1.
public enum Multipart {
    public struct Part: Sendable {
        public let name: String
        /// Nil for a plain field.
        public let fileName: String?
        public let body: ArraySlice<UInt8>
    }

    static let mostParts = 200, longestHead = 4096

    /// The parts in order.
    ///
    /// - Throws: ``WebRefusal/brokenBody`` where a boundary, head or name is missing or malformed.
    public static func parts(of body: [UInt8], type: String) throws -> [Part] {
        guard let boundary = boundary(in: type) else { throw WebRefusal.brokenBody }
        let delimiter = Array("--\(boundary)".utf8)
        guard body.starts(with: delimiter) else { throw WebRefusal.brokenBody }
        var parts: [Part] = []
        var at = delimiter.count
        while true {
            if body[at...].starts(with: "--".utf8) { return parts }
            guard body[at...].starts(with: "\r\n".utf8), parts.count < mostParts,
                let head = body.firstRange(of: "\r\n\r\n".utf8, from: at, within: longestHead),
                let end = body.firstRange(of: Array("\r\n".utf8) + delimiter, from: head.upperBound)
            else { throw WebRefusal.brokenBody }
            parts.append(
                try part(head: body[at..<head.lowerBound], body: body[head.upperBound..<end.lowerBound]))
            at = end.upperBound
        }
    }

    /// Source: RFC 2046, 5.1.1: 1 to 70 of these, no blank at the end.
    private static func boundary(in type: String) -> String? {
        guard let value = HeaderValue.parameter("boundary", of: type), (1...70).contains(value.utf8.count),
            value.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\"") })
        else { return nil }
        return value
    }

    private static func part(head: ArraySlice<UInt8>, body: ArraySlice<UInt8>) throws -> Part {
        guard let text = String(validating: head, as: UTF8.self), !text.utf8.contains(0) else {
            throw WebRefusal.brokenBody
        }
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                HeaderValue.sameWord(line[..<colon], "content-disposition")
            else { continue }
            let value = String(
                decoding: line[colon...].dropFirst().filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            guard HeaderValue.sameWord(HeaderValue.parts(value, at: UInt8(ascii: ";"))[0].utf8, "form-data"),
                let name = HeaderValue.parameter("name", of: value), !name.isEmpty
            else { throw WebRefusal.brokenBody }
            return Part(name: name, fileName: HeaderValue.parameter("filename", of: value), body: body)
        }
        throw WebRefusal.brokenBody
    }
}

extension [UInt8] {
    /// Where `pattern` next begins at or after `start`, looking at no more than `limit` bytes.
    fileprivate func firstRange(
        of pattern: some Collection<UInt8>, from start: Int, within limit: Int = .max
    ) -> Range<Int>? {
        let pattern = Array(pattern)
        let last = Swift.min(count, limit == .max ? count : start + limit) - pattern.count
        guard start <= last, let head = pattern.first else { return nil }
        return withUnsafeBufferPointer { bytes in
            var at = start
            while at <= last {
                if bytes[at] == head, (0..<pattern.count).allSatisfy({ bytes[at + $0] == pattern[$0] }) {
                    return at..<at + pattern.count
                }
                at += 1
            }
            return nil
        }
    }
}
