/// Who works which shift on which day: a row for each person, a column for each day.
public struct Roster: Hashable, Sendable {
    public let people: Int
    public let days: Int
    /// Row after row: 0 for a day off, else one more than the shift's index.
    var cells: [UInt8]

    /// A roster of days off.
    public init(people: Int, days: Int) {
        self.init(people: people, days: days, cells: [UInt8](repeating: 0, count: people * days))
    }

    init(people: Int, days: Int, cells: [UInt8]) {
        self.people = people
        self.days = days
        self.cells = cells
    }

    /// The shift of a person on a day; nil for a day off.
    public subscript(person: Int, day: Int) -> Int? {
        get {
            let cell = cells[person * days + day]
            return cell == 0 ? nil : Int(cell) - 1
        }
        set { cells[person * days + day] = newValue.map { UInt8($0 + 1) } ?? 0 }
    }

    /// A roster from names: for each person by name a list of shift names, "" for a day off.
    ///
    /// Refuses people or shifts that the problem does not have, people left out, and rows of another length.
    public init(named rows: [String: [String]], for problem: RotaProblem) throws(InputFault) {
        self.init(people: problem.people.count, days: problem.days)
        let known = Set(problem.people.map(\.name))
        if let stranger = rows.keys.filter({ !known.contains($0) }).min() {
            throw InputFault("the roster has \(stranger.prefix(20)), whom the instance does not have")
        }
        let shifts = Dictionary(uniqueKeysWithValues: problem.shifts.enumerated().map { ($1.name, $0) })
        for (index, person) in problem.people.enumerated() {
            guard let row = rows[person.name] else {
                throw InputFault("the roster leaves out \(person.name)")
            }
            guard row.count == days else {
                throw InputFault("\(person.name) has \(row.count) days in the roster, not \(days)")
            }
            for (day, name) in row.enumerated() where !name.isEmpty {
                guard let shift = shifts[name] else {
                    throw InputFault("\(person.name) has an unknown shift on day \(day): \(name.prefix(20))")
                }
                self[index, day] = shift
            }
        }
    }

    /// The row of a person as shift names, "" for a day off.
    public func names(of person: Int, in problem: RotaProblem) -> [String] {
        (0..<days).map { day in self[person, day].map { problem.shifts[$0].name } ?? "" }
    }
}
