import Actions
import Testing
import Values

@testable import Web

/// Forms with files, well and ill made, and thousands that chance has spoilt.
@Suite struct MultipartTests {
    static let type = "multipart/form-data; boundary=\"x-1\""
    static let good = [
        "--x-1", "Content-Disposition: form-data; name=\"words\"", "", "好\r\n--x", "--x-1",
        "content-type: image/jpeg", "content-disposition:form-data; filename=\"a;\\\"b.jpg\"; name=photo", "",
        "\u{0}\u{1}--", "--x-1--", "after",
    ].joined(separator: "\r\n")

    @Test func aGoodFormIsRead() throws {
        var ask = Ask(.post, "/", body: Array(Self.good.utf8))
        ask.headers["content-type"] = Self.type
        let fields = try Fields(ask)
        #expect(fields["words"] == "好\r\n--x" && fields["photo"] == nil)
        #expect(fields.file("photo")?.name == "a;\"b.jpg")
        #expect(fields.file("photo")?.bytes == Array("\u{0}\u{1}--".utf8))
    }

    @Test(arguments: [
        ("no part", "--x-1--"), ("no end", "--x-1\r\nContent-Disposition: form-data; name=a\r\n\r\nb"),
        ("another boundary", "--y\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--y--"),
        ("before the first", "hello\r\n--x-1--"), ("nothing", ""), ("a boundary alone", "--x-1"),
        ("a bare line's end", "--x-1\nContent-Disposition: form-data; name=a\n\nb\n--x-1--"),
        ("no disposition", "--x-1\r\nContent-Type: text/plain\r\n\r\nb\r\n--x-1--"),
        ("no name", "--x-1\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x-1--"),
        ("an empty name", "--x-1\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nb\r\n--x-1--"),
        ("an open quote", "--x-1\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--x-1--"),
        ("not a form's", "--x-1\r\nContent-Disposition: attachment; name=a\r\n\r\nb\r\n--x-1--"),
        ("no head", "--x-1\r\n\r\nb\r\n--x-1--"),
        ("NUL in the head", "--x-1\r\nContent-Disposition: form-data; name=\"\u{0}\"\r\n\r\nb\r\n--x-1--"),
        ("NUL in a text", "--x-1\r\nContent-Disposition: form-data; name=a\r\n\r\n\u{0}\r\n--x-1--"),
        ("a marked quote", "--x-1\r\nContent-Disposition: form-data; name=\"a\"\u{301}\r\n\r\nb\r\n--x-1--"),
        (
            "a head without end",
            "--x-1\r\nContent-Disposition: form-data; name=a;" + String(repeating: " ", count: 5000)
        ),
        (
            "too many parts",
            String(repeating: "--x-1\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n", count: 201)
                + "--x-1--"
        ),
    ])
    func anIllMadeFormIsRefused(_ name: String, _ body: String) throws {
        var ask = Ask(.post, "/", body: Array(body.utf8))
        ask.headers["content-type"] = Self.type
        if name == "no part" {
            #expect(try Fields(ask).values.isEmpty)
        } else {
            #expect(throws: WebRefusal.brokenBody) { try Fields(ask) }
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"a b\"", "multipart/form-data; boundary=\"a",
        "multipart/form-data; boundary=字",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func anIllMadeBoundaryIsRefused(_ type: String) {
        var ask = Ask(.post, "/", body: Array("--a--".utf8))
        ask.headers["content-type"] = type
        #expect(throws: WebRefusal.brokenBody) { try Fields(ask) }
    }

    /// 5,000 spoilt copies of each kind of body: every one is read or refused by name, and none traps.
    @Test(arguments: [
        (type, good), ("application/json", #"{"words":["a","\u597d"],"n":-1.5e3,"t":true,"z":null}"#),
        ("application/x-www-form-urlencoded", "words=%E5%A5%BD&a=b+c&rid=%41&&=&x"),
    ])
    func chanceFindsNoTrap(_ type: String, _ body: String) throws {
        var dice = Dice(seed: 20_261_121)
        var read = 0
        for _ in 0..<5000 {
            var ask = Ask(.post, "/", body: dice.spoil(Array(body.utf8)))
            ask.headers["content-type"] = type
            do {
                let fields = try Fields(ask)
                var reader = FormReader(fields)
                _ = reader.lines("words", 20)
                _ = reader.number("n", 0...9)
                read += 1
            } catch let refusal as WebRefusal {
                #expect(refusal == .brokenBody)
            }
        }
        #expect(read > 100)
    }
}

extension Dice {
    /// One to four changes: a byte changed, taken out, doubled, a piece moved, or the end cut off.
    fileprivate mutating func spoil(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let signs = Array("\r\n\"\\-;:=%{}[],&\u{0}\u{ff}".utf8)
        for _ in 0...below(4) where !bytes.isEmpty {
            let at = below(bytes.count)
            switch below(6) {
            case 0: bytes[at] = UInt8(below(256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(signs[below(signs.count)], at: at)
            case 3:
                bytes.insert(
                    contentsOf: bytes[at..<min(bytes.count, at + below(20))], at: below(at + 1))
            case 4: bytes.removeSubrange(at..<min(bytes.count, at + below(12)))
            default: if below(8) == 0 { bytes.removeLast(below(bytes.count)) }
            }
        }
        return bytes
    }
}
