import Testing
import Values

@testable import Sealing

struct TimeCodeTests {
    private let standard = TimeCode(secret: Array("12345678901234567890".utf8))

    @Test(
        "the vectors of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func timed(_ seconds: Int64, _ expected: String) {
        let moment = Instant(seconds: seconds)
        #expect(standard.digits(of: TimeCode.counter(at: moment), count: 8) == expected)
        #expect(standard.code(at: moment) == expected.suffix(6))
    }

    @Test("the vectors of RFC 4226, appendix D")
    func counted() {
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ]
        #expect((0..<10).map { standard.digits(of: $0, count: 6) } == expected)
    }

    @Test("the step before, this one and the next are taken, no further", arguments: -3...3)
    func window(_ steps: Int64) {
        let now = Instant(seconds: 1_800_000_015)
        let code = standard.code(at: now + .seconds(30 * steps))
        let counter = standard.check(code, at: now, lastUsed: nil)
        #expect(counter == (abs(steps) <= 1 ? 60_000_000 + steps : nil))
    }

    @Test("a code serves once, and none before it serves after it")
    func replay() throws {
        let now = Instant(seconds: 1_800_000_000)
        let used = try #require(standard.check(standard.code(at: now), at: now, lastUsed: nil))
        #expect(standard.check(standard.code(at: now), at: now, lastUsed: used) == nil)
        #expect(standard.check(standard.code(at: now - .seconds(30)), at: now, lastUsed: used) == nil)
        let next = standard.code(at: now + .seconds(30))
        #expect(standard.check(next, at: now, lastUsed: used) == used + 1)
    }

    @Test(
        "what is no code is refused", arguments: ["", "12345", "1234567", "abcdef", "12345\u{301}6", "０"])
    func refused(_ typed: String) {
        #expect(standard.check(typed, at: Instant(seconds: 59), lastUsed: nil) == nil)
    }

    @Test("a typed code may be wide and spaced; a clock before 1970 does not trap")
    func tolerant() {
        #expect(standard.check("２８７ 082", at: Instant(seconds: 59), lastUsed: nil) == 1)
        #expect(standard.check("755224", at: Instant(microseconds: .min), lastUsed: nil) == 0)
        #expect(standard.check("755224", at: Instant(microseconds: .max), lastUsed: nil) == nil)
    }

    @Test("the address that apps read")
    func address() {
        #expect(
            standard.address(issuer: "邻里 Linli", account: "a:b&c")
                == "otpauth://totp/%E9%82%BB%E9%87%8C%20Linli:a%3Ab%26c"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%E9%82%BB%E9%87%8C%20Linli&algorithm=SHA1&digits=6&period=30")
    }

    @Test("new secrets have 20 bytes and differ")
    func random() {
        #expect(TimeCode().secret.count == 20)
        #expect(TimeCode().secret != TimeCode().secret)
    }
}

struct Base32Tests {
    @Test(
        "the vectors of RFC 4648, 10, without padding",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func vectors(_ plain: String, _ text: String) {
        #expect(Base32.encode(plain.utf8) == text)
        #expect(Base32.decode(text) == Array(plain.utf8))
        #expect(Base32.decode(text.lowercased()) == Array(plain.utf8))
    }

    @Test(
        "foreign signs, impossible lengths and spare bits are refused",
        arguments: ["M", "MZ", "MY1", "MZX", "M=", "é"])
    func refused(_ text: String) { #expect(Base32.decode(text) == nil) }
}
