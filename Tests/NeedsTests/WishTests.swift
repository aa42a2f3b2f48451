import Actions
import Testing
import Trials
import Values

@testable import Needs

/// Wishes that anybody may claim, and residents' offers.
@Suite struct WishTests {
    @Test(arguments: Engine.all) func aReleasedWishIsClaimedWithAProvedPhone(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft("想要五本课外书")
            draft.kind = .wish
            let id = try await trial.perform(ReportNeed(draft), by: .anyone).id
            await #expect(throws: NeedRefusal.provePhoneFirst) {
                try await trial.perform(ClaimWish(id), by: .anyone)
            }
            await #expect(throws: NeedRefusal.provePhoneFirst) {
                try await trial.perform(ClaimWish(id), by: trial.staff[.volunteer])
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(ClaimWish(id), by: trial.resident)
            }
            try await trial.perform(ReleaseSentence(id, sentence: "三年级孩子想要五本课外书"))
            try await trial.perform(ClaimWish(id), by: trial.resident)
            let wish = try await trial.need(id)
            #expect(wish.claimedBy == trial.resident.account)
            // Who claims sees no more than the public does.
            #expect(NeedSight.of(wish, by: trial.resident, trial.steward.rights) == .anyone)
            await #expect(throws: NeedRefusal.alreadyClaimed) {
                try await trial.perform(ClaimWish(id), by: trial.resident)
            }
            let told = try await trial.events(id).first { $0.kind == .claimed }
            #expect(told?.authorName == "" && told?.author == nil)
            try await trial.perform(UnclaimWish(id), by: trial.resident)
            #expect(try await trial.need(id).claimedBy == nil)
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(UnclaimWish(id), by: trial.staff[.resident])
            }
            let need = try await trial.report().id
            await #expect(throws: NeedRefusal.notAWish) {
                try await trial.perform(ClaimWish(need), by: trial.resident)
            }
        }
    }

    @Test(arguments: Engine.all) func anOfferIsMadeAndRegistered(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            var draft = trial.draft("会修自行车，周末有空")
            await #expect(throws: NeedRefusal.phoneForMessages) {
                try await trial.perform(ReportOffer(draft), by: .anyone)
            }
            draft.contact = Contact(name: "吴", phone: "13900001111")
            let answer = try await trial.perform(ReportOffer(draft), by: .anyone)
            #expect(answer.number == "Z-1")
            #expect(try await trial.offerContact(answer.id) == nil)
            await #expect(throws: NeedRefusal.contactReason) {
                try await trial.perform(OpenOfferContact(answer.id, reason: ""))
            }
            try await trial.perform(OpenOfferContact(answer.id, reason: "约见面"))
            #expect(try await trial.offerContact(answer.id)?.phone == "13900001111")
            try await trial.perform(AnswerOffer(answer.id, isRegistered: true))
            let community = trial.community
            let made = try await trial.database.read { try OfferStore.list(.registered, in: community, $0) }
            #expect(made.map(\.words) == ["会修自行车，周末有空"])
            await #expect(throws: NeedRefusal.offerAlreadyAnswered) {
                try await trial.perform(AnswerOffer(answer.id, isRegistered: false))
            }
        }
    }
}

extension NeedTrial {
    fileprivate func offerContact(_ id: Identifier) async throws -> Contact? {
        let community = self.community, keys = self.keys, now = clock.now, actor = worker
        return try await database.read { reading in
            guard let offer = try OfferStore.offer(id, in: community, reading) else { return nil }
            return try OfferStore.openedContact(of: offer, by: actor, keys, reading, at: now)
        }
    }
}
