import Actions
import People
import Storage
import Testing
import Trials
import Values

@testable import Needs

/// What a person may no longer answer for goes to whoever stands nearest, and nothing else does.
@Suite struct NeedHandOverTests {
    @Test(arguments: Engine.all) func aRoleThatEndsHandsEverythingOver(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let worker = try #require(trial.worker.account), supervisor = trial.staff[.supervisor]
            let own = try await [trial.report(), trial.report(at: "s21")].map(\.id)
            let ended = try await trial.report().id, asked = try await trial.report().id
            try await trial.perform(AssignNeeds(own + [ended], to: worker), by: supervisor)
            try await trial.perform(
                AssignNeeds([asked], to: try #require(trial.second.account)), by: supervisor)
            try await trial.perform(CloseNeed(ended, outcome: "done", reason: "灯修好了"))
            try await trial.perform(TransferNeed(asked, to: worker, reason: "她熟"), by: trial.second)
            let rule = SetOwnerRule(at: .code("p1"), for: .every, account: worker)
            try await trial.perform(rule, by: supervisor)

            try await trial.end(.socialWorker, of: trial.worker)
            let next = try #require(try await trial.need(own[0]).owner)
            #expect(next != worker)
            for id in own {
                #expect(try await trial.need(id).owner == next)
                #expect(try await trial.events(id).last?.kind == .assigned)
            }
            #expect(try await trial.need(ended).owner == worker)
            #expect(try await trial.need(asked).owner == trial.second.account)
            #expect(try await trial.need(asked).transferTo == nil)
            let community = trial.community
            #expect(
                try await trial.database.read { try OwnerRuleStore.rules(in: community, $0) }.isEmpty)
            let told = try await trial.notices(of: next)
            #expect(told.filter { $0.text.contains("2件事") }.count == 1)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func aNarrowerRoleKeepsWhatItReaches(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let worker = try #require(trial.worker.account)
            let near = try await trial.report(at: "s12").id, far = try await trial.report(at: "s21").id
            try await trial.perform(AssignNeeds([near, far], to: worker), by: trial.staff[.supervisor])
            let area = try #require(trial.places["p1"])
            try await trial.perform(
                GrantRole(account: worker, role: .socialWorker, place: area.id), by: .house)
            #expect(try await trial.need(far).owner == worker)
            try await trial.end(.socialWorker, of: trial.worker, at: "all")
            #expect(try await trial.need(near).owner == worker)
            #expect(try await trial.need(far).owner != worker)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func aRoleThatAnswersForNothingTakesNothingAlong(
        _ engine: Engine
    ) async throws {
        try await NeedTrial.run(engine) { trial in
            let worker = try #require(trial.worker.account), grid = try #require(trial.places["g11"])
            let need = try await trial.report().id
            try await trial.perform(AssignNeeds([need], to: worker), by: trial.staff[.supervisor])
            try await trial.perform(
                GrantRole(account: worker, role: .gridLeader, place: grid.id), by: .house)
            let steps = try await trial.need(need).steps
            try await trial.end(.gridLeader, of: trial.worker)
            #expect(try await trial.need(need).owner == worker)
            #expect(try await trial.need(need).steps == steps)
        }
    }

    @Test(arguments: Engine.all) func aPlaceThatMovesLeavesWhoDoesNotReachIt(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let worker = try #require(trial.worker.account), area = try #require(trial.places["p1"])
            try await trial.perform(
                GrantRole(account: worker, role: .socialWorker, place: area.id), by: .house)
            try await trial.end(.socialWorker, of: trial.worker, at: "all")
            let stays = try await trial.report(at: "s12").id, goes = try await trial.report(at: "s11").id
            #expect(try await trial.need(goes).owner == worker)
            let grid = try #require(trial.places["g11"]), other = try #require(trial.places["p2"])
            try await trial.perform(MovePlace(grid.id, below: other.id), by: .house)
            #expect(try await trial.need(stays).owner == worker)
            #expect(try await trial.need(goes).owner != worker)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func anOwnerWhoMayNotOwnIsFound(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let need = try await trial.report(), community = trial.community
            #expect(need.owner != nil)
            #expect(try await trial.breaks() == [])
            let ended = trial.clock.now
            try await trial.database.write(in: community) { writing in
                try writing.run("UPDATE role_grant SET ended = \(ended) WHERE account = \(need.owner)")
            }
            #expect(try await trial.breaks() == ["\(need.serial) has an owner who may not own it"])
        }
    }
}

extension NeedTrial {
    /// Takes a role back from somebody, at one place or everywhere.
    fileprivate func end(_ role: Role, of actor: Actor, at code: String? = nil) async throws {
        let community = self.community, account = try #require(actor.account)
        let given = try await database.read { try GrantStore.roles(of: account, in: community, $0) }
        let place = code.flatMap { places[$0]?.id }
        for grant in given where grant.role == role && (place == nil || grant.place == place) {
            try await perform(EndGrant(grant.id), by: .house)
        }
    }
}
