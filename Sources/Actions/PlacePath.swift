public import Storage

/// Where a node stands in the tree of places: the short codes from the city down, as `/1/3/12/`.
///
/// A path begins with that of everything above it, so "is below" is "begins with", for a person and for an
/// index.
public struct PlacePath: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let text: String

    /// The whole tree.
    public static let root = PlacePath(text: "/")

    /// Reads a stored path.
    public init(text: String) { self.text = text }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public func child(_ code: Int) -> PlacePath { PlacePath(text: "\(text)\(code)/") }

    /// Whether `self` is `other` or stands above it.
    public func contains(_ other: PlacePath) -> Bool {
        let mine = text.utf8, its = other.text.utf8
        return its.count >= mine.count && its.starts(with: mine)
    }

    /// The paths from the node itself up to the root.
    public var upward: [PlacePath] {
        var paths = [self]
        var rest = Substring(text).dropLast()
        while let slash = rest.lastIndex(of: "/") {
            paths.append(PlacePath(text: String(rest[...slash])))
            rest = rest[..<slash]
        }
        return paths
    }

    /// The path of the node above; nil for the root.
    public var above: PlacePath? {
        let rest = text.utf8.dropLast()
        return rest.lastIndex(of: UInt8(ascii: "/")).map { PlacePath(text: String(text[...$0])) }
    }

    /// How many levels below the root.
    public var depth: Int { text.utf8.reduce(-1) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 } }

    /// How many steps two nodes are apart through the tree.
    public func distance(to other: PlacePath) -> Int {
        let mine = text.split(separator: "/"), its = other.text.split(separator: "/")
        let shared = zip(mine, its).prefix { $0 == $1 }.count
        return mine.count + its.count - 2 * shared
    }

    /// The first text that sorts after everything below the node, for a range in an index.
    public var end: String { text.dropLast() + "0" }  // "0" follows "/"

    /// The path as the database sorts it in the order of the tree: `/1/3/12/` as `/a1/a3/b12/`, each number
    /// after a letter for how many digits it has.
    public var tree: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 2)
        var rest = text.utf8[...]
        while let first = rest.first {
            let digits = rest.prefix { $0 != UInt8(ascii: "/") }
            guard !digits.isEmpty else {
                bytes.append(first)
                rest = rest.dropFirst()
                continue
            }
            bytes.append(UInt8(ascii: "a") + UInt8(min(digits.count, 26) - 1))
            bytes += digits
            rest = rest.dropFirst(digits.count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first `tree` that sorts after everything below the node.
    public var treeEnd: String { tree.dropLast() + "0" }

    /// In the order of the tree, as people count: what stands above comes first, and the second before the
    /// tenth.
    public static func < (a: PlacePath, b: PlacePath) -> Bool {
        var mine = a.text.utf8[...], its = b.text.utf8[...]
        while let first = mine.first, first == its.first {
            mine.removeFirst()
            its.removeFirst()
        }
        let slash = UInt8(ascii: "/")
        // Codes have no zero in front, so of two that differ the shorter is the smaller.
        let digits = mine.prefix { $0 != slash }.count, others = its.prefix { $0 != slash }.count
        return digits == others ? mine.lexicographicallyPrecedes(its) : digits < others
    }

    public var description: String { text }
}

extension PlacePath: Bindable {
    public var value: Value { .text(text) }
}

extension Sequence {
    /// In the order of the tree; what stands at one place keeps its order.
    public func inTreeOrder(_ path: (Element) -> PlacePath) -> [Element] {
        enumerated().map { (path: path($0.element), offset: $0.offset, element: $0.element) }
            .sorted { ($0.path, $0.offset) < ($1.path, $1.offset) }.map(\.element)
    }
}
