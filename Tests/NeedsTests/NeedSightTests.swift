import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Who may see what of a need, and who may do what: the matrix of roles.
@Suite struct NeedSightTests {
    @Test(arguments: Role.allCases) func eachRoleSeesItsPart(_ role: Role) async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            let near = try await trial.report(), far = try await trial.report(at: "s21")
            let actor = try #require(trial.staff[role])
            let rights = trial.steward.rights
            let sees: Set<Role> = [
                .communityWorker, .socialWorker, .supervisor, .stationHead, .sectionHead, .gridLeader,
                .stairwellHead, .auditor,
            ]
            let isNarrow = role == .gridLeader || role == .stairwellHead
            #expect(NeedSight.of(near, by: actor, rights) == (sees.contains(role) ? .staff : .anyone))
            #expect(
                NeedSight.of(far, by: actor, rights) == (sees.contains(role) && !isNarrow ? .staff : .anyone))
            let handles: Set<Role> = [.communityWorker, .socialWorker, .supervisor, .stationHead]
            for right in [NeedsRights.handle, NeedsRights.contact, NeedsRights.admit, NeedsRights.release] {
                #expect(rights.allow(actor, right, on: near) == handles.contains(role))
            }
            let lists: Set<Role> = sees.union([.district, .city])
            #expect(rights.allow(actor, NeedsRights.list, on: near) == lists.contains(role))
        }
    }

    @Test(arguments: Engine.all) func thePublicReadsWhatWasReleased(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let need = try await trial.report()
            let all = PublicNeedFilter()
            func shown() async throws -> [PublicNeed] {
                let community = trial.community
                return try await trial.database.read { try NeedStore.publicList(all, in: community, $0).rows }
            }
            #expect(try await shown().isEmpty)
            try await trial.perform(ReleaseSentence(need.id, sentence: "楼道感应灯要换", who: "一位邻居"))
            let row = try #require(try await shown().first)
            #expect(row.sentence == "楼道感应灯要换" && row.gridName == "第1网格" && row.whoPublic == "一位邻居")
            try await trial.perform(TakeSentenceBack(need.id))
            #expect(try await shown().isEmpty)
            let bare = try await trial.need(need.id).publicFace(.defaults)
            #expect(bare.sentence == nil && bare.whoPublic == nil)
            await #expect(throws: NeedRefusal.notReleased) {
                try await trial.perform(TakeSentenceBack(need.id))
            }
        }
    }

    @Test(arguments: Engine.all) func theReporterReadsPublicNotesAndNoOthers(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let need = try await trial.report(), other = try await trial.report()
            try await trial.perform(AddNote(need.id, words: "先看看线路", isPublic: false))
            try await trial.perform(AddNote(need.id, words: "周日来装", isPublic: true))
            let holder = trial.holder(of: need.id)
            let sight = NeedSight.of(need, by: holder, trial.steward.rights)
            #expect(sight == .own)
            #expect(NeedSight.of(other, by: holder, trial.steward.rights) == .anyone)
            let texts = try await sight.events(of: trial.events(need.id)).map(\.text)
            #expect(texts.contains("周日来装") && !texts.contains("先看看线路"))
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(AddNote(need.id, words: "我来", isPublic: true), by: holder)
            }
        }
    }

    @Test(arguments: Engine.all) func aContactIsOpenedWithAReasonForAWhile(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft()
            draft.contact = Contact(name: "潘先生", phone: "13812341234")
            let id = try await trial.perform(ReportNeed(draft), by: .anyone).id
            #expect(try await trial.contact(id, by: trial.worker) == nil)
            await #expect(throws: NeedRefusal.contactReason) {
                try await trial.perform(OpenContact(id, reason: " "))
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(OpenContact(id, reason: "看看"), by: trial.staff[.administrator])
            }
            try await trial.perform(OpenContact(id, reason: "约上门的时间"))
            #expect(try await trial.contact(id, by: trial.worker)?.phone == "13812341234")
            #expect(try await trial.contact(id, by: trial.second) == nil)
            trial.clock.move(by: .minutes(11))
            #expect(try await trial.contact(id, by: trial.worker) == nil)
            let bare = try await trial.report()
            await #expect(throws: NeedRefusal.noContact) {
                try await trial.perform(OpenContact(bare.id, reason: "约时间"))
            }
        }
    }

    @Test(arguments: Engine.all) func consentIsRecordedAndTakenBack(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let id = try await trial.report().id
            try await trial.perform(GiveConsent(id, true), by: trial.holder(of: id))
            #expect(try await trial.need(id).consent == trial.clock.now)
            await #expect(throws: NeedRefusal.reasonMissing) {
                try await trial.perform(GiveConsent(id, false))
            }
            try await trial.perform(GiveConsent(id, false, heard: "当面说的"))
            #expect(try await trial.need(id).consent == nil)
        }
    }
}

extension NeedTrial {
    func contact(_ id: Identifier, by actor: Actor) async throws -> Contact? {
        let need = try await need(id), keys = self.keys, now = clock.now
        return try await database.read {
            try NeedStore.openedContact(of: need, by: actor, keys, $0, at: now)
        }
    }
}
