public import Actions
import Values

/// Who may do what with needs, wishes and offers: one table.
public enum NeedsRights {
    public static let report = Right("needs.report", Text("说一件事", "Say a need"))
    public static let seePublic = Right("needs.public", Text("看公开的需求", "See what is public of needs"))
    public static let follow = Right("needs.follow", Text("看自己说的事", "Follow one's own need"))
    public static let figures = Right("needs.figures", Text("看各处的数", "See figures by place"))
    public static let list = Right("needs.list", Text("看需求台账", "See the needs ledger"))
    public static let see = Right("needs.see", Text("看一件需求", "See a need"))
    public static let enter = Right("needs.enter", Text("代人记一件需求", "Enter a need for somebody"))
    public static let note = Right("needs.note", Text("在需求上记一笔", "Note on a need"))
    public static let handle = Right("needs.handle", Text("办一件需求", "Handle a need"))
    public static let release = Right("needs.release", Text("放出给大家看的话", "Release a sentence to the public"))
    public static let assign = Right("needs.assign", Text("定下谁来办", "Set who handles needs"))
    public static let transfer = Right("needs.transfer", Text("请人接手需求", "Pass a need on"))
    public static let withdraw = Right("needs.withdraw", Text("撤回需求", "Withdraw a need"))
    public static let feedback = Right("needs.feedback", Text("说办得好不好", "Say how it went"))
    public static let consent = Right("needs.consent", Text("同意告诉对方是谁", "Agree to be named to who helps"))
    public static let contact = Right("needs.contact", Text("看联系方式", "See a contact"))
    public static let admit = Right("needs.admit", Text("看先放着的需求", "Look through held reports"))
    public static let export = Right("needs.export", Text("导出需求台账", "Export the needs ledger"))
    public static let claim = Right("wishes.claim", Text("认领微心愿", "Claim a wish"))
    public static let unclaim = Right("wishes.unclaim", Text("放下认领", "Give a claim up"))
    public static let offer = Right("offers.report", Text("说说自己会什么", "Offer a talent"))
    public static let seeOffers = Right("offers.see", Text("看民生智库", "See residents' offers"))
    public static let registerOffer = Right("offers.register", Text("登记居民的本事", "Register an offer"))
    public static let saveView = Right("views.save", Text("存下筛选", "Keep a list's filters"))
    public static let editTerms = Right("vocabulary.edit", Text("改类别和期限", "Edit classes and due times"))
    public static let setOwners = Right("owners.set", Text("定下哪类事归谁", "Set who owns which needs"))

    public static let table: [RightRow] = forAnyone + forHandlers + forStation

    private static let forAnyone: [RightRow] = [
        RightRow(report, anyone: .place),
        RightRow(seePublic, anyone: .place),
        RightRow(follow, anyone: .own, handlers, confidential: true),
        RightRow(withdraw, anyone: .own, handlers, confidential: true),
        RightRow(feedback, anyone: .own, handlers, confidential: true),
        RightRow(consent, anyone: .own, handlers, confidential: true),
        RightRow(claim, anyone: .place),
        RightRow(unclaim, anyone: .own, handlers),
        RightRow(offer, anyone: .place),
    ]

    private static let forHandlers: [RightRow] = [
        RightRow(
            see, handlers.and(.place, .sectionHead, .gridLeader, .stairwellHead, .auditor), confidential: true
        ),
        RightRow(list, watchers.and(.place, .district, .city, .auditor)),
        RightRow(figures, watchers.and(.place, .district, .city, .auditor, .chair, .secretary)),
        RightRow(enter, watchers),
        RightRow(note, watchers, confidential: true),
        RightRow(handle, handlers, confidential: true),
        RightRow(release, handlers),
        RightRow(transfer, handlers),
        RightRow(contact, handlers, confidential: true),
        RightRow(admit, handlers, confidential: true),
        RightRow(seeOffers, handlers.and(.place, .auditor)),
        RightRow(registerOffer, handlers),
        RightRow(saveView, watchers.and(.place, .district, .city, .auditor)),
    ]

    private static let forStation: [RightRow] = [
        RightRow(assign, .roles(.supervisor, .stationHead, .communityWorker)),
        RightRow(export, handlers.and(.place, .auditor)),
        RightRow(editTerms, .roles(.stationHead, .administrator)),
        RightRow(setOwners, .roles(.stationHead, .supervisor, .administrator)),
    ]

    private static let handlers: [Role: Reach] = .roles(
        .communityWorker, .socialWorker, .supervisor, .stationHead)
    private static let watchers = handlers.and(.place, .sectionHead, .gridLeader, .stairwellHead)
}
