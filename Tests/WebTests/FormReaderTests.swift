import Actions
import Testing
import Values

@testable import Web

/// Every kind of answer a form can hold, and every fault of it beside its field.
@Suite struct FormReaderTests {
    enum Colour: String, CaseIterable { case red, green }

    @Test(
        arguments: [
            ("5", 5), ("+5", 5), ("１２", 12), (" 7 ", 7), ("0", nil), ("21", nil), ("", nil), ("x", nil),
            ("1.0", nil),
            ("99999999999999999999", nil), ("5\u{301}", nil), ("-3", nil), ("٣", nil),
        ] as [(String, Int64?)])
    func numbersAreBounded(_ text: String, _ number: Int64?) {
        var reader = FormReader(Fields(values: ["n": [text]]))
        #expect(reader.number("n", 1...20) == number)
        #expect(reader.refusals.map(\.field) == (number == nil ? ["n"] : []))
    }

    @Test(
        arguments: [("red", Colour.red), ("Red", nil), ("red\u{301}", nil), ("", nil)] as [(String, Colour?)])
    func choicesAreOfTheList(_ text: String, _ colour: Colour?) {
        var reader = FormReader(Fields(values: ["c": [text]]))
        #expect(reader.choice("c", of: Colour.self) == colour)
        #expect(reader.choice("c", among: ["red"]) == (colour == nil ? "" : "red"))
        #expect(reader.refusals.count == (colour == nil ? 2 : 0))
    }

    @Test func rowsAreAllOrNone() {
        let good = Identifier.trialRow, texts = Array(repeating: good.description, count: 201)
        var reader = FormReader(
            Fields(values: ["all": texts, "bad": [good.description, "x"], "one": [good.description]]))
        #expect(reader.identifiers("one") == [good])
        #expect(reader.refusals.isEmpty)
        _ = reader.identifiers("all")
        _ = reader.identifiers("bad")
        _ = reader.identifiers("none")
        #expect(reader.refusals.map(\.field) == ["all", "bad", "none"])
        #expect(throws: Refusals.self) { try reader.finish() }
    }

    @Test func everyFaultIsSaidAtOnce() {
        var reader = FormReader(
            Fields(values: ["phone": ["12"], "day": ["2026-02-30"], "line": ["a\u{0}\nb"]]))
        _ = reader.phone("phone")
        _ = reader.day("day")
        _ = reader.line("missing", 10)
        _ = reader.choices("set", among: ["a"])
        _ = reader.identifier("id")
        #expect(
            reader.day("absent", required: false) == nil && reader.phone("absent", required: false) == nil)
        #expect(reader.refusals.map(\.field) == ["phone", "day", "missing", "id"])
        for refusal in reader.refusals {
            #expect(refusal.status == 422 && refusal.name.hasPrefix("form."))
            #expect(!refusal.text.chinese.isEmpty && !refusal.text.english.isEmpty)
        }
        #expect(reader.line("line", 10) == "a b" && !reader.flag("line2"))
    }
}

extension Identifier {
    fileprivate static var trialRow: Identifier { Identifier(high: 7 << 12, low: 5) }
}
