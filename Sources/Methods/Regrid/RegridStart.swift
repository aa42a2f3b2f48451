import Values

/// A first division: contiguous, near even, and another at every throw of the dice.
///
/// Each part is halved and halved again: a random spanning tree is grown, and cut at the edge that leaves
/// both sides nearest to the load of a whole number of groups (as the recursive tree partition of GerryChain;
/// DeFord, Duchin and Solomon, 2021). An anchor's core counts as one unit, and no tree is cut inside it.
struct RegridStart {
    private let units: RegridUnits
    private let anchors: RegridAnchors
    private let parts: RegridParts
    private var job: [Int32]
    private var labels: [Int32]
    private var free: [Int32]
    private var growth: RegridGrowth

    init(_ units: RegridUnits, anchors: RegridAnchors, parts: RegridParts) {
        self.units = units
        self.anchors = anchors
        self.parts = parts
        job = [Int32](repeating: -1, count: units.count)
        labels = [Int32](repeating: -1, count: units.count)
        free = []
        growth = RegridGrowth(core: anchors.core, units: units)
    }

    /// The group of every unit. Groups are numbered from 0, an anchor's group by its anchor.
    mutating func draw(_ dice: inout Dice) -> [Int32] {
        let groups = parts.groups.reduce(0, +)
        free = (anchors.count..<groups).reversed().map(Int32.init)
        var waiting = zip(parts.parts, parts.groups).map { (units: $0, groups: $1) }
        var number: Int32 = 0
        for index in job.indices { job[index] = -1 }
        while let (members, count) = waiting.popLast() {
            number += 1
            for unit in members { job[unit] = number }
            guard count > 1 else {
                name(members)
                continue
            }
            let cut = bestCut(of: members, groups: count, job: number, dice: &dice)
            waiting.append((cut.apart, cut.groups))
            waiting.append((cut.rest, count - cut.groups))
        }
        return labels
    }

    private mutating func name(_ members: [Int]) {
        let anchored = members.first { anchors.core[$0] >= 0 }.map { Int32(anchors.core[$0]) }
        guard let label = anchored ?? free.popLast() else { return }
        for unit in members { labels[unit] = label }
    }

    private struct Cut {
        var apart: [Int]
        var rest: [Int]
        var groups: Int
        /// How far the mean load of a group of either side is from that of all, as a share of it.
        var error: Double
    }

    private mutating func bestCut(of members: [Int], groups: Int, job number: Int32, dice: inout Dice) -> Cut
    {
        var best: Cut?
        for _ in 0..<6 {
            growth.grow(from: members[dice.below(members.count)], dice: &dice) { [job] in job[$0] == number }
            let tree = RegridTree(growth, of: units, core: anchors.core)
            guard let edge = tree.bestEdge(groups: groups), edge.error < best?.error ?? .infinity else {
                continue
            }
            let (apart, rest) = tree.cut(at: edge.index)
            best = Cut(apart: apart, rest: rest, groups: edge.groups, error: edge.error)
            if edge.error < 0.02 { break }
        }
        // Every tree of more units and cores than one has an edge to cut; the counts were checked before.
        return best ?? Cut(apart: [], rest: members, groups: 0, error: .infinity)
    }
}

/// A random spanning tree of some units.
private struct RegridTree {
    /// The units in the order in which they were reached.
    private let reached: [Int]
    /// By place in `reached`: the place of the unit that it hangs on, and whether that edge may not be cut.
    private let above: [Int]
    private let isFixed: [Bool]
    /// By place in `reached`, of all that hangs on it and itself: load, units (a core as one), cores.
    private var load: [Double]
    private var size: [Int]
    private var cores: [Int]

    init(_ growth: RegridGrowth, of units: RegridUnits, core: [Int]) {
        reached = growth.reached
        above = growth.above
        isFixed = growth.isFixed
        load = reached.map { units.units[$0].load }
        size = isFixed.map { $0 ? 0 : 1 }
        cores = zip(reached, isFixed).map { core[$0] >= 0 && !$1 ? 1 : 0 }
        for place in reached.indices.reversed() where above[place] >= 0 {
            load[above[place]] += load[place]
            size[above[place]] += size[place]
            cores[above[place]] += cores[place]
        }
    }

    /// The edge to cut, by the place below it, and how many groups are to lie below.
    func bestEdge(groups: Int) -> (index: Int, groups: Int, error: Double)? {
        var best: (index: Int, groups: Int, error: Double)?
        let mean = load[0] / Double(groups)
        for place in reached.indices.dropFirst() where !isFixed[place] {
            let few = max(1, cores[place], groups - (size[0] - size[place]))
            let many = min(groups - 1, size[place], groups - (cores[0] - cores[place]))
            guard few <= many else { continue }
            let wanted = mean > 0 ? load[place] / mean : Double(size[place] * groups) / Double(size[0])
            let low = max(few, min(many, Int(wanted))), high = max(few, min(many, low + 1))
            for below in low...high {
                let one = load[place] / Double(below),
                    other = (load[0] - load[place]) / Double(groups - below)
                let error =
                    mean > 0 ? max(abs(one - mean), abs(other - mean)) / mean : abs(wanted - Double(below))
                if error < best?.error ?? .infinity { best = (place, below, error) }
            }
        }
        return best
    }

    /// What hangs below a place, and all else, each ascending.
    func cut(at place: Int) -> (apart: [Int], rest: [Int]) {
        var isApart = [Bool](repeating: false, count: reached.count)
        isApart[place] = true
        for lower in reached.indices where lower > place && isApart[above[lower]] { isApart[lower] = true }
        let apart = reached.indices.filter { isApart[$0] }.map { reached[$0] }
        let rest = reached.indices.filter { !isApart[$0] }.map { reached[$0] }
        return (apart.sorted(), rest.sorted())
    }
}

/// Grows a random tree by taking, again and again, any edge that leads out of it; a core is taken whole at
/// once.
private struct RegridGrowth {
    private let core: [Int]
    private let units: RegridUnits
    private var place: [Int]
    private var edges: [(from: Int, to: Int)] = []
    private(set) var reached: [Int] = []
    private(set) var above: [Int] = []
    private(set) var isFixed: [Bool] = []

    init(core: [Int], units: RegridUnits) {
        self.core = core
        self.units = units
        place = [Int](repeating: -1, count: units.count)
    }

    mutating func grow(from first: Int, dice: inout Dice, isMember: (Int) -> Bool) {
        for unit in reached { place[unit] = -1 }
        reached.removeAll(keepingCapacity: true)
        above.removeAll(keepingCapacity: true)
        isFixed.removeAll(keepingCapacity: true)
        take(first, above: -1, isMember: isMember)
        while !edges.isEmpty {
            edges.swapAt(dice.below(edges.count), edges.count - 1)
            let edge = edges.removeLast()
            if place[edge.to] < 0 { take(edge.to, above: place[edge.from], isMember: isMember) }
        }
    }

    private mutating func take(_ unit: Int, above: Int, isMember: (Int) -> Bool) {
        add(unit, above: above, isFixed: false)
        var next = reached.count - 1
        while next < reached.count {
            let unit = reached[next]
            for other in units.units[unit].neighbors where place[other] < 0 && isMember(other) {
                if core[unit] >= 0, core[other] == core[unit] {
                    add(other, above: next, isFixed: true)
                } else {
                    edges.append((unit, other))
                }
            }
            next += 1
        }
    }

    private mutating func add(_ unit: Int, above: Int, isFixed: Bool) {
        place[unit] = reached.count
        reached.append(unit)
        self.above.append(above)
        self.isFixed.append(isFixed)
    }
}
