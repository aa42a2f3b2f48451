/// What can be said of a division of buildings into groups, today's or a proposed one.
public struct RegridFigures: Hashable, Sendable {
    /// One group of the division.
    public struct Group: Hashable, Sendable {
        /// The label its buildings carry.
        public let label: Int
        public let buildings: Int
        public let load: Double
        /// The group's own share of `ssd`.
        public let ssd: Double
        /// Into how many pieces it falls; 1 is contiguous.
        public let pieces: Int
    }

    /// The groups by label.
    public let groups: [Group]
    /// Sum over groups of the squared distances of the buildings' features from their group's mean.
    public let ssd: Double
    /// The load of every group if all were the same.
    public let evenLoad: Double
    /// The largest share by which a group's load differs from the even load: 0.1 is ten per cent. 0 where
    /// there is no load at all.
    public let maxLoadDeviation: Double

    public var isContiguous: Bool { groups.allSatisfy { $0.pieces == 1 } }

    /// Measures a division as it stands; any label may be given.
    ///
    /// *Refuses* a list that does not have one label for each building.
    public init(labels: [Int], of map: BuildingMap) throws(InputFault) {
        guard labels.count == map.count else {
            throw InputFault("there are \(labels.count) labels for \(map.count) buildings")
        }
        var members: [Int: [Int]] = [:]
        for (building, label) in labels.enumerated() { members[label, default: []].append(building) }
        var pieces: [Int: Int] = [:]
        for first in Self.firstOfPieces(labels, of: map) { pieces[labels[first], default: 0] += 1 }
        let groups = members.sorted { $0.key < $1.key }.map { label, buildings in
            Group(
                label: label, buildings: buildings.count, load: buildings.reduce(0) { $0 + map.loads[$1] },
                ssd: Self.ssd(of: buildings, in: map), pieces: pieces[label] ?? 0)
        }
        let even = groups.reduce(0) { $0 + $1.load } / Double(groups.count)
        self.groups = groups
        ssd = groups.reduce(0) { $0 + $1.ssd }
        evenLoad = even
        maxLoadDeviation = even > 0 ? groups.reduce(0) { max($0, abs($1.load - even) / even) } : 0
    }

    /// The lowest building of every connected piece of one label.
    private static func firstOfPieces(_ labels: [Int], of map: BuildingMap) -> [Int] {
        var isSeen = [Bool](repeating: false, count: map.count)
        var firsts: [Int] = []
        for first in 0..<map.count where !isSeen[first] {
            firsts.append(first)
            isSeen[first] = true
            var waiting = [first]
            while let building = waiting.popLast() {
                for other in map.neighbors[building] where !isSeen[other] && labels[other] == labels[building]
                {
                    isSeen[other] = true
                    waiting.append(other)
                }
            }
        }
        return firsts
    }

    /// In two passes, which loses no digits where the mean is far from 0.
    private static func ssd(of buildings: [Int], in map: BuildingMap) -> Double {
        var sum = 0.0
        for feature in 0..<map.width {
            let mean = buildings.reduce(0) { $0 + map.features[$1][feature] } / Double(buildings.count)
            for building in buildings {
                let distance = map.features[building][feature] - mean
                sum += distance * distance
            }
        }
        return sum
    }
}
