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
        let row = network.shelves(of: need)
        var shelf = firstShelf(asking: best - start, in: row)
        while shelf < row.upperBound {
            read(shelf, for: need, from: start)
            if best <= distance { break }
            shelf = firstShelf(asking: best - start, in: shelf + 1..<row.upperBound)
        }
        hideFullLinks(of: need, by: -Self.hidden)
    }

    /// The first shelf that, for all that is known of it, asks less than a limit; the end where none does.
    private func firstShelf(asking limit: Int, in row: Range<Int>) -> Int {
        shelfFloor.withUnsafeBufferPointer { floors in
            // Nearly all time is spent here: a run of numbers side by side, and nothing else.
            var shelf = row.lowerBound
            while shelf < row.upperBound, floors[shelf] >= limit { shelf += 1 }
            return shelf
        }
    }

    /// Reads a shelf as far as it could matter, and learns its floor.
    private mutating func read(_ shelf: Int, for need: Int, from start: Int) {
        let (base, pool) = (network.shelves[shelf].base, network.shelves[shelf].pool)
        defer { shelfFloor[shelf] = base + poolFloor[Int(pool)] }
        guard start + base + poolFloor[Int(pool)] < best else { return }
        var least = Self.hidden
        for place in network.offers(in: pool) {
            let offer = network.offers[place]
            if start + base + offer.cost >= best {
                // Every offer from here on asks at least this.
                least = min(least, offer.cost)
                break
            }
            let slot = Int(offer.slot)
            let view = slots[slot]
            least = min(least, offer.cost + (view.price & Self.shown))
            let distance = start + base + offer.cost + view.price
            if distance < view.distance, distance < best {
                let step = SlotStep(need: Int32(truncatingIfNeeded: need), cost: base + offer.cost)
                reach(slot, at: distance, by: step)
            }
        }
        poolFloor[Int(pool)] = least
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
    private func price(of slot: Int) -> Int { slots[slot].price & Self.shown }

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
