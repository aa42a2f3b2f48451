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
            parts.append(try part(head: body[at..<head.lowerBound], body: body[head.upperBound..<end.lowerBound]))
            at = end.upperBound
        }
    }

    private static func boundary(in type: String) -> String? {
        for parameter in type.split(separator: ";").dropFirst() {
            let pair = parameter.drop { $0 == " " }
            guard pair.lowercased().hasPrefix("boundary=") else { continue }
            let value = pair.dropFirst(9).filter { $0 != "\"" }
            return (1...70).contains(value.utf8.count) ? String(value) : nil
        }
        return nil
    }

    private static func part(head: ArraySlice<UInt8>, body: ArraySlice<UInt8>) throws -> Part {
        guard let text = String(validating: head, as: UTF8.self) else { throw WebRefusal.brokenBody }
        for line in text.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard let name = parameter("name", of: line), !name.isEmpty else { throw WebRefusal.brokenBody }
            return Part(name: name, fileName: parameter("filename", of: line), body: body)
        }
        throw WebRefusal.brokenBody
    }

    /// The quoted value of `; name="…"`; a browser writes a quote inside it as `%22`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.firstRange(of: "; \(name)=\""),
            let end = line[start.upperBound...].utf8.firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return String(line[start.upperBound..<end])
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
