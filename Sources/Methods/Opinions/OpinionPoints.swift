/// A point of the map.
struct OpinionPoint: Comparable {
    var x: Double
    var y: Double

    /// From left to right, then from below.
    static func < (one: OpinionPoint, other: OpinionPoint) -> Bool {
        one.x < other.x || (one.x == other.x && one.y < other.y)
    }

    @inline(__always)
    func squaredDistance(to other: OpinionPoint) -> Double {
        (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
}

/// The different points of those who are to be grouped, sorted, with the number of people at each.
///
/// People of the same votes stand at the same point: whatever is summed over people is summed over points
/// by weight.
struct OpinionPoints {
    private(set) var points: [OpinionPoint] = []
    private(set) var weights: [Double] = []
    /// Where each person stands among the points.
    private(set) var places: [Int]

    var count: Int { points.count }
    /// How many people there are.
    var people: Int { places.count }

    init(_ people: [OpinionPoint]) {
        places = [Int](repeating: 0, count: people.count)
        let order = people.indices.sorted { people[$0] == people[$1] ? $0 < $1 : people[$0] < people[$1] }
        for person in order {
            if points.last != people[person] {
                points.append(people[person])
                weights.append(0)
            }
            weights[weights.count - 1] += 1
            places[person] = points.count - 1
        }
    }
}
