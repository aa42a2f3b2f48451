/// The buildings of an estate: what they are like, how heavy each is, and which of them touch.
///
/// *Shape*: buildings are numbered from 0; every list has one entry for each. *Units*: the features are what
/// the caller makes comparable (standardised scores as a rule); the load is a count of households, or any
/// other quantity that may be added up.
public struct BuildingMap: Hashable, Sendable {
    /// Bounds on what is taken in, so that work and memory stay bounded.
    public static let buildingLimit = 20_000, featureLimit = 1_000, valueLimit = 4_000_000
    /// The largest feature, either way, and the largest load.
    public static let magnitudeLimit = 1e12

    public let features: [[Double]]
    public let loads: [Double]
    /// For each building those it touches, ascending. A border holds from both sides.
    public let neighbors: [[Int]]
    /// How many borders were named from one side only, and taken as borders.
    public let oneSidedBorders: Int

    public var count: Int { loads.count }
    /// How many features a building has.
    public var width: Int { features.first?.count ?? 0 }

    /// *Refuses* lists of different lengths, numbers that are not finite or too large, loads below 0, and
    /// neighbours that do not exist. A building named as its own neighbour is passed over.
    public init(features: [[Double]], loads: [Double], neighbors: [[Int]]) throws(InputFault) {
        try Self.check(features: features, loads: loads)
        (self.neighbors, oneSidedBorders) = try Self.borders(of: neighbors, count: loads.count)
        self.features = features
        self.loads = loads
    }

    private static func check(features: [[Double]], loads: [Double]) throws(InputFault) {
        guard !loads.isEmpty else { throw InputFault("there are no buildings") }
        guard loads.count <= buildingLimit else {
            throw InputFault("there are \(loads.count) buildings; at most \(buildingLimit) are taken")
        }
        guard features.count == loads.count else {
            throw InputFault("features are given for \(features.count) buildings, loads for \(loads.count)")
        }
        let width = features[0].count
        guard width <= featureLimit, width * loads.count <= valueLimit else {
            throw InputFault(
                "there are too many features: at most \(featureLimit) each, \(valueLimit) in all")
        }
        for (building, row) in features.enumerated() {
            guard row.count == width else {
                throw InputFault("building \(building) has \(row.count) features, building 0 has \(width)")
            }
            guard row.allSatisfy({ abs($0) <= magnitudeLimit }) else {
                throw InputFault("a feature of building \(building) is not a number of at most 1e12")
            }
        }
        for (building, load) in loads.enumerated() where !(load >= 0 && load <= magnitudeLimit) {
            throw InputFault("the load of building \(building) is not a number from 0 to 1e12")
        }
    }

    private static func borders(of given: [[Int]], count: Int) throws(InputFault) -> ([[Int]], Int) {
        guard given.count == count else {
            throw InputFault("neighbours are given for \(given.count) buildings, loads for \(count)")
        }
        guard given.reduce(0, { $0 + $1.count }) <= valueLimit else {
            throw InputFault("there are too many borders: at most \(valueLimit) are taken")
        }
        var sets = [Set<Int>](repeating: [], count: count)
        for (building, list) in given.enumerated() {
            for other in list where other != building {
                guard other >= 0, other < count else {
                    throw InputFault("building \(building) touches \(other), which does not exist")
                }
                sets[building].insert(other)
            }
        }
        var oneSided = 0
        for (building, list) in given.enumerated() {
            for other in list where other != building && !sets[other].contains(building) {
                sets[other].insert(building)
                oneSided += 1
            }
        }
        return (sets.map { $0.sorted() }, oneSided)
    }
}

extension BuildingMap {
    /// The connected pieces that some buildings fall into, each ascending, ordered by their lowest building.
    func pieces(of buildings: [Int]) -> [[Int]] {
        var left = Set(buildings)
        var pieces: [[Int]] = []
        for first in buildings.sorted() where left.remove(first) != nil {
            var piece = [first]
            var next = 0
            while next < piece.count {
                for other in neighbors[piece[next]] where left.remove(other) != nil { piece.append(other) }
                next += 1
            }
            pieces.append(piece.sorted())
        }
        return pieces
    }
}
