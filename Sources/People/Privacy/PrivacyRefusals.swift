public import Actions
public import Values

/// Every expected no to do with one's own data.
public enum PrivacyRefusal: Refusal, CaseIterable {
    case noSuchPurpose, guardianMissing, consentedAlready, notConsented, consentMissing, codeUnfit
    case notLinked, linkedAlready, noSuchRequest, requestWaits, requestDecided, personMissing, erased
    case wordsMissing, noSuchPeriod, passphraseShort, exportTooLarge

    public var name: String {
        let dashed = "\(self)".unicodeScalars.reduce(into: "") { dashed, scalar in
            if ("A"..."Z").contains(scalar) { dashed += "-" }
            dashed += String(scalar).lowercased()
        }
        return "privacy.\(dashed)"
    }

    public var status: Int {
        switch self {
        case .noSuchPurpose, .noSuchRequest, .notLinked, .erased, .noSuchPeriod: 404
        case .consentedAlready, .notConsented, .linkedAlready, .requestWaits, .requestDecided: 409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .guardianMissing: "guardian"
        case .codeUnfit: "code"
        case .consentMissing: "kind"
        case .personMissing: "person"
        case .wordsMissing: "value"
        case .passphraseShort: "passphrase"
        default: nil
        }
    }

    public var text: Text {
        switch self {
        case .noSuchPurpose: Text("没有这一项用途。", "There is no such purpose.")
        case .guardianMissing:
            Text(
                "不满14岁，要监护人同意：请写监护人的名字和关系。",
                "Under fourteen a guardian agrees: write their name and what they are to the child.")
        case .consentedAlready: Text("已经同意过这一项。", "This was agreed to already.")
        case .notConsented: Text("这一项没有同意过，或者已经收回。", "This was not agreed to, or was taken back.")
        case .consentMissing:
            Text("记信仰要先有本人同意，请先记下同意。", "A faith is noted only with consent; note the consent first.")
        case .codeUnfit: Text("代号用小写字母，2到30个。", "The code is 2 to 30 small letters or hyphens.")
        case .notLinked: Text("这个账户还没有和登记对上。", "This account is not known to be anybody's yet.")
        case .linkedAlready: Text("这个账户已经对上了。", "This account is somebody's already.")
        case .noSuchRequest: Text("没有这个请求。", "There is no such request.")
        case .requestWaits: Text("同样的请求已经在等答复，请再等等。", "The same request waits for an answer already.")
        case .requestDecided: Text("这个请求已经答复过了。", "This request was answered already.")
        case .personMissing: Text("请选出是登记里的哪一位。", "Please choose whose account it is.")
        case .erased: Text("这位居民的信息已经按要求删除。", "This person's data were erased as asked.")
        case .wordsMissing: Text("请写出哪里不对、应该是什么。", "Please write what is wrong and what would be right.")
        case .noSuchPeriod: Text("没有这一项期限。", "There is no such period.")
        case .exportTooLarge: Text("人太多，一个文件放不下，请按片区或网格导出。", "Too many for one file; export by area or grid.")
        case .passphraseShort: Text("口令至少12个字。", "The passphrase has at least 12 characters.")
        }
    }
}
