import Methods
import Values

/// Every contiguous division of a small map, looked at one after the other: what the search is held against.
struct RegridByHand {
    struct Division {
        let labels: [Int]
        let ssd: Double
        let deviation: Double
    }

    let map: BuildingMap
    let groups: Int

    /// The divisions that also keep to a rule, each once. Groups are numbered by their lowest building.
    func divisions(where keeps: ([Int]) -> Bool = { _ in true }) throws -> [Division] {
        var found: [Division] = []
        var labels = [Int](repeating: 0, count: map.count)
        func place(_ building: Int, _ used: Int) throws {
            guard building < map.count else {
                guard used == groups, keeps(labels), isContiguous(labels) else { return }
                let figures = try RegridFigures(labels: labels, of: map)
                // By either formula in use, which differ in the last digit.
                let deviation = figures.groups.reduce(figures.maxLoadDeviation) {
                    figures.evenLoad > 0 ? max($0, abs($1.load / figures.evenLoad - 1)) : $0
                }
                found.append(Division(labels: labels, ssd: figures.ssd, deviation: deviation))
                return
            }
            // Too few buildings may be left to begin the groups that are missing.
            guard groups - used <= map.count - building else { return }
            for label in 0...min(used, groups - 1) {
                labels[building] = label
                try place(building + 1, max(used, label + 1))
            }
        }
        try place(0, 0)
        return found
    }

    /// The best by the order that is promised: loads within the tolerance or as near as can be, then least
    /// spread.
    static func best(_ divisions: [Division], tolerance: Double) -> Division? {
        guard let nearest = divisions.map(\.deviation).min() else { return nil }
        let reach = nearest > tolerance ? nearest + 1e-12 : tolerance
        return divisions.filter { $0.deviation <= reach }.min { $0.ssd < $1.ssd }
    }

    private func isContiguous(_ labels: [Int]) -> Bool {
        for label in 0..<groups {
            var left = Set(labels.indices.filter { labels[$0] == label })
            guard let first = left.first else { return false }
            var waiting = [first]
            left.remove(first)
            while let building = waiting.popLast() {
                for other in map.neighbors[building] where left.remove(other) != nil { waiting.append(other) }
            }
            guard left.isEmpty else { return false }
        }
        return true
    }
}

/// Small maps by the dice.
enum RegridMaps {
    /// A lattice with some borders missing and some corners that touch; it may fall into parts.
    static func small(_ dice: inout Dice, rows: Int, columns: Int, gaps: Int) throws -> BuildingMap {
        let count = rows * columns
        var borders = [[Int]](repeating: [], count: count)
        func join(_ one: Int, _ other: Int) {
            borders[one].append(other)
            borders[other].append(one)
        }
        for building in 0..<count {
            let isLast = building % columns == columns - 1, isLow = building / columns == rows - 1
            if !isLast, !dice.chance(gaps) { join(building, building + 1) }
            if !isLow, !dice.chance(gaps) { join(building, building + columns) }
            if !isLast, !isLow, dice.chance(20) { join(building, building + columns + 1) }
        }
        return try BuildingMap(
            features: (0..<count).map { _ in (0..<3).map { _ in Double(dice.below(2_000) - 1_000) / 256 } },
            loads: (0..<count).map { _ in Double(dice.within(5...30)) }, neighbors: borders)
    }

    /// A lattice whose buildings are alike where they are near.
    static func lattice(rows: Int, columns: Int, seed: UInt64) throws -> BuildingMap {
        var dice = Dice(seed: seed)
        let count = rows * columns
        let borders = (0..<count).map { building in
            var around: [Int] = []
            if building % columns > 0 { around.append(building - 1) }
            if building % columns < columns - 1 { around.append(building + 1) }
            if building >= columns { around.append(building - columns) }
            if building + columns < count { around.append(building + columns) }
            return around
        }
        let features = (0..<count).map { building in
            let row = Double(building / columns), column = Double(building % columns)
            return [row, column, row * column / 8, row - column].map {
                $0 / 4 + Double(dice.below(256)) / 256
            }
        }
        let loads = (0..<count).map { _ in Double(dice.within(6...40)) }
        return try BuildingMap(features: features, loads: loads, neighbors: borders)
    }

    /// The same map with its buildings numbered otherwise: building b stands at `order[b]`.
    static func renumbered(_ map: BuildingMap, _ order: [Int]) throws -> BuildingMap {
        var features = map.features, loads = map.loads, borders = map.neighbors
        for (old, new) in order.enumerated() {
            features[new] = map.features[old]
            loads[new] = map.loads[old]
            borders[new] = map.neighbors[old].map { order[$0] }
        }
        return try BuildingMap(features: features, loads: loads, neighbors: borders)
    }
}
