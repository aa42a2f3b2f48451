/// Reads JSON (RFC 8259) from the first byte to the last, value by value, and names the line of every fault.
///
/// What is wanted is asked for as it comes, so that no tree of values is built; what is not wanted is
/// skipped, but checked. Values may be nested 64 deep.
struct RegridScanner {
    static let depthLimit = 64
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func fault(_ sentence: String) -> InputFault { InputFault(sentence, line: line) }

    /// The byte that the next value begins with, after blanks; nil at the end.
    private mutating func peek() -> UInt8? {
        while place < bytes.count {
            switch bytes[place] {
            case 0x0a:
                line += 1
                place += 1
            case 0x20, 0x09, 0x0d: place += 1
            default: return bytes[place]
            }
        }
        return nil
    }

    private mutating func take(_ byte: Character, _ what: String) throws(InputFault) {
        guard let found = peek() else { throw fault("the file ends where \(what) was expected") }
        guard found == byte.asciiValue else { throw fault("expected \(what)") }
        place += 1
    }

    /// Whether the next value is of the kind that begins with this byte.
    mutating func begins(with byte: Character) -> Bool { peek() == byte.asciiValue }

    /// Nothing but blanks may follow.
    mutating func end() throws(InputFault) {
        guard peek() == nil else { throw fault("something follows the end of the JSON value") }
    }

    /// Reads an object; the work reads or skips the value of each key.
    mutating func object(
        _ name: String, _ work: (inout RegridScanner, String) throws(InputFault) -> Void
    ) throws(InputFault) {
        guard begins(with: "{") else { throw fault("\(name): expected an object") }
        try enter()
        guard !begins(with: "}") else { return leave() }
        while true {
            let key = try string()
            try take(":", "a colon after a key")
            try work(&self, key)
            guard begins(with: ",") else { break }
            place += 1
        }
        try take("}", "a comma or the end of an object")
        place -= 1
        leave()
    }

    /// Reads a list; the work reads or skips each value, given which it is.
    mutating func list(
        _ name: @autoclosure () -> String, _ work: (inout RegridScanner, Int) throws(InputFault) -> Void
    ) throws(InputFault) {
        guard begins(with: "[") else { throw fault("\(name()): expected a list") }
        try enter()
        guard !begins(with: "]") else { return leave() }
        var index = 0
        while true {
            try work(&self, index)
            index += 1
            guard begins(with: ",") else { break }
            place += 1
        }
        try take("]", "a comma or the end of a list")
        place -= 1
        leave()
    }

    private mutating func enter() throws(InputFault) {
        depth += 1
        guard depth <= Self.depthLimit else {
            throw fault("values are nested more than \(Self.depthLimit) deep")
        }
        place += 1
    }

    private mutating func leave() {
        depth -= 1
        place += 1
    }

    /// A number that `Double` can hold.
    mutating func number(_ name: @autoclosure () -> String) throws(InputFault) -> Double {
        let text = try digits(name(), "a number")
        guard let value = Double(text), value.isFinite else {
            throw fault("\(name()): a number larger than can be held")
        }
        return value
    }

    mutating func wholeNumber(_ name: @autoclosure () -> String) throws(InputFault) -> Int {
        let text = try digits(name(), "a whole number")
        guard let value = Int(text) else { throw fault("\(name()): expected a whole number") }
        return value
    }

    /// The text of a number, by the grammar of JSON.
    private mutating func digits(
        _ name: @autoclosure () -> String, _ what: String
    ) throws(InputFault) -> String {
        guard let first = peek(), first == 0x2d || isDigit(first) else {
            throw fault("\(name()): expected \(what)")
        }
        let start = place
        if first == 0x2d { place += 1 }
        let isZero = place < bytes.count && bytes[place] == 0x30
        let whole = run()
        var isRight = whole == 1 || (whole > 1 && !isZero)
        if place < bytes.count, bytes[place] == 0x2e {
            place += 1
            isRight = run() > 0 && isRight
        }
        if place < bytes.count, bytes[place] | 0x20 == 0x65 {
            place += 1
            if place < bytes.count, bytes[place] == 0x2b || bytes[place] == 0x2d { place += 1 }
            isRight = run() > 0 && isRight
        }
        guard isRight, place - start <= 400 else { throw fault("\(name()): expected \(what)") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Passes over digits, and says how many.
    private mutating func run() -> Int {
        let start = place
        while place < bytes.count, isDigit(bytes[place]) { place += 1 }
        return place - start
    }

    /// A string; of its escapes only the marks and blanks are turned into what they stand for, the others are
    /// kept.
    private mutating func string() throws(InputFault) -> String {
        guard begins(with: "\"") else { throw fault("expected a key in quotation marks") }
        place += 1
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0..<0x20: throw fault("a control character stands in a string")
            case 0x5c: text += try escape()
            default: text.append(byte)
            }
        }
        throw fault("the file ends inside a string")
    }

    private mutating func escape() throws(InputFault) -> [UInt8] {
        guard place < bytes.count else { throw fault("the file ends inside a string") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case 0x22, 0x5c, 0x2f: return [byte]
        case 0x62, 0x66, 0x6e, 0x72, 0x74: return [0x20]
        case 0x75:
            let digits = bytes[place...].prefix(4)
            let isHex = digits.allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
            guard digits.count == 4, isHex else { break }
            place += 4
            return [0x5c, 0x75] + digits
        default: break
        }
        throw fault("an unknown escape stands in a string")
    }

    /// Passes over any value, checking that it is one.
    mutating func skip() throws(InputFault) {
        switch peek() {
        case 0x7b: try object("") { scanner, _ throws(InputFault) in try scanner.skip() }
        case 0x5b: try list("") { scanner, _ throws(InputFault) in try scanner.skip() }
        case 0x22: _ = try string()
        case 0x74: try word("true")
        case 0x66: try word("false")
        case 0x6e: try word("null")
        default: _ = try digits("the file", "a value")
        }
    }

    /// Passes over a null; whether there was one.
    mutating func isNull() throws(InputFault) -> Bool {
        guard begins(with: "n") else { return false }
        try word("null")
        return true
    }

    private mutating func word(_ word: String) throws(InputFault) {
        guard bytes[place...].starts(with: word.utf8) else { throw fault("the file: expected a value") }
        place += word.utf8.count
    }
}
