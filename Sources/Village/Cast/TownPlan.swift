import People
import Values

/// How large one community of the city is, and the tree of places that this makes.
///
/// Sizes are drawn around those of published communities, from a single stairwell up.
struct TownPlan: Sendable {
    /// The areas, grids and buildings, each above its own.
    let places: [NewPlace]
    /// The codes of the buildings.
    let buildings: [String]
    let households: Int

    /// A published case: so many buildings and households, and how many of a hundred communities are like it.
    private struct Like {
        let buildings: Int, households: Int, weight: Int
    }

    /// One stairwell; 东大街西里 in Beijing; 东方家园 in Baoding; 水秀 in Wuxi; and what a centre in Shenzhen
    /// has at least, with "tens of thousands of residents".
    private static let cases: [(Like, Int)] = [
        Like(buildings: 1, households: 12, weight: 5), Like(buildings: 6, households: 1400, weight: 25),
        Like(buildings: 72, households: 2500, weight: 40),
        Like(buildings: 225, households: 4177, weight: 20),
        Like(buildings: 90, households: 7000, weight: 10),
    ].map { ($0, $0.weight) }

    private static let buildingsToAGrid = 8
    private static let buildingsToAnArea = 24

    /// - Parameters: `dice`: the lot of this community alone.
    init(_ dice: inout Dice) {
        let like = dice.pick(Self.cases) ?? Self.cases[0].0
        let share = like.buildings == 1 ? 100 : dice.within(75...125)
        let buildings = max(1, like.buildings * share / 100), households = like.households * share / 100
        var places: [NewPlace] = [], codes: [String] = [], area = 0, grid = 0
        for order in 1...buildings {
            if (order - 1) % Self.buildingsToAnArea == 0 {
                area = places.count
                places.append(Self.place(.area, 1 + (order - 1) / Self.buildingsToAnArea))
            }
            if (order - 1) % Self.buildingsToAGrid == 0 {
                grid = places.count
                places.append(Self.place(.grid, 1 + (order - 1) / Self.buildingsToAGrid, below: area))
            }
            // The first buildings take what does not divide evenly.
            let homes = households / buildings + (order <= households % buildings ? 1 : 0)
            places.append(Self.place(.building, order, below: grid, households: homes))
            codes.append("b\(order)")
        }
        (self.places, self.buildings, self.households) = (places, codes, households)
    }

    private static func place(
        _ kind: PlaceKind, _ number: Int, below: Int? = nil, households: Int = 0
    ) -> NewPlace {
        switch kind {
        case .area:
            NewPlace(.area, "\(number)片区", english: "Area \(number)", code: "a\(number)")
        case .grid:
            NewPlace(.grid, "第\(number)网格", english: "Grid \(number)", code: "g\(number)", below: below)
        default:
            NewPlace(
                .building, "\(number)栋", english: "Building \(number)", code: "b\(number)", below: below,
                households: households)
        }
    }
}
