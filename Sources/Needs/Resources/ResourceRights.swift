public import Actions
import Values

/// Who may do what with resources, links, circles and agreements: one table.
public enum ResourceRights {
    public static let browse = Right("resources.browse", Text("看公开的资源", "See public resources"))
    public static let see = Right("resources.see", Text("看全部资源", "See every resource"))
    public static let keep = Right("resources.keep", Text("登记和修改资源", "Keep resources"))
    public static let verify = Right("resources.verify", Text("核实资源", "Verify resources"))
    public static let share = Right("resources.share", Text("把资源分给别处用", "Share resources"))
    public static let contact = Right("resources.contact", Text("看资源的联系方式", "See a resource's contact"))
    public static let export = Right("resources.export", Text("导出资源目录", "Export resources"))
    public static let desk = Right("resources.desk", Text("看请我帮忙的事", "See what is asked of one's resources"))
    public static let propose = Right("links.propose", Text("给需求对接资源", "Link needs with resources"))
    public static let answer = Right("links.answer", Text("回话：能不能帮", "Answer for a resource"))
    public static let use = Right("links.use", Text("记录用了多少", "Record uses"))
    public static let overbook = Right("links.overbook", Text("超出余量也约上", "Book over capacity"))
    public static let reserve = Right("links.reserve", Text("替别的社区登记", "Register for another community"))
    public static let seeCircles = Right("circles.see", Text("看资源圈", "See circles"))
    public static let keepCircles = Right("circles.keep", Text("管资源圈", "Keep circles"))
    public static let seeAgreements = Right("agreements.see", Text("看公益签约", "See agreements"))
    public static let keepAgreements = Right("agreements.keep", Text("管公益签约", "Keep agreements"))
    public static let deliver = Right("agreements.deliver", Text("记录到位多少", "Record deliveries"))

    public static let table: [RightRow] = [
        RightRow(browse, anyone: .place),
        RightRow(
            see,
            nearby.and(.above, .sectionHead, .gridLeader, .stairwellHead)
                .and(.place, .district, .city, .auditor, .chair, .secretary, .treasurer)),
        RightRow(keep, handlers.and(.own, .organisationLeader, .companyContact)),
        RightRow(verify, handlers),
        RightRow(share, .roles(.supervisor, .stationHead).and(.own, .organisationLeader, .companyContact)),
        RightRow(contact, nearby),
        RightRow(export, handlers.and(.place, .auditor)),
        RightRow(desk, owners.merging(nearby) { $1 }),
        RightRow(propose, handlers),
        RightRow(answer, owners.merging(nearby) { $1 }),
        RightRow(use, watchers),
        RightRow(overbook, .roles(.supervisor, .stationHead)),
        RightRow(reserve, [:]),
        RightRow(seeCircles, watchers.and(.place, .chair, .secretary, .auditor, .district, .city)),
        RightRow(keepCircles, handlers),
        RightRow(
            seeAgreements,
            handlers.and(.place, .chair, .secretary, .treasurer, .auditor, .district, .city)
                .and(.own, .companyContact)),
        RightRow(keepAgreements, .roles(.supervisor, .stationHead, .communityWorker)),
        RightRow(deliver, handlers.and(.place, .treasurer)),
    ]

    private static let handlers: [Role: Reach] = .roles(
        .communityWorker, .socialWorker, .supervisor, .stationHead)
    /// Who sees to one area hears from, and speaks to, the resources of the whole community.
    private static let nearby: [Role: Reach] = .roles(
        .communityWorker, .socialWorker, .supervisor, .stationHead, reach: .above)
    private static let watchers = handlers.and(.place, .sectionHead, .gridLeader, .stairwellHead)
    private static let owners: [Role: Reach] =
        .roles(.resident, .volunteer, .organisationLeader, .companyContact, reach: .own)
}
