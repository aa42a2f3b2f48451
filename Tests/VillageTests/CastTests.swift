import Needs
import Testing

@testable import Village

/// The people, parties and resources: as many as promised, each key known, each name once.
@Suite struct CastTests {
    let cast: Cast
    init() throws { cast = try Cast() }

    @Test func countsAreAsPromised() {
        #expect(cast.staff.count == 22)
        #expect(cast.residents.filter { $0.leads > 0 }.map(\.leads) == Array(1...27))
        #expect(cast.residents.filter(\.volunteers).count >= 35)
        #expect(cast.parties.filter { $0.kind == "organisation" }.count == 30)
        #expect(cast.parties.filter { ["company", "shop", "property"].contains($0.kind) }.count == 20)
        #expect(cast.resources.count == 60)
        #expect(cast.agreements.count >= 20)
        #expect(cast.circles.count == 4)
        #expect(cast.wishes.count == 24)
        #expect(cast.offers.count == 20)
    }

    @Test func everyAreaHasTwoHeads() {
        for estate in Estate.all {
            #expect(cast.staff.filter { $0.heads == estate.key }.count == 2, "\(estate.key)")
        }
        #expect(cast.staff.filter { $0.role == .socialWorker }.count == 7)
        #expect(Set(cast.staff.map(\.role)).isSuperset(of: [.chair, .secretary, .supervisor, .treasurer]))
    }

    @Test func namesAndKeysAreUnique() {
        let people = cast.staff.map(\.name.chinese) + cast.residents.map(\.name)
        #expect(Set(people).count == people.count)
        let keys = cast.staff.map(\.key) + cast.residents.map(\.key) + cast.parties.map(\.key)
        #expect(Set(keys).count == keys.count)
        #expect(Set(cast.parties.map(\.name.chinese)).count == cast.parties.count)
        #expect(Set(cast.resources.map(\.key)).count == 60)
        #expect(Set(cast.resources.map(\.name.chinese)).count == 60)
        #expect(Set(cast.agreements.map(\.key)).count == cast.agreements.count)
        #expect(Set(cast.wishes.map(\.key)).count == 24)
    }

    @Test func leadersLiveInTheirGrid() {
        for leader in cast.residents where leader.leads > 0 {
            guard case .building(let building, _, let door) = leader.home else {
                Issue.record("\(leader.key) has no home")
                continue
            }
            #expect(building.grid == leader.leads, "\(leader.key) lives in \(building.grid)")
            #expect(door != nil)
        }
    }

    @Test func resourcesPointAtWhatExists() {
        let owners = Set(cast.parties.map(\.key) + cast.residents.map(\.key))
        let classes = Set(DefaultNeedClass.all.map(\.key)), groups = Set(DefaultNeedTerms.groups.map(\.key))
        let kinds = Set(DefaultResourceTerms.kinds.map(\.key))
        let layers = Set(DefaultResourceTerms.layers.map(\.key))
        let agreements = Set(cast.agreements.map(\.key))
        for resource in cast.resources {
            #expect(owners.contains(resource.owner), "\(resource.key)")
            #expect(kinds.contains(resource.kind) && layers.contains(resource.layer), "\(resource.key)")
            #expect(!resource.classes.isEmpty, "\(resource.key)")
            #expect(resource.classes.allSatisfy(classes.contains), "\(resource.key)")
            #expect(resource.groups.allSatisfy(groups.contains), "\(resource.key)")
            #expect(resource.agreement.isEmpty || agreements.contains(resource.agreement), "\(resource.key)")
            #expect(resource.capacity > 0 && !resource.reach.isEmpty, "\(resource.key)")
        }
        #expect(Set(cast.resources.map(\.kind)) == kinds)
        #expect(Set(cast.resources.map(\.layer)) == layers)
    }

    @Test func partiesAndTheirBondsHold() {
        let parties = Set(cast.parties.map(\.key)), owners = Set(DefaultResourceTerms.ownerKinds.map(\.key))
        #expect(cast.parties.allSatisfy { owners.contains($0.kind) })
        #expect(Estate.all.allSatisfy { $0.property.isEmpty || parties.contains($0.property) })
        #expect(cast.agreements.allSatisfy { parties.contains($0.party) && !$0.pledges.isEmpty })
        let classes = Set(DefaultNeedClass.all.map(\.key))
        for circle in cast.circles {
            #expect(circle.members.count >= 4 && circle.members.allSatisfy { parties.contains($0.party) })
            #expect(circle.classes.allSatisfy(classes.contains))
        }
        let members = cast.circles.flatMap(\.members).map(\.pledge)
        #expect(members.allSatisfy { $0.kind == .share || (0...$0.pledged).contains($0.delivered) })
    }

    @Test func wishesAndOffersHold() {
        let groups = Set(DefaultNeedTerms.groups.map(\.key)), classes = Set(DefaultNeedClass.all.map(\.key))
        let claimants = Set(cast.parties.map(\.key) + cast.residents.map(\.key))
        let kinds = Set(DefaultResourceTerms.kinds.map(\.key)), residents = Set(cast.residents.map(\.key))
        for wish in cast.wishes {
            #expect(groups.contains(wish.group) && (1...27).contains(wish.grid), "\(wish.key)")
            #expect((wish.state == .open) == wish.claimedBy.isEmpty, "\(wish.key)")
            #expect(wish.claimedBy.isEmpty || claimants.contains(wish.claimedBy), "\(wish.key)")
            #expect(!mixesPunctuation(wish.wish + wish.who))
        }
        for offer in cast.offers {
            #expect(residents.contains(offer.resident) && kinds.contains(offer.kind), "\(offer.resident)")
            #expect(offer.classes.allSatisfy(classes.contains), "\(offer.resident)")
            #expect(!mixesPunctuation(offer.offer))
        }
    }
}
