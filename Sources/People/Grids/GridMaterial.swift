import Actions
import Methods
public import Sealing
public import Storage
public import Values

/// What is asked of a proposal.
public struct GridRequest: Sendable {
    let grids: Int
    /// Into how many areas the grids are gathered; nil leaves the areas as they are.
    let areas: Int?
    let seed: UInt64
    let likeness: Set<Likeness>

    public init(
        grids: Int, areas: Int? = nil, seed: UInt64 = 1, likeness: Set<Likeness> = Set(Likeness.allCases)
    ) {
        self.grids = grids
        self.areas = areas
        self.seed = seed
        self.likeness = likeness
    }

    /// By how much a grid's households may differ from the even number.
    static let tolerance = 0.1
}

/// Everything that a proposal is worked out of, read at one moment.
public struct GridMaterial: Sendable {
    let map: PlaceMap
    let loads: [PlacePath: PlaceLoad]
    private let homes: HomeKinds
    private let needs: [PlacePath: [String: Int64]]

    /// The most buildings of a proposal.
    static let most = 1000

    public init(
        of community: Identifier, on day: Day, _ keys: KeyRing, _ reading: any Reading
    ) throws {
        map = try PlaceMap(of: community, reading)
        guard map.buildings.count <= Self.most else { throw GridsRefusal.tooManyBuildings }
        guard !map.buildings.isEmpty, map.buildings.allSatisfy({ $0.position != nil }) else {
            throw GridsRefusal.positionsMissing
        }
        let paths = map.buildings.map(\.path)
        loads = try PlaceLoads.loads(of: paths, in: community, on: day, reading)
        homes = try HomeKinds(of: paths, in: map.top, on: day, keys, reading)
        needs = try PlaceLoads.needs(at: paths, in: community, reading)
    }

    /// Works a proposal out; some tenths of a second of the processor for a few hundred buildings.
    public func proposal(_ request: GridRequest) throws -> NewProposal {
        let likeness = GridFeatures.likeness(
            of: map.buildings, loads, by: request.likeness, homes, needs)
        let features = zip(GridFeatures.places(of: map.buildings), likeness).map { $0 + $1 }
        let labels =
            try request.areas.map { try gathered(request, into: $0, features) }
            ?? withinAreas(request, features)
        return NewProposal(
            request: request, plan: GridPlan(labels, of: self),
            spread: try spread(labels.grids, likeness))
    }

    /// A division: the grid and the area of each building, from 0.
    struct Labels: Sendable {
        var grids: [Int]
        var areas: [Int]
        /// The places of today that the areas are, where these stay.
        var kept: [Place]?
    }

    /// The whole community anew, in areas and grids.
    private func gathered(_ request: GridRequest, into areas: Int, _ features: [[Double]]) throws -> Labels {
        guard areas <= request.grids else { throw GridsRefusal.moreAreasThanGrids }
        let all = Array(map.buildings.indices)
        let found = try divide(all, into: request.grids, areas: areas, request.seed, features)
        return Labels(grids: found.labels, areas: found.areas?.labels ?? found.labels, kept: nil)
    }

    /// Each area by itself, with its share of the grids by its households.
    private func withinAreas(_ request: GridRequest, _ features: [[Double]]) throws -> Labels {
        var members: [Identifier: [Int]] = [:]
        for (index, building) in map.buildings.enumerated() {
            members[(building.area ?? map.top).id, default: []].append(index)
        }
        let areas = (map.areas + [map.top]).filter { members[$0.id] != nil }
        guard request.grids >= areas.count else { throw GridsRefusal.fewerThanAreas }
        let sizes = areas.map { members[$0.id]?.count ?? 0 }
        let weights = areas.map { area in
            (members[area.id] ?? []).reduce(0) { $0 + (loads[map.buildings[$1].path]?.households ?? 0) }
        }
        let shares = try Self.shares(of: request.grids, weights: weights, most: sizes)
        var labels = Labels(
            grids: Array(repeating: 0, count: map.buildings.count),
            areas: Array(repeating: 0, count: map.buildings.count), kept: areas)
        var first = 0
        for (number, area) in areas.enumerated() {
            let own = members[area.id] ?? []
            let found = try divide(own, into: shares[number], areas: nil, request.seed, features)
            for (index, building) in own.enumerated() {
                labels.grids[building] = first + found.labels[index]
                labels.areas[building] = number
            }
            first += shares[number]
        }
        return labels
    }

    /// Grids for each area: one at least, no more than it has buildings, else in proportion to the weights by
    /// the largest quotient (Sainte-Laguë); ties go to the first.
    static func shares(of grids: Int, weights: [Int64], most: [Int]) throws -> [Int] {
        var shares = Array(repeating: 1, count: weights.count)
        guard grids >= weights.count, grids <= most.reduce(0, +) else { throw GridsRefusal.tooManyGrids }
        for _ in weights.count..<max(weights.count, grids) {
            let open = shares.indices.filter { shares[$0] < most[$0] }
            let next = open.max { a, b in
                let (left, right) = (
                    weights[a] * Int64(2 * shares[b] + 1), weights[b] * Int64(2 * shares[a] + 1)
                )
                return left != right ? left < right : a > b
            }
            if let next { shares[next] += 1 }
        }
        return shares
    }

    private func divide(
        _ members: [Int], into grids: Int, areas: Int?, _ seed: UInt64, _ features: [[Double]]
    ) throws -> RegridProposal {
        guard grids <= members.count else { throw GridsRefusal.tooManyGrids }
        var request = RegridRequest(grids: grids)
        (request.areas, request.seed, request.tolerance) = (areas, seed, GridRequest.tolerance)
        return try Regridding.propose(try buildingMap(members, features), request)
    }

    private func buildingMap(_ members: [Int], _ features: [[Double]]) throws -> BuildingMap {
        let points = members.compactMap { map.buildings[$0].position?.point }
        return try BuildingMap(
            features: members.map { features[$0] },
            loads: members.map { Double(loads[map.buildings[$0].path]?.households ?? 0) },
            neighbors: PlanNeighbors.neighbors(of: points))
    }

    /// How unlike the buildings of a grid are, in thousandths: of today's grids, and of the proposed ones.
    private func spread(_ labels: [Int], _ features: [[Double]]) throws -> (today: Int64, proposed: Int64) {
        let whole = try buildingMap(Array(map.buildings.indices), features)
        var numbers: [Identifier: Int] = [:]
        let today = map.buildings.map { building in
            numbers.number(of: (building.grid ?? building.area ?? map.top).id)
        }
        func spread(_ labels: [Int]) throws -> Int64 {
            Int64((try RegridFigures(labels: labels, of: whole).ssd * 1000).rounded())
        }
        return (try spread(today), try spread(labels))
    }
}

extension [Identifier: Int] {
    /// Numbers things in the order in which they come, from 0.
    mutating func number(of id: Identifier) -> Int {
        if let known = self[id] { return known }
        self[id] = count
        return count - 1
    }
}
