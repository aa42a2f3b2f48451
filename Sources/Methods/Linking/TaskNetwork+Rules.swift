/// Pairs by rule: pools by skill, slot and building, and the shelves on which a task sees them.
extension TaskNetwork {
    /// A skill in a slot, as some task asks for.
    private struct Kind: Hashable, Comparable {
        let skill: Int
        let slot: Int

        static func < (one: Kind, other: Kind) -> Bool {
            one.skill == other.skill ? one.slot < other.slot : one.skill < other.skill
        }
    }

    /// Tasks of one kind at one building are offered the same.
    private struct Spot: Hashable {
        let kind: Int
        let building: Int
    }

    /// Volunteers of one kind at one building.
    private struct Place {
        let building: Int
        let pool: Int32
    }

    /// One volunteer for one kind.
    private struct Match {
        let kind: Int32
        let volunteer: Int32
        let slot: Int32
    }

    mutating func addRules() throws(InputFault) {
        let kinds = Set(list.tasks.map { Kind(skill: $0.skill, slot: $0.slot) }).sorted()
        let places = addPools(of: kinds, try matches(with: kinds))
        var rows: [Spot: Int32] = [:]
        for (index, task) in list.tasks.enumerated() {
            let kind = kinds.firstPlace { $0 >= Kind(skill: task.skill, slot: task.slot) }
            let spot = Spot(kind: kind, building: task.building)
            if let row = rows[spot] {
                addTask(index, row: row)
            } else {
                let row = try addRow(of: places[kind], around: task.building)
                rows[spot] = row
                addTask(index, row: row)
            }
        }
    }

    /// Gives every volunteer their slots, and lists who could serve which kinds: from building to building,
    /// there those who served least of late first, then by id.
    private mutating func matches(with kinds: [Kind]) throws(InputFault) -> [Match] {
        let firstSlot = addSlots()
        let order = list.volunteers.indices.sorted {
            let (one, other) = (list.volunteers[$0], list.volunteers[$1])
            return (one.building, one.past, $0) < (other.building, other.past, $1)
        }
        var matches: [Match] = []
        for place in order {
            let one = list.volunteers[place]
            for skill in list.numbers[one.skills] {
                var kind = kinds.firstPlace { $0.skill >= skill }
                for entry in one.slots {
                    let slot = list.numbers[entry]
                    while kind < kinds.count, kinds[kind] < Kind(skill: skill, slot: slot) { kind += 1 }
                    guard kind < kinds.count, kinds[kind] == Kind(skill: skill, slot: slot) else { continue }
                    let node = oneTaskPerSlot ? firstSlot[place] + entry - one.slots.lowerBound : place
                    matches.append(
                        Match(
                            kind: Int32(truncatingIfNeeded: kind),
                            volunteer: Int32(truncatingIfNeeded: place),
                            slot: Int32(truncatingIfNeeded: node)))
                }
            }
            if matches.count > Self.mostParts { throw Self.tooMany }
        }
        return matches
    }

    private mutating func addSlots() -> [Int] {
        list.volunteers.indices.map { place in
            let one = list.volunteers[place]
            guard oneTaskPerSlot else { return network.addSlot(of: place, room: one.most) }
            let first = network.slotResource.count
            for _ in one.slots { _ = network.addSlot(of: place, room: 1) }
            return first
        }
    }

    /// Makes the pools, kind by kind, and gives the places of each kind in order of building.
    private mutating func addPools(of kinds: [Kind], _ matches: [Match]) -> [[Place]] {
        var start = [Int](repeating: 0, count: kinds.count + 1)
        for match in matches { start[Int(match.kind) + 1] += 1 }
        for kind in kinds.indices { start[kind + 1] += start[kind] }
        var next = start
        var sorted = matches
        for match in matches {
            sorted[next[Int(match.kind)]] = match
            next[Int(match.kind)] += 1
        }
        return kinds.indices.map { addPools(sorted[start[$0]..<start[$0 + 1]]) }
    }

    private mutating func addPools(_ matches: ArraySlice<Match>) -> [Place] {
        var places: [Place] = []
        var building = -1
        for match in matches {
            let one = list.volunteers[Int(match.volunteer)]
            if one.building != building {
                if building >= 0 { places.append(Place(building: building, pool: network.closePool())) }
                building = one.building
            }
            network.addOffer(slot: match.slot, cost: Self.pastCost * one.past)
        }
        if building >= 0 { places.append(Place(building: building, pool: network.closePool())) }
        return places
    }

    /// Puts the places in reach of a building on shelves, nearest first, then in order of building.
    private mutating func addRow(of places: [Place], around building: Int) throws(InputFault) -> Int32 {
        let reach = list.furthest < 0 ? -1 : min(list.furthest / Lattice.step, 1 << 32)
        let band = Lattice.band(around: building, steps: max(reach, 0))
        var found: [(steps: Int, pool: Int32)] = []
        var place = places.firstPlace { $0.building >= band.lowerBound }
        while place < places.count, places[place].building <= band.upperBound {
            let steps = Lattice.steps(building, places[place].building)
            if steps <= reach { found.append((steps, places[place].pool)) }
            place += 1
        }
        found.sort { $0 < $1 }
        for one in found { network.addShelf(one.pool, base: Lattice.cost(one.steps)) }
        if network.shelves.count > Self.mostParts { throw Self.tooMany }
        return network.closeRow()
    }

    private static let mostParts = 1 << 26
    private static let tooMany = InputFault("more than \(mostParts) offers: too many to weigh at once")
}

extension Array {
    /// The first place whose element satisfies a condition that, once true, stays so; the end where none
    /// does.
    func firstPlace(_ isReached: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
