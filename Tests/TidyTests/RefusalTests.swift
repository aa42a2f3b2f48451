import Testing

/// Every expected no is thrown somewhere, and some test provokes it by its name.
@Suite struct RefusalTests {
    private static let refusals = Tree.sources.flatMap { file in
        file.cases { $0.contains("Refusal") }.map { (file: file, no: $0) }
    }
    private static let tests = Tree.swift.filter { $0.path.hasPrefix("Tests/") && $0.room != "TidyTests" }

    @Test func everyRefusalIsThrownSomewhere() {
        #expect(Self.refusals.count > 100)
        expectNone(
            Self.refusals.filter { _, no in !Tree.sources.contains { $0.uses(no) } }.map { file, no in
                Breach(file, no.line, "\(no.type).\(no.name) is never thrown: take it out")
            })
    }

    @Test func everyRefusalIsNamedByATest() {
        expectNone(
            Self.refusals.filter { file, no in
                let spelled = file.spelling(of: no)
                return !Self.tests.contains { $0.names(no, spelled) }
            }.map { file, no in
                Breach(file, no.line, "no test provokes \(no.type).\(no.name): write the one that does")
            })
    }
}

extension SourceFile {
    /// Whether the case is used here otherwise than in a switch over its own texts.
    fileprivate func uses(_ no: EnumCase) -> Bool {
        code.offsets(of: "." + no.name).contains { offset in
            let line = code[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
            let before = Array(code[line..<offset])
            if !before.offsets(of: "throw").isEmpty { return true }
            let first = code[line...offset].first { $0 != UInt8(ascii: " ") }
            return code.word(at: line) != "case" && first != UInt8(ascii: ".")
        }
    }

    /// Names of the case as programs hear them: spelled out as in `case .overflow: "links.overflow"`, or
    /// after the type, `people.wrong-proof` and `web.stalePage`.
    fileprivate func spelling(of no: EnumCase) -> [String] {
        let room = no.type.dropLast("Refusal".count).lowercased()
        let dashed = no.name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
        return [room, room + "s"].flatMap { ["\($0).\(no.name)", "\($0).\(dashed)"] }
            + code.offsets(of: "." + no.name).compactMap(spelledOut)
    }

    private func spelledOut(at offset: Int) -> String? {
        let end = code[offset...].firstIndex(of: newline) ?? code.count
        let parts = String(decoding: bytes[offset..<end], as: UTF8.self).split(separator: "\"")
        guard parts.count == 2, parts[0].hasSuffix(": "), parts[1].contains(".") else { return nil }
        return String(parts[1])
    }

    fileprivate func names(_ no: EnumCase, _ spelled: [String]) -> Bool {
        let quoted = spelled.contains { !bytes.offsets(of: "\"\($0)\"", whole: false).isEmpty }
        return quoted || !code.offsets(of: no.type).isEmpty && !code.offsets(of: "." + no.name).isEmpty
    }
}
