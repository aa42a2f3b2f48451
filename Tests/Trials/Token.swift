import Foundation

/// A piece of the house's own HTML, whose attributes all stand in double quotes or without a value.
public enum Token {
    case text(String)
    case open(Tag)
    case close(String)

    /// The pieces inside `<main>`.
    public static func all(in page: [UInt8]) -> [Token] {
        guard let start = page.firstRange(of: Array("<main".utf8))?.lowerBound,
            let end = page.firstRange(of: Array("</main>".utf8))?.lowerBound
        else { return [] }
        var tokens: [Token] = []
        var at = start
        while at < end {
            if page[at] == UInt8(ascii: "<") {
                let close = tagEnd(page, from: at, end)
                if let token = tag(page[(at + 1)..<close]) { tokens.append(token) }
                at = close + 1
            } else {
                let next = page[at..<end].firstIndex(of: UInt8(ascii: "<")) ?? end
                tokens.append(.text(plain(page[at..<next])))
                at = next
            }
        }
        return tokens
    }

    /// Where a tag ends: at the first `>` outside quotes.
    private static func tagEnd(_ page: [UInt8], from start: Int, _ end: Int) -> Int {
        var isQuoted = false
        for at in start..<end {
            if page[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if page[at] == UInt8(ascii: ">"), !isQuoted { return at }
        }
        return end
    }

    private static func tag(_ bytes: ArraySlice<UInt8>) -> Token? {
        if bytes.first == UInt8(ascii: "/") {
            return .close(String(decoding: bytes.dropFirst(), as: UTF8.self))
        }
        if bytes.first == UInt8(ascii: "!") { return nil }
        var attributes: [String: String] = [:]
        let name = bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        var rest = bytes.dropFirst(name.count)
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty else { break }
            let key = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(max(1, key.count))
            var value: ArraySlice<UInt8> = []
            if rest.starts(with: Array("=\"".utf8)) {
                value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(value.count + 3)
            }
            attributes[String(decoding: key, as: UTF8.self)] = plain(value)
        }
        return .open(Tag(name: String(decoding: name, as: UTF8.self), attributes: attributes))
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // Most has nothing that was escaped.
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

/// An element's name and attributes.
public struct Tag {
    public let name: String
    public let attributes: [String: String]

    public subscript(_ name: String) -> String? { attributes[name] }
}
