/// The cheapest flow of units through a ``LinkNetwork``: successive shortest paths, each under prices that
/// keep every cost to come at or above zero.
///
/// *Method.* Needs are served one after the other, those dearest to leave first, ties by index. For each,
/// Dijkstra's search looks for the cheapest way to one unit more: straight to a slot with room, or by moving
/// others, or by leaving a unit unserved, be it its own. Prices then rise by what the search went short of,
/// so that the flow stays the cheapest for the needs seen so far (Ford and Fulkerson 1962; Edmonds and Karp
/// 1972; for assignment Jonker and Volgenant 1987).
///
/// *What makes it quick.* Prices never fall. So the least price in a pool, once read, is a floor for good: a
/// search passes by every shelf whose floor is above the best end found, and on a shelf stops at the first
/// offer that is. Nothing is read that could not matter; most pairs are never looked at, let alone stored.
///
/// *Ties.* Of equally cheap flows the one found is decided by the order of indices alone.
///
/// *Bounds.* Memory: the network, one link a served unit, and a few numbers a need, slot, resource and shelf.
/// Time: at most one search a unit, most often one a link, each at most one look at all offers.
///
/// *Limits.* Made for costs that lie close together, as walks and past services do. Where costs differ in the
/// thousands and all needs want the same cheap resources, prices climb in many small steps: 20,000 × 15,000
/// then takes seconds.
struct LinkSearch: Sendable {
    /// A slot as the search sees it, in one place: both numbers are read for every offer.
    struct SlotView: Sendable {
        /// The price of a unit here, on top of the offer's cost: never below that of the slot's resource.
        var price: Int
        /// How far the present search has reached it.
        var distance: Int
    }

    /// How a need was reached: its link is given up so that another may enter by a slot.
    struct NeedStep: Sendable {
        var distance: Int
        var link: Int32
        var slot: Int32
    }

    /// How a slot was reached: the need that would link to it, and at what cost.
    struct SlotStep: Sendable {
        var need: Int32
        var cost: Int
    }

    /// Where a way ends: at a slot with room, or with a unit of a need left unserved.
    enum End: Sendable {
        case room(slot: Int)
        case leave(need: Int)
    }

    static let far = Int.max
    /// Added to the price of a slot that can give the need at hand no more: beyond all that is reachable.
    static let hidden = 1 << 60
    /// The bits of a price without what hides it.
    static let shown = hidden - 1

    let network: LinkNetwork
    var links: LinkTable
    var unserved: [Int]
    /// What one unit more of a need costs: the least that any of its offers asks, at most its penalty.
    var needPrice: [Int]
    var resourcePrice: [Int]
    var slots: [SlotView]
    /// What any offer of a pool asks at least, its slot's price included; and of a shelf, the need's way
    /// included. Both were true when last read, and hold since then: prices only rise.
    var poolFloor: [Int]
    var shelfFloor: [Int]
    var load: [Int]
    var slotLoad: [Int]

    var slotSteps: [SlotStep]
    var needSteps: [NeedStep]
    var resourceDistance: [Int]
    /// The slots of each resource, in a row.
    let slotsOfResource: [Int32]
    let firstSlot: [Int32]

    var queue = SearchQueue()
    var touchedNeeds: [Int32] = []
    var touchedSlots: [Int32] = []
    var touchedResources: [Int32] = []
    /// The cheapest end found by the present search, and how far it is.
    var best = 0
    var end = End.leave(need: 0)

    init(_ network: LinkNetwork) {
        self.network = network
        let (needs, slotCount) = (network.units.count, network.slotResource.count)
        let resources = network.capacity.count
        links = LinkTable(needs: needs, resources: resources)
        unserved = network.units
        resourcePrice = Array(repeating: 0, count: resources)
        slots = Array(repeating: SlotView(price: 0, distance: Self.far), count: slotCount)
        load = Array(repeating: 0, count: resources)
        slotLoad = Array(repeating: 0, count: slotCount)
        slotSteps = Array(repeating: SlotStep(need: 0, cost: 0), count: slotCount)
        needSteps = Array(repeating: NeedStep(distance: Self.far, link: 0, slot: 0), count: needs)
        resourceDistance = Array(repeating: Self.far, count: resources)
        (firstSlot, slotsOfResource) = Self.slotRows(network)
        let floors = network.poolFloors()
        let shelfFloors = network.shelves.map { $0.base + floors[Int($0.pool)] }
        needPrice = network.needs.map { need in
            shelfFloors[network.shelves(of: need)].reduce(network.penalty[need]) { min($0, $1) }
        }
        (poolFloor, shelfFloor) = (floors, shelfFloors)
    }

    /// Serves every need as far as it pays.
    mutating func run() {
        let order = network.needs.sorted {
            let (one, other) = (network.penalty[$0], network.penalty[$1])
            return one == other ? $0 < $1 : one > other
        }
        for need in order { serve(need) }
    }

    private mutating func serve(_ need: Int) {
        while unserved[need] > 0 {
            search(from: need)
            raisePrices()
            let left = follow(from: need)
            forget()
            if left { return }
        }
    }

    private static func slotRows(_ network: LinkNetwork) -> (first: [Int32], slots: [Int32]) {
        var first = [Int32](repeating: 0, count: network.capacity.count + 1)
        for resource in network.slotResource { first[Int(resource) + 1] += 1 }
        for resource in network.capacity.indices { first[resource + 1] += first[resource] }
        var next = first
        var slots = [Int32](repeating: 0, count: network.slotResource.count)
        for (slot, resource) in network.slotResource.enumerated() {
            slots[Int(next[Int(resource)])] = Int32(truncatingIfNeeded: slot)
            next[Int(resource)] += 1
        }
        return (first, slots)
    }
}

extension LinkNetwork {
    /// The least cost in each pool, which is its first; more than any in an empty one.
    fileprivate func poolFloors() -> [Int] {
        (0..<(poolStart.count - 1)).map { pool in
            let run = offers(in: Int32(truncatingIfNeeded: pool))
            return run.isEmpty ? LinkSearch.hidden : offers[run.lowerBound].cost
        }
    }
}
