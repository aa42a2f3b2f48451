import Actions
import Storage
import Values
public import Web

/// The addresses of resources, links, circles and agreements.
public enum ResourcePages {
    public static let routes: [Route] =
        directory + oneResource + shares + links + PlanRoutes.all + circles + agreements

    public static let sections: [Section] = [
        Section(ResourcePhrase.directory.text, "/resources", .staff, ResourceRights.browse, order: 30),
        Section(PledgePhrase.circles.text, "/circles", .staff, ResourceRights.seeCircles, order: 34),
        Section(PledgePhrase.agreements.text, "/agreements", .staff, ResourceRights.seeAgreements, order: 36),
        Section(DeskPhrase.desk.text, "/my/resources", .everyone, ResourceRights.desk, order: 60),
    ]

    private static let query: [Input] = [
        Input("q", ResourcePhrase.words.text, .line(60)),
        Input("kind", ResourcePhrase.kind.text, .choice([])),
        Input("class", ResourcePhrase.classKey.text, .choice([])),
        Input("owner_kind", ResourcePhrase.ownerKind.text, .choice([])),
        Input("layer", ResourcePhrase.layer.text, .choice([])),
        Input("stage", ResourcePhrase.stage.text, .choice([])),
        Input("at", ResourcePhrase.reaching.text, .identifier),
        Input("paused", ResourcePhrase.paused.text, .flag),
    ]

    private static let directory: [Route] = [
        .page(
            "/resources", ResourceRights.browse, ResourcePhrase.directory.text, DirectoryPage(),
            query: query),
        .download(
            "/resources.csv", ResourceRights.export, ResourceRights.export.title, query: query
        ) { try ResourceExport.reply($0, $1, asCSV: true) },
        .download(
            "/resources.xlsx", ResourceRights.export, ResourceRights.export.title, query: query
        ) { try ResourceExport.reply($0, $1, asCSV: false) },
        .page("/resources/stale", ResourceRights.verify, ResourcePhrase.stale.text, StalePage()),
        .verb(
            .post, "/resources/stale", ResourceRights.share, PledgePhrase.staleDays.text,
            fields: [Input("days", PledgePhrase.staleDays.text, .number(7...3650), required: true)],
            shows: StalePage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let days = reader.number("days", 7...3650) ?? 180
            try reader.finish()
            _ = try await visit.perform(SetStaleDays(days: Int(days)), fields: fields)
            return .done(see: "/resources/stale")
        },
        .page("/resources/new", ResourceRights.keep, ResourcePhrase.add.text, ResourceFormPage(isNew: true)),
        .verb(
            .post, "/resources/new", ResourceRights.keep, ResourcePhrase.add.text,
            fields: ResourceForm.inputs,
            answers: Numbered.self, shows: ResourceFormPage(isNew: true), ResourceVerbs.add),
        .page("/my/resources", ResourceRights.desk, DeskPhrase.desk.text, DeskPage()),
    ]

    private static let oneResource: [Route] = [
        .page("/resources/{number}", ResourceRights.browse, ResourcePhrase.directory.text, ResourcePage()),
        .page(
            "/resources/{number}/edit", ResourceRights.keep, OneResourcePhrase.edit.text,
            ResourceFormPage(isNew: false)),
        .verb(
            .post, "/resources/{number}/edit", ResourceRights.keep, OneResourcePhrase.edit.text,
            fields: ResourceForm.inputs, shows: ResourceFormPage(isNew: false), ResourceVerbs.edit),
        .verb(
            .post, "/resources/{number}/pause", ResourceRights.keep, OneResourcePhrase.pause.text,
            shows: ResourcePage(), ResourceVerbs.pause),
        .verb(
            .post, "/resources/{number}/checks", ResourceRights.verify, ResourceRights.verify.title,
            fields: [
                .choice("how", OneResourcePhrase.how.text, of: VerificationWay.self, required: true),
                Input("note", OneResourcePhrase.verifyNote.text, .line(200)),
            ], shows: ResourcePage(), ResourceVerbs.verify),
    ]

    private static let shares: [Route] = [
        .verb(
            .post, "/resources/{number}/shares", ResourceRights.share, ResourceRights.share.title,
            fields: [Input("to", OneResourcePhrase.shareTo.text, .line(200), required: true)],
            answers: Identifier.self, shows: ResourcePage(), ResourceVerbs.share),
        .verb(
            .post, "/resources/{number}/shares/{share}/end", ResourceRights.share,
            OneResourcePhrase.endShare.text,
            shows: ResourcePage(), ResourceVerbs.endShare),
    ]

    private static let links: [Route] = [
        .page("/needs/{number}/links", ResourceRights.propose, LinkPhrase.whoCanHelp.text, LinkingPage()),
        .verb(
            .post, "/needs/{number}/links", ResourceRights.propose, LinkPhrase.askThem.text,
            fields: LinkVerbs.proposal, answers: Identifier.self, shows: LinkingPage(), LinkVerbs.propose),
        .verb(
            .post, "/needs/{number}/links/feedback", ResourceRights.use, LinkPhrase.askFeedback.text,
            shows: LinkingPage(), LinkVerbs.askFeedback),
        .verb(
            .post, "/links/{id}/answer", ResourceRights.answer, DeskPhrase.send.text,
            fields: LinkVerbs.answer,
            shows: DeskPage(), LinkVerbs.answerLink),
        .verb(
            .post, "/links/{id}/uses", ResourceRights.use, LinkPhrase.use.text, fields: LinkVerbs.use,
            answers: Identifier.self, shows: LinkingPage(), LinkVerbs.recordUse),
        .verb(
            .post, "/links/{id}/day", ResourceRights.propose, LinkPhrase.takeOtherDay.text,
            shows: LinkingPage(),
            LinkVerbs.takeDay),
        .verb(
            .post, "/links/{id}/who", ResourceRights.propose, LinkPhrase.tellOwner.text, shows: LinkingPage(),
            LinkVerbs.tellOwner),
        .verb(
            .post, "/links/{id}/end", ResourceRights.propose, LinkPhrase.end.text,
            fields: [Input("reason", LinkPhrase.endWhy.text, .line(200), required: true)],
            shows: LinkingPage(),
            LinkVerbs.end),
    ]

    private static let circles: [Route] = [
        .page("/circles", ResourceRights.seeCircles, PledgePhrase.circles.text, CirclesPage()),
        .verb(
            .post, "/circles", ResourceRights.keepCircles, PledgePhrase.startCircle.text,
            fields: [
                Input("name", PledgePhrase.circleName.text, .line(40), required: true),
                Input("purpose", PledgePhrase.purpose.text, .line(200), required: true),
                Input("lead", PledgePhrase.lead.text, .line(40), required: true),
                Input("place", PledgePhrase.place.text, .identifier, required: true),
            ], answers: Numbered.self, shows: CirclesPage(), PledgeVerbs.startCircle),
        .page("/circles/{number}", ResourceRights.seeCircles, PledgePhrase.circle.text, CirclePage()),
        .verb(
            .post, "/circles/{number}/members", ResourceRights.keepCircles, PledgePhrase.addMember.text,
            fields: [
                Input("member", PledgePhrase.member.text, .line(60), required: true),
                Input("side", PledgePhrase.whereFrom.text, .choice(["inside", "outside"]), required: true),
            ] + PledgeView.inputs, answers: Identifier.self, shows: CirclePage(), PledgeVerbs.addMember),
        .verb(
            .post, "/circles/{number}/members/{member}/end", ResourceRights.keepCircles,
            PledgePhrase.leave.text,
            shows: CirclePage(), PledgeVerbs.endMember),
        .verb(
            .post, "/circles/{number}/end", ResourceRights.keepCircles, PledgePhrase.end.text,
            shows: CirclePage(),
            PledgeVerbs.endCircle),
    ]

    private static let agreements: [Route] = [
        .page("/agreements", ResourceRights.seeAgreements, PledgePhrase.agreements.text, AgreementsPage()),
        .verb(
            .post, "/agreements", ResourceRights.keepAgreements, PledgePhrase.signTitle.text,
            fields: PledgeVerbs.agreement + PledgeView.inputs, answers: Numbered.self,
            shows: AgreementsPage(),
            PledgeVerbs.sign),
        .page(
            "/agreements/{number}", ResourceRights.seeAgreements, PledgePhrase.agreements.text,
            AgreementPage()),
        .page(
            "/agreements/{number}/print", ResourceRights.seeAgreements, PledgePhrase.print.text,
            AgreementPage(isSheet: true)),
        .verb(
            .post, "/agreements/{number}/pledges", ResourceRights.keepAgreements, PledgePhrase.addPledge.text,
            fields: PledgeView.inputs, answers: Identifier.self, shows: AgreementPage(), PledgeVerbs.addPledge
        ),
        .verb(
            .post, "/agreements/{number}/end", ResourceRights.keepAgreements, PledgePhrase.end.text,
            fields: [Input("reason", PledgePhrase.endWhy.text, .line(200), required: true)],
            shows: AgreementPage(),
            PledgeVerbs.endAgreement),
        .verb(
            .post, "/pledges/{id}/deliveries", ResourceRights.deliver, PledgePhrase.deliver.text,
            fields: PledgeVerbs.delivery, answers: Identifier.self, shows: PledgePage(), PledgeVerbs.deliver),
        .verb(
            .post, "/deliveries/{id}/reverse", ResourceRights.deliver, PledgePhrase.reverse.text,
            fields: [Input("reason", PledgePhrase.reverseWhy.text, .line(200), required: true)],
            answers: Identifier.self, shows: PledgePage(), PledgeVerbs.reverse),
    ]
}
