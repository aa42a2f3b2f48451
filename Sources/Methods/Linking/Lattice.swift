/// The lattice that buildings stand on: rows of ``columns``, a step of ``step`` metres between neighbours.
///
/// Ways are walked along its lines: the distance is Manhattan's.
enum Lattice {
    static let columns = 15
    static let step = 60

    static func row(_ building: Int) -> Int { building / columns }

    static func column(_ building: Int) -> Int { building % columns }

    /// How many steps lie between two buildings.
    static func steps(_ one: Int, _ other: Int) -> Int {
        abs(row(one) - row(other)) + abs(column(one) - column(other))
    }

    /// What a walk of so many steps costs: a point for every ten metres.
    static func cost(_ steps: Int) -> Int { steps * step / 10 }

    /// The buildings that could be within so many steps: whole rows, those at the ends too far.
    static func band(around building: Int, steps: Int) -> ClosedRange<Int> {
        let row = row(building)
        let (first, last) = (max(0, row - steps), row + steps)
        return first * columns...(last * columns + columns - 1)
    }
}
