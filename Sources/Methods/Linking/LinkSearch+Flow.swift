/// What follows from a search: prices rise, and the units move.
extension LinkSearch {
    /// Raises the price of all that was nearer than the end by what it was nearer, so that the way to the end
    /// costs nothing and no other way costs less.
    mutating func raisePrices() {
        guard best > 0 else { return }
        for need in touchedNeeds {
            let distance = needSteps[Int(need)].distance
            if distance < best { needPrice[Int(need)] += best - distance }
        }
        for resource in touchedResources { raise(Int(resource)) }
        for slot in touchedSlots where isFull(Int(slot)) {
            let distance = slots[Int(slot)].distance
            if distance < best { slots[Int(slot)].price += best - distance }
        }
    }

    /// A slot with room left asks what its resource asks.
    private mutating func raise(_ resource: Int) {
        let distance = resourceDistance[resource]
        guard distance < best else { return }
        resourcePrice[resource] += best - distance
        for place in Int(firstSlot[resource])..<Int(firstSlot[resource + 1]) {
            let slot = Int(slotsOfResource[place])
            if !isFull(slot) { slots[slot].price = resourcePrice[resource] }
        }
    }

    func isFull(_ slot: Int) -> Bool { slotLoad[slot] == network.slotRoom[slot] }

    /// Moves as many units along the way found as all of it allows; true where the need's own rest is left
    /// unserved.
    mutating func follow(from need: Int) -> Bool {
        if case .leave(let left) = end, left == need { return true }
        let amount = allowed(from: need)
        unserved[need] -= amount
        var slot = begin(amount)
        while slot != LinkTable.none {
            let step = slotSteps[Int(slot)]
            links.add(
                amount, need: Int(step.need), slot: Int(slot), of: resource(of: slot), cost: step.cost)
            slot = Int(step.need) == need ? LinkTable.none : give(amount, of: Int(step.need))
        }
        return false
    }

    /// Makes the end of the way, and gives the slot that is entered for it.
    private mutating func begin(_ amount: Int) -> Int32 {
        switch end {
        case .room(let slot):
            slotLoad[slot] += amount
            load[Int(network.slotResource[slot])] += amount
            return Int32(truncatingIfNeeded: slot)
        case .leave(let need):
            unserved[need] += amount
            return give(amount, of: need)
        }
    }

    /// Takes units from the link by which a need was reached, and gives the slot that is entered instead.
    private mutating func give(_ amount: Int, of need: Int) -> Int32 {
        let step = needSteps[need]
        let held = links.entries[Int(step.link)].slot
        links.take(amount, from: step.link, of: resource(of: held))
        if held != step.slot {
            slotLoad[Int(held)] -= amount
            slotLoad[Int(step.slot)] += amount
        }
        return step.slot
    }

    private func resource(of slot: Int32) -> Int { Int(network.slotResource[Int(slot)]) }

    /// The units that the tightest part of the way lets through.
    private func allowed(from need: Int) -> Int {
        var amount = unserved[need]
        var slot: Int32
        switch end {
        case .room(let last):
            let resource = Int(network.slotResource[last])
            amount = min(amount, network.slotRoom[last] - slotLoad[last])
            amount = min(amount, network.capacity[resource] - load[resource])
            slot = Int32(truncatingIfNeeded: last)
        case .leave(let last): (amount, slot) = narrowed(amount, at: last)
        }
        while true {
            let entering = Int(slotSteps[Int(slot)].need)
            let standing = links.find(need: entering, slot: Int(slot))
            let held = standing == LinkTable.none ? 0 : links.entries[Int(standing)].amount
            amount = min(amount, network.mostFromOne[entering] - held)
            if entering == need { return amount }
            (amount, slot) = narrowed(amount, at: entering)
        }
    }

    /// No more can be moved away from a need than its link holds, nor into another slot than that has room
    /// for.
    private func narrowed(_ amount: Int, at need: Int) -> (Int, Int32) {
        let step = needSteps[need]
        let entry = links.entries[Int(step.link)]
        var amount = min(amount, entry.amount)
        if entry.slot != step.slot {
            let entered = Int(step.slot)
            amount = min(amount, network.slotRoom[entered] - slotLoad[entered])
        }
        return (amount, step.slot)
    }

    /// Makes ready for the next search.
    mutating func forget() {
        for need in touchedNeeds { needSteps[Int(need)].distance = Self.far }
        for slot in touchedSlots { slots[Int(slot)].distance = Self.far }
        for resource in touchedResources { resourceDistance[Int(resource)] = Self.far }
        touchedNeeds.removeAll(keepingCapacity: true)
        touchedSlots.removeAll(keepingCapacity: true)
        touchedResources.removeAll(keepingCapacity: true)
        queue.removeAll()
    }
}
