import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// Nobody grants beyond their own rights, and somebody can always grant.
@Suite struct GrantTests {
    @Test(
        arguments: [
            (Role.administrator, Role.socialWorker, nil), (.administrator, .administrator, nil),
            (.stationHead, .socialWorker, nil), (.stationHead, .gridLeader, nil),
            (.stationHead, .administrator, PeopleRefusal.grantsBeyond),
            (.stationHead, .auditor, nil), (.sectionHead, .stairwellHead, nil),
            (.sectionHead, .stationHead, PeopleRefusal.grantsBeyond),
        ] as [(Role, Role, PeopleRefusal?)])
    func aRoleGivesWhatTheTableSays(_ giver: Role, _ role: Role, _ refusal: PeopleRefusal?) async throws {
        try await Trial.run { trial in
            let head = try await trial.person("给的人", "13900000001", giver)
            let other = try await trial.person("得的人", "13900000002")
            let granting = GrantRole(account: other, role: role, place: trial.community)
            let actor = try await trial.actor(head)
            if let refusal {
                await #expect(throws: refusal) { try await trial.perform(granting, by: actor) }
            } else {
                _ = try await trial.perform(granting, by: actor)
                #expect(try await trial.actor(other).has(role))
            }
        }
    }

    @Test func aSectionHeadGivesOnlyInTheSection() async throws {
        try await Trial.run { trial in
            let head = try await trial.person("片长", "13900000001", .sectionHead, at: "1")
            let other = try await trial.person("楼门长", "13900000002")
            let actor = try await trial.actor(head)
            let inside = try await trial.place("1-2"), outside = try await trial.place("2-1")
            _ = try await trial.perform(
                GrantRole(account: other, role: .stairwellHead, place: inside.id), by: actor)
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(
                    GrantRole(account: other, role: .stairwellHead, place: outside.id), by: actor)
            }
        }
    }

    @Test func nobodyGivesToThemselvesOrWithoutTheRight() async throws {
        try await Trial.run { trial in
            let head = try await trial.person("站长", "13900000001", .stationHead)
            let worker = try await trial.person("社工", "13900000002", .socialWorker)
            let granting = GrantRole(account: head, role: .auditor, place: trial.community)
            let actor = try await trial.actor(head)
            await #expect(throws: PeopleRefusal.grantsSelf) { try await trial.perform(granting, by: actor) }
            let social = try await trial.actor(worker)
            await #expect(throws: GroundRefusal.self) { try await trial.perform(granting, by: social) }
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await Trial.run { trial in
            let first = try await trial.person("管理员", "13900000001", .administrator)
            let community = trial.community
            let role = try #require(
                try await trial.database.read { try GrantStore.roles(of: first, in: community, $0).first })
            await #expect(throws: PeopleRefusal.lastAdministrator) {
                try await trial.perform(DisableAccount(first))
            }
            await #expect(throws: PeopleRefusal.lastAdministrator) {
                try await trial.perform(EndGrant(role.id))
            }
            _ = try await trial.person("另一位", "13900000002", .administrator)
            _ = try await trial.perform(EndGrant(role.id))
            #expect(try await !trial.actor(first).has(.administrator))
        }
    }

    @Test func aStationHeadTouchesNoAdministrator() async throws {
        try await Trial.run { trial in
            let admin = try await trial.person("管理员", "13900000001", .administrator)
            _ = try await trial.person("另一位", "13900000003", .administrator)
            let head = try await trial.actor(try await trial.person("站长", "13900000002", .stationHead))
            await #expect(throws: PeopleRefusal.touchesHigher) {
                try await trial.perform(DisableAccount(admin), by: head)
            }
            await #expect(throws: PeopleRefusal.touchesHigher) {
                try await trial.perform(MakePasswordLink(admin, token: .init()), by: head)
            }
        }
    }

    @Test func aDisabledAccountHasNothingLeft() async throws {
        try await Trial.run { trial in
            let worker = try await trial.person("社工", "13900000001", .socialWorker)
            let browser = Browser(trial)
            #expect(try await browser.signIn("13900000001").status == 200)
            #expect(await browser.get("/me").status == 200)
            _ = try await trial.perform(DisableAccount(worker))
            #expect(await browser.get("/me").status == 303)
            #expect(try await browser.signIn("13900000001").refusal == "people.wrong-proof")
            #expect(try await trial.actor(worker).grants.isEmpty)
            #expect(try await trial.breaks().isEmpty)
        }
    }

    @Test func theAdministratorOpensNothingConfidential() {
        for row in PeopleRights.table where row.isConfidential {
            #expect(row.roles[.administrator] == nil && row.anyone == nil)
        }
    }

    @Test func theDocumentNamesEveryRight() {
        let text = RightsDocument.text([People.capability])
        for row in PeopleRights.table { #expect(text.contains("`\(row.right.name)`")) }
    }
}
