public import Actions
import Values

/// Who may do what with the duties towards those whose data are kept.
public enum PrivacyRights {
    public static let own = Right("privacy.own", Text("看登记里自己的事", "See what is kept of oneself"))
    public static let consent = Right("privacy.consent", Text("记下同意、收回同意", "Note and withdraw consent"))
    public static let link = Right("privacy.link", Text("确认账户是哪位居民的", "Say whose account it is"))
    public static let decide = Right(
        "privacy.decide", Text("答复居民对自己信息的请求", "Answer requests about one's own data"))
    public static let erase = Right("privacy.erase", Text("按要求删除一个人的信息", "Erase a person's data"))
    public static let rules = Right(
        "privacy.rules", Text("改同意的说法和保存期限", "Word purposes, set periods"))
    public static let seeRules = Right(
        "privacy.see-rules", Text("看保存期限和清掉了什么", "See periods and what was removed"))
    public static let export = Right(
        "privacy.export", Text("导出居民登记，遮着、锁着", "Export the register, masked and locked"))
    public static let exportOpen = Right(
        "privacy.export-open", Text("导出时带全名、电话、证件号", "Export with full names, telephones, numbers"))

    /// Whoever has an account, for their own.
    private static let everybody: [Role: Reach] = Dictionary(
        uniqueKeysWithValues: Role.allCases.map { ($0, .own) })

    public static let table: [RightRow] = [
        RightRow(own, everybody),
        RightRow(
            consent, everybody.and(.place, .socialWorker, .communityWorker, .stationHead, .sectionHead),
            confidential: true),
        RightRow(link, .roles(.socialWorker, .communityWorker, .stationHead), confidential: true),
        RightRow(decide, .roles(.socialWorker, .communityWorker, .stationHead), confidential: true),
        RightRow(erase, .roles(.stationHead), confidential: true),
        RightRow(rules, .roles(.stationHead)),
        RightRow(seeRules, .roles(.stationHead, .supervisor, .auditor, .communityWorker, .socialWorker)),
        RightRow(export, .roles(.communityWorker, .socialWorker, .stationHead), confidential: true),
        RightRow(exportOpen, .roles(.stationHead), confidential: true),
    ]
}
