/// The key of a member, as its bytes stand between the quotes.
struct JSONKey {
    let bytes: UnsafeBufferPointer<UInt8>.SubSequence

    static func ~= (name: StaticString, key: JSONKey) -> Bool {
        guard key.bytes.count == name.utf8CodeUnitCount else { return false }
        var letter = name.utf8Start
        for byte in key.bytes {
            if byte != letter.pointee { return false }
            letter += 1
        }
        return true
    }

    /// The key with its escapes turned into what they stand for; half a surrogate pair into U+FFFD.
    var text: String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var rest = bytes
        while !rest.isEmpty {
            let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
            units += String(decoding: plain, as: UTF8.self).utf16
            rest = rest.dropFirst(plain.count)
            if !rest.isEmpty { units.append(Self.unit(&rest)) }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Takes an escape off the front of what the reader found well formed.
    private static func unit(_ rest: inout UnsafeBufferPointer<UInt8>.SubSequence) -> UInt16 {
        rest = rest.dropFirst()
        let letter = rest.first ?? 0
        rest = rest.dropFirst()
        switch letter {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"):
            let digits = rest.prefix(4)
            rest = rest.dropFirst(4)
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
        default: return UInt16(letter)
        }
    }
}

/// Which members of an object were met: each once, and those that must be.
struct JSONMembers {
    private var met: UInt32 = 0

    mutating func mark(_ place: UInt32, _ name: StaticString, _ reader: JSONReader) throws(InputFault) {
        if met & (1 << place) != 0 { throw reader.fault("\"\(name)\" is given twice") }
        met |= 1 << place
    }

    /// The first of the names that was not met.
    func require(_ names: [StaticString], in reader: JSONReader) throws(InputFault) {
        for (place, name) in names.enumerated() where met & (1 << UInt32(place)) == 0 {
            throw reader.fault("\"\(name)\" is missing")
        }
    }
}
