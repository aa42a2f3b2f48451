/// Swift's bytes with comments and the inside of texts blanked, so that braces and words count as code.
///
/// What is interpolated into a text is code and stays. Lines keep their places.
func masked(_ bytes: [UInt8]) -> [UInt8] {
    var mask = Mask(bytes)
    mask.run()
    return mask.code
}

private struct Mask {
    /// Where the reader stands: in code (of an interpolation, with its open parentheses), or in a text.
    private enum Place {
        case code(parentheses: Int)
        case text(hashes: Int, isTall: Bool)
    }

    private let bytes: [UInt8]
    private(set) var code: [UInt8]
    private var at = 0
    private var places: [Place] = [.code(parentheses: 0)]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        code = bytes
    }

    mutating func run() {
        while at < bytes.count {
            switch places[places.count - 1] {
            case .code(let parentheses): readCode(parentheses)
            case .text(let hashes, let isTall): readText(hashes, isTall)
            }
        }
    }

    private func sees(_ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    private func sees(hashes: Int, at offset: Int) -> Bool {
        offset + hashes <= bytes.count
            && bytes[offset..<offset + hashes].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private mutating func blank(_ count: Int) {
        for index in at..<min(at + count, bytes.count) where bytes[index] != newline {
            code[index] = UInt8(ascii: " ")
        }
        at += count
    }

    private mutating func readCode(_ parentheses: Int) {
        switch bytes[at] {
        case UInt8(ascii: "/") where sees("//", at: at):
            blank((bytes[at...].firstIndex(of: newline) ?? bytes.count) - at)
        case UInt8(ascii: "/") where sees("/*", at: at): readBlockComment()
        case UInt8(ascii: "\""), UInt8(ascii: "#"): openText()
        case UInt8(ascii: "(") where places.count > 1: replace(.code(parentheses: parentheses + 1))
        case UInt8(ascii: ")") where places.count > 1:
            if parentheses == 0 {
                places.removeLast()
                at += 1
            } else {
                replace(.code(parentheses: parentheses - 1))
            }
        default: at += 1
        }
    }

    private mutating func replace(_ place: Place) {
        places[places.count - 1] = place
        at += 1
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if sees("/*", at: at) {
                depth += 1
                blank(2)
            } else if sees("*/", at: at) {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && at < bytes.count
    }

    private mutating func openText() {
        var hashes = 0
        while sees("#", at: at + hashes) { hashes += 1 }
        guard sees("\"", at: at + hashes) else {
            at += max(1, hashes)
            return
        }
        let isTall = sees("\"\"\"", at: at + hashes)
        places.append(.text(hashes: hashes, isTall: isTall))
        at += hashes + (isTall ? 3 : 1)
    }

    private mutating func readText(_ hashes: Int, _ isTall: Bool) {
        if bytes[at] == UInt8(ascii: "\\"), sees(hashes: hashes, at: at + 1) {
            if sees("(", at: at + 1 + hashes) {
                blank(1 + hashes)
                at += 1
                places.append(.code(parentheses: 0))
            } else {
                blank(2 + hashes)
            }
        } else if bytes[at] == UInt8(ascii: "\""), !isTall || sees("\"\"\"", at: at),
            sees(hashes: hashes, at: at + (isTall ? 3 : 1))
        {
            places.removeLast()
            at += (isTall ? 3 : 1) + hashes
        } else if bytes[at] == newline, !isTall {
            // A text that does not close on its line is not ours to mend; the compiler will say so.
            places.removeLast()
            at += 1
        } else {
            blank(1)
        }
    }
}
