import Storage
import Values

/// The marks of what was answered: each must be found again, once, after whatever falls.
struct Ledger {
    private var marks: [Identifier] = []
    private(set) var proved = 0

    mutating func note(_ mark: Identifier) { marks.append(mark) }

    /// Those that the house keeps now; an answer without a change keeps none. What falls next must leave them.
    func standing(in database: any Database) async throws -> Set<Identifier> {
        let marks = self.marks
        return try await database.read { try Self.found(marks, $0) }
    }

    /// After a fall: what stood before stands, and the next fall is held against what comes now.
    mutating func prove(_ before: Set<Identifier>, in database: any Database) async throws {
        let after = try await database.read { try Self.found(Array(before), $0) }
        guard after == before else {
            throw Broken("\(before.subtracting(after).count) of \(before.count) answered changes are lost")
        }
        proved += before.count
        marks.removeAll(keepingCapacity: true)
    }

    private static func found(_ marks: [Identifier], _ reading: any Reading) throws -> Set<Identifier> {
        let noted = Set(marks)
        var found: Set<Identifier> = []
        try reading.each("SELECT mark FROM request_mark") { row in
            let mark = try row.identifier(0)
            guard noted.contains(mark) else { return }
            guard found.insert(mark).inserted else { throw Broken("an answered change stands twice") }
        }
        return found
    }
}
