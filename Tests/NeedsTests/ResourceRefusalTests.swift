import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Every no about resources, links and circles that no other test provokes, each by what brings it about.
@Suite struct ResourceRefusalTests {
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        let act: @Sendable (ResourceTrial, Resource, Need) async throws -> Void

        init(
            _ refusal: ResourceRefusal,
            _ act: @escaping @Sendable (ResourceTrial, Resource, Need) async throws -> Void
        ) {
            name = refusal.name
            self.act = act
        }

        var testDescription: String { name }
    }

    static let scenes: [Scene] = [
        Scene(.paused(name: "")) { trial, resource, need in
            try await trial.perform(PauseResource(resource: resource.id, isActive: false))
            try await trial.perform(ask(need, resource))
        },
        Scene(.alreadyActive) { trial, resource, _ in
            try await trial.perform(PauseResource(resource: resource.id, isActive: true))
        },
        Scene(.alreadyLinked(name: "")) { trial, resource, need in
            for _ in 0..<2 { try await trial.perform(ask(need, resource)) }
        },
        Scene(.linkClosed) { trial, resource, need in
            let link = try await trial.perform(ask(need, resource))
            let no = AnswerLink(reservation: link, answer: .decline(reason: "出去了"))
            for _ in 0..<2 { try await trial.perform(no, by: trial.here.owner) }
        },
        Scene(.noOtherDay) { trial, resource, need in
            let link = try await trial.perform(ask(need, resource))
            try await trial.perform(AcceptOtherDay(link: link))
        },
        Scene(.dayPast) { trial, resource, need in
            try await trial.perform(ask(need, resource, on: trial.today.adding(days: -1)))
        },
        Scene(.nothingUsed) { trial, _, need in try await trial.perform(AskFeedback(need: need.id)) },
        Scene(.overflow) { trial, resource, need in
            try await trial.perform(ask(need, resource, quantity: 1_000_000_001))
        },
        Scene(.circleEnded) { trial, _, _ in
            let circle = try await trial.perform(
                StartCircle(place: trial.here.id, title: "荷塘圈", purpose: "为老人", lead: "许念慈"),
                by: trial.here.supervisor)
            for _ in 0..<2 {
                try await trial.perform(EndCircle(circle: circle.id), by: trial.here.supervisor)
            }
        },
    ]

    private static func ask(
        _ need: Need, _ resource: Resource, quantity: Int64 = 1, on day: Day? = nil
    ) -> ProposeLink {
        ProposeLink(
            need: need.id, resource: resource.id, of: resource.community, quantity: quantity, wantedDay: day)
    }

    @Test(arguments: scenes) func anActionIsRefused(_ scene: Scene) async throws {
        try await ResourceTrial.run { trial in
            let resource = try await trial.add(), need = try await trial.need()
            await expectRefusal(scene.name) { try await scene.act(trial, resource, need) }
            #expect(try await trial.breaks() == [])
        }
    }

    /// What stands in the way of a plan's links: all of them are proposed, or none is.
    @Test func aPlanIsAcceptedWholeOrNotAtAll() async throws {
        try await ResourceTrial.run { trial in
            let scarce = try await trial.add(capacity: 1)
            let needs = [try await trial.need(), try await trial.need(grid: 1)]
            let links = needs.map {
                PlannedLink.Choice(need: $0.id, resource: scarce.id, of: trial.here.id, quantity: 1)
            }
            await expectRefusal(PlanRefusal.nothingChosen.name) { try await trial.perform(AcceptPlan([])) }
            await expectRefusal(PlanRefusal.tooMany.name) {
                let many = Array(repeating: links[0], count: AcceptPlan.most + 1)
                try await trial.perform(AcceptPlan(many))
            }
            do {
                try await trial.perform(AcceptPlan(links))
                Issue.record("nothing was refused")
            } catch let refusal as PlanRefusal {
                guard case .one(let number, let why) = refusal else {
                    Issue.record("\(refusal)")
                    return
                }
                #expect(number == needs[1].serial && why.name == "links.not-enough")
                #expect(refusal.text.chinese.contains(number) && refusal.status == 409)
            }
            #expect(try await trial.count(scarce).taken == 0)
            #expect(try await trial.need(needs[0].id).state == .accepted)
            #expect(try await trial.breaks() == [])
        }
    }
}
