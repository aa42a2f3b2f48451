/// A strict reader of JSON text (RFC 8259) that hands over what it meets and keeps nothing.
///
/// *Strict.* Whole numbers only, no key twice in what is read, no text after the end, no control character or
/// broken escape in a text, UTF-8 throughout. *Bounded.* Nesting to ``deepest``; every byte is looked at
/// once. *Faults* name the line.
struct JSONReader {
    static let deepest = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The key of a member, as its bytes stand between the quotes.
    struct Key {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>.SubSequence

        static func ~= (name: StaticString, key: Key) -> Bool {
            guard key.bytes.count == name.utf8CodeUnitCount else { return false }
            var letter = name.utf8Start
            for byte in key.bytes {
                if byte != letter.pointee { return false }
                letter += 1
            }
            return true
        }
    }

    /// Refuses, with the line that was reached.
    func fault(_ sentence: String) -> InputFault {
        let read = bytes.prefix(position)
        return InputFault(sentence, line: 1 + read.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 })
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
            position += 1
        }
    }

    /// The next byte that is no space; 0 at the end of the text, where no valid text has one.
    private mutating func peek() -> UInt8 {
        if position < bytes.count, bytes[position] > 0x20 { return bytes[position] }
        skipSpace()
        return position < bytes.count ? bytes[position] : 0
    }

    private mutating func take(_ byte: UInt8, _ name: StaticString) throws(InputFault) {
        guard peek() == byte else { throw fault("expected \(name)") }
        position += 1
    }

    private mutating func enter() throws(InputFault) {
        depth += 1
        if depth > Self.deepest { throw fault("nested deeper than \(Self.deepest)") }
    }

    /// Reads an array; `element` reads each of its elements.
    mutating func array(
        _ element: (inout JSONReader) throws(InputFault) -> Void
    ) throws(InputFault) {
        try take(UInt8(ascii: "["), "an array")
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
        _ member: (inout JSONReader, Key) throws(InputFault) -> Void
    ) throws(InputFault) {
        try take(UInt8(ascii: "{"), "an object")
        try enter()
        defer { depth -= 1 }
        if peek() == UInt8(ascii: "}") {
            position += 1
            return
        }
        while true {
            let key = Key(bytes: bytes[try text()])
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

    /// Reads a whole number of up to 18 digits.
    mutating func integer() throws(InputFault) -> Int {
        var byte = peek()
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative {
            position += 1
            byte = position < bytes.count ? bytes[position] : 0
        }
        let start = position
        var value = 0
        while byte &- 0x30 < 10 {
            guard position - start < 18 else { throw fault("a number of more than 18 digits") }
            value = value &* 10 &+ Int(byte &- 0x30)
            position += 1
            byte = position < bytes.count ? bytes[position] : 0
        }
        if position == start { throw fault("expected a whole number") }
        if bytes[start] == UInt8(ascii: "0"), position > start + 1 { throw fault("a number begins with 0") }
        if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            throw fault("expected a whole number")
        }
        return isNegative ? -value : value
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
        default: try number()
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

    /// Passes over a number of any kind.
    private mutating func number() throws(InputFault) {
        if peek() == UInt8(ascii: "-") { position += 1 }
        let leadsWithZero = position < bytes.count && bytes[position] == UInt8(ascii: "0")
        let whole = try digits()
        if leadsWithZero, whole > 1 { throw fault("a number begins with 0") }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            _ = try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == 0x2b || bytes[position] == 0x2d { position += 1 }
            _ = try digits()
        }
    }

    private mutating func digits() throws(InputFault) -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        if position == start { throw fault("expected a value") }
        return position - start
    }
}
