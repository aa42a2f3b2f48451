/// The search itself: from one need outwards, nearest first.
extension LinkSearch {
    /// Finds the cheapest way to one unit more for a need: it is left in ``end`` and ``best``.
    mutating func search(from need: Int) {
        best = network.penalty[need] - needPrice[need]
        end = .leave(need: need)
        needSteps[need] = NeedStep(distance: 0, link: LinkTable.none, slot: LinkTable.none)
        touchedNeeds.append(Int32(truncatingIfNeeded: need))
        queue.push(Int32(truncatingIfNeeded: need), at: 0)
        while let item = queue.pop() {
            if item.distance >= best { break }
            // A need that was reached anew, nearer, was looked at then.
            guard item.distance == needSteps[Int(item.need)].distance else { continue }
            look(from: Int(item.need), at: item.distance)
        }
    }

    /// Looks at every offer to a need that could lead to a cheaper end.
    private mutating func look(from need: Int, at distance: Int) {
        let leave = distance + network.penalty[need] - needPrice[need]
        if leave < best {
            best = leave
            end = .leave(need: need)
        }
        hideFullLinks(of: need, by: Self.hidden)
        let start = distance - needPrice[need]
        for shelf in network.shelves(of: need) {
            let (base, pool) = (start + network.shelves[shelf].base, network.shelves[shelf].pool)
            let floor = poolFloor[Int(pool)]
            if floor == Self.far || base + floor >= best { continue }
            poolFloor[Int(pool)] = read(network.shelves[shelf], from: need, start: start)
            if best <= distance { break }
        }
        hideFullLinks(of: need, by: -Self.hidden)
    }

    /// Reads a pool as far as it could matter, and gives its new floor.
    private mutating func read(_ shelf: LinkNetwork.Shelf, from need: Int, start: Int) -> Int {
        let base = start + shelf.base
        var least = Self.far
        var mayRaise = true
        for offer in network.offers(in: shelf.pool) {
            let cost = network.offerCost[offer]
            if base + cost >= best {
                // Every offer from here on asks at least this.
                least = min(least, cost)
                break
            }
            let slot = Int(network.offerSlot[offer])
            let view = slots[slot]
            let asked = cost + view.price
            least = min(least, asked)
            if view.price >= Self.hidden { mayRaise = false }
            let distance = base + asked
            if distance < view.distance, distance < best {
                let step = SlotStep(need: Int32(truncatingIfNeeded: need), cost: shelf.base + cost)
                reach(slot, at: distance, by: step)
            }
        }
        return mayRaise ? least : poolFloor[Int(shelf.pool)]
    }

    /// A need that takes as many units as it may from one slot is offered nothing more by it.
    private mutating func hideFullLinks(of need: Int, by price: Int) {
        var link = links.firstOfNeed[need]
        while link != LinkTable.none {
            let entry = links.entries[Int(link)]
            if entry.amount >= network.mostFromOne[need] { slots[Int(entry.slot)].price += price }
            link = entry.nextOfNeed
        }
    }

    /// Comes to a slot: there is room, or somebody there must make room.
    private mutating func reach(_ slot: Int, at distance: Int, by step: SlotStep) {
        note(slot, at: distance)
        slotSteps[slot] = step
        let resource = Int(network.slotResource[slot])
        if slotLoad[slot] == network.slotRoom[slot] {
            push(holdersOf: slot, of: resource, at: distance)
        } else if load[resource] < network.capacity[resource] {
            best = distance
            end = .room(slot: slot)
        } else if distance < resourceDistance[resource] {
            if resourceDistance[resource] == Self.far {
                touchedResources.append(Int32(truncatingIfNeeded: resource))
            }
            resourceDistance[resource] = distance
            push(holdersOf: resource, enteringBy: slot, at: distance)
        }
    }

    /// The price of a slot, hidden or not.
    private func price(of slot: Int) -> Int { slots[slot].price & (Self.hidden - 1) }

    private mutating func note(_ slot: Int, at distance: Int) {
        if slots[slot].distance == Self.far { touchedSlots.append(Int32(truncatingIfNeeded: slot)) }
        slots[slot].distance = distance
    }

    /// Whoever holds a full slot may be moved away from it.
    private mutating func push(holdersOf slot: Int, of resource: Int, at distance: Int) {
        let price = price(of: slot)
        var link = links.firstOfResource[resource]
        while link != LinkTable.none {
            let entry = links.entries[Int(link)]
            if Int(entry.slot) == slot {
                let need = Int(entry.need)
                push(need, at: distance + needPrice[need] - entry.cost - price, giving: link, to: slot)
            }
            link = entry.nextOfResource
        }
    }

    /// Whoever holds a resource that is spent may be moved away, whatever slot it stands in.
    private mutating func push(holdersOf resource: Int, enteringBy slot: Int, at distance: Int) {
        let price = resourcePrice[resource]
        var link = links.firstOfResource[resource]
        while link != LinkTable.none {
            let entry = links.entries[Int(link)]
            let (need, held) = (Int(entry.need), Int(entry.slot))
            if slotLoad[held] == network.slotRoom[held] {
                let there = distance + self.price(of: held) - price
                if there < slots[held].distance { note(held, at: there) }
            }
            push(need, at: distance + needPrice[need] - entry.cost - price, giving: link, to: slot)
            link = entry.nextOfResource
        }
    }

    private mutating func push(_ need: Int, at distance: Int, giving link: Int32, to slot: Int) {
        guard distance < best, distance < needSteps[need].distance else { return }
        if needSteps[need].distance == Self.far { touchedNeeds.append(Int32(truncatingIfNeeded: need)) }
        needSteps[need] = NeedStep(distance: distance, link: link, slot: Int32(truncatingIfNeeded: slot))
        queue.push(Int32(truncatingIfNeeded: need), at: distance)
    }
}
