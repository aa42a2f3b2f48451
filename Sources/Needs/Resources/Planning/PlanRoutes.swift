import Actions
import Values
import Web

/// Where links for many needs are planned and accepted.
enum PlanRoutes {
    static let all: [Route] = [
        .page(
            "/needs/plan", ResourceRights.propose, PlanPhrase.title.text, PlanPage(), query: PlanPage.query),
        .verb(
            .post, "/needs/plan", ResourceRights.propose, PlanPhrase.send.text,
            fields: [
                Input("take", PlanPhrase.take.text, .choices([]), required: true),
                Input("n", Text("哪几件", "Which needs"), .choices([])),
            ], answers: AcceptedPlan.self, shows: PlanPage()
        ) { visit, fields in
            let marks = fields.all("take")
            let chosen = marks.prefix(PlanPage.most * 4).compactMap { PlannedLink.Choice(mark: $0) }
            guard chosen.count == marks.count else { throw GroundRefusal.notFound }
            let reasons = try await visit.house.database.read { reading in
                try Planning(visit, reading).reasons(of: chosen)
            }
            let links = zip(chosen, reasons).map { choice, reasons in
                PlannedLink.Choice(
                    need: choice.need, resource: choice.resource, of: choice.community,
                    quantity: choice.quantity, reasons: reasons)
            }
            let answer = try await visit.perform(AcceptPlan(links), fields: fields)
            let needs = fields.all("n").prefix(PlanPage.most)
            return .done(answer, see: needs.reduce(Link("/needs/plan")) { $0.adding(query: "n", $1) })
        },
    ]
}
