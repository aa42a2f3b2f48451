/// One of the 225 buildings: its stairwells, floors and flats, and where it stands on the plan.
public struct CastBuilding: Sendable, Hashable {
    /// 1 to 225 in the community.
    public let number: Int
    public let estate: Estate
    /// 1 to 25 in its estate: the number that is painted on the wall.
    public let numberInEstate: Int
    /// 1 to 27: the community's grids before they are redrawn.
    public let grid: Int
    public let stairwells: Int, floors: Int, flatsPerFloor: Int
    /// Only the buildings of eleven floors have one.
    public let hasLift: Bool
    /// Metres east and north of the centre of the plan, to the middle of the building.
    public let east: Int, north: Int
    /// Flats that nobody lives in: the desk, clubs, a day room. As stairwell and door, such as `1-101`.
    public let rooms: [String]

    /// The name as residents say it: 荷风苑12栋.
    public var name: String { "\(estate.name.chinese)\(numberInEstate)栋" }

    /// WGS-84, in degrees.
    public var place: (latitude: Double, longitude: Double) { Homeland.degrees(east: east, north: north) }

    /// The homes, one a household, by stairwell, floor and door.
    public var homes: [CastHome] {
        var homes: [CastHome] = []
        for stairwell in 1...stairwells {
            for floor in 1...floors {
                for flat in 1...flatsPerFloor {
                    let home = CastHome(building: number, stairwell: stairwell, floor: floor, flat: flat)
                    if !rooms.contains("\(stairwell)-\(home.door)") { homes.append(home) }
                }
            }
        }
        return homes
    }

    /// All 225 in order.
    public static let all: [CastBuilding] = Estate.all.flatMap { estate in
        estate.shapes.enumerated().compactMap { index, letter in
            shapes[letter].map { building(estate, index, $0) }
        }
    }

    /// The building with the number painted on its wall.
    public static func at(_ estate: String, _ numberInEstate: Int) -> CastBuilding? {
        all.first { $0.estate.key == estate && $0.numberInEstate == numberInEstate }
    }

    /// Stairwells and floors of each shape. There are two flats to a landing in all of them.
    private static let shapes: [Character: (stairwells: Int, floors: Int)] = [
        "a": (2, 5), "b": (2, 6), "c": (3, 6), "d": (1, 6), "e": (2, 4),
        "f": (1, 5), "g": (3, 5), "h": (1, 11), "i": (3, 4), "j": (1, 4),
    ]

    /// Which flats are no homes, by estate and building.
    private static let used: [String: [String]] = [
        "hefeng-3": ["2-101"], "hefeng-9": ["1-101"], "lianxin-7": ["1-101", "1-102"],
        "weian-3": ["1-101", "1-102"], "pucao-1": ["1-101"], "liulang-4": ["1-101"], "hexi-2": ["1-101"],
    ]

    /// Metres from the estate's corner to the middle of its five columns and five rows: half of the estates
    /// leave a court free between their third and fourth row, the others a lane between their columns.
    private static let courtColumns = [42, 108, 174, 240, 306], courtRows = [184, 146, 108, 56, 18]
    private static let laneColumns = [36, 96, 156, 250, 310], laneRows = [180, 140, 100, 60, 20]

    /// Buildings are numbered as an ox ploughs, so that grids cut from the row of numbers hang together.
    private static func building(
        _ estate: Estate, _ index: Int, _ shape: (stairwells: Int, floors: Int)
    ) -> CastBuilding {
        let row = index / 5
        let column = row % 2 == 0 ? index % 5 : 4 - index % 5
        let number = index + 1
        // A few metres off the straight line, always the same ones.
        let shift = (estate.number * 7 + number * 37) % 9 - 4
        return CastBuilding(
            number: estate.buildings.lowerBound + index, estate: estate, numberInEstate: number,
            grid: estate.grids.lowerBound + (number <= 8 ? 0 : number <= 16 ? 1 : 2),
            stairwells: shape.stairwells, floors: shape.floors, flatsPerFloor: 2, hasLift: shape.floors > 6,
            east: estate.west + (estate.hasCourt ? courtColumns : laneColumns)[column] + shift,
            north: estate.south + (estate.hasCourt ? courtRows : laneRows)[row] - shift / 2,
            rooms: used["\(estate.key)-\(number)"] ?? [])
    }
}

/// A home: the place of one household.
public struct CastHome: Sendable, Hashable {
    /// The building's number in the community, 1 to 225.
    public let building: Int
    public let stairwell: Int, floor: Int, flat: Int

    /// The number on the door: 302 is the second flat on the third floor.
    public var door: String { String(floor * 100 + flat) }
}
