import Methods
import Values

/// What can be said of a division: each grid's load, how far from even, and whether it hangs together.
struct ProposalFigures: Sendable, Codable {
    struct Grid: Sendable, Codable {
        let name: String
        let english: String
        let area: String
        let areaEnglish: String
        let buildings: Int
        let load: PlaceLoad
        /// How far its households are from the even number, in thousandths of it.
        let deviation: Int
        /// Into how many pieces it falls; 1 hangs together.
        let pieces: Int
    }

    var grids: [Grid] = []
    /// The largest deviation, either way, in thousandths.
    var worst = 0
    var isContiguous = true
}

extension ProposalFigures {
    /// One label for each building; names by label.
    struct Names {
        let name: String
        let english: String
        let area: String
        let areaEnglish: String

        static let nothing = Names(name: "", english: "", area: "", areaEnglish: "")
    }

    init(
        _ buildings: [GridPlan.Building], labels: [Int], neighbors: [[Int]], names: (Int) -> Names
    ) throws {
        guard !buildings.isEmpty else { return }
        let map = try BuildingMap(
            features: buildings.map { _ in [] }, loads: buildings.map { Double($0.load.households) },
            neighbors: neighbors)
        let figures = try RegridFigures(labels: labels, of: map)
        var loads: [Int: PlaceLoad] = [:]
        for (building, label) in zip(buildings, labels) {
            loads[label] = (loads[label] ?? PlaceLoad()) + building.load
        }
        grids = figures.groups.map { group in
            let name = names(group.label)
            return Grid(
                name: name.name, english: name.english, area: name.area, areaEnglish: name.areaEnglish,
                buildings: group.buildings, load: loads[group.label] ?? PlaceLoad(),
                deviation: Self.deviation(group.load, figures.evenLoad), pieces: group.pieces)
        }
        worst = Int((figures.maxLoadDeviation * 1000).rounded())
        isContiguous = figures.isContiguous
    }

    static func deviation(_ load: Double, _ even: Double) -> Int {
        even > 0 ? Int(((load - even) / even * 1000).rounded()) : 0
    }

    /// Thousandths as a signed percentage: `+4.2%`.
    static func percent(_ thousandths: Int) -> String {
        let sign = thousandths > 0 ? "+" : thousandths < 0 ? "−" : ""
        return "\(sign)\(abs(thousandths) / 10).\(abs(thousandths) % 10)%"
    }
}
