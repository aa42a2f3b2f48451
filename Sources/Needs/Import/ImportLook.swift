import Actions
import People
import Sealing
import Storage
import Values

/// A look through the rows of one import, inside one reading.
struct ImportLook {
    let batch: ImportBatch
    private let community: Identifier
    private let key: SubjectKey?
    private let keys: KeyRing
    private let now: Instant
    private let words: Vocabulary
    private let places: PlaceBook
    private let groups: [SpecialGroup]
    private let reading: any Reading

    init(
        _ batch: Identifier, in community: Identifier, _ keys: KeyRing, _ now: Instant, _ reading: any Reading
    ) throws {
        let places = try PlaceBook(community, reading)
        guard let found = try ImportStore.batch(batch, in: community, places.root.path, reading) else {
            throw ImportRefusal.noSuchBatch
        }
        self.batch = found
        self.places = places
        (self.community, self.keys, self.now, self.reading) = (community, keys, now, reading)
        key = try reading.key(of: batch, in: community, keys)
        words = try VocabularyStore.vocabulary(in: community, reading)
        groups = found.kind == .people ? try RegisterArrivals.groups(in: community, reading) : []
    }

    /// What each row's look finds. A row that stands twice in the file comes in once.
    func checked() throws -> [CheckedRow] {
        var seen: Set<[UInt8]> = [], numbers: Set<IdentityNumber> = []
        var all: [CheckedRow] = []
        try eachChunk { rows in
            let found = rows.map { (row: $0, cells: named($0), mark: mark($0)) }
            let known = try ImportStore.known(found.map(\.mark), batch.kind, in: community, reading)
            for (row, cells, mark) in found {
                let isKnown = known.contains(mark) || !seen.insert(mark).inserted
                // What came in before is as it is, whatever would be said of it now.
                let faults = isKnown ? [] : try faults(cells, &numbers)
                all.append(CheckedRow(row: row.row, faults: faults, isKnown: isKnown, key: mark))
            }
        }
        return all
    }

    func readyNeeds() throws -> [ReadyRow<ImportedNeed>] {
        try ready { cells in ImportedNeed(&cells, words, places, now: now) }
    }

    func readyResources() throws -> [ReadyRow<ImportedResource>] {
        try ready { cells in ImportedResource(&cells, words, places) }
    }

    func readyPeople() throws -> [ReadyRow<ArrivingPerson>] {
        var numbers: Set<IdentityNumber> = []
        return try ready { cells in try readPerson(&cells, &numbers).arriving }.compactMap { row in
            row.content.map { ReadyRow(row: row.row, key: row.key, content: $0) }
        }
    }

    /// Reads a row as a person; a number that stands in two rows is refused in the second.
    private func readPerson(
        _ cells: inout NamedCells, _ numbers: inout Set<IdentityNumber>
    ) throws -> ImportedPerson {
        let lists = ImportedPerson.Lists(
            places: places, groups: groups, today: now.day(in: .shanghai),
            isKnown: { try RegisterArrivals.isKnown($0, in: community, keys, reading) })
        let read = try ImportedPerson(&cells, lists)
        if let number = read.arriving?.person.identity, !numbers.insert(number).inserted {
            cells.refuse("identity", .numberTaken)
        }
        return read
    }

    /// The rows with faults, at most a thousand.
    func faultyRows() throws -> [ImportRow] {
        guard let key else { return [] }
        return try ImportStore.rows(
            of: batch.id, after: 0, limit: 1000, faultyOnly: true, key, in: community, reading)
    }

    /// The first rows as they lie there.
    func firstRows(_ count: Int) throws -> [ImportRow] {
        guard let key else { return [] }
        return try ImportStore.rows(of: batch.id, after: 0, limit: count, key, in: community, reading)
    }

    // MARK: Parts

    /// Rows that are good, new and not brought in yet.
    private func ready<Content>(_ read: (inout NamedCells) throws -> Content) throws -> [ReadyRow<Content>] {
        var all: [ReadyRow<Content>] = []
        try eachChunk { rows in
            for row in rows where row.faults.isEmpty && !row.isKnown && row.object == nil {
                var cells = named(row)
                let content = try read(&cells)
                // The lists may have changed since the look: then the row's fault stops the adoption.
                guard cells.faults.isEmpty, let key = row.key else { throw ImportRefusal.hasFaults }
                all.append(ReadyRow(row: row.row, key: key, content: content))
            }
        }
        return all
    }

    private func eachChunk(_ body: ([ImportRow]) throws -> Void) throws {
        guard let key else { return }
        var last = 0
        while true {
            let rows = try ImportStore.rows(
                of: batch.id, after: last, limit: 500, key, in: community, reading)
            guard let end = rows.last else { return }
            try body(rows)
            last = end.row
        }
    }

    private func named(_ row: ImportRow) -> NamedCells { NamedCells(batch.columns, row.cells) }

    private func faults(_ cells: NamedCells, _ numbers: inout Set<IdentityNumber>) throws -> [RowFault] {
        var cells = cells
        switch batch.kind {
        case .needs: _ = ImportedNeed(&cells, words, places, now: now)
        case .resources: _ = ImportedResource(&cells, words, places)
        case .people: _ = try readPerson(&cells, &numbers)
        }
        return cells.faults
    }

    /// The mark of a row's values under a key of the house, so that nobody can guess a telephone out of it.
    private func mark(_ row: ImportRow) -> [UInt8] {
        let cells = named(row)
        var bytes = Array(batch.kind.rawValue.utf8)
        for column in batch.kind.columns {
            let value = Array((cells[column.key] ?? "").utf8)
            bytes += Array("\(column.key) \(value.count) ".utf8) + value
        }
        return keys.token(.keyedToken, bytes)
    }
}
