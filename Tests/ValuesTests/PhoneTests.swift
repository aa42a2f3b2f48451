import Testing

@testable import Values

@Suite struct PhoneTests {
    @Test(arguments: [
        ("13812341234", "13812341234"), (" 138 1234-1234 ", "13812341234"), ("１３８１２３４１２３４", "13812341234"),
        ("+86 138 1234 1234", "13812341234"), ("008613812341234", "13812341234"),
        ("8613812341234", "13812341234"),
        ("＋86—138－1234　1234", "13812341234"), ("138.1234.1234", "13812341234"),
        ("0531-88881234", "053188881234"), ("（010）6555 1234", "01065551234"),
        ("+86 10 6555 1234", "01065551234"),
        ("+86 531 8888 1234", "053188881234"), ("0633 8781234", "06338781234"),
        ("021-65551234", "02165551234"),
        ("138\u{200B}12341234\u{202C}", "13812341234"),
    ])
    func read(raw: String, digits: String) throws {
        let phone = try Phone(raw)
        #expect(phone.digits == digits)
        #expect(try Phone(phone.international) == phone)
        #expect(try Phone(phone.spoken) == phone)
    }

    @Test(arguments: [
        ("", PhoneFault.empty), ("+86", .empty), ("1381234123", .missing(1, .mobile)),
        ("1", .missing(10, .mobile)),
        ("138123412345", .extra(1, .mobile)), ("+86 1381234123", .missing(1, .mobile)),
        ("0531888812", .missing(1, .landline)), ("0531888812345", .extra(1, .landline)),
        ("010655512345", .extra(1, .landline)), ("12812341234", .prefix), ("88881234", .areaCode),
        ("5", .prefix),
        ("01112341234", .prefix), ("053108881234", .prefix), ("1381234123a", .foreign), ("一三八", .foreign),
        ("+1 202 555 0100", .abroad), ("138+12341234", .foreign), ("1381234123\u{0664}", .foreign),
        ("0", .missing(10, .landline)),
    ])
    func refused(raw: String, fault: PhoneFault) {
        #expect(throws: fault) { try Phone(raw) }
    }

    @Test func masked() throws {
        #expect(try Phone("13812341234").masked == "138****1234")
        #expect(try Phone("0531-88885678").masked == "0531-****5678")
        #expect("\(try Phone("010-65551234"))" == "010-****1234")
        #expect(try Phone("13812341234").lastFour == "1234")
        #expect(try Phone("13812341234").spoken == "138 1234 1234")
    }

    @Test func told() {
        #expect(PhoneFault.missing(1, .mobile)(.chinese) == "手机号少了一位，请对一下。")
        #expect(PhoneFault.missing(2, .mobile)(.chinese) == "手机号少了两位，请对一下。")
        #expect(
            PhoneFault.extra(3, .landline)(.english) == "The number has 3 digits too many; please check it.")
    }

    @Test func nothingTraps() {
        var source = Dice(seed: 3)
        let alphabet = Array("0123456789+-() 86１0".unicodeScalars)
        for _ in 0..<5000 {
            let length = Int.random(in: 0...16, using: &source)
            let scalars = (0..<length).compactMap { _ in alphabet.randomElement(using: &source) }
            guard let phone = try? Phone(String(String.UnicodeScalarView(scalars))) else { continue }
            #expect((11...12).contains(phone.digits.utf8.count))
            #expect(phone.masked.utf8.count <= 14)
        }
    }
}
