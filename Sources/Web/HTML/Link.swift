import Values

/// An address that may stand in a page: a path of this site, or an outside address whose scheme was checked.
///
/// `Link("/needs/\(id)/notes?by=\(name)")`: literals are `StaticString`, values are percent-encoded on their
/// UTF-8 bytes, so that a value can never leave its path segment or its query value. `javascript:` cannot be
/// made.
public struct Link: ExpressibleByStringInterpolation, Sendable, Hashable {
    /// The address in ASCII, ready for a header or, escaped, for an attribute.
    public let address: String

    private init(checked address: String) {
        self.address = address
    }

    public init(stringLiteral text: StaticString) {
        self.init(site: text.withUTF8Buffer { Array($0) })
    }

    public init(stringInterpolation parts: Interpolation) {
        self.init(site: parts.bytes)
    }

    /// Keeps an address on this site whatever its values were: an empty first value cannot turn it into
    /// `//host`.
    private init(site bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch (bytes.first, bytes.dropFirst().first) {
        case (UInt8(ascii: "/"), UInt8(ascii: "/")), (UInt8(ascii: "/"), UInt8(ascii: "\\")):
            address = "/." + text
        case (UInt8(ascii: "/"), _), (UInt8(ascii: "?"), _), (UInt8(ascii: "#"), _): address = text
        default: address = "/" + text
        }
    }

    /// What may stand in `\( )` within an address.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ value: String) {
            Percent.append(segment: value, to: &bytes)
        }

        public mutating func appendInterpolation(_ value: Substring) {
            Percent.append(segment: value, to: &bytes)
        }

        public mutating func appendInterpolation(_ number: Int) {
            Escape.append(Int64(number), to: &bytes)
        }

        public mutating func appendInterpolation(_ number: Int64) {
            Escape.append(number, to: &bytes)
        }

        public mutating func appendInterpolation(_ identifier: Identifier) {
            bytes.append(contentsOf: identifier.description.utf8)
        }
    }
}

extension Link {
    /// An outside address: `https://` and a plain host, no name or password in it; nil for anything else.
    public static func external(_ address: String) -> Link? {
        let scheme = Array("https://".utf8)
        let bytes = Array(address.utf8)
        guard bytes.starts(with: scheme) else { return nil }
        let host = bytes[scheme.count...].prefix { isHostByte($0) }
        guard let first = host.first, isAlphanumeric(first) else { return nil }
        let rest = bytes[(scheme.count + host.count)...]
        switch rest.first {
        case nil, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): break
        default: return nil
        }
        var out = scheme + host
        Percent.append(address: rest, to: &out)
        return Link(checked: String(decoding: out, as: UTF8.self))
    }

    /// A number to call: 3 to 20 digits, with a plus sign in front where it is abroad; blanks and hyphens
    /// fall away.
    public static func phone(_ number: String) -> Link? {
        var digits: [UInt8] = []
        for byte in number.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where digits.isEmpty: digits.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            default: return nil
            }
        }
        let count = digits.first == UInt8(ascii: "+") ? digits.count - 1 : digits.count
        guard (3...20).contains(count) else { return nil }
        return Link(checked: "tel:" + String(decoding: digits, as: UTF8.self))
    }

    /// A mail address of the plain shape `name@host.name`; nil for anything else.
    public static func mail(_ mailbox: String) -> Link? {
        let halves = Array(mailbox.utf8).split(
            separator: UInt8(ascii: "@"), maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count == 2, let name = halves.first, let host = halves.last else { return nil }
        guard !name.isEmpty, host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: "."),
            name.allSatisfy({ isAlphanumeric($0) || "._+-".utf8.contains($0) }),
            host.allSatisfy({ isAlphanumeric($0) || ".-".utf8.contains($0) })
        else { return nil }
        return Link(checked: "mailto:" + mailbox)
    }

    /// A path of this site that came from outside, such as "where to go after signing in".
    ///
    /// Refuses whatever a browser might take for another host; encodes what may not stand in an address.
    public static func local(_ path: String) -> Link? {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000 else { return nil }
        switch bytes.dropFirst().first {
        case UInt8(ascii: "/"), UInt8(ascii: "\\"): return nil
        default: break
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return nil }
        var out: [UInt8] = []
        Percent.append(address: bytes[...], to: &out)
        return Link(checked: String(decoding: out, as: UTF8.self))
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ":")
    }
}

extension Link {
    /// The same address with one more name and value in its query.
    public func adding(query name: String, _ value: String) -> Link {
        var pair: [UInt8] = []
        Percent.append(name, to: &pair)
        pair.append(UInt8(ascii: "="))
        Percent.append(value, to: &pair)
        let (path, query, fragment) = parts
        let whole = (query.map { $0 + "&" } ?? "") + String(decoding: pair, as: UTF8.self)
        return Link(checked: path + "?" + whole + fragment)
    }

    /// The same address without a name of its query.
    public func removing(query name: String) -> Link {
        let (path, query, fragment) = parts
        guard let query else { return self }
        var encoded: [UInt8] = []
        Percent.append(name, to: &encoded)
        let kept = query.utf8.split(separator: UInt8(ascii: "&")).filter { pair in
            !pair.prefix { $0 != UInt8(ascii: "=") }.elementsEqual(encoded)
        }
        let whole = kept.map { String(Substring($0)) }.joined(separator: "&")
        return Link(checked: path + (whole.isEmpty ? "" : "?" + whole) + fragment)
    }

    /// The same address with one value for a name of its query, whatever it had.
    public func setting(query name: String, _ value: String) -> Link {
        removing(query: name).adding(query: name, value)
    }

    private var parts: (path: String, query: String?, fragment: String) {
        let bytes = address.utf8
        let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        let mark = bytes[..<hash].firstIndex(of: UInt8(ascii: "?"))
        let fragment = String(address[hash...])
        guard let mark else { return (String(address[..<hash]), nil, fragment) }
        let query = String(address[bytes.index(after: mark)..<hash])
        return (String(address[..<mark]), query.isEmpty ? nil : query, fragment)
    }
}
