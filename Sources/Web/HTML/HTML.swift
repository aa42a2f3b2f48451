/// A piece of a page, made of literals written in this code and of values that are always escaped.
///
/// `"<b>\(name)</b>" as HTML` escapes `name` on its UTF-8 bytes. A literal is a `StaticString`, so no text
/// that was born while the program runs can enter as markup. Values belong between tags or inside quoted
/// attributes only, and an address enters only as a ``Link``.
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The UTF-8 bytes, ready to be sent.
    public private(set) var bytes: [UInt8]

    public static let empty = HTML()

    public init() { bytes = [] }

    public init(stringLiteral text: StaticString) {
        bytes = text.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation parts: Interpolation) {
        bytes = parts.bytes
    }

    /// A value as text, escaped.
    public init(text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 16)
        Escape.append(text, to: &bytes)
    }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The page as text, for tests and for what is not hot.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both.append(right)
        return both
    }

    public static func += (left: inout HTML, right: HTML) { left.append(right) }
}

extension Sequence<HTML> {
    /// The pieces one after another, with a piece between two of them.
    public func joined(by between: HTML = .empty) -> HTML {
        var whole = HTML.empty
        var first = true
        for piece in self {
            if !first { whole.append(between) }
            whole.append(piece)
            first = false
        }
        return whole
    }
}
