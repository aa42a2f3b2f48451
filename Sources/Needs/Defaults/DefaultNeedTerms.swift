import Values

/// The short lists of the needs ledger, as a new community finds them. Defaults, to be edited.
public enum DefaultNeedTerms {
    /// Whom a need or a service is for. A person may belong to several.
    public static let groups: [DefaultTerm] = DefaultTerm.list([
        ("elders", "老年人", "Elders"),
        ("empty-nest", "空巢老人", "Elders in empty nests"),
        ("living-alone", "独居老人", "Elders living alone"),
        ("without-kin", "孤寡老人", "Elders without kin"),
        ("care-dependent", "失能失智老人", "Elders in need of care"),
        ("disabled", "残障人士", "People with a disability"),
        ("children", "儿童青少年", "Children and youth"),
        ("women", "妇女", "Women"),
        ("hardship", "困难群众", "Households in hardship"),
        ("veterans", "退役军人", "Veterans"),
        ("migrants", "流动人口", "Migrants"),
        ("mental-illness", "精神障碍者", "People with mental illness"),
        ("correction", "社区矫正对象", "People under community correction"),
        ("recovery", "戒毒康复人员", "People in recovery"),
        ("riders", "新就业群体", "Couriers, riders and the like"),
        ("long-illness", "慢病患者", "People with a long illness"),
        ("residents", "普通居民", "Residents"),
    ])

    /// Where a need was heard.
    public static let sources: [DefaultTerm] = DefaultTerm.list([
        ("phone", "手机", "Own phone"),
        ("desk", "服务台", "Service desk"),
        ("call", "电话", "Telephone call"),
        ("visit", "走访", "Home visit"),
        ("talk", "恳谈会", "Heart-to-heart talk"),
        ("survey", "问卷", "Survey"),
        ("chat-group", "微信群", "WeChat group"),
        ("note", "纸条", "Paper note"),
        ("grid", "网格员", "Grid leader"),
        ("patrol", "巡逻", "Patrol"),
        ("council", "议事会", "Council"),
        ("fair", "公益集市", "Charity fair"),
        ("referral", "转来", "Referred by another body"),
        ("hotline", "12345转办", "City hotline"),
        ("keyed-in", "代录", "Entered by staff"),
    ])

    /// How a need ended.
    public static let outcomes: [DefaultTerm] = DefaultTerm.list([
        ("done", "办成", "Done"),
        ("partly", "部分办成", "Partly done"),
        ("explained", "说明白了", "Explained"),
        ("no-resource", "没办成：没有资源", "Not done: nothing could answer it"),
        ("no-agreement", "没办成：没谈拢", "Not done: no agreement"),
        ("passed-on", "转给别处", "Passed on"),
        ("unfounded", "不属实", "Not so"),
        ("withdrawn", "撤回", "Withdrawn"),
        ("merged", "并入另一件", "Merged into another"),
    ])

    /// Why a need goes back to whoever handed it on.
    public static let returnReasons: [DefaultTerm] = DefaultTerm.list([
        ("unclear", "说得不够清楚", "Not clear enough"),
        ("place-missing", "不知道在哪里", "The place is missing"),
        ("not-ours", "不归这里管", "Not for this office"),
        ("other-community", "是别的社区的事", "Belongs to another community"),
        ("consent-missing", "要先问过本人", "The person must be asked first"),
        ("vote-needed", "要先一起议", "To be talked over together first"),
        ("papers-missing", "材料不齐", "Papers are missing"),
    ])

    /// Why the owner of a resource says no.
    public static let declineReasons: [DefaultTerm] = DefaultTerm.list([
        ("full", "排满了", "Fully booked"),
        ("short-handed", "人手不够", "Short of hands"),
        ("out-of-stock", "没货了", "Out of stock"),
        ("beyond-skill", "做不了这样的事", "Beyond what we can do"),
        ("conditions-unmet", "条件不合", "Conditions are not met"),
        ("too-far", "太远", "Too far"),
        ("agreement-ended", "协议到期了", "The agreement has ended"),
        ("other", "别的原因", "Another reason"),
    ])

    /// The five steps of a need, in order.
    public static let steps: [DefaultTerm] = DefaultTerm.list([
        ("found", "发现", "Found"),
        ("identified", "识别", "Identified"),
        ("linked", "对接", "Linked"),
        ("used", "使用", "Used"),
        ("fed-back", "反馈", "Fed back"),
    ])
}
