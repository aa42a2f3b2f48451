/// What a search moves about: buildings, or sets of them that touch and are kept together, in an order of
/// their own.
///
/// Features and loads are held as whole numbers (in `Double`), so that every sum is exact and depends on no
/// order. The order of the units follows from what they are and whom they touch, not from how they were
/// numbered: buildings that are numbered otherwise give the same proposal, unless two cannot be told apart;
/// those keep their numbers' order.
struct RegridUnits: Sendable {
    /// One unit as it comes in, before it has a place in the order.
    struct Unit: Sendable {
        var buildings: [Int]
        /// Sum of the buildings' features, in steps.
        var sum: [Double]
        var load: Double
        var neighbors: [Int]
        /// The anchor it belongs to; units of one anchor end in the same group. -1 for none.
        var anchor: Int
    }

    let units: [Unit]
    /// Whether the loads were whole numbers already; if not they are rounded at the fiftieth binary digit.
    let isExact: Bool
    /// What one step of load stands for.
    let loadStep: Double
    /// Sum of the loads, in steps.
    let totalLoad: Double

    var count: Int { units.count }

    /// Gathers the buildings of a map into units.
    ///
    /// - Parameters:
    ///   - sets: every building in one list; each list touches itself throughout.
    ///   - anchors: by set, as in `Unit.anchor`.
    init(of map: BuildingMap, sets: [[Int]], anchors: [Int]) {
        let steps = RegridSteps(of: map)
        let loads = map.loads.map(steps.load)
        var setOf = [Int](repeating: 0, count: map.count)
        for (set, buildings) in sets.enumerated() { for building in buildings { setOf[building] = set } }
        let unordered = sets.enumerated().map { set, buildings in
            var sum = [Double](repeating: 0, count: map.width)
            for building in buildings {
                for feature in 0..<map.width {
                    sum[feature] += steps.feature(map.features[building][feature], feature)
                }
            }
            let around = Set(buildings.flatMap { map.neighbors[$0].map { setOf[$0] } }).subtracting([set])
            return Unit(
                buildings: buildings.sorted(), sum: sum, load: buildings.reduce(0) { $0 + loads[$1] },
                neighbors: around.sorted(), anchor: anchors[set])
        }
        units = Self.ordered(unordered)
        isExact = steps.isExact
        loadStep = steps.loadStep
        totalLoad = loads.reduce(0, +)
    }

    /// By what share of the even load sums of loads may be off: what was rounded to steps, and the last
    /// binary digits of a share.
    func roundingShare(groups: Int) -> Double {
        let even = totalLoad / Double(groups)
        return isExact || even == 0 ? 1e-12 : (Double(count) + 1_024) / even + 1e-12
    }

    /// The label of every building, by the label of every unit.
    func labels(_ ofUnits: [Int32], count: Int) -> [Int] {
        var labels = [Int](repeating: 0, count: count)
        for (unit, label) in zip(units, ofUnits) {
            for building in unit.buildings { labels[building] = Int(label) }
        }
        return labels
    }
}

extension RegridUnits {
    /// Orders by load, number of buildings and features; then, while some are alike, by the places of their
    /// neighbours; then by the lowest building.
    private static func ordered(_ units: [Unit]) -> [Unit] {
        var order = Array(units.indices)
        var place = [Int](repeating: 0, count: units.count)
        order.sort { precedes(units[$0], units[$1]) ?? (units[$0].buildings[0] < units[$1].buildings[0]) }
        var kinds = number(order, into: &place) { precedes(units[$0], units[$1]) == nil }
        for _ in 0..<16 where kinds < units.count {
            let around = units.map { $0.neighbors.map { place[$0] }.sorted() }
            let before = place
            order.sort {
                if before[$0] != before[$1] { return before[$0] < before[$1] }
                if around[$0] != around[$1] { return around[$0].lexicographicallyPrecedes(around[$1]) }
                return units[$0].buildings[0] < units[$1].buildings[0]
            }
            let refined = number(order, into: &place) { before[$0] == before[$1] && around[$0] == around[$1] }
            guard refined > kinds else { break }
            kinds = refined
        }
        var rank = [Int](repeating: 0, count: units.count)
        for (index, unit) in order.enumerated() { rank[unit] = index }
        return order.map {
            var unit = units[$0]
            unit.neighbors = unit.neighbors.map { rank[$0] }.sorted()
            return unit
        }
    }

    /// Which comes first; nil where the two are alike.
    private static func precedes(_ one: Unit, _ other: Unit) -> Bool? {
        if one.load != other.load { return one.load < other.load }
        if one.buildings.count != other.buildings.count { return one.buildings.count < other.buildings.count }
        if (one.anchor < 0) != (other.anchor < 0) { return one.anchor < 0 }
        if one.sum != other.sum { return one.sum.lexicographicallyPrecedes(other.sum) }
        return nil
    }

    /// Gives each its place, those alike the same; returns how many kinds there are.
    private static func number(_ order: [Int], into place: inout [Int], alike: (Int, Int) -> Bool) -> Int {
        var kinds = 0
        for (index, unit) in order.enumerated() {
            if index > 0, alike(order[index - 1], unit) {
                place[unit] = place[order[index - 1]]
            } else {
                place[unit] = index
                kinds += 1
            }
        }
        return kinds
    }
}

/// The steps in which features and loads are held as whole numbers.
struct RegridSteps {
    let loadStep: Double
    let isExact: Bool
    private let centre: [Double]
    private let featureStep: Double

    init(of map: BuildingMap) {
        let total = map.loads.reduce(0, +)
        isExact = total <= 0x1p50 && map.loads.allSatisfy { $0 == $0.rounded() }
        loadStep = isExact || total == 0 ? 1 : Self.power(above: total) * 0x1p-50
        centre = (0..<map.width).map { feature in
            var least = map.features[0][feature], most = least
            for row in map.features {
                least = min(least, row[feature])
                most = max(most, row[feature])
            }
            return (least + most) / 2
        }
        var widest = 0.0
        for row in map.features {
            for (value, middle) in zip(row, centre) { widest = max(widest, abs(value - middle)) }
        }
        featureStep = widest > 0 ? Self.power(above: widest) * 0x1p-30 : 1
    }

    func load(_ value: Double) -> Double { (value / loadStep).rounded() }

    /// A building's feature, given with which it is; the middle of the feature's range is 0.
    func feature(_ value: Double, _ index: Int) -> Double {
        ((value - centre[index]) / featureStep).rounded()
    }

    /// The least power of two above; one too small to be told from 0 counts as the smallest that can.
    private static func power(above value: Double) -> Double {
        Double(sign: .plus, exponent: max(value.exponent, -900) + 1, significand: 1)
    }
}
