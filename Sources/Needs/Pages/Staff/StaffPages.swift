import Values
import Web

/// The pages of those who work at the station: the day, the ledger, one need, the queues, lists and imports.
enum StaffPages {
    static let routes: [Route] =
        pages + LedgerVerbs.all + EnterVerbs.all + NeedVerbs.all + QueueRoutes.all
        + SettingsRoutes.all + ImportRoutes.all + [CityPage.export(.csv), CityPage.export(.xlsx)]

    private static let pages: [Route] = [
        .page("/day", NeedsRights.list, Text("一天的事", "The day's work"), DayPage()),
        .page("/needs", NeedsRights.list, Text("需求台账", "The needs ledger"), LedgerPage(), query: filters),
        .page("/needs/{number}", NeedsRights.see, Text("一件需求", "One need"), StaffNeedPage()),
        .page(
            "/city", NeedsRights.figures, Text("各处的数", "Figures by place"), CityPage(),
            query: [
                Input("at", Text("哪里，写路径", "Where, by its path"), .line(200)),
                Input(
                    "by", Text("按什么比", "By which kind"),
                    .choice(["district", "street", "community", "area", "grid"])),
            ]),
    ]

    private static let filters: [Input] = [
        .choice("view", Text("看哪些", "Which"), of: NeedFilter.View.self),
        Input("q", Text("找", "Find"), .line(100)),
        Input("class", Text("类别或领域", "Class or area"), .choice([])),
        Input("group", Text("人群", "Group"), .choice([])),
        Input("place", Text("地方的代号", "Code of a place"), .line(40)),
        .choice("step", Text("到哪一步", "Step"), of: NeedStep.self),
        Input("urgency", Text("急不急", "Urgency"), .choice([])),
        Input("source", Text("从哪里来", "Source"), .choice([])),
        .choice("kind", Text("大小", "Kind"), of: NeedKind.self),
        Input("owner", Text("谁负责", "Owner"), .identifier),
        .choice("sort", Text("次序", "Order"), of: NeedFilter.Sort.self),
        Input("after", Text("从哪个编号往后", "After which number"), .number(1...Int64.max)),
    ]

    static let sections: [Section] = [
        Section(StaffPhrase.sectionDay.text, "/day", .staff, NeedsRights.list, order: 10),
        Section(StaffPhrase.sectionNeeds.text, "/needs", .staff, NeedsRights.list, order: 20),
        Section(StaffPhrase.sectionImport.text, "/import", .staff, ImportRights.use, order: 60),
        Section(StaffPhrase.sectionCity.text, "/city", .staff, NeedsRights.figures, order: 70),
        Section(StaffPhrase.sectionTerms.text, "/settings/terms", .staff, NeedsRights.editTerms, order: 80),
        Section(StaffPhrase.sectionOwners.text, "/settings/owners", .staff, NeedsRights.setOwners, order: 81),
    ]

    static let rights = ImportRights.table
    static let jobs = ImportRoutes.jobs
}
