import Testing
import Values

@testable import Sealing

struct NeedSecretTests {
    @Test("secrets are the ones worked out elsewhere")
    func constants() throws {
        let ring = try makeRing()
        #expect(NeedSecret(of: someone, ring).shown == "2KGC-EDVQ")
        #expect(NeedSecret(of: somebodyElse, ring).shown == "9XF1-TPED")
    }

    static let kept = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_001a)

    @Test(
        "what people type on any keyboard is understood",
        arguments: [
            "12X0-K5WY", "12x0k5wy", "l2xo k5wy", "I2XO-K5WY", "Ｌ２ＸＯ－Ｋ５ＷＹ", "１２ｘ０　k5wy", " 1 2X0 — K5 WY\n",
        ])
    func tolerant(_ typed: String) throws {
        #expect(NeedSecret(of: NeedSecretTests.kept, try makeRing()).matches(typed))
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "-", "2KGC-EDV", "2KGC-EDVQQ", "2KGC-EDVR", "2KGC-EDVQ\u{301}", "2KGC-EDVU", "2KGC.EDVQ",
            "9XF1-TPED", "二KGC-EDVQ", "2KGC-EDVQ\0", String(repeating: "2", count: 10_000),
            "2KGC-EDVQ" + String(repeating: " ", count: 100),
        ])
    func refused(_ typed: String) throws {
        #expect(!NeedSecret(of: someone, try makeRing()).matches(typed))
    }

    @Test("another house has other secrets")
    func keyed() throws {
        #expect(!NeedSecret(of: someone, try KeyRing(master: Array(1...32))).matches("2KGC-EDVQ"))
    }
}

struct SignedValueTests {
    private let moment = Instant(seconds: 1_800_000_000)
    private let text = "AAZlFyiYgABoZWxsb-EBt9d15jxcp5VcppnZmDEyVmn9NtWQMPbPERLqJWmY"

    @Test("the text is the one worked out elsewhere, and reads back")
    func constant() throws {
        let ring = try makeRing()
        let value = SignedValue(Array("hello".utf8), expires: moment)
        #expect(value.text(name: "session", ring) == text)
        #expect(try SignedValue(text, name: "session", ring, now: moment - .seconds(1)) == value)
    }

    @Test("it is refused from its expiry on")
    func expiry() throws {
        let ring = try makeRing()
        #expect(throws: SignedValue.Fault.expired) {
            try SignedValue(text, name: "session", ring, now: moment)
        }
    }

    @Test("another name, another house, any changed character and any cut is forged")
    func forged() throws {
        let ring = try makeRing()
        let other = try KeyRing(master: Array(1...32))
        let now = moment - .hours(1)
        #expect(throws: SignedValue.Fault.forged) { try SignedValue(text, name: "flash", ring, now: now) }
        #expect(throws: SignedValue.Fault.forged) {
            try SignedValue(text, name: "session", other, now: now)
        }
        for index in text.utf8.indices {
            var changed = Array(text.utf8)
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
            changed[offset] = changed[offset] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            let forged = String(decoding: changed, as: UTF8.self)
            #expect(throws: SignedValue.Fault.forged) {
                try SignedValue(forged, name: "session", ring, now: now)
            }
            let cut = String(decoding: changed.prefix(offset), as: UTF8.self)
            #expect(throws: SignedValue.Fault.forged) {
                try SignedValue(cut, name: "session", ring, now: now)
            }
        }
    }

    @Test("payloads of every length come back", arguments: [0, 1, 2, 3, 100, SignedValue.longest])
    func lengths(_ count: Int) throws {
        let ring = try makeRing()
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let text = SignedValue(payload, expires: moment).text(name: "n", ring)
        #expect(try SignedValue(text, name: "n", ring, now: Instant(seconds: 0)).payload == payload)
    }

    @Test("a moment no clock reaches does not trap", arguments: [Int64.min, Int64.max])
    func extremes(_ microseconds: Int64) throws {
        let ring = try makeRing()
        let text = SignedValue([1], expires: Instant(microseconds: microseconds)).text(name: "n", ring)
        let read = try? SignedValue(text, name: "n", ring, now: moment)
        #expect((read != nil) == (microseconds > 0))
    }
}

struct RandomTokenTests {
    @Test("a token reads back from its text, and only its hash is stored")
    func roundTrip() throws {
        let token = RandomToken()
        #expect(token.text.utf8.count == 43)
        let back = try #require(RandomToken(token.text))
        #expect(back.stored == token.stored)
        #expect(token.stored == Digest.sha256(try #require(Base64URL.decode(token.text))))
        #expect(RandomToken().text != token.text)
    }

    @Test("what was never a token is none", arguments: ["", "abc", String(repeating: "A", count: 44), "ä"])
    func refused(_ text: String) { #expect(RandomToken(text) == nil) }
}

struct OneTimeCodeTests {
    /// Numbers in a set order, to make a draw foreseeable.
    struct Counting: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 {
            value &+= 0x9e37_79b9_7f4a_7c15
            return value
        }
    }

    @Test("codes have six digits and each leading digit comes up as often")
    func shape() {
        var source = Counting(value: 20)
        var firsts = [Character: Int]()
        for _ in 0..<10_000 {
            let digits = OneTimeCode(using: &source).digits
            #expect(digits.utf8.count == 6 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) })
            firsts[digits.first ?? "?", default: 0] += 1
        }
        #expect(firsts.count == 10)
        #expect(firsts.values.allSatisfy { (900...1100).contains($0) })
    }

    @Test("a code is good for whom it was sent to, however it is typed")
    func matching() throws {
        let ring = try makeRing()
        let other = try KeyRing(master: Array(1...32))
        var source = Counting(value: 7)
        let code = OneTimeCode(using: &source)
        let stored = code.stored(for: someone.bytes, ring)
        let wide = String(
            String.UnicodeScalarView(
                code.digits.unicodeScalars.compactMap {
                    Unicode.Scalar($0.value + 0xfee0)
                }))
        for typed in [code.digits, wide, " " + code.digits.prefix(3) + "　" + code.digits.suffix(3) + "\n"] {
            #expect(OneTimeCode.matches(typed, stored: stored, for: someone.bytes, ring))
        }
        #expect(!OneTimeCode.matches(code.digits, stored: stored, for: somebodyElse.bytes, ring))
        #expect(!OneTimeCode.matches(code.digits, stored: stored, for: someone.bytes, other))
        #expect(
            !OneTimeCode.matches(String(code.digits.dropLast()), stored: stored, for: someone.bytes, ring))
        #expect(!OneTimeCode.matches(code.digits + "0", stored: stored, for: someone.bytes, ring))
        #expect(!OneTimeCode.matches("", stored: stored, for: someone.bytes, ring))
    }
}
