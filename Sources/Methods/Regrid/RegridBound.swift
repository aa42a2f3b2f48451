/// Proofs that loads cannot come within a tolerance, whatever the division.
///
/// Three simple facts are looked at. A unit heavier than a group may be is too heavy. Loads that are all
/// multiples of a number sum up to multiples of it. And where one unit alone joins a pocket to the rest (an
/// articulation point; Hopcroft and Tarjan, 1973), every group but that unit's own lies wholly inside a
/// pocket, so the pocket's load must be a whole number of groups and a remainder that joins the unit. No
/// claim is made where none of them speaks.
struct RegridBound {
    /// Those that stand in the way, the strongest of each kind.
    let obstacles: [LoadObstacle]

    init(_ units: RegridUnits, parts: RegridParts, tolerance: Double) {
        let groups = parts.groups.reduce(0, +), even = units.totalLoad / Double(groups)
        guard even > 0 else {
            obstacles = []
            return
        }
        let pockets = Self.pocket(units, groups: parts.parts.count == 1 ? groups : nil, even: even, tolerance)
        let steps = Self.steps(units, even: even, tolerance)
        obstacles = [Self.heavy(units, even: even, tolerance), steps, parts.obstacle, pockets].compactMap {
            $0
        }
    }

    /// Nothing is claimed beyond: there groups may be nearly empty, and there is little left to prove.
    private static let widest = 0.9
    /// Joints of more pockets times groups are passed over, so that work stays bounded.
    private static let jointLimit = 1_000_000

    private static func heavy(_ units: RegridUnits, even: Double, _ tolerance: Double) -> LoadObstacle? {
        var byAnchor: [Int: (building: Int, load: Double)] = [:]
        for (index, unit) in units.units.enumerated() {
            let key = unit.anchor < 0 ? -1 - index : unit.anchor
            let known = byAnchor[key] ?? (unit.buildings[0], 0)
            byAnchor[key] = (min(known.building, unit.buildings[0]), known.load + unit.load)
        }
        let heaviest = byAnchor.values.max { ($0.load, -$0.building) < ($1.load, -$1.building) }
        guard let heaviest, heaviest.load / even - 1 > tolerance else { return nil }
        return .heavy(building: heaviest.building, share: heaviest.load / even)
    }

    /// Some group has at least the next multiple above the even load, some at most the next below.
    private static func steps(_ units: RegridUnits, even: Double, _ tolerance: Double) -> LoadObstacle? {
        guard units.isExact else { return nil }
        let step = units.units.reduce(0) { divisor($0, Int($1.load)) }
        guard step > 0 else { return nil }
        let above = (even / Double(step)).rounded(.up) * Double(step)
        let below = (even / Double(step)).rounded(.down) * Double(step)
        let nearest = max(above - even, even - below) / even
        return nearest > tolerance ? .steps(of: Double(step), nearest: nearest) : nil
    }

    /// The greatest common divisor (Euclid).
    private static func divisor(_ one: Int, _ other: Int) -> Int {
        var one = one, other = other
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }

    private static func pocket(
        _ units: RegridUnits, groups: Int?, even: Double, _ tolerance: Double
    ) -> LoadObstacle? {
        var worst: LoadObstacle?
        var reach = tolerance
        for joint in RegridJoint.all(of: units) where reach < widest {
            guard joint.pockets.count * (groups ?? 1) <= jointLimit,
                !joint.allows(reach * even, even: even, groups: groups)
            else { continue }
            var near = reach, far = widest
            for _ in 0..<60 {
                let middle = (near + far) / 2
                if joint.allows(middle * even, even: even, groups: groups) {
                    far = middle
                } else {
                    near = middle
                }
            }
            reach = far
            let smallest = joint.pockets.min() ?? 0
            worst = .pocket(
                behind: units.units[joint.unit].buildings[0], share: smallest / even, nearest: near)
        }
        return worst
    }
}

/// A unit without which its part of the map falls into several.
struct RegridJoint {
    let unit: Int
    let load: Double
    /// The loads of the pieces that are left.
    let pockets: [Double]

    /// Whether groups with loads within reach of the even one may exist, as far as this joint can tell.
    ///
    /// - Parameters:
    ///   - reach: less than the even load.
    ///   - groups: how many groups there are in the joint's part of the map; nil where that is open.
    func allows(_ reach: Double, even: Double, groups: Int?) -> Bool {
        let least = even - reach, most = even + reach
        // By how many groups lie wholly inside the pockets so far, the least and the most load left to the
        // joint's own.
        var left: [Int: (least: Double, most: Double)] = [0: (load, load)]
        for pocket in pockets {
            var grown: [Int: (least: Double, most: Double)] = [:]
            for inside in choices(pocket, least: least, most: most) {
                let low = max(0, pocket - Double(inside) * most), high = pocket - Double(inside) * least
                for (count, rest) in left where rest.least + low <= most {
                    let known = grown[count + inside] ?? (.infinity, -.infinity)
                    grown[count + inside] = (
                        min(known.least, rest.least + low), max(known.most, rest.most + high)
                    )
                }
            }
            left = grown
        }
        return left.contains { count, rest in
            (groups.map { $0 - 1 == count } ?? true) && rest.least <= most && rest.most >= least
        }
    }

    /// How many whole groups a pocket may hold so that what is left is neither negative nor too much for one
    /// group.
    private func choices(_ pocket: Double, least: Double, most: Double) -> ClosedRange<Int> {
        let few = max(0, ((pocket - most) / most).rounded(.up))
        let many = (pocket / least).rounded(.down)
        return Int(few)...Int(max(few, many))
    }

    /// Every articulation point, by depth first search with an explicit stack.
    static func all(of units: RegridUnits) -> [RegridJoint] {
        var search = RegridJointSearch(units)
        return search.run()
    }
}

/// The depth first search that finds where a map hangs together by one unit.
private struct RegridJointSearch {
    private let units: RegridUnits
    private var order: [Int], low: [Int], load: [Double], parent: [Int], next: [Int]
    private var pockets: [Int: [Double]] = [:]
    private var clock = 0

    init(_ units: RegridUnits) {
        self.units = units
        order = [Int](repeating: -1, count: units.count)
        low = order
        parent = order
        next = [Int](repeating: 0, count: units.count)
        load = units.units.map(\.load)
    }

    mutating func run() -> [RegridJoint] {
        var joints: [RegridJoint] = []
        for root in 0..<units.count where order[root] < 0 {
            pockets = [:]
            visit(root)
            for (unit, behind) in pockets.sorted(by: { $0.key < $1.key }) {
                let rest = load[root] - units.units[unit].load - behind.reduce(0, +)
                let all = unit == root ? behind : behind + [rest]
                guard all.count > 1 else { continue }
                joints.append(RegridJoint(unit: unit, load: units.units[unit].load, pockets: all))
            }
        }
        return joints
    }

    /// Afterwards `load[root]` is the load of the whole part.
    private mutating func visit(_ root: Int) {
        enter(root)
        var stack = [root]
        while let unit = stack.last {
            let around = units.units[unit].neighbors
            guard next[unit] < around.count else {
                stack.removeLast()
                leave(unit)
                continue
            }
            let other = around[next[unit]]
            next[unit] += 1
            if order[other] < 0 {
                parent[other] = unit
                enter(other)
                stack.append(other)
            } else {
                low[unit] = min(low[unit], order[other])
            }
        }
    }

    private mutating func enter(_ unit: Int) {
        order[unit] = clock
        low[unit] = clock
        clock += 1
    }

    private mutating func leave(_ unit: Int) {
        let above = parent[unit]
        guard above >= 0 else { return }
        low[above] = min(low[above], low[unit])
        load[above] += load[unit]
        if low[unit] >= order[above] { pockets[above, default: []].append(load[unit]) }
    }
}
