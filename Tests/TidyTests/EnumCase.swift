/// One case of an enum: where it is declared, in which type.
struct EnumCase {
    let type: String
    let name: String
    let line: Int
}

extension SourceFile {
    /// The cases of the enums whose protocols and raw types are meant.
    func cases(_ isMeant: ([Substring]) -> Bool) -> [EnumCase] {
        code.offsets(of: "enum").flatMap { offset -> [EnumCase] in
            guard let open = code[offset...].firstIndex(of: UInt8(ascii: "{")) else { return [] }
            let head = String(decoding: code[offset..<open], as: UTF8.self).split(separator: ":")
            guard head.count == 2, isMeant(head[1].split { $0 == "," || $0 == " " }) else { return [] }
            return cases(of: code.word(at: offset + 4), in: open)
        }
    }

    private func cases(of type: String, in open: Int) -> [EnumCase] {
        var depth = 0
        var found: [EnumCase] = []
        var index = open
        let close = code.close(of: open)
        while index < close {
            switch code[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "c")
            where depth == 1 && code.word(at: index) == "case" && !isWord(code[index - 1]):
                let end = end(ofListAt: index, before: close)
                let list = String(decoding: code[(index + 4)..<end], as: UTF8.self)
                found += names(in: list).map { EnumCase(type: type, name: $0, line: line(at: index)) }
                index = end - 1
            default: break
            }
            index += 1
        }
        return found
    }

    /// Where a list of cases ends: at the first line's end that no comma stands before.
    private func end(ofListAt start: Int, before close: Int) -> Int {
        var index = start
        while let end = code[index...].firstIndex(of: newline), end < close {
            let last = code[..<end].last { $0 != UInt8(ascii: " ") }
            if last != UInt8(ascii: ",") { return end }
            index = end + 1
        }
        return close
    }

    /// The names in `a, b(String, Int), c`.
    private func names(in list: String) -> [String] {
        var depth = 0
        var plain = ""
        for character in list {
            if character == "(" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == ")" { depth -= 1 }
        }
        return plain.split(separator: ",").map { name in
            name.filter { $0.isLetter || $0.isNumber || $0 == "_" }
        }
    }
}
