import Foundation
import Testing

@testable import Values

@Suite struct IdentifierTests {
    @Test func sortsByTime() {
        var source = Dice(seed: 1)
        var before: Identifier?
        for step in 0..<2000 {
            let one = Identifier(
                at: Instant(microseconds: 1_795_000_000_000_000 + Int64(step)), using: &source)
            if let before { #expect(before < one) }
            #expect(one.bytes[6] >> 4 == 7 && one.bytes[8] >> 6 == 2)
            #expect(Identifier(bytes: one.bytes) == one)
            #expect(Identifier(one.description) == one)
            before = one
        }
    }

    /// Those of one instant sort in the order in which they were made.
    @Test func theNextOneSortsBehind() {
        var source = Dice(seed: 2)
        let now = Instant(microseconds: 1_795_000_000_000_000)
        var last = Identifier(at: now, using: &source)
        for _ in 0..<2000 {
            let next = last.next(by: Identifier(at: now, using: &source))
            #expect(last < next && next.high == last.high && next.bytes[8] >> 6 == 2)
            last = next
        }
    }

    @Test func timesBefore1970Hold() {
        var source = Dice(seed: 1)
        #expect(Identifier(at: Instant(microseconds: .min), using: &source).high >> 16 == 0)
    }

    @Test(arguments: [
        "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAA+",
    ])
    func refused(text: String) { #expect(Identifier(text) == nil) }

    @Test func codes() throws {
        let one = Identifier(high: 1, low: 2)
        let data = try JSONEncoder().encode([one])
        #expect(try JSONDecoder().decode([Identifier].self, from: data) == [one])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Identifier].self, from: Data(#"["x"]"#.utf8))
        }
    }
}

@Suite struct Base64URLTests {
    @Test(
        arguments: [
            ([], ""), ([0x66], "Zg"), ([0x66, 0x6F], "Zm8"), ([0x66, 0x6F, 0x6F], "Zm9v"),
            ([0xFB, 0xFF], "-_8"),
        ] as [([UInt8], String)])
    func pairs(bytes: [UInt8], text: String) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(arguments: ["Z", "Zh", "Zg==", "Zm9v+", "Zm9\u{301}v", "Zm 9"])
    func refused(text: String) { #expect(Base64URL.decode(text) == nil) }

    @Test func roundTrips() {
        var source = Dice(seed: 4)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }
}
