public import Actions
import Storage
public import Values

/// Writes households with their people into the register, many at once if need be; all or none.
public struct AddHouseholds: Action {
    public static let name = "register.add-households"
    public static let right = RegisterRights.change
    public static let most = 200

    let households: [NewHousehold]

    public init(_ households: [NewHousehold]) { self.households = households }

    public func subject(in work: Work) throws -> PlacePath {
        guard (1...Self.most).contains(households.count) else { throw RegisterRefusal.tooManyHouseholds }
        guard households.count == 1 else { return try work.place(work.community).path }
        return try work.place(households[0].place).path
    }

    /// The people of each household in the order of the list.
    public func run(on place: PlacePath, in work: Work) throws -> [[Identifier]] {
        let intake = try RegisterIntake(work)
        try intake.ask(for: households.lazy.flatMap(\.members))
        let added = try households.map { try intake.add($0).people }
        try intake.finish()
        return added
    }

    public func object(of subject: PlacePath, _ answer: [[Identifier]], in work: Work) -> Identifier {
        work.community
    }
}
