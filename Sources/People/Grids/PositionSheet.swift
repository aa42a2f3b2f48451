import Sheets
import Storage
import Values

/// A table of coordinates, read into positions: building (its code, or its name with its area's), x, y.
struct PositionSheet {
    static let columns: [WantedColumn] = [
        WantedColumn(
            "building", Text("楼栋", "Building"), synonyms: ["代号", "编号", "楼", "楼号", "code"],
            isRequired: true),
        WantedColumn("x", Text("东", "East"), synonyms: ["横", "x坐标", "east", "东（米）"], isRequired: true),
        WantedColumn("y", Text("北", "North"), synonyms: ["纵", "y坐标", "north", "北（米）"], isRequired: true),
    ]

    private(set) var positions: [Identifier: PlanPosition] = [:]
    /// Faults by row in the words of the form; nothing is taken while there are any.
    private(set) var faults: [Text] = []

    /// The most faults that are told.
    static let mostFaults = 20

    /// - Throws: a ``SheetFault`` where the file cannot be read at all.
    init(_ bytes: [UInt8], buildings: [MapBuilding]) throws {
        let table = try Table(reading: bytes)
        let map = ColumnMap(Self.columns, in: table.header)
        faults = (table.faults + map.faults).map(\.text)
        guard faults.isEmpty else { return }
        var known: [String: Set<Identifier>] = [:]
        for building in buildings {
            for name in [building.code, building.fullName] { known[name, default: []].insert(building.id) }
        }
        var rows: [Identifier: Int] = [:]
        for row in table.rows { take(row, map, known, &rows) }
    }

    private mutating func take(
        _ row: SheetRow, _ map: ColumnMap, _ known: [String: Set<Identifier>], _ rows: inout [Identifier: Int]
    ) {
        let name = map.cell("building", in: row) ?? ""
        guard let found = known[name], let id = found.first else {
            return refuse(row, GridsPhrase.noSuchBuilding(name))
        }
        guard found.count == 1 else { return refuse(row, GridsPhrase.ambiguous(name)) }
        if let before = rows[id] { return refuse(row, GridsPhrase.twice(name, before)) }
        rows[id] = row.number
        guard let east = metres("x", map, row), let north = metres("y", map, row) else {
            return refuse(row, GridsPhrase.notMetres)
        }
        positions[id] = PlanPosition(east: east, north: north)
    }

    private mutating func refuse(_ row: SheetRow, _ phrase: GridsPhrase) {
        let text = phrase.text
        faults.append(
            Text("第\(row.number)行：\(text.chinese)", "Row \(row.number): \(text.english)"))
    }

    /// A number of metres, rounded to whole ones.
    private func metres(_ key: String, _ map: ColumnMap, _ row: SheetRow) -> Int64? {
        guard let text = map.cell(key, in: row), let value = Double(text), value.isFinite,
            abs(value) <= Double(PlanPosition.most.upperBound)
        else { return nil }
        return Int64(value.rounded())
    }
}
