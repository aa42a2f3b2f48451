import Actions
import Foundation
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Many needs matched with many resources, each link accepted by a person.
@Suite struct PlanTests {
    private struct Plan: Decodable {
        let needs: [Planned]
        let linked: Int
    }

    private struct Planned: Decodable {
        let number: String
        let links: [Link]
        let lack: String?
    }

    private struct Link: Decodable {
        let quantity: Int64
        let choice: PlannedLink.Choice
    }

    private func plan(_ worker: ResourceBrowser, _ needs: [Need] = []) async throws -> Plan {
        let query = needs.map { "n=\($0.id)" }.joined(separator: "&")
        let answer = await worker.open("/needs/plan" + (query.isEmpty ? "" : "?" + query), json: true)
        return try JSONDecoder().decode(Plan.self, from: Data(answer.text.utf8))
    }

    @Test(arguments: Engine.all) func aScarcePlaceGoesToTheUrgentAndTheRestSayWhy(
        _ engine: Engine
    ) async throws {
        try await ResourceTrial.run(engine) { trial in
            let worker = try ResourceBrowser(trial, "worker")
            let resource = try await trial.add(capacity: 1)
            let first = try await trial.need(), urgent = try await trial.need(grid: 1)
            var edit = EditNeed(urgent.id)
            edit.urgency = "urgent"
            try await trial.perform(edit)
            let page = await worker.open("/needs/plan?n=\(first.id)&n=\(urgent.id)")
            #expect(page.status == 200 && page.text.contains("2件里配上了1件"))
            #expect(page.text.contains("能管的都先顾了更急的") && page.values(of: "take").count == 1)
            let plan = try await plan(worker, [first, urgent])
            #expect(plan.linked == 1 && plan.needs.map(\.lack) == ["taken", nil])
            let link = try #require(plan.needs[1].links.first)
            #expect(
                link.quantity == 1 && link.choice.resource == resource.id && link.choice.need == urgent.id)
        }
    }

    @Test(arguments: Engine.all) func whatIsTickedIsProposedAndNothingElse(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let worker = try ResourceBrowser(trial, "worker")
            let resource = try await trial.add(capacity: 5)
            let needs = [try await trial.need(), try await trial.need(grid: 1)]
            let marks = try await plan(worker, needs).needs.map { try #require($0.links.first).choice.mark }
            let sent = try await worker.send(
                "/needs/plan", [("take", marks[1]), ("n", needs[0].id.description)])
            #expect(sent.status == 303 && sent.location.hasSuffix("/needs/plan?n=\(needs[0].id)"))
            #expect(try await trial.count(resource).asked == 1)
            #expect(try await trial.need(needs[1].id).state == .identified)
            #expect(try await trial.need(needs[0].id).state == .accepted)
            // Its link says why; without needs named, the page plans what has no resource yet.
            let links = await worker.open("/needs/\(needs[1].serial)/links", json: true)
            #expect(links.text.contains("正好管这一类"))
            #expect(try await plan(worker).needs.map(\.number) == [needs[0].serial])
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test(arguments: Engine.all) func oneThatFailsSendsNone(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let worker = try ResourceBrowser(trial, "worker")
            let resource = try await trial.add(capacity: 2)
            let needs = [try await trial.need(), try await trial.need(grid: 1), try await trial.need()]
            let marks = try await plan(worker, Array(needs.prefix(2))).needs.map {
                try #require($0.links.first).choice.mark
            }
            try await trial.perform(
                ProposeLink(need: needs[2].id, resource: resource.id, of: trial.here.id, quantity: 1))
            let sent = try await worker.send("/needs/plan", marks.map { ("take", $0) })
            #expect(sent.status == 409 && sent.text.contains("这一批都没送出"))
            #expect(try await trial.count(resource).asked == 1)
        }
    }

    @Test func whatCannotBePlannedSaysSo() async throws {
        try await ResourceTrial.run { trial in
            let worker = try ResourceBrowser(trial, "worker")
            #expect(await worker.open("/needs/plan").text.contains("眼下没有等着找资源的需求"))
            let need = try await trial.need()
            #expect(try await plan(worker, [need]).needs.map(\.lack) == ["nobody"])
            for (take, status) in [("", 404), ("x y z 1", 404), ("\(need.id) \(need.id) \(need.id) 0", 404)] {
                #expect(try await worker.send("/needs/plan", [("take", take)]).status == status)
            }
            #expect(try await worker.send("/needs/plan").status == 422)
            let mark = "\(need.id) \(need.id) \(trial.here.id) 1"
            let many = try await worker.send(
                "/needs/plan", (0...AcceptPlan.most).map { _ in ("take", mark) })
            #expect(many.status == 422 && many.text.contains("一次最多请15家"))
            for (who, status) in [("owner", 403), ("", 303)] {
                let browser = try ResourceBrowser(trial, who)
                #expect(await browser.open("/needs/plan").status == status, "\(who)")
            }
        }
    }
}
