/// Who may serve whom, as arrays: the network of capacities that ``LinkSearch`` finds the cheapest flow in.
///
/// *Shape.* Units flow from a need, through a slot of a resource, to the resource. A slot is a time in which
/// a resource has room for so many units; a resource without times has one slot as roomy as itself. Every
/// need, slot, resource and pool is named by its index.
///
/// The pairs are not listed one by one. A **pool** is a run of offers, each a slot and a cost, in order of
/// cost. A **shelf** is a pool as one need sees it: every offer there costs the need the shelf's `base` more.
/// Needs that stand at the same place for the same skill and time share their shelves, and pools are shared
/// by all around.
struct LinkNetwork: Sendable {
    struct Offer: Sendable {
        let cost: Int
        let slot: Int32
    }

    struct Shelf: Sendable {
        let base: Int
        let pool: Int32
    }

    /// The most that any cost or penalty may be, so that no sum of a few of them can overflow.
    static let highestCost = 1 << 56

    /// The most units a resource gives in all.
    private(set) var capacity: [Int] = []
    /// The resource of a slot, and the most units the slot holds.
    private(set) var slotResource: [Int32] = []
    private(set) var slotRoom: [Int] = []

    private(set) var units: [Int] = []
    /// What one unit left unserved costs.
    private(set) var penalty: [Int] = []
    /// The most units that one slot may give to the need.
    private(set) var mostFromOne: [Int] = []
    /// The row of shelves of a need.
    private(set) var row: [Int32] = []

    private(set) var rowStart: [Int32] = [0]
    private(set) var shelves: [Shelf] = []

    private(set) var poolStart: [Int32] = [0]
    private(set) var offers: [Offer] = []

    var needs: Range<Int> { 0..<units.count }

    mutating func addResource(capacity most: Int) -> Int {
        capacity.append(most)
        return capacity.count - 1
    }

    mutating func addSlot(of resource: Int, room: Int) -> Int {
        slotResource.append(Int32(truncatingIfNeeded: resource))
        slotRoom.append(min(room, capacity[resource]))
        return slotResource.count - 1
    }

    /// Adds an offer to the pool that is being filled; ``closePool()`` ends it.
    mutating func addOffer(slot: Int32, cost: Int) {
        offers.append(Offer(cost: cost, slot: slot))
    }

    /// Ends the pool that was filled and gives its index. Its offers must stand in order of cost.
    mutating func closePool() -> Int32 {
        poolStart.append(Int32(truncatingIfNeeded: offers.count))
        return Int32(truncatingIfNeeded: poolStart.count - 2)
    }

    mutating func addShelf(_ pool: Int32, base: Int) { shelves.append(Shelf(base: base, pool: pool)) }

    /// Ends the row of shelves that was filled and gives its index.
    mutating func closeRow() -> Int32 {
        rowStart.append(Int32(truncatingIfNeeded: shelves.count))
        return Int32(truncatingIfNeeded: rowStart.count - 2)
    }

    mutating func addNeed(units wanted: Int, penalty cost: Int, mostFromOne most: Int, row shelves: Int32) {
        units.append(wanted)
        penalty.append(cost)
        mostFromOne.append(most)
        row.append(shelves)
    }

    func shelves(of need: Int) -> Range<Int> {
        let row = Int(row[need])
        return Int(rowStart[row])..<Int(rowStart[row + 1])
    }

    func offers(in pool: Int32) -> Range<Int> { Int(poolStart[Int(pool)])..<Int(poolStart[Int(pool) + 1]) }

    /// Every pair that a need may be linked by, as slot and cost, in the order of its shelves.
    func forEachOffer(to need: Int, _ body: (_ slot: Int, _ cost: Int) -> Void) {
        for shelf in shelves[shelves(of: need)] {
            for offer in offers[offers(in: shelf.pool)] { body(Int(offer.slot), shelf.base + offer.cost) }
        }
    }
}
