public import Actions
import Storage
public import Values

/// Says where buildings stand on the plan; all of them or none. What stands there already is not written
/// again.
public struct SetPositions: Action {
    public static let name = "grids.set-positions"
    public static let right = GridsRights.position
    public static let most = 2000

    let positions: [Identifier: PlanPosition]

    public init(_ positions: [Identifier: PlanPosition]) { self.positions = positions }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    /// How many buildings stand elsewhere than before.
    public func run(on root: Place, in work: Work) throws -> Int {
        guard positions.count <= Self.most else { throw GridsRefusal.tooManyPositions }
        let before = try PositionStore.positions(in: work.community, work.database)
        let changed = positions.filter { before[$0.key] != $0.value }
        let buildings = Set(
            try PlaceStore.places(.building, below: root.path, work.database, limit: 20_000).map(\.id))
        guard changed.keys.allSatisfy(buildings.contains) else { throw GridsRefusal.notABuilding }
        let after = before.merging(changed) { $1 }.filter { buildings.contains($0.key) }
        guard Set(after.values).count == after.count else { throw GridsRefusal.samePosition }
        for (place, position) in changed.sorted(by: { $0.key < $1.key }) {
            try PositionStore.write(position, of: place, in: work)
        }
        return changed.count
    }

    public func object(of subject: Place, _ answer: Int, in work: Work) -> Identifier { subject.id }
}
