import Values

/// Units that must end in one group, joined by a path of others so that a start can be made with them.
///
/// Only the anchors themselves are held where they are; what lies between them may leave once it is not
/// needed.
struct RegridAnchors: Sendable {
    /// The core each unit belongs to, by anchor; -1 for none. Every core is connected.
    let core: [Int]
    /// How many anchors there are.
    let count: Int

    /// Joins each anchor's units by shortest paths that keep clear of the other anchors.
    ///
    /// Paths may stand in one another's way, so the anchors are tried in several orders. *Refuses* an anchor
    /// that no path joins; `name` says which it is.
    init(_ units: RegridUnits, count: Int, dice: inout Dice, name: (Int) -> String) throws(InputFault) {
        self.count = count
        let bare = units.units.map(\.anchor)
        for anchor in 0..<count where Self.joined(anchor, of: units, around: bare) == nil {
            throw InputFault(
                "\(name(anchor)) cannot be joined without passing through buildings held elsewhere")
        }
        var order = Array(0..<count)
        for _ in 0..<8 {
            if let core = Self.joined(order, of: units, around: bare) {
                self.core = core
                return
            }
            order = dice.shuffled(order)
        }
        throw InputFault(
            "no way was found to join all buildings that are fixed or kept together, each set for itself")
    }

    private static func joined(_ order: [Int], of units: RegridUnits, around bare: [Int]) -> [Int]? {
        var core = bare
        for anchor in order {
            guard let grown = joined(anchor, of: units, around: core) else { return nil }
            core = grown
        }
        return core
    }

    /// Joins one anchor's units; nil where there is no way.
    private static func joined(_ anchor: Int, of units: RegridUnits, around core: [Int]) -> [Int]? {
        var core = core
        let wanted = units.units.indices.filter { units.units[$0].anchor == anchor }
        guard let first = wanted.first else { return core }
        var isJoined = [Bool](repeating: false, count: units.count)
        spread(from: first, anchor, core, units, &isJoined)
        while let path = shortestPath(from: isJoined, to: anchor, core: core, units: units) {
            for unit in path {
                core[unit] = anchor
                isJoined[unit] = true
            }
            spread(from: path[0], anchor, core, units, &isJoined)
        }
        return wanted.allSatisfy { isJoined[$0] } ? core : nil
    }

    /// Joins what touches and is of the same anchor.
    private static func spread(
        from unit: Int, _ anchor: Int, _ core: [Int], _ units: RegridUnits, _ isJoined: inout [Bool]
    ) {
        isJoined[unit] = true
        var waiting = [unit]
        while let unit = waiting.popLast() {
            for other in units.units[unit].neighbors where core[other] == anchor && !isJoined[other] {
                isJoined[other] = true
                waiting.append(other)
            }
        }
    }

    /// The units on the shortest path from what is joined to the nearest of the anchor's units that is not.
    private static func shortestPath(
        from isJoined: [Bool], to anchor: Int, core: [Int], units: RegridUnits
    ) -> [Int]? {
        var before = [Int](repeating: -1, count: units.count)
        var queue = isJoined.indices.filter { isJoined[$0] }
        var next = 0
        while next < queue.count {
            let unit = queue[next]
            next += 1
            for other in units.units[unit].neighbors where !isJoined[other] && before[other] < 0 {
                guard core[other] < 0 || core[other] == anchor else { continue }
                before[other] = unit
                if units.units[other].anchor == anchor {
                    return Array(sequence(first: other) { isJoined[before[$0]] ? nil : before[$0] })
                }
                queue.append(other)
            }
        }
        return nil
    }
}
