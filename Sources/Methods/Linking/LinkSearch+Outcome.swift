/// What the search found, read from its links.
extension LinkSearch {
    /// The links of a need, in no order.
    func links(of need: Int) -> [(slot: Int, amount: Int, cost: Int)] {
        var found: [(slot: Int, amount: Int, cost: Int)] = []
        var link = links.firstOfNeed[need]
        while link != LinkTable.none {
            let entry = links.entries[Int(link)]
            found.append((Int(entry.slot), entry.amount, entry.cost))
            link = entry.nextOfNeed
        }
        return found
    }

    /// What all links cost, and all that is left unserved.
    ///
    /// *Refuses* a sum that overflows.
    func objective() throws(InputFault) -> Int {
        var sum = 0
        var overflows = false
        func add(_ count: Int, _ cost: Int) {
            let (product, one) = count.multipliedReportingOverflow(by: cost)
            let (total, other) = sum.addingReportingOverflow(product)
            overflows = overflows || one || other
            sum = total
        }
        for need in network.needs {
            add(unserved[need], network.penalty[need])
            for link in links(of: need) { add(link.amount, link.cost) }
        }
        if overflows { throw InputFault("the objective is beyond 64 bits") }
        return sum
    }

    /// Why a need has units left.
    func reason(for need: Int) -> UnservedReason {
        var permitted = 0
        var hasRoom = false
        network.forEachOffer(to: need) { slot, _ in
            let resource = Int(network.slotResource[slot])
            let given = min(network.mostFromOne[need], network.slotRoom[slot], network.capacity[resource])
            permitted = min(network.units[need], permitted + given)
            let link = links.find(need: need, slot: slot)
            let held = link == LinkTable.none ? 0 : links.entries[Int(link)].amount
            let isFree = load[resource] < network.capacity[resource] && !isFull(slot)
            if isFree, held < network.mostFromOne[need] { hasRoom = true }
        }
        if permitted == 0 { return .nobodyPermitted }
        if hasRoom { return .costsMoreThanLeaving }
        return permitted < network.units[need] ? .tooFewPermitted : .allTaken
    }

    /// The needs that hold what is permitted to a need, in order: those in the way of it.
    func holders(of need: Int) -> [Int] {
        var found: Set<Int> = []
        network.forEachOffer(to: need) { slot, _ in
            let resource = Int(network.slotResource[slot])
            // Where the slot itself has room it is the whole resource that is spent, in whatever slot.
            let anySlot = !isFull(slot)
            var link = links.firstOfResource[resource]
            while link != LinkTable.none {
                let entry = links.entries[Int(link)]
                if anySlot || Int(entry.slot) == slot, Int(entry.need) != need {
                    found.insert(Int(entry.need))
                }
                link = entry.nextOfResource
            }
        }
        return found.sorted()
    }
}
