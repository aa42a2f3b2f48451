import Actions
import People
import Sealing
import Storage
import Values

/// What a look at one row found.
struct CheckedRow: Sendable {
    let row: Int
    var faults: [RowFault] = []
    var isKnown = false
    let key: [UInt8]
    /// A keyed hash of the one the row is about, so that two rows about one are noticed.
    var who: [UInt8]?
    var person: Identifier?
    var changes: [RegisterDifference] = []
    var needsHome = false

    var isGood: Bool { faults.isEmpty }
}

/// A look through some rows of one import, inside one reading.
struct ImportLook {
    let batch: ImportBatch
    let lists: ImportLists
    let reading: any Reading
    private let community: Identifier
    private let keys: KeyRing
    private let key: SubjectKey

    init(
        _ batch: Identifier, _ lists: ImportLists, in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading
    ) throws {
        let root = lists.places.root.path
        guard let found = try ImportStore.batch(batch, in: community, root, reading),
            let key = try reading.key(of: batch, in: community, keys)
        else { throw ImportRefusal.noSuchBatch }
        self.batch = found
        (self.lists, self.community, self.keys) = (lists, community, keys)
        (self.key, self.reading) = (key, reading)
    }

    /// Rows after one, in order.
    func rows(_ wanted: ImportStore.Wanted = .all, after: Int = 0, limit: Int) throws -> [ImportRow] {
        try ImportStore.rows(wanted, of: batch.id, after: after, limit: limit, key, in: community, reading)
    }

    // MARK: What rows are worth

    /// What each row's look finds. A row that stands twice in the file comes in once.
    func checked(_ rows: [ImportRow]) throws -> [CheckedRow] {
        let read = rows.map(read)
        let marks = read.map(\.found.key)
        let known = try ImportStore.known(marks, batch.kind, in: community, reading)
        let matches = try RegisterMatches(read.compactMap(\.person), in: community, keys, reading)
        var twins = try Twins(read.map(\.found), of: batch.id, in: community, reading)
        return try read.map { row in
            var found = row.found
            // What came in before is as it is, whatever would be said of it now.
            if known.contains(found.key) || twins.isRepeated(found) {
                found.faults = []
                found.isKnown = true
                return found
            }
            if twins.isAbout(found) { found.faults.append(twin(row.person)) }
            if let person = row.person, found.isGood { try weigh(person, matches, &found) }
            return found
        }
    }

    private func twin(_ person: ArrivingPerson?) -> RowFault {
        person?.person.identity == nil
            ? RowFault(column: "name", why: .twice) : RowFault(column: "identity", why: .numberTaken)
    }

    /// Whether somebody is new, known with other things written, or known just so.
    private func weigh(
        _ person: ArrivingPerson, _ matches: RegisterMatches, _ found: inout CheckedRow
    ) throws {
        switch try matches.match(person) {
        case .nobody: break
        case .dead: found.faults.append(RowFault(column: "name", why: .hasDied))
        case .another: found.faults.append(RowFault(column: "identity", why: .anotherName))
        case .one(let id, let changes):
            (found.person, found.changes, found.isKnown) = (id, changes, changes.isEmpty)
        }
    }

    private func read(_ row: ImportRow) -> (found: CheckedRow, person: ArrivingPerson?) {
        var cells = NamedCells(batch.columns, row.cells)
        var found = CheckedRow(row: row.row, key: mark(cells))
        var person: ArrivingPerson?
        switch batch.kind {
        case .needs: _ = ImportedNeed(reading: &cells, lists)
        case .resources: _ = ImportedResource(reading: &cells, lists)
        case .people:
            let read = ImportedPerson(&cells, lists)
            person = read.arriving
            found.needsHome = read.missingHome != nil
            found.who = read.arriving.map { who($0, read.missingHome) }
        }
        found.faults = cells.faults
        return (found, person)
    }

    /// The mark of a row's values under a key of the house, so that nobody can guess a telephone out of it.
    private func mark(_ cells: NamedCells) -> [UInt8] {
        var bytes = Array(batch.kind.rawValue.utf8)
        for column in batch.kind.columns {
            let value = Array((cells[column.key] ?? "").utf8)
            bytes += Array("\(column.key) \(value.count) ".utf8) + value
        }
        return keys.token(.keyedToken, bytes)
    }

    /// The number, or else name, birthday and home.
    private func who(_ row: ArrivingPerson, _ missing: ArrivingHome?) -> [UInt8] {
        let home =
            row.place.map { "\($0)" } ?? "\(missing?.above.description ?? "") \(missing?.step.name ?? "")"
        let text = row.person.identity?.text ?? "\(row.person.name) \(row.person.born) \(home)"
        return keys.token(.keyedToken, Array("who \(text)".utf8))
    }

    // MARK: What rows become

    /// Up to so many rows after one that will become something new; `last` is the last one looked at.
    func ready<Content: Arriving>(
        _ kind: Content.Type, after: Int, limit: Int
    ) throws -> (rows: [ReadyRow<Content>], last: Int?) {
        let rows = try rows(after: after, limit: limit)
        let ready = try rows.filter {
            $0.faults.isEmpty && !$0.isKnown && $0.person == nil && $0.object == nil
        }.map { row in
            var cells = NamedCells(batch.columns, row.cells)
            let content = Content(reading: &cells, lists)
            // The lists may have changed since the look: then the row's fault stops the adoption.
            guard cells.faults.isEmpty, let content, let key = row.key else { throw ImportRefusal.hasFaults }
            return ReadyRow(row: row.row, key: key, content: content)
        }
        return (ready, rows.last?.row)
    }

    /// Up to so many rows after one that change somebody.
    func changing(after: Int, limit: Int) throws -> [ChangingRow] {
        try rows(.changing, after: after, limit: limit).compactMap { row in
            var cells = NamedCells(batch.columns, row.cells)
            guard let person = row.person, let key = row.key,
                let content = ArrivingPerson(reading: &cells, lists)
            else { return nil }
            return ChangingRow(
                row: row.row, key: key, person: person, content: content, changes: row.changes)
        }
    }

    /// The places that are still missing below those there are, each with the next steps.
    func missingHomes() throws -> [(above: Identifier, steps: [ArrivingHome.Step])] {
        var steps: [Identifier: [ArrivingHome.Step]] = [:], seen: Set<ArrivingHome> = []
        var order: [Identifier] = []
        var last = 0
        while true {
            let rows = try rows(.makingHomes, after: last, limit: 1000)
            guard let end = rows.last else { break }
            for row in rows {
                let cells = NamedCells(batch.columns, row.cells)
                guard case .missing(let home) = lists.places.find(cells["place"] ?? ""),
                    seen.insert(home).inserted
                else { continue }
                if steps[home.above] == nil { order.append(home.above) }
                steps[home.above, default: []].append(home.step)
            }
            last = end.row
        }
        return order.map { ($0, steps[$0] ?? []) }
    }
}

/// Rows of one file that say the same, or speak of the same person.
private struct Twins {
    private var repeated: [[UInt8]: Int]
    private var spoken: [[UInt8]: Int]

    init(
        _ rows: [CheckedRow], of batch: Identifier, in community: Identifier, _ reading: any Reading
    ) throws {
        let numbers = rows.map(\.row)
        repeated = try ImportStore.first(
            "key", rows.map(\.key), but: numbers, of: batch, in: community, reading)
        spoken = try ImportStore.first(
            "who", rows.compactMap(\.who), but: numbers, of: batch, in: community, reading)
    }

    /// Whether an earlier row says the very same.
    mutating func isRepeated(_ row: CheckedRow) -> Bool { Self.isLater(row.row, row.key, &repeated) }

    /// Whether an earlier row is about the same person.
    mutating func isAbout(_ row: CheckedRow) -> Bool {
        row.who.map { Self.isLater(row.row, $0, &spoken) } ?? false
    }

    private static func isLater(_ row: Int, _ value: [UInt8], _ first: inout [[UInt8]: Int]) -> Bool {
        guard let known = first[value], known < row else {
            first[value] = row
            return false
        }
        return true
    }
}
