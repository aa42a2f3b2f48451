import Testing

/// Files, functions and lines of a size that one reading holds.
@Suite struct SizeTests {
    @Test func aFileIsReadInOneSitting() {
        let breaches = Tree.swift.compactMap { file -> Breach? in
            let most = file.path.hasPrefix("Tests/") ? 600 : 400
            guard file.height > most else { return nil }
            return Breach(
                file, most, "\(file.height) lines, at most \(most): divide it by what changes apart")
        }
        expectNone(breaches)
    }

    @Test func aLineFitsTheWindow() {
        var breaches: [Breach] = []
        for file in Tree.swift {
            var start = 0
            for (index, end) in file.lineEnds.enumerated() {
                defer { start = end + 1 }
                guard end - start > 110 else { continue }
                let width = String(decoding: file.bytes[start..<end], as: UTF8.self).count
                if width > 110 { breaches.append(Breach(file, index + 1, "\(width) columns, at most 110")) }
            }
        }
        expectNone(breaches)
    }

    @Test func aFunctionFitsThePage() {
        var breaches: [Breach] = []
        for file in Tree.swift {
            for body in file.functions where body.height > 60 {
                let mend = "\(body.height) lines, at most 60: give its steps names"
                breaches.append(Breach(file, body.line, mend))
            }
        }
        expectNone(breaches)
    }

    @Test(arguments: [
        ("func a() {\n let b = \"}\"\n}\n", [3]),
        ("protocol P {\n func a()\n func b() -> Int\n}\nfunc c() { }\n", [1]),
        ("init(_ a: () -> Void = { }) {\n // }\n \"\\(\"}\" + c { d })\"\n}\n", [4]),
        ("let x = #\"\n}\"#\nsubscript(i: Int) -> Int {\n /* } */ 1\n}\n", [3]),
    ])
    func braceMatchingKnowsTextsAndComments(_ text: String, _ heights: [Int]) {
        let bytes = [UInt8](text.utf8)
        let file = SourceFile(path: "a", bytes: bytes, code: masked(bytes))
        #expect(file.functions.map(\.height) == heights)
    }

    @Test func aRecipeOfTheMakefileIsShort() {
        var breaches: [Breach] = []
        var height = 0
        for (index, line) in Tree.text(of: "Makefile").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .enumerated() {
            height = line.hasPrefix("\t") ? height + 1 : 0
            if height == 4 { breaches.append(Breach("Makefile:\(index + 1)", "move the recipe into tools/")) }
        }
        expectNone(breaches)
    }
}

/// Records one issue that lists every breach, a line each.
func expectNone(_ breaches: [Breach], at place: SourceLocation = #_sourceLocation) {
    if breaches.isEmpty { return }
    let list = breaches.map(\.description).joined(separator: "\n")
    Issue.record("\(breaches.count) to mend\n\(list)", sourceLocation: place)
}

/// A function's first line and how many lines it takes with its body.
struct Body {
    let line: Int
    let height: Int
}

extension SourceFile {
    /// Where each line ends.
    var lineEnds: [Int] {
        var ends = bytes.indices.filter { bytes[$0] == newline }
        if bytes.last != newline { ends.append(bytes.count) }
        return ends
    }

    /// The functions, initialisers and subscripts that have a body.
    var functions: [Body] {
        var found: [Body] = []
        for word in ["func", "init", "subscript"] {
            for start in code.offsets(of: word) where declares(start, word) {
                guard let open = body(after: start + word.utf8.count) else { continue }
                let first = line(at: start)
                found.append(Body(line: first, height: line(at: code.close(of: open)) - first + 1))
            }
        }
        return found
    }

    /// Whether the word at `start` declares, and is not a call such as `self.init(` or `super.init(`.
    private func declares(_ start: Int, _ word: String) -> Bool {
        if word == "func" { return true }
        var index = start - 1
        while index >= 0, code[index] == UInt8(ascii: " ") { index -= 1 }
        if index < 0 || code[index] == newline || code[index] == UInt8(ascii: "{") { return true }
        return isWord(code[index])
    }

    /// The brace that opens the body of what is declared before `offset`; nil where it has none.
    private func body(after offset: Int) -> Int? {
        var depth = 0
        var index = offset
        while index < code.count {
            switch code[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return index
            case UInt8(ascii: "}") where depth == 0: return nil
            case newline where depth == 0 && declaresNext(index + 1): return nil
            default: break
            }
            if depth < 0 { return nil }
            index += 1
        }
        return nil
    }

    private func declaresNext(_ offset: Int) -> Bool {
        let words = ["func", "init", "var", "let", "static", "mutating", "associatedtype", "case", "public"]
        return words.contains(code.word(at: offset))
    }
}
