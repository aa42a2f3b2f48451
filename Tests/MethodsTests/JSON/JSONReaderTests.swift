import Testing
import Values

@testable import Methods

@Suite struct JSONReaderTests {
    private static func read<T>(
        _ text: String, _ work: (inout JSONReader) throws(InputFault) -> T
    ) throws(InputFault) -> T {
        let bytes = [UInt8](text.utf8)
        return try bytes.withUnsafeBufferPointer { buffer throws(InputFault) in
            var reader = JSONReader(buffer)
            let value = try work(&reader)
            try reader.end()
            return value
        }
    }

    @Test(arguments: [
        ("0", 0), ("-0", -0.0), ("1", 1), ("-12.5", -12.5), ("0.1", 0.1), ("1e3", 1000), ("2.5E-3", 0.0025),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("0.000000000000000000000000000001", 1e-30),
        ("9007199254740993", 9007199254740992), ("1e22", 1e22), ("1e23", 1e23), ("5e-324", 5e-324),
        ("1e-999", 0), ("1.7976931348623157e308", 1.7976931348623157e308), (" 7 ", 7),
    ])
    func readsTheNearestNumber(text: String, value: Double) throws {
        let read = try Self.read(text) { reader throws(InputFault) in try reader.number() }
        #expect(read == value && read.sign == value.sign)
    }

    /// Whatever a number's length and power, it is the one that the library reads.
    @Test func numbersAreThoseOfTheLibrary() {
        var dice = Dice(seed: 3)
        for _ in 0..<20_000 {
            var text = dice.chance(30) ? "-" : ""
            text += String(dice.within(0...9))
            if !text.hasSuffix("0") { for _ in 0..<dice.below(22) { text += String(dice.below(10)) } }
            if dice.chance(60) {
                text += "."
                for _ in 0...dice.below(20) { text += String(dice.below(10)) }
            }
            if dice.chance(40) { text += "e\(dice.within(-330...300))" }
            let read = try? Self.read(text) { reader throws(InputFault) in try reader.number() }
            let library = Double(text)
            #expect(read == (library?.isFinite == true ? library : nil), "\(text)")
        }
    }

    @Test(arguments: [
        ("", "x: expected a number"), ("+1", "x: expected a number"), (".5", "x: expected a number"),
        ("1.", "x: expected a number"), ("1e", "x: expected a number"), ("1e+", "x: expected a number"),
        ("01", "x: a number begins with 0"), ("1e309", "x: a number larger than can be held"),
        ("-", "x: expected a number"), ("nan", "x: expected a number"),
        (String(repeating: "1", count: 401), "x: a number of more than 400 characters"),
    ])
    func refusesWhatIsNoNumber(text: String, sentence: String) {
        #expect(throws: InputFault(sentence, line: 1)) {
            try Self.read(text) { reader throws(InputFault) in try reader.number("x") }
        }
    }

    @Test(arguments: [
        (#"{"a":1}"#, "a"), (#"{"\u6c34":1}"#, "水"), (#"{"\ud83d\ude42!":1}"#, "🙂!"),
        (#"{"\ud83d":1}"#, "\u{FFFD}"),
        (#"{"a\"\\\/\b\f\n\r\tz":1}"#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#"{"":1}"#, ""), (#"{"楼":1}"#, "楼"),
    ])
    func readsKeys(text: String, key: String) throws {
        var met: String?
        try Self.read(text) { reader throws(InputFault) in
            try reader.object { reader, key throws(InputFault) in
                met = key.text
                try reader.skip()
            }
        }
        #expect(met == key)
    }
}
