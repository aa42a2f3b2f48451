public import Actions
public import Values

/// What a node of the tree of places is, from the widest to the narrowest.
public enum PlaceKind: String, Sendable, CaseIterable, Codable, Comparable {
    case city, district, street, community, area, grid, building, stairwell, household

    public var title: Text {
        switch self {
        case .city: Text("市", "City")
        case .district: Text("区", "District")
        case .street: Text("街道", "Street")
        case .community: Text("社区", "Community")
        case .area: Text("片区", "Area")
        case .grid: Text("网格", "Grid")
        case .building: Text("楼栋", "Building")
        case .stairwell: Text("单元", "Stairwell")
        case .household: Text("户", "Household")
        }
    }

    /// Whether a node of this kind holds rows of its own: a "community" in the sense of every table's key.
    public var holdsRows: Bool { self <= .community }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: PlaceKind, b: PlaceKind) -> Bool { a.rank < b.rank }
}

/// A node of the tree of places.
public struct Place: Sendable, Placed {
    public let id: Identifier
    /// The node whose rows this one is among; for a node that holds rows, itself.
    public let community: Identifier
    public let parent: Identifier?
    public let kind: PlaceKind
    public let name: String
    public let english: String
    /// Short and stable within the community, for addresses and posters.
    public let code: String
    public let path: PlacePath
    /// How many households live here, as counted, not summed from below.
    public let households: Int
}
