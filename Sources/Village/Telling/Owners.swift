import Needs
import Values

/// Who sees to what in the demo: in each area one head for people and one for stairs, streets and quarrels.
struct OwnerPlan: Sendable {
    /// The station head sees to what concerns the whole community.
    static let wholeCommunity = "xu-nianci"
    /// Areas of service that the heads for places see to.
    static let ofPlaces = ["housing", "environment", "neighbours"]

    private let people: [String: String]
    private let places: [String: String]

    init(_ cast: Cast) {
        var people: [String: String] = [:], places: [String: String] = [:]
        for staff in cast.staff where !staff.heads.isEmpty {
            switch staff.role {
            case .socialWorker: people[staff.heads] = staff.key
            case .communityWorker, .archivist: places[staff.heads] = places[staff.heads] ?? staff.key
            default: break
            }
        }
        self.people = people.merging(places) { mine, _ in mine }
        self.places = places.merging(people) { mine, _ in mine }
    }

    /// The rules as the supervisor sets them: the code of an area, the reach, the key of a member of staff.
    var rules: [(code: String, reach: OwnerReach, staff: String)] {
        Estate.all.flatMap { estate -> [(code: String, reach: OwnerReach, staff: String)] in
            let everyone = people[estate.key].map { (code: estate.key, reach: OwnerReach.every, staff: $0) }
            let heads = places[estate.key].map { key in
                Self.ofPlaces.map { (code: estate.key, reach: OwnerReach.area($0), staff: key) }
            }
            return [everyone].compactMap { $0 } + (heads ?? [])
        }
    }

    /// The key of whoever sees to a class of need at a place.
    func owner(of needClass: String, at place: CastPlace) -> String {
        guard let estate = place.estate?.key else { return Self.wholeCommunity }
        let isOfPlaces = Self.ofPlaces.contains { needClass.hasPrefix($0 + "-") }
        return (isOfPlaces ? places[estate] : people[estate]) ?? Self.wholeCommunity
    }
}

extension CastPlace {
    /// The estate in which the place lies; nil for the whole community.
    var estate: Estate? {
        switch self {
        case .community: nil
        case .grid(let number): Estate.all.first { $0.grids.contains(number) }
        case .estate(let estate): estate
        case .building(let building, _, _): building.estate
        }
    }
}
