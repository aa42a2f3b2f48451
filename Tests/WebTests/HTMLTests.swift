import Testing
import Values

@testable import Web

@Suite struct HTMLTests {
    @Test(arguments: [
        ("", ""),
        ("平常的话", "平常的话"),
        ("<b>&\"'>", "&lt;b&gt;&amp;&quot;&#39;&gt;"),
        // A quote that carries a combining mark is another Character, and still a quote.
        ("\"\u{0301} onfocus=x", "&quot;\u{0301} onfocus=x"),
        ("<\u{0338}script>\u{0301}", "&lt;\u{0338}script&gt;\u{0301}"),
        ("'\u{FE0F}&\u{200D}amp;", "&#39;\u{FE0F}&amp;\u{200D}amp;"),
        ("a\u{0000}b\u{001B}[31m\u{007F}", "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}"),
        ("\u{0085}·\u{00A0}", "\u{FFFD}·\u{00A0}"),
        ("一行\r\n又一行\t\n", "一行\n又一行\t\n"),
        ("旧\r新", "旧\u{FFFD}新"),
        ("{{secret}}\\(x)", "{{secret}}\\(x)"),
    ])
    func valuesAreEscapedOnBytes(_ text: String, _ escaped: String) {
        #expect("\(text)" as HTML == HTML(text: text))
        #expect(Array(HTML(text: text).bytes) == Array(escaped.utf8))
        #expect(("\(text[...])" as HTML).bytes == Array(escaped.utf8))
    }

    /// Whatever goes in, no byte comes out that could end an attribute or begin a tag.
    @Test func nothingBreaksOut() {
        var source = SystemRandomNumberGenerator()
        let marks: [Unicode.Scalar] = [
            "<", ">", "\"", "'", "&", "\u{0}", "\u{0301}", "\u{200D}", "\u{85}", "邻", "🏮",
        ]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<40, using: &source) {
                text.unicodeScalars.append(marks.randomElement(using: &source) ?? "a")
            }
            let bytes = HTML(text: text).bytes
            #expect(!bytes.contains { "<>\"'".utf8.contains($0) || ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) })
            #expect(String(validating: bytes, as: UTF8.self) != nil)
        }
    }

    @Test func longTextGoesThroughWhole() {
        let text = String(repeating: "邻里<守望> ", count: 50_000)
        let expected = String(repeating: "邻里&lt;守望&gt; ", count: 50_000)
        #expect(HTML(text: text).bytes == Array(expected.utf8))
    }

    @Test func numbersAreWrittenPlainly() {
        #expect(
            ("\(0) \(-7) \(Int.max) \(Int64.min)" as HTML).string
                == "0 -7 9223372036854775807 -9223372036854775808")
    }

    @Test func piecesAreComposed() {
        let none: HTML? = nil
        let names = ["甲", "<乙>"]
        let list: HTML = "<ul>\(names, each: { "<li>\($0)</li>" })</ul>\(none)\(HTML?.some("<hr>"))"
        #expect(list.string == "<ul><li>甲</li><li>&lt;乙&gt;</li></ul><hr>")
        #expect(
            ("\(if: true, "<i>是</i>")\(if: false, "x")\(if: false, "x", else: "<b>否</b>")" as HTML).string
                == "<i>是</i><b>否</b>")
        #expect(names.map { HTML(text: $0) }.joined(by: "<br>").string == "甲<br>&lt;乙&gt;")
        #expect((HTML.empty + "a" + HTML.empty).string == "a" && HTML.empty.isEmpty)
    }

    @Test func theOtherPieceIsNotMade() {
        func costly() -> HTML {
            Issue.record("made although not wanted")
            return ""
        }
        #expect(("\(if: false, costly())\(if: true, "a", else: costly())" as HTML).string == "a")
    }
}
