/// Percent-encoding of addresses, on UTF-8 bytes. Source: RFC 3986, 2.1.
public enum Percent {
    /// Every byte but the unreserved ones becomes `%XX`.
    public static func encode(_ text: String) -> String {
        var out: [UInt8] = []
        append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// A value of a query: everything but letters, digits, `-`, `.`, `_` and `~` is encoded.
    static func append(_ value: some StringProtocol, to out: inout [UInt8]) {
        for byte in value.utf8 {
            if isUnreserved(byte) { out.append(byte) } else { append(encoded: byte, to: &out) }
        }
    }

    /// A value within an address built of literals. A browser takes `.` and `..` for steps in the tree even
    /// where they are encoded, so these two become a segment that matches nothing.
    static func append(segment value: some StringProtocol, to out: inout [UInt8]) {
        let bytes = value.utf8
        if bytes.count <= 2, !bytes.isEmpty, bytes.allSatisfy({ $0 == UInt8(ascii: ".") }) {
            out.append(contentsOf: "%EF%BF%BD".utf8)
        } else {
            append(value, to: &out)
        }
    }

    /// The rest of an address that came whole: what has a meaning there stays, everything else is encoded.
    static func append(address bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        for byte in bytes {
            if isUnreserved(byte) || isReserved(byte) {
                out.append(byte)
            } else {
                append(encoded: byte, to: &out)
            }
        }
    }

    private static func append(encoded byte: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "%"))
        out.append(digit(byte >> 4))
        out.append(digit(byte & 15))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"),
            UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "*"):
            true
        default: false
        }
    }
}
