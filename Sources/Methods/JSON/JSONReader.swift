/// A strict reader of JSON text (RFC 8259) that hands over what it meets and keeps nothing.
///
/// *Strict.* No key twice in what is read (see ``JSONMembers``), no text after the end, no control character
/// or broken escape in a text, UTF-8 throughout. *Bounded.* Nesting to ``deepest``, numbers to
/// ``longestNumber``; every byte is looked at once. *Faults* name the line, and what is at fault where the
/// caller names it.
struct JSONReader {
    static let deepest = 64
    /// Characters of a number.
    static let longestNumber = 400

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Refuses, with the line that was reached; `name` is what a refusal calls the thing at fault.
    func fault(_ sentence: String, of name: String = "") -> InputFault {
        let read = bytes.prefix(position)
        return InputFault(
            name.isEmpty ? sentence : "\(name): \(sentence)",
            line: 1 + read.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 })
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
            position += 1
        }
    }

    /// The next byte that is no space; 0 at the end of the text, where no valid text has one.
    mutating func peek() -> UInt8 {
        if position < bytes.count, bytes[position] > 0x20 { return bytes[position] }
        skipSpace()
        return position < bytes.count ? bytes[position] : 0
    }

    /// Whether the next value is an object.
    mutating func isObject() -> Bool { peek() == UInt8(ascii: "{") }

    /// Whether the next value is an array.
    mutating func isArray() -> Bool { peek() == UInt8(ascii: "[") }

    mutating func take(
        _ byte: UInt8, _ what: StaticString, of name: @autoclosure () -> String = ""
    ) throws(InputFault) {
        guard peek() == byte else { throw fault("expected \(what)", of: name()) }
        position += 1
    }

    private mutating func enter() throws(InputFault) {
        depth += 1
        if depth > Self.deepest { throw fault("nested deeper than \(Self.deepest)") }
    }

    /// Reads an array; `element` reads each of its elements.
    mutating func array(
        _ name: @autoclosure () -> String = "", _ element: (inout JSONReader) throws(InputFault) -> Void
    ) throws(InputFault) {
        try take(UInt8(ascii: "["), "an array", of: name())
        try enter()
        defer { depth -= 1 }
        if peek() == UInt8(ascii: "]") {
            position += 1
            return
        }
        while true {
            try element(&self)
            let byte = peek()
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else {
                throw fault("expected a comma or the end of the array")
            }
            position += 1
            if byte == UInt8(ascii: "]") { return }
        }
    }

    /// Reads an object; `member` reads each value, or skips it.
    mutating func object(
        _ name: @autoclosure () -> String = "",
        _ member: (inout JSONReader, JSONKey) throws(InputFault) -> Void
    ) throws(InputFault) {
        try take(UInt8(ascii: "{"), "an object", of: name())
        try enter()
        defer { depth -= 1 }
        if peek() == UInt8(ascii: "}") {
            position += 1
            return
        }
        while true {
            let key = JSONKey(bytes: bytes[try text()])
            try take(UInt8(ascii: ":"), "a colon")
            try member(&self, key)
            let byte = peek()
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
                throw fault("expected a comma or the end of the object")
            }
            position += 1
            if byte == UInt8(ascii: "}") { return }
        }
    }

    /// Reads `null` where it stands.
    mutating func null() throws(InputFault) -> Bool {
        guard peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    /// Nothing but space may follow what was read.
    mutating func end() throws(InputFault) {
        skipSpace()
        guard position == bytes.count else { throw fault("something follows the end") }
    }

    /// Passes over a value of any kind, held to the same rules.
    mutating func skip() throws(InputFault) {
        switch peek() {
        case UInt8(ascii: "{"): try object { reader, _ throws(InputFault) in try reader.skip() }
        case UInt8(ascii: "["): try array { reader throws(InputFault) in try reader.skip() }
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try numeral("a value")
        }
    }

    private mutating func word(_ name: StaticString) throws(InputFault) {
        for offset in 0..<name.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == name.utf8Start[offset] else {
                throw fault("expected a value")
            }
            position += 1
        }
    }
}

extension JSONReader {
    /// Reads a text and gives where it stands between its quotes.
    private mutating func text() throws(InputFault) -> Range<Int> {
        try take(UInt8(ascii: "\""), "a text")
        let start = position
        var isPlain = true
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let range = start..<position
                if !isPlain, String(validating: bytes[range], as: UTF8.self) == nil {
                    throw fault("a text is not UTF-8")
                }
                position += 1
                return range
            }
            if byte < 0x20 { throw fault("a control character in a text") }
            if byte >= 0x80 { isPlain = false }
            position += 1
            if byte == UInt8(ascii: "\\") { try escape() }
        }
        throw fault("a text without an end")
    }

    private mutating func escape() throws(InputFault) {
        let letter = position < bytes.count ? bytes[position] : 0
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            for _ in 0..<4 {
                let digit = position < bytes.count ? bytes[position] : 0
                guard digit &- 0x30 < 10 || (digit | 0x20) &- 0x61 < 6 else {
                    throw fault("expected four hexadecimal digits")
                }
                position += 1
            }
        default: throw fault("a broken escape in a text")
        }
    }
}
