import BigInt
import Testing
import Values

@testable import Methods

@Suite struct ExactTests {
    /// Numbers about the edges of 128 bits, and beyond them.
    private static func numbers(_ dice: inout Dice) -> BigInt {
        let bits = dice.pick([0, 3, 31, 63, 64, 65, 126, 127, 128, 129, 200]) ?? 0
        let base = BigInt(1) << bits
        let near = base + BigInt(dice.within(-2...2))
        return dice.chance(50) ? near : -near
    }

    private static func whole(_ value: BigInt) -> Whole {
        // Built by Whole's own arithmetic from digits, so that the two agree by more than a copy.
        let digits = value.magnitude.description.utf8.map { Int($0 - UInt8(ascii: "0")) }
        let magnitude = digits.reduce(Whole.zero) { $0 * Whole(10) + Whole($1) }
        return value.sign == .minus ? -magnitude : magnitude
    }

    @Test func wholeNumbersAgreeWithBigIntegers() throws {
        var dice = Dice(seed: 11)
        for _ in 0..<3000 {
            let (a, b) = (Self.numbers(&dice), Self.numbers(&dice))
            let (x, y) = (Self.whole(a), Self.whole(b))
            #expect(x.description == a.description)
            #expect((x + y).description == (a + b).description)
            #expect((x - y).description == (a - b).description)
            #expect((x * y).description == (a * b).description)
            #expect((x < y) == (a < b))
            #expect((x == y) == (a == b))
            #expect(x.sign == Int(a.signum()))
            #expect(Whole.commonDivisor(x, y).description == a.greatestCommonDivisor(with: b).description)
            let power = dice.within(-130...130)
            #expect(x.shifted(by: power).description == (power < 0 ? a >> -power : a << power).description)
            guard let divided = x.floored(by: y) else {
                #expect(b == 0)
                continue
            }
            #expect(divided.quotient * y + divided.remainder == x)
            #expect(divided.remainder.isZero || divided.remainder.sign == y.sign)
            #expect(divided.remainder.sign >= 0 ? divided.remainder < y || y.sign < 0 : divided.remainder > y)
            // Kept narrow where it fits, so that equal numbers are stored alike.
            #expect((x + y - y).narrow == x.narrow)
            #expect(((x + y) - y).hashValue == x.hashValue)
        }
    }

    @Test func fractionsKeepTheRulesOfArithmetic() throws {
        var dice = Dice(seed: 12)
        func fraction() -> Rational {
            Rational(Self.whole(Self.numbers(&dice)), over: Self.whole(Self.numbers(&dice))) ?? .one
        }
        for _ in 0..<1500 {
            let (a, b, c) = (fraction(), fraction(), fraction())
            #expect(a + b == b + a)
            #expect((a + b) + c == a + (b + c))
            #expect(a * (b + c) == a * b + a * c)
            #expect(a - a == .zero)
            #expect((a < b) == ((a - b).sign < 0))
            #expect(Whole.commonDivisor(a.numerator, a.denominator) == .one || a == .zero)
            #expect(a.denominator > .zero)
            if b != .zero { #expect(a.divided(by: b).map { $0 * b } == a) }
            #expect(Rational(a.floor) <= a && a < Rational(a.floor + .one))
        }
        #expect(Rational(1).divided(by: .zero) == nil)
        #expect(Rational(.one, over: .zero) == nil)
    }

    @Test(arguments: [
        (1, 3, 2, "0.33"), (2, 3, 2, "0.67"), (1, 8, 2, "0.12"), (3, 8, 2, "0.38"), (-1, 8, 2, "-0.12"),
        (5, 1, 3, "5"), (-7, 2, 0, "-4"), (5, 2, 0, "2"), (1, 1000, 2, "0"), (-1, 1000, 2, "0"),
        (1001, 1000, 6, "1.001"), (999, 1000, 2, "1"),
    ])
    func writesRoundedPlaces(_ top: Int, _ bottom: Int, _ places: Int, _ text: String) throws {
        let fraction = try #require(Rational(Whole(top), over: Whole(bottom)))
        #expect(fraction.decimal(places: places) == text)
    }

    @Test func aChainIsWhatItsLinksSay() throws {
        var dice = Dice(seed: 13)
        for _ in 0..<40 {
            var chain = Chain()
            var plain: [Rational] = []
            for index in 0..<25 {
                let terms = (0..<index).filter { _ in dice.chance(30) }.map {
                    Chain.Term(index: $0, times: Int64(dice.within(-900...900)))
                }
                let (constant, divisor) = (dice.within(-100_000...100_000), dice.within(1...5000))
                chain.append(Int128(constant), terms, over: Int64(divisor))
                let sum = terms.reduce(Rational(constant)) { $0 + plain[$1.index] * Rational(Int($1.times)) }
                plain.append(try #require(sum.divided(by: Rational(divisor))))
                if dice.chance(30) { chain.settle() }
            }
            chain.settle()
            #expect(plain.indices.map(chain.value) == plain)
        }
    }

    @Test(arguments: [
        ("0", "0"), ("007", "7"), ("12.50", "25/2"), ("12,5", "25/2"), ("25/2", "25/2"), ("50/4", "25/2"),
        ("0.000001", "1/1000000"), ("1.0000000000", "1"), ("999999999999999", "999999999999999"),
        ("", nil), (".5", nil), ("5.", nil), ("1e3", nil), ("1.2.3", nil), ("-1", nil), ("+1", nil),
        (" 1", nil),
        ("1/0", nil), ("1/", nil), ("1234567890123456", nil), ("0.0000000000001", nil),
        ("33333.333333333336", "4166666666666667/125000000000"),
        ("999999999999999.999999999999", nil), ("1/1000000000001", nil), ("１", nil),
    ])
    func readsNumbersAsTheyAreWritten(_ text: String, _ value: String?) {
        #expect(PollNumber(text.utf8)?.rational.description == value)
    }
}
