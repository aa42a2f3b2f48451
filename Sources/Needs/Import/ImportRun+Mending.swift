import Actions
import Foundation
import Sheets
import Storage
import Values

extension ImportRun {
    /// Gives rows other cells, or leaves them out, and looks them through again at once, together with all
    /// that may hang on them: those with faults, and those that say the same or speak of the same person.
    func mend(_ batch: Identifier, _ rows: [MendedRow], adding: [String] = []) async throws {
        let lists = try await lists(of: batch)
        let numbers = rows.map(\.row)
        let before = try await meeting(numbers, batch)
        for part in rows.parts(of: Self.chunk) {
            _ = try await perform(MendRows(batch: batch, rows: part, adding: adding))
        }
        // Once for what the rows say now, and once for those they met and meet by it.
        try await checkAgain(batch, lists, numbers)
        let after = try await meeting(numbers, batch).union(before)
        let faulty = try await look(batch, lists) { look in
            try look.rows(.faulty, limit: look.batch.kind.mostRows).map(\.row)
        }
        try await checkAgain(batch, lists, after.union(faulty).sorted())
    }

    /// The rows that say the same as these or speak of the same person, themselves among them.
    private func meeting(_ numbers: [Int], _ batch: Identifier) async throws -> Set<Int> {
        var met: Set<Int> = []
        let community = community
        for part in numbers.parts(of: Self.chunk) {
            met.formUnion(
                try await steward.database.read { reading in
                    let signs = try ImportStore.signs(of: part, of: batch, in: community, reading)
                    return try ImportStore.rows(
                        keys: signs.compactMap(\.key), whos: signs.compactMap(\.who), of: batch,
                        in: community, reading)
                })
        }
        return met
    }

    /// Takes what was typed beside the faults: `typed` by row and column, `leaving` the rows to be left out.
    func mend(
        _ batch: Identifier, typed: [Int: [String: String]], leaving: Set<Int>
    ) async throws {
        let found = try await self.batch(batch), lists = try await lists(of: batch)
        let adding = Set(typed.values.flatMap { cells in cells.filter { !$0.value.isEmpty }.keys })
            .filter { found.columns[$0] == nil }
        var columns = found.columns
        for column in found.kind.columns where adding.contains(column.key) {
            columns[column.key] = found.header.count + columns.count - found.columns.count
        }
        let numbers = Set(typed.keys).union(leaving).sorted(), places = columns
        let staged = try await look(batch, lists) { look in
            try look.rows(.these(numbers), limit: numbers.count)
        }
        let rows = staged.map { row in
            if leaving.contains(row.row) { return MendedRow(row: row.row, cells: nil) }
            var cells = row.cells
            for (column, text) in typed[row.row] ?? [:] {
                guard let place = places[column] else { continue }
                while cells.count <= place { cells.append("") }
                cells[place] = text
            }
            return MendedRow(row: row.row, cells: cells)
        }
        try await mend(batch, rows, adding: adding.sorted())
    }

    private func checkAgain(_ batch: Identifier, _ lists: ImportLists, _ rows: [Int]) async throws {
        for part in rows.parts(of: Self.chunk) {
            let checked = try await look(batch, lists) { look in
                try look.checked(try look.rows(.these(part), limit: part.count))
            }
            _ = try await perform(MarkRows(batch: batch, rows: checked, isAgain: true))
        }
    }

    /// Takes the faulty rows back that were downloaded and mended: each has the line where it stood.
    func mend(_ batch: Identifier, from bytes: [UInt8]) async throws {
        let found = try await self.batch(batch)
        let table = try Self.read(bytes, most: found.kind.mostRows)
        let names = [ImportPhrase.line.text.chinese, ImportPhrase.line.text.english]
        guard let place = table.header.firstIndex(where: names.contains) else {
            throw ImportRefusal.noSuchLine
        }
        let places = found.header.map { heading in
            heading.isEmpty ? nil : table.header.firstIndex(of: heading)
        }
        let lists = try await lists(of: batch)
        var all: [MendedRow] = []
        for part in table.rows.parts(of: Self.chunk) {
            let lines = part.map { Int($0.cells[place]) ?? 0 }
            let community = community
            let numbers = try await steward.database.read {
                try ImportStore.rows(atLines: lines, of: batch, in: community, $0)
            }
            guard lines.allSatisfy({ numbers[$0] != nil }) else { throw ImportRefusal.noSuchLine }
            let wanted = Array(Set(numbers.values))
            let staged = try await look(batch, lists) { look in
                try look.rows(.these(wanted), limit: wanted.count)
            }
            let cells = Dictionary(staged.map { ($0.row, $0.cells) }) { first, _ in first }
            all += zip(lines, part).compactMap { line, row -> MendedRow? in
                guard let number = numbers[line], var now = cells[number] else { return nil }
                for (index, place) in places.enumerated() where now.indices.contains(index) {
                    if let place { now[index] = row.cells[place] }
                }
                return MendedRow(row: number, cells: now)
            }
        }
        try await mend(batch, all)
    }
}
