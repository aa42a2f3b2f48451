import Storage

/// Type numbers of PostgreSQL's catalogue that the house's values have.
enum TypeNumber {
    static let bool: UInt32 = 16, bytea: UInt32 = 17, int8: UInt32 = 20, int2: UInt32 = 21, int4: UInt32 = 23
    static let text: UInt32 = 25, numeric: UInt32 = 1700, float8: UInt32 = 701
    /// The server finds the type from the place where the value stands.
    static let open: UInt32 = 0
}

extension Value {
    var typeNumber: UInt32 {
        switch self {
        case .null: TypeNumber.open
        case .integer: TypeNumber.int8
        case .text: TypeNumber.text
        case .bytes, .identifier: TypeNumber.bytea
        }
    }
}

extension SQL {
    /// The text with `$1`, `$2` … for its places, ended by a zero; what stands in quotes is left as it is.
    var numbered: [CChar] {
        var text: [CChar] = []
        text.reserveCapacity(bytes.count + values.count * 2 + 1)
        var place = 0
        var quote: UInt8?
        for byte in bytes {
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: "?") {
                place += 1
                text.append(contentsOf: "$\(place)".utf8.map { CChar(bitPattern: $0) })
                continue
            }
            text.append(CChar(bitPattern: byte))
        }
        text.append(0)
        return text
    }
}
