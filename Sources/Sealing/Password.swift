import Foundation
import Values

/// Why a password is refused, or cannot be checked now.
public enum PasswordFault: Error, Phrase, Equatable {
    case tooShort
    case tooLong
    case tooCommon
    case isPhone
    /// Too many checks wait already.
    case busy
    /// The machine had no memory for the hash.
    case unavailable

    public var text: Text {
        switch self {
        case .tooShort:
            Text("密码太短了，请至少用 8 个字。", "This password is too short: please use at least 8 characters.")
        case .tooLong:
            Text("密码太长了，请不要超过 128 个字。", "This password is too long: please use at most 128 characters.")
        case .tooCommon:
            Text(
                "这个密码太多人用了，容易被猜到，请换一个。",
                "Too many people use this password and it is easily guessed: please choose another.")
        case .isPhone:
            Text("请不要用自己的电话号码做密码。", "Please do not use your own phone number as the password.")
        case .busy:
            Text(
                "这会儿登录的人多，请过几秒再试一次。",
                "Many people are signing in just now: please try again in a few seconds.")
        case .unavailable:
            Text("这会儿没能核对密码，请过一会儿再试。", "The password could not be checked just now: please try again later.")
        }
    }
}

/// A password that someone chose and that the rules allow.
///
/// Shape: 8...128 unicode scalars after NFKC, so that a full-width or composed form is the same password.
/// Refuses: shorter, longer, one of the commonest, a run such as 23456789, the person's own phone number.
public struct Password: Sendable {
    public static let lengths = 8...128

    let bytes: [UInt8]

    public init(_ typed: String, phone: String? = nil) throws(PasswordFault) {
        guard let normal = Password.normalise(typed) else { throw .tooLong }
        guard normal.unicodeScalars.count >= Password.lengths.lowerBound else { throw .tooShort }
        guard normal.unicodeScalars.count <= Password.lengths.upperBound else { throw .tooLong }
        guard !Password.isCommon(normal) else { throw .tooCommon }
        if let phone, Password.isPhone(normal, phone) { throw .isPhone }
        bytes = Array(normal.utf8)
    }

    /// The typed text in NFKC; nil when it is beyond any password, before the costly part.
    static func normalise(_ typed: String) -> String? {
        typed.utf8.count <= 2048 ? typed.precomposedStringWithCompatibilityMapping : nil
    }

    private static func isCommon(_ normal: String) -> Bool {
        let scalars = normal.lowercased().unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(scalars, scalars.dropFirst()).map { $1 - $0 })
        // One sign over and over, or each one more or one less than the sign before.
        if steps.count == 1, let step = steps.first, abs(step) <= 1 { return true }
        return common.contains(normal.lowercased())
    }

    private static func isPhone(_ normal: String, _ phone: String) -> Bool {
        guard let typed = Typed.plain(normal.replacing("+", with: ""), atMost: 128),
            let own = Typed.plain(phone.replacing("+", with: ""))
        else { return false }
        let local = own.count == 13 && own.starts(with: "86".utf8) ? Array(own.dropFirst(2)) : own
        return typed == local || typed == Array("86".utf8) + local || typed == Array("0086".utf8) + local
    }

    /// The commonest that are long enough to pass the other rules, lower case.
    private static let common: Set<String> = [
        "1234567890", "0123456789", "0987654321", "9876543210", "123123123", "12341234", "123321123",
        "147258369", "123456123", "12344321", "11223344", "1122334455", "112233445566", "123454321",
        "123456654321", "147852369", "159357456", "10203040", "12121212", "13131313", "131452000",
        "13145200", "1314520520", "5201314520", "52013140", "52013141", "520131400", "88886666", "66668888",
        "88889999", "16888888", "18888888", "19491001", "20080808", "19900101", "19800101", "password",
        "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou",
        "iloveyou1", "welcome1", "welcome123", "admin123", "admin1234", "admin888", "administrator",
        "root1234", "test1234", "guest123", "qwertyui", "qwertyuiop", "qwerty123", "qwer1234", "asdfghjkl",
        "asdfghjk", "asdf1234", "zxcvbnm1", "zxcvbnm123", "1q2w3e4r", "1q2w3e4r5t", "1qaz2wsx", "qazwsxedc",
        "q1w2e3r4", "1qazxsw2", "abc12345", "abcd1234", "abc123456", "abcd123456", "a1234567", "a12345678",
        "a123456789", "aa123456", "aa123456789", "aaa123456", "aa12345678", "123456aa", "123456abc",
        "1234abcd", "12345678a", "123456789a", "1234567a", "qq123456", "qq123456789", "wang1234",
        "zhang123", "woaini1314", "woaini520", "woaini123", "woaini521", "woaini5201314", "woaiwojia",
        "nihao123", "linli123", "linli1234", "linli123456", "shequ123", "shequ123456", "sunshine",
        "football", "princess", "superman", "baseball", "trustno1", "michael1", "computer", "internet",
        "whatever", "dragon123",
    ]
}
