/// The links that stand at a moment of the search: who gives how many units to whom.
///
/// Each link hangs in two chains, its need's and its resource's, so that a link is made, changed and dropped
/// in constant time and a walk over either side visits no other link.
struct LinkTable: Sendable {
    struct Entry: Sendable {
        var need: Int32
        var slot: Int32
        var cost: Int
        var amount: Int
        fileprivate(set) var nextOfNeed: Int32
        fileprivate(set) var nextOfResource: Int32
        fileprivate var previousOfNeed: Int32
        fileprivate var previousOfResource: Int32
    }

    /// The end of a chain.
    static let none: Int32 = -1

    private(set) var entries: [Entry] = []
    private(set) var firstOfNeed: [Int32]
    private(set) var firstOfResource: [Int32]
    private var free: Int32 = LinkTable.none

    init(needs: Int, resources: Int) {
        firstOfNeed = Array(repeating: Self.none, count: needs)
        firstOfResource = Array(repeating: Self.none, count: resources)
    }

    /// The link of a need by a slot; ``none`` where there is none.
    func find(need: Int, slot: Int) -> Int32 {
        var link = firstOfNeed[need]
        while link != Self.none, Int(entries[Int(link)].slot) != slot { link = entries[Int(link)].nextOfNeed }
        return link
    }

    /// Adds units to the link of a need by a slot, making it where it does not stand.
    mutating func add(_ amount: Int, need: Int, slot: Int, of resource: Int, cost: Int) {
        let standing = find(need: need, slot: slot)
        guard standing == Self.none else {
            entries[Int(standing)].amount += amount
            return
        }
        let (ofNeed, ofResource) = (firstOfNeed[need], firstOfResource[resource])
        let entry = Entry(
            need: Int32(truncatingIfNeeded: need), slot: Int32(truncatingIfNeeded: slot), cost: cost,
            amount: amount, nextOfNeed: ofNeed, nextOfResource: ofResource,
            previousOfNeed: Self.none, previousOfResource: Self.none)
        let link = place(entry)
        if ofNeed != Self.none { entries[Int(ofNeed)].previousOfNeed = link }
        if ofResource != Self.none { entries[Int(ofResource)].previousOfResource = link }
        firstOfNeed[need] = link
        firstOfResource[resource] = link
    }

    /// Takes units from a link; a link of none is dropped.
    mutating func take(_ amount: Int, from link: Int32, of resource: Int) {
        entries[Int(link)].amount -= amount
        if entries[Int(link)].amount == 0 { drop(link, of: resource) }
    }

    private mutating func place(_ entry: Entry) -> Int32 {
        guard free != Self.none else {
            entries.append(entry)
            return Int32(truncatingIfNeeded: entries.count - 1)
        }
        let link = free
        free = entries[Int(link)].nextOfNeed
        entries[Int(link)] = entry
        return link
    }

    private mutating func drop(_ link: Int32, of resource: Int) {
        let entry = entries[Int(link)]
        if entry.previousOfNeed == Self.none {
            firstOfNeed[Int(entry.need)] = entry.nextOfNeed
        } else {
            entries[Int(entry.previousOfNeed)].nextOfNeed = entry.nextOfNeed
        }
        if entry.nextOfNeed != Self.none {
            entries[Int(entry.nextOfNeed)].previousOfNeed = entry.previousOfNeed
        }
        if entry.previousOfResource == Self.none {
            firstOfResource[resource] = entry.nextOfResource
        } else {
            entries[Int(entry.previousOfResource)].nextOfResource = entry.nextOfResource
        }
        if entry.nextOfResource != Self.none {
            entries[Int(entry.nextOfResource)].previousOfResource = entry.previousOfResource
        }
        entries[Int(link)].nextOfNeed = free
        free = link
    }
}
