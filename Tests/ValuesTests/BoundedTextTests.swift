import Foundation
import Testing

@testable import Values

@Suite struct BoundedTextTests {
    @Test(arguments: [
        ("  楼道灯坏了 \n", "楼道灯坏了"), ("一\r\n二\r三\u{2028}四", "一 二 三 四"), ("e\u{301}", "\u{E9}"),
        ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"), ("a\u{200B}\u{FEFF}\u{2060}\u{AD}b", "ab"),
        ("a\u{0}b\u{7}c\u{9F}d", "abcd"), ("a\t b\u{A0}\u{3000}c", "a b c"), ("\u{3164}\u{115F}王", "王"),
        ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"),
        ("❤\u{FE0F}", "❤\u{FE0F}"), ("王\u{FE0F}芳\u{200D}", "王芳"), ("葛\u{E0100}", "葛\u{E0100}"),
        ("x\u{E0100}\u{E0041}y", "xy"), ("e\u{200B}\u{301}", "\u{E9}"),
    ])
    func lineCleaned(raw: String, clean: String) throws {
        let text = try BoundedText(raw, .line(1...40))
        #expect(Array(text.string.unicodeScalars) == Array(clean.unicodeScalars))
        // Cleaning what is clean changes nothing.
        #expect(try BoundedText(text.string, .line(1...40)) == text)
    }

    @Test(arguments: [
        ("一\r\n二", "一\n二"), ("一\n\n\n\n二", "一\n\n二"), ("\n\n一  \n 二\n", "一\n 二"),
        ("\u{3000}\u{3000}第一段\n\u{3000}\u{3000}第二段", "第一段\n\u{3000}\u{3000}第二段"),
        ("\u{200B}\n一\n\u{200B}", "一"),
    ])
    func passageCleaned(raw: String, clean: String) throws {
        let text = try BoundedText(raw, .passage(1...500))
        #expect(text.string == clean)
        #expect(try BoundedText(clean, .passage(1...500)) == text)
    }

    @Test(arguments: [
        ("", TextRule.line(1...5), TextFault.empty), (" \u{200B}\n", .passage(1...5), .empty),
        ("一", .line(2...5), .short(count: 1, least: 2)), ("一二三四五六", .line(1...5), .long(count: 6, most: 5)),
        ("e" + String(repeating: "\u{302}\u{332}", count: 4), .line(1...40), .marks),
        ("𠮷𠮷", TextRule(1...5, singleLine: true, maximumBytes: 7), .heavy(bytes: 8, most: 7)),
    ])
    func refused(raw: String, rule: TextRule, fault: TextFault) {
        #expect(throws: fault) { try BoundedText(raw, rule) }
    }

    @Test func hugeIsRefusedEarly() {
        let raw = String(repeating: "e\u{301}", count: 1_000_000)
        #expect(throws: TextFault.long(count: 2_000_000, most: 500)) {
            try BoundedText(raw, .passage(1...500))
        }
    }

    @Test(arguments: [0xFFFF, 0xFDD0, 0x1FFFE, 0xE0001] as [UInt32])
    func neverCharacters(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(try BoundedText("好" + String(Character(scalar)), .line(1...5)).string == "好")
    }

    @Test func emptyMayBeAllowed() throws {
        #expect(try BoundedText("  ", .line(0...5)).string.isEmpty)
        #expect(try BoundedText("一\n\n二", .passage(1...5)).lines.count == 3)
    }

    @Test func figures() {
        let fault = TextFault.long(count: 612, most: 500)
        #expect(fault(.chinese) == "写了612个字，最多500个。")
        #expect(fault(.english) == "You wrote 612 characters; at most 500 fit.")
    }

    /// What is tidy already is passed as it is: the same as the whole way would make of it.
    @Test func shortWayAgrees() {
        var source = Dice(seed: 11)
        let common = Array("楼道灯坏了，请问 3 号楼。A-b“好”—…\u{3000}（）！é\n\u{301}\u{200B}".unicodeScalars)
        for _ in 0..<5000 {
            let rare = Int.random(in: 0...4, using: &source)
            let scalars = (0..<Int.random(in: 0...12, using: &source)).map { _ in
                common[Int.random(in: 0..<common.count - 4 + rare, using: &source)]
            }
            let raw = String(String.UnicodeScalarView(scalars))
            for singleLine in [true, false] {
                let clean = TextCleaning.clean(raw, singleLine: singleLine)
                let thorough = TextCleaning.cleanThoroughly(raw, singleLine: singleLine)
                #expect(clean.utf8.elementsEqual(thorough.utf8))
            }
        }
    }

    @Test func everydayCharactersStandAlone() {
        for value in (0 as UInt32)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.isEveryday else { continue }
            let text = String(Character(scalar))
            #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8))
            #expect(!scalar.properties.isDefaultIgnorableCodePoint)
            #expect(scalar.properties.canonicalCombiningClass == .notReordered)
        }
    }

    @Test func anyScalarsHold() throws {
        var source = Dice(seed: 7)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...60, using: &source)
            let scalars = (0..<count).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...(Bool.random(using: &source) ? 0x3FF : 0x10FFFF), using: &source))
            }
            let raw = String(String.UnicodeScalarView(scalars))
            guard let text = try? BoundedText(raw, .passage(1...100)) else { continue }
            #expect(try BoundedText(text.string, .passage(1...100)) == text)
            #expect(text.string.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        }
    }
}
