import Testing
import Values

/// Identity numbers: read forgivingly, proved by their check digit, never shown whole by accident.
@Suite struct IdentityNumberTests {
    @Test(arguments: [
        "990101194912310028", "９９0101194912310028", " 990101 19491231 0028 ", "'990101194912310028",
    ])
    func aNumberIsReadAsPeopleWriteIt(_ text: String) throws {
        let number = try IdentityNumber(text)
        #expect(number.text == "990101194912310028")
        #expect(number.born == Day("1949-12-31"))
        #expect(!number.isMale)
        #expect("\(number)" == "9901**********0028")
    }

    @Test func theLastSignMayBeAnX() throws {
        let digits = (0..<999).lazy.map { order in
            "99010120010203".utf8.map { Int($0) - 48 } + [order / 100, order / 10 % 10, order % 10]
        }.first { IdentityNumber.check($0) == UInt8(ascii: "X") }
        let text = try #require(digits).map(String.init).joined()
        #expect(try IdentityNumber(text + "x") == IdentityNumber(text + "Ｘ"))
    }

    @Test(arguments: [
        ("", IdentityFault.empty), ("99010119491231", .length(14)), ("990101491231002", .old),
        ("99010119490230002X", .day), ("99010119491331002X", .day), ("９９０１０１🙂", .foreign),
        ("990101 1949\u{0}1231002", .foreign), ("99010119491231002A", .foreign),
    ])
    func whatIsWrongIsNamed(_ text: String, _ fault: IdentityFault) {
        #expect(throws: fault) { try IdentityNumber(text) }
    }

    /// Any one digit written wrongly is noticed, and so are two that changed places.
    @Test func oneWrongDigitIsNoticed() throws {
        let digits = Array("99010119491231002".utf8).map { Int($0) - 48 }
        let right = digits.map(String.init).joined() + String(UnicodeScalar(IdentityNumber.check(digits)))
        _ = try IdentityNumber(right)
        for place in 0..<6 {
            var wrong = digits
            wrong[place] = (wrong[place] + 1) % 10
            let text = wrong.map(String.init).joined() + String(right.suffix(1))
            #expect(throws: IdentityFault.check) { try IdentityNumber(text) }
        }
        var turned = digits
        turned.swapAt(1, 2)
        let text = turned.map(String.init).joined() + String(right.suffix(1))
        #expect(throws: IdentityFault.check) { try IdentityNumber(text) }
    }
}
