import Web

/// An answer of GeoReport v2 before it is written, as XML or as JSON of the same names.
indirect enum WireTree: Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    /// An empty element; null.
    case nothing
    case object([(String, WireTree)])
    /// Elements of one name; an array.
    case list(item: String, [WireTree])

    static func maybe(_ text: String?) -> WireTree { text.map { .text($0) } ?? .nothing }
}

/// The two ways in which every answer can be had; the address's ending says which.
enum WireFormat: String, Sendable, CaseIterable {
    case xml, json

    /// What the last part of an address names, and the format of its ending; XML where it says none.
    static func split(_ part: String, _ ask: Ask) -> (name: String, format: WireFormat) {
        for format in WireFormat.allCases {
            let ending = Array(".\(format.rawValue)".utf8), bytes = part.utf8
            if bytes.count > ending.count, bytes.suffix(ending.count).elementsEqual(ending) {
                return (String(decoding: bytes.dropLast(ending.count), as: UTF8.self), format)
            }
        }
        return (part, ask.path.utf8.suffix(5).elementsEqual(".json".utf8) ? .json : .xml)
    }

    /// - Parameters: `root`: the element round it all; JSON has none.
    func reply(_ root: String, _ tree: WireTree, status: Int = 200) -> Reply {
        switch self {
        case .json:
            var out: [UInt8] = []
            JSONWriter.write(tree, to: &out)
            return Reply(status: status, type: "application/json; charset=utf-8", body: out)
        case .xml:
            var out = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
            XMLWriter.write(root, tree, to: &out)
            return Reply(status: status, type: "text/xml; charset=utf-8", body: out)
        }
    }
}

/// Writes XML 1.0, escaping on bytes; what XML cannot hold is left out.
enum XMLWriter {
    static func write(_ name: String, _ tree: WireTree, to out: inout [UInt8]) {
        if case .nothing = tree {
            out.append(contentsOf: "<\(name)/>".utf8)
            return
        }
        out.append(contentsOf: "<\(name)>".utf8)
        switch tree {
        case .text(let text): escape(text, to: &out)
        case .number(let number): out.append(contentsOf: "\(number)".utf8)
        case .flag(let flag): out.append(contentsOf: "\(flag)".utf8)
        case .nothing: break
        case .object(let fields): for (name, field) in fields { write(name, field, to: &out) }
        case .list(let item, let rows): for row in rows { write(item, row, to: &out) }
        }
        out.append(contentsOf: "</\(name)>".utf8)
    }

    /// Source: XML 1.0, 2.2 and 2.4. A text of Swift is whole UTF-8, so only single bytes need a look, and
    /// the two last points of the first plane.
    static func escape(_ text: String, to out: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): out.append(contentsOf: "&apos;".utf8)
            case 0x09, 0x0a: out.append(byte)
            case 0..<0x20, 0x7f: continue
            case 0xbe, 0xbf:
                out.append(byte)
                let last = out.suffix(3)
                if last.count == 3, last.starts(with: [0xef, 0xbf]) { out.removeLast(3) }
            default: out.append(byte)
            }
        }
    }
}

/// Writes JSON in the order of the fields, escaping on bytes. Source: RFC 8259.
enum JSONWriter {
    static func write(_ tree: WireTree, to out: inout [UInt8]) {
        switch tree {
        case .text(let text): quote(text, to: &out)
        case .number(let number): out.append(contentsOf: "\(number)".utf8)
        case .flag(let flag): out.append(contentsOf: "\(flag)".utf8)
        case .nothing: out.append(contentsOf: "null".utf8)
        case .object(let fields):
            join("{", "}", fields, to: &out) { field, out in
                quote(field.0, to: &out)
                out.append(UInt8(ascii: ":"))
                write(field.1, to: &out)
            }
        case .list(_, let rows): join("[", "]", rows, to: &out) { write($0, to: &$1) }
        }
    }

    private static func join<Part>(
        _ open: StaticString, _ close: StaticString, _ parts: [Part], to out: inout [UInt8],
        _ each: (Part, inout [UInt8]) -> Void
    ) {
        open.withUTF8Buffer { out.append(contentsOf: $0) }
        for (index, part) in parts.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            each(part, &out)
        }
        close.withUTF8Buffer { out.append(contentsOf: $0) }
    }

    private static func quote(_ text: String, to out: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}
