import Values

/// The short lists of the resource directory, as a new community finds them. Defaults, to be edited.
public enum DefaultResourceTerms {
    /// What a resource is.
    public static let kinds: [DefaultTerm] = DefaultTerm.list([
        ("venue", "场地", "Venue"),
        ("facility", "设施", "Facility"),
        ("money", "资金", "Money"),
        ("goods", "物资", "Goods"),
        ("skill", "技能", "Skill"),
        ("time", "时间", "Time"),
        ("service", "专业服务", "Professional service"),
    ])

    /// How far up the tree it belongs.
    public static let layers: [DefaultTerm] = DefaultTerm.list([
        ("community", "社区", "Community"),
        ("street", "街道", "Street"),
        ("district", "区", "District"),
        ("city", "市", "City"),
    ])

    /// Who may own one.
    public static let ownerKinds: [DefaultTerm] = DefaultTerm.list([
        ("department", "政府部门", "Public department"),
        ("institution", "学校医院等单位", "School, hospital or other institution"),
        ("company", "企业", "Company"),
        ("shop", "商户", "Shop"),
        ("foundation", "基金会", "Foundation"),
        ("property", "物业", "Property manager"),
        ("agency", "社工机构", "Social work agency"),
        ("organisation", "社区社会组织", "Community organisation"),
        ("committee", "居委会", "Residents' committee"),
        ("resident", "居民", "Resident"),
    ])

    /// How well tried the tie with its owner is, from first hearing of it to an ending.
    public static let stages: [DefaultTerm] = DefaultTerm.list([
        ("heard-of", "有线索", "Heard of"),
        ("in-touch", "联系上了", "In touch"),
        ("on-trial", "试一次", "On trial"),
        ("agreed", "说定了", "Agreed"),
        ("steady", "常来往", "Steady"),
        ("ending", "快到期", "Ending"),
    ])
}
