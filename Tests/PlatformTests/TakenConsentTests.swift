import Actions
import Foundation
import Needs
import Storage
import Testing
import Trials
import Values

@testable import People
@testable import Platform

/// A consent taken back by the person of the register is taken back from every need of theirs.
@Suite struct TakenConsentTests {
    /// Says a need with a contact, and agrees to be named for it.
    private func need(
        _ house: CanaryHouse, by actor: Actor, phone: String
    ) async throws -> Identifier {
        var draft = NeedDraft("想请人看看漏水的管子", at: .id(house.grids[0].id))
        draft.contact = Contact(name: "阚玄霜", phone: phone)
        let steward = house.open.steward, community = house.community
        _ = try await steward.perform(ReportNeed(draft), by: actor, in: community)
        let id = try await house.open.house.database.read { reading in
            try #require(
                try reading.first("SELECT id FROM need ORDER BY number DESC LIMIT 1") {
                    try $0.identifier(0)
                })
        }
        _ = try await steward.perform(GiveConsent(id, true, heard: "电话里说的"), by: .house, in: community)
        return id
    }

    private func agreed(_ house: CanaryHouse) async throws -> Set<Identifier> {
        Set(
            try await house.open.house.database.read { reading in
                try reading.all("SELECT id FROM need WHERE consent IS NOT NULL ORDER BY id LIMIT 100") {
                    try $0.identifier(0)
                }
            })
    }

    @Test func noHelperHearsWhoItIsAnyMore() async throws {
        try await withHouse { open in
            let house = try await CanaryHouse(open)
            let own = Actor(
                kind: .person, account: house.own, name: "本人",
                grants: [Grant(role: .resident, place: house.grids[0].path)])
            let mine = try await need(house, by: own, phone: "13877770005")
            // Taken down by staff under the number that the register has, and somebody else's.
            let noted = try await need(house, by: .house, phone: "13877770001")
            let others = try await need(house, by: .house, phone: "13877770006")
            #expect(try await agreed(house) == [mine, noted, others])

            let person = house.person, community = house.community
            _ = try await open.steward.perform(
                NoteConsent("care", of: person, .paper), by: .house, in: community)
            _ = try await open.steward.perform(
                WithdrawConsent("care", of: person, .paper), by: .house, in: community)
            #expect(try await agreed(house).count == 3, "another purpose takes nothing back")

            _ = try await open.steward.perform(
                NoteConsent("contact", of: person, .ownPhone), by: own, in: community)
            _ = try await open.steward.perform(
                WithdrawConsent("contact", of: person, .ownPhone), by: own, in: community)
            #expect(try await agreed(house) == [others])
            let told = try await open.house.database.read { reading in
                try reading.number("SELECT COUNT(*) FROM need_event WHERE kind = 'consent-taken'")
            }
            #expect(told == 2)
            #expect(try await Proof.of(open).breaks == [])
        }
    }
}
