import Foundation
import Testing

@testable import Values

@Suite struct AmountTests {
    @Test(arguments: [
        (Int64(2_697_850), "26,978.50", "26978.5"), (0, "0.00", "0"), (5, "0.05", "0.05"),
        (-5, "-0.05", "-0.05"),
        (100_000, "1,000.00", "1000"), (99_999, "999.99", "999.99"),
        (-123_456_700, "-1,234,567.00", "-1234567"),
        (.max, "92,233,720,368,547,758.07", "92233720368547758.07"),
        (.min, "-92,233,720,368,547,758.08", "-92233720368547758.08"),
    ])
    func written(fen: Int64, text: String, plain: String) {
        #expect(Money(fen: fen).description == text)
        #expect(Money(fen: fen).plain == plain)
    }

    @Test(arguments: [
        ("26978.50", Int64(2_697_850)), ("26,978.5", 2_697_850), (" 8 ", 800), ("０．０５", 5), ("007", 700),
        ("1,000,000", 100_000_000), ("9999999999999999.99", 999_999_999_999_999_999), ("0", 0), ("-0", 0),
    ])
    func read(text: String, fen: Int64) throws { #expect(try Money(reading: text).fen == fen) }

    @Test(arguments: [
        ("", AmountFault.empty), ("  ", .empty), ("1.234", .places(most: 2)), ("1,00", .notNumber),
        ("1,0000", .notNumber),
        (",100", .notNumber), ("1.", .notNumber), (".5", .notNumber), ("1.2.3", .notNumber),
        ("1e5", .notNumber),
        ("八百", .notNumber), ("+5", .notNumber), ("--5", .notNumber), ("-", .notNumber), ("-5", .negative),
        ("10000000000000000", .overflow), ("1.5,0", .notNumber), ("5\u{301}", .notNumber), ("٣", .notNumber),
    ])
    func refused(text: String, fault: AmountFault) {
        #expect(throws: fault) { try Money(reading: text) }
    }

    @Test func wholeNumbersOnly() throws {
        #expect(throws: AmountFault.places(most: 0)) { try Count(reading: "1.5") }
        #expect(try Count(reading: "1,234").units == 1234)
        #expect(AmountFault.places(most: 2)(.chinese) == "小数点后最多两位。")
    }

    @Test func checked() throws {
        #expect(throws: AmountFault.overflow) { try Money(fen: .max).adding(Money(fen: 1)) }
        #expect(throws: AmountFault.overflow) { try Money(fen: .min).subtracting(Money(fen: 1)) }
        #expect(throws: AmountFault.overflow) { try Money(fen: .max).multiplied(by: 2) }
        #expect(try Money.sum([1, 2, 3].map(Money.init(fen:))).fen == 6)
        #expect(try Money.sum([]) == .zero)
    }

    @Test(
        arguments: [
            (100, [1, 1, 1], [34, 33, 33]), (7, [0, 5, -3], [0, 7, 0]), (10, [0, 0], []), (-1, [1], []),
            (.max, [.max], [.max]), (0, [3, 4], [0, 0]), (1000, [8950, 6730], [571, 429]),
        ] as [(Int64, [Int64], [Int64])])
    func shared(fen: Int64, weights: [Int64], parts: [Int64]) throws {
        #expect(try Money(fen: fen).shared(by: weights).map(\.fen) == parts)
    }

    @Test func sharesAddUp() throws {
        var source = Dice(seed: 5)
        for _ in 0..<500 {
            let money = Money(fen: Int64.random(in: 0...1_000_000_000, using: &source))
            let weights = (0..<Int.random(in: 1...40, using: &source)).map { _ in
                Int64.random(in: 1...20_000, using: &source)
            }
            #expect(try Money.sum(money.shared(by: weights)) == money)
            #expect(try Money(reading: money.description) == money)
            #expect(try Money(reading: money.plain) == money)
        }
    }

    @Test func named() {
        #expect(Money(fen: 2_697_850).name(.chinese) == "26,978.50元")
        #expect(Money(fen: -350).name(.english) == "-¥3.50")
        #expect(Points(units: 1250).name(.chinese) == "12.5分")
        #expect(Points(units: 100).name(.english) == "1 point")
        #expect(Area(units: 8950).name(.chinese) == "89.50平方米")
        #expect(Minutes(units: 80).name(.chinese) == "1小时20分钟")
        #expect(Minutes(units: 120).name(.english) == "2 h")
        #expect(Minutes(units: 0).name(.chinese) == "0分钟")
    }

    @Test func codes() throws {
        let data = try JSONEncoder().encode([Money(fen: 5)])
        #expect(String(decoding: data, as: UTF8.self) == "[5]")
        #expect(try JSONDecoder().decode([Money].self, from: data) == [Money(fen: 5)])
    }
}
