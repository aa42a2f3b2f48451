@testable import Methods

/// What a flow must satisfy to be the cheapest, checked from its links and prices alone.
///
/// Linear programming: a feasible flow with prices under which no unit that could move would gain by it is
/// optimal (complementary slackness). Nothing of the search's own bookkeeping is believed.
struct LinkProof {
    private let search: LinkSearch
    private var load: [Int]
    private var slotLoad: [Int]
    private(set) var breaches: [String] = []

    init(_ search: LinkSearch) {
        self.search = search
        load = Array(repeating: 0, count: search.network.capacity.count)
        slotLoad = Array(repeating: 0, count: search.network.slotResource.count)
        for need in search.network.needs {
            for link in search.links(of: need) {
                load[resource(link.slot)] += link.amount
                slotLoad[link.slot] += link.amount
            }
        }
        for need in search.network.needs { check(need: need) }
        for slot in slotLoad.indices { check(slot: slot) }
        for resource in load.indices { check(resource: resource) }
    }

    private func resource(_ slot: Int) -> Int { Int(search.network.slotResource[slot]) }

    private mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
        if !holds { breaches.append(sentence()) }
    }

    private mutating func check(need: Int) {
        let (network, price) = (search.network, search.needPrice[need])
        let links = search.links(of: need)
        let held = Dictionary(links.map { ($0.slot, $0) }) { one, _ in one }
        let served = links.reduce(0) { $0 + $1.amount }
        expect(held.count == links.count, "need \(need) is linked twice to one slot")
        expect(served + search.unserved[need] == network.units[need], "need \(need): units are lost")
        expect(price <= network.penalty[need], "need \(need): dearer than leaving it")
        expect(
            search.unserved[need] == 0 || price == network.penalty[need],
            "need \(need): a unit is left though another way is cheaper")
        var offered = 0
        network.forEachOffer(to: need) { slot, cost in
            let gain = price - cost - search.slots[slot].price
            let amount = held[slot]?.amount ?? 0
            if let link = held[slot] {
                offered += 1
                expect(link.cost == cost, "need \(need): a link at a cost that was not offered")
            }
            expect((0...network.mostFromOne[need]).contains(amount), "need \(need): too much from one")
            expect(gain <= 0 || amount == network.mostFromOne[need], "need \(need): slot \(slot) is better")
            expect(gain >= 0 || amount == 0, "need \(need): slot \(slot) is worse than none")
        }
        expect(offered == links.count, "need \(need) is linked to what was not offered")
    }

    private mutating func check(slot: Int) {
        let (price, resource) = (search.slots[slot].price, resource(slot))
        let extra = price - search.resourcePrice[resource]
        let room = search.network.slotRoom[slot]
        expect((0...room).contains(slotLoad[slot]), "slot \(slot) is overfull")
        // Where there is no room at all any price is as true as another.
        expect(extra >= 0 || room == 0, "slot \(slot) is cheaper than its resource")
        expect(extra <= 0 || slotLoad[slot] == room, "slot \(slot) has room but asks more")
    }

    private mutating func check(resource: Int) {
        let (price, most) = (search.resourcePrice[resource], search.network.capacity[resource])
        expect((0...most).contains(load[resource]), "resource \(resource) gives too much")
        expect(price >= 0, "resource \(resource) pays to be used")
        expect(price == 0 || load[resource] == most, "resource \(resource) has room but a price")
    }

    /// What the prices say the whole must cost at least: with a feasible flow of that cost, both are optimal.
    var bound: Int {
        let network = search.network
        var bound = 0
        for need in network.needs {
            bound += network.units[need] * search.needPrice[need]
            network.forEachOffer(to: need) { slot, cost in
                let gain = search.needPrice[need] - cost - search.slots[slot].price
                bound -= max(0, gain) * network.mostFromOne[need]
            }
        }
        for (slot, room) in network.slotRoom.enumerated() {
            bound -= room * (search.slots[slot].price - search.resourcePrice[resource(slot)])
        }
        for (resource, most) in network.capacity.enumerated() {
            bound -= most * search.resourcePrice[resource]
        }
        return bound
    }
}
