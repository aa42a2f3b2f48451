/// A place of the demo, as exact as the teller knew it.
public enum CastPlace: Sendable, Hashable {
    case community
    /// A grid, 1 to 27.
    case grid(Int)
    /// A whole estate.
    case estate(Estate)
    /// A building, perhaps one stairwell of it, perhaps one door.
    case building(CastBuilding, stairwell: Int?, door: String?)

    /// Reads `all`, `g15`, `hefeng`, `hefeng-12`, `hefeng-12-2` or `hefeng-12-2-501`; the door must exist.
    init(_ row: CastTable.Row, _ column: Int) throws {
        let text = row.fields[column]
        guard let place = CastPlace(text) else { throw row.fault("no such place: \(text)") }
        self = place
    }

    public init?(_ text: String) {
        let parts = text.split(separator: "-").map(String.init)
        if text == "all" {
            self = .community
        } else if text.utf8.first == UInt8(ascii: "g"), let grid = Int(text.dropFirst()) {
            guard (1...Homeland.grids).contains(grid) else { return nil }
            self = .grid(grid)
        } else if parts.count == 1, let estate = Estate.named(text) {
            self = .estate(estate)
        } else {
            guard let place = Self.building(parts) else { return nil }
            self = place
        }
    }

    private static func building(_ parts: [String]) -> CastPlace? {
        guard (2...4).contains(parts.count), let number = Int(parts[1]),
            let building = CastBuilding.at(parts[0], number)
        else { return nil }
        guard parts.count > 2 else { return .building(building, stairwell: nil, door: nil) }
        guard let stairwell = Int(parts[2]), (1...building.stairwells).contains(stairwell) else { return nil }
        guard parts.count > 3 else { return .building(building, stairwell: stairwell, door: nil) }
        let known = building.homes.contains { $0.stairwell == stairwell && $0.door == parts[3] }
        return known ? .building(building, stairwell: stairwell, door: parts[3]) : nil
    }
}
