import Foundation
import Testing

@testable import Web

/// What is sent of a style sheet and a script means the same and is shorter.
@Suite struct LeanAssetTests {
    @Test(
        arguments: [
            ("a { color: red; }", "a{color:red;}"),
            ("/* one */ a,\n  b > c { margin: 0 1px; }   /* two */", "a,b > c{margin:0 1px;}"),
            ("a :not(b), a:hover { width: calc(1px + 2px); }", "a :not(b),a:hover{width:calc(1px + 2px);}"),
            (
                "@media (min-width: 3px) and (hover) { a { top: 0 } }",
                "@media (min-width:3px) and (hover){a{top:0}}"
            ),
            ("a::before { content: \"; { /* x */ \\\" \"; }", "a::before{content:\"; { /* x */ \\\" \";}"),
            ("a { content: '邻  里'; } /* left open", "a{content:'邻  里';}"), ("/**/a{}", "a{}"), ("", ""),
        ])
    func aStyleSheetMeansTheSame(_ text: String, _ lean: String) {
        #expect(String(decoding: LeanAsset.style(Array(text.utf8)), as: UTF8.self) == lean)
    }

    @Test(
        arguments: [
            ("  a();\n\n  // why\n  b(\"//\"); // here\n", "a();\nb(\"//\"); // here"),
            ("x = `\n  two`;\n", "x = `\n  two`;\n"), ("", ""),
        ])
    func aScriptMeansTheSame(_ text: String, _ lean: String) {
        #expect(String(decoding: LeanAsset.script(Array(text.utf8)), as: UTF8.self) == lean)
    }

    /// Of our own sheet everything but blanks and comments is there, once more counted by another way.
    @Test func ourOwnSheetLosesNothing() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Web/Assets/linli.css")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lean = String(decoding: LeanAsset.style(Array(text.utf8)), as: UTF8.self)
        let bare = text.replacing(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//, with: "").filter { !$0.isWhitespace }
        #expect(lean.filter { !$0.isWhitespace } == bare)
        #expect(lean.utf8.count < text.utf8.count * 9 / 10)
        #expect(LeanAsset.style(Array(lean.utf8)) == Array(lean.utf8))
    }
}
