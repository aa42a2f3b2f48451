/// The connected parts of a map, and how many groups each of them takes.
struct RegridParts: Sendable {
    /// The units of each part, ascending.
    let parts: [[Int]]
    /// How many groups each part is divided into.
    let groups: [Int]
    /// What stands in the way of even loads, in whatever way groups are given to the parts.
    let obstacle: LoadObstacle?

    /// Gives the groups to the parts so that the part whose loads come out furthest from even is as near as
    /// can be.
    ///
    /// *Refuses* fewer groups than parts, and more groups than there are units that may stand apart.
    init(_ units: RegridUnits, anchors: RegridAnchors, groups: Int, tolerance: Double) throws(InputFault) {
        parts = Self.parts(of: units)
        let bounds = parts.map { Self.bounds(of: $0, anchors: anchors) }
        let least = bounds.reduce(0) { $0 + $1.lowerBound }, most = bounds.reduce(0) { $0 + $1.upperBound }
        guard groups >= parts.count else {
            throw InputFault(
                "the map falls into \(parts.count) parts without a border between them: "
                    + "\(groups) contiguous groups cannot cover it, at least \(parts.count) are needed")
        }
        guard groups >= least, groups <= most else {
            throw InputFault(
                "with what is fixed and kept together there can be from \(least) to \(most) groups, "
                    + "not \(groups)"
            )
        }
        let even = units.totalLoad / Double(groups)
        let loads = parts.map { $0.reduce(0) { $0 + units.units[$1].load } }
        self.groups = Self.share(groups, loads: loads, bounds: bounds, even: even)
        obstacle = Self.obstacle(units, parts: parts, loads: loads, groups: self.groups, tolerance: tolerance)
    }

    private static func parts(of units: RegridUnits) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: units.count)
        var parts: [[Int]] = []
        for first in 0..<units.count where !isSeen[first] {
            var part = [first]
            isSeen[first] = true
            var next = 0
            while next < part.count {
                for other in units.units[part[next]].neighbors where !isSeen[other] {
                    isSeen[other] = true
                    part.append(other)
                }
                next += 1
            }
            parts.append(part.sorted())
        }
        return parts
    }

    /// How few and how many groups a part can be: one for each anchor at least, one for each core and unit at
    /// most.
    private static func bounds(of part: [Int], anchors: RegridAnchors) -> ClosedRange<Int> {
        let cores = Set(part.map { anchors.core[$0] }).subtracting([-1]).count
        let free = part.count { anchors.core[$0] < 0 }
        return max(1, cores)...(free + cores)
    }

    /// The numbers of groups with the least largest deviation; what is left over goes where groups are
    /// heaviest.
    private static func share(
        _ groups: Int, loads: [Double], bounds: [ClosedRange<Int>], even: Double
    ) -> [Int] {
        guard loads.count > 1 else { return [groups] }
        var near = 0.0, far = even * Double(groups) + 1
        for _ in 0..<100 {
            let middle = (near + far) / 2
            let ranges = zip(loads, bounds).map { range(load: $0, bounds: $1, even: even, reach: middle) }
            if reaches(ranges, groups) { far = middle } else { near = middle }
        }
        let ranges = zip(loads, bounds).map { range(load: $0, bounds: $1, even: even, reach: far) ?? $1 }
        var counts = ranges.map(\.lowerBound)
        for _ in 0..<max(0, groups - counts.reduce(0, +)) {
            let open = counts.indices.filter { counts[$0] < ranges[$0].upperBound }
            let next = open.max { loads[$0] / Double(counts[$0]) < loads[$1] / Double(counts[$1]) }
            if let next { counts[next] += 1 }
        }
        return counts
    }

    /// The numbers of groups at which a part's mean load is within reach of the even one.
    private static func range(
        load: Double, bounds: ClosedRange<Int>, even: Double, reach: Double
    ) -> ClosedRange<Int>? {
        let least = (load / (even + reach)).rounded(.up)
        let most = reach < even ? (load / (even - reach)).rounded(.down) : Double(bounds.upperBound)
        let low = max(Double(bounds.lowerBound), least), high = min(Double(bounds.upperBound), most)
        return low <= high ? Int(low)...Int(high) : nil
    }

    private static func reaches(_ ranges: [ClosedRange<Int>?], _ groups: Int) -> Bool {
        var least = 0, most = 0
        for range in ranges {
            guard let range else { return false }
            least += range.lowerBound
            most += range.upperBound
        }
        return least <= groups && groups <= most
    }

    private static func obstacle(
        _ units: RegridUnits, parts: [[Int]], loads: [Double], groups: [Int], tolerance: Double
    ) -> LoadObstacle? {
        let total = groups.reduce(0, +), even = units.totalLoad / Double(total)
        guard parts.count > 1, even > 0 else { return nil }
        let nearest = parts.indices.map { abs(loads[$0] / Double(groups[$0]) / even - 1) }
        guard let worst = parts.indices.max(by: { nearest[$0] < nearest[$1] }), nearest[worst] > tolerance
        else { return nil }
        let building = parts[worst].reduce(Int.max) { min($0, units.units[$1].buildings[0]) }
        return .part(building: building, share: loads[worst] / even, nearest: nearest[worst])
    }
}
