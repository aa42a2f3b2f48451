/// Needs, resources and pairs, checked and in order of id, as a network.
struct PlanProblem {
    let needs: [PlanNeed]
    let resources: [PlanResource]
    private(set) var network = LinkNetwork()

    /// A pair by places instead of ids.
    private struct Pair {
        let need: Int
        let resource: Int
        let cost: Int
    }

    private static let mostUnits = 1 << 40
    private static let mostParts = 1 << 28

    init(needs: [PlanNeed], resources: [PlanResource], permitted: [PermittedPair]) throws(InputFault) {
        self.needs = needs.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        self.resources = resources.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        guard max(needs.count, resources.count, permitted.count) <= Self.mostParts else {
            throw InputFault("more than \(Self.mostParts) needs, resources or pairs")
        }
        try Self.check(self.needs)
        try Self.check(self.resources)
        let pairs = try places(of: permitted)
        try build(pairs, penalties: try penalties(for: pairs))
    }

    private static func check(_ needs: [PlanNeed]) throws(InputFault) {
        for (need, next) in zip(needs, needs.dropFirst()) where need.id.utf8.elementsEqual(next.id.utf8) {
            throw InputFault("the need \(named(need.id)) is given twice")
        }
        for need in needs {
            guard (0...mostUnits).contains(need.units), (0...mostUnits).contains(need.mostFromOne) else {
                throw InputFault("the need \(named(need.id)) asks for a number of units out of bounds")
            }
            guard need.priority > 0 else {
                throw InputFault("the need \(named(need.id)) has a priority that is not above 0")
            }
        }
    }

    private static func check(_ resources: [PlanResource]) throws(InputFault) {
        for (one, next) in zip(resources, resources.dropFirst()) where one.id.utf8.elementsEqual(next.id.utf8)
        {
            throw InputFault("the resource \(named(one.id)) is given twice")
        }
        for one in resources {
            guard (0...mostUnits).contains(one.capacity), (0...mostUnits).contains(one.perSlot ?? 0) else {
                throw InputFault("the resource \(named(one.id)) has a capacity out of bounds")
            }
        }
    }

    /// A refusal quotes no more than the beginning of an id.
    private static func named(_ id: String) -> String { String(id.unicodeScalars.prefix(40)) }

    /// The pairs in order of need, cost and resource.
    private func places(of permitted: [PermittedPair]) throws(InputFault) -> [Pair] {
        var pairs: [Pair] = []
        pairs.reserveCapacity(permitted.count)
        for pair in permitted {
            let need = needs.firstPlace { !$0.id.utf8.lexicographicallyPrecedes(pair.need.utf8) }
            guard need < needs.count, needs[need].id.utf8.elementsEqual(pair.need.utf8) else {
                throw InputFault("a pair names the need \(Self.named(pair.need)), which is not given")
            }
            let resource = resources.firstPlace { !$0.id.utf8.lexicographicallyPrecedes(pair.resource.utf8) }
            guard resource < resources.count, resources[resource].id.utf8.elementsEqual(pair.resource.utf8)
            else {
                throw InputFault("a pair names the resource \(Self.named(pair.resource)), which is not given")
            }
            guard (-LinkNetwork.highestCost...LinkNetwork.highestCost).contains(pair.cost) else {
                throw InputFault("a pair costs more than can be weighed")
            }
            pairs.append(Pair(need: need, resource: resource, cost: pair.cost))
        }
        pairs.sort { ($0.need, $0.cost, $0.resource) < ($1.need, $1.cost, $1.resource) }
        var lastNeed = [Int](repeating: -1, count: resources.count)
        for pair in pairs {
            if lastNeed[pair.resource] == pair.need {
                let (need, resource) = (needs[pair.need].id, resources[pair.resource].id)
                throw InputFault("the pair \(Self.named(need)), \(Self.named(resource)) is given twice")
            }
            lastNeed[pair.resource] = pair.need
        }
        return pairs
    }

    /// What a unit of each need costs if it is left: so much that no saving of cost could ever outweigh it,
    /// and more the higher the need's priority ranks.
    private func penalties(for pairs: [Pair]) throws(InputFault) -> [Int] {
        let tooLarge = InputFault("units and costs are too large to weigh priority before cost")
        var span = 1
        var next = 0
        for need in needs.indices {
            var (least, most, units) = (0, 0, 0)
            while next < pairs.count, pairs[next].need == need {
                least = min(least, pairs[next].cost)
                most = max(most, pairs[next].cost)
                let given = min(needs[need].mostFromOne, resources[pairs[next].resource].capacity)
                units = min(needs[need].units, units + given)
                next += 1
            }
            let (product, one) = (most - least).multipliedReportingOverflow(by: units)
            let (sum, other) = span.addingReportingOverflow(product)
            if one || other { throw tooLarge }
            span = sum
        }
        let ranks = Set(needs.map(\.priority)).sorted()
        let (highest, overflow) = span.multipliedReportingOverflow(by: max(1, ranks.count))
        if overflow || highest > LinkNetwork.highestCost { throw tooLarge }
        return needs.map { need in span * (1 + ranks.firstPlace { $0 >= need.priority }) }
    }

    private mutating func build(_ pairs: [Pair], penalties: [Int]) throws(InputFault) {
        for one in resources { _ = network.addResource(capacity: one.capacity) }
        let keys = pairs.map { pair in
            let bound = resources[pair.resource].perSlot != nil
            return SlotKey(resource: pair.resource, slot: bound ? needs[pair.need].slot : nil)
        }
        let nodes = SlotNodes(keys)
        nodes.add(to: &network) { key in
            key.slot == nil ? resources[key.resource].capacity : resources[key.resource].perSlot ?? 0
        }
        var next = 0
        for (index, need) in needs.enumerated() {
            let first = next
            while next < pairs.count, pairs[next].need == index {
                network.addOffer(slot: nodes.node(of: keys[next]), cost: pairs[next].cost)
                next += 1
            }
            if next > first { network.addShelf(network.closePool(), base: 0) }
            network.addNeed(
                units: need.units, penalty: penalties[index], mostFromOne: need.mostFromOne,
                row: network.closeRow())
        }
    }
}
