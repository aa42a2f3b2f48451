public import Actions
import Foundation
import People
import Sealing
import Sheets
public import Storage
public import Values

/// Brings a table in, step by step, each a short transaction: used by the pages and by the command alike.
///
/// `stage` reads the file and lays its rows down, `check` looks them through, `adopt` brings them in and
/// shows them all at once, `discard` gives up, `undo` takes back. Each may be called again after an
/// interruption and goes on where it stood.
public struct ImportRun: Sendable {
    /// At most so many rows in one transaction.
    public static let chunk = 200
    /// At most so many rows in one file of needs or resources.
    public static let mostRows = 10_000
    /// Rows that are read and looked at together.
    static let page = 1000

    let steward: Steward
    let actor: Actor
    let community: Identifier
    /// Hears how many rows are laid down (`staging`), looked through (`staged`) and brought in (`bringing`).
    public var progress: @Sendable (ImportState, _ rows: Int) -> Void = { _, _ in }

    public init(_ steward: Steward, by actor: Actor, in community: Identifier) {
        self.steward = steward
        self.actor = actor
        self.community = community
    }

    /// Reads a file, lays its rows down under a first match of columns, and looks them through.
    ///
    /// - Throws: ``Refusals`` with every fault of the file itself, ``ImportRefusal``.
    public func stage(_ kind: ImportKind, fileName: String, _ bytes: [UInt8]) async throws -> Identifier {
        let opened = try await open(kind, fileName: fileName, bytes)
        try await lay(opened)
        return opened.batch
    }

    /// A file that was read, and the import that its rows are to be laid down in.
    public struct Opened: Sendable {
        public let batch: Identifier
        public var rows: Int { table.rows.count }
        let table: Table
        let isMatched: Bool
    }

    /// Reads a file and begins an import of it; its rows are still to be laid down.
    public func open(_ kind: ImportKind, fileName: String, _ bytes: [UInt8]) async throws -> Opened {
        let table = try Self.read(bytes, most: kind.mostRows)
        let community = community
        let meanings = try await steward.database.read {
            try HeadingStore.meanings(of: table.header, kind, in: community, $0)
        }
        var map = ColumnMap(kind.columns, in: table.header)
        map.remember(meanings)
        let batch = try await perform(
            OpenBatch(
                kind: kind, fileName: Self.shortened(fileName), hash: Digest.sha256(bytes),
                header: table.header, columns: map.matches.mapValues(\.column), rows: table.rows.count))
        return Opened(batch: batch, table: table, isMatched: map.faults.isEmpty)
    }

    /// Lays the rows of an opened file down, and looks them through.
    public func lay(_ opened: Opened) async throws {
        let table = opened.table
        for start in stride(from: 0, to: table.rows.count, by: Self.chunk) {
            let part = (start..<min(table.rows.count, start + Self.chunk)).map { index in
                ImportRow(
                    row: index + 1, line: table.rows[index].number, cells: table.rows[index].cells,
                    faults: [], isKnown: false)
            }
            _ = try await perform(StageRows(batch: opened.batch, rows: part))
            progress(.staging, start + part.count)
        }
        if opened.isMatched { try await check(opened.batch) }
    }

    /// Says anew which column holds what, and looks all rows through again.
    public func match(_ batch: Identifier, _ columns: [String: Int]) async throws {
        _ = try await perform(MatchColumns(batch: batch, columns: columns))
        try await check(batch)
    }

    /// Looks every row through; what it finds stands beside the rows.
    public func check(_ batch: Identifier) async throws {
        let lists = try await lists(of: batch)
        var last = 0
        while true {
            let after = last
            let checked = try await look(batch, lists) { look in
                try look.checked(try look.rows(after: after, limit: Self.page))
            }
            guard let end = checked.last else { return }
            for part in checked.parts(of: Self.chunk) {
                _ = try await perform(MarkRows(batch: batch, rows: part))
            }
            last = end.row
            progress(.staged, last)
        }
    }

    /// Brings every row in, unseen, and then shows them all at once; what changes somebody follows row by
    /// row. Where it was interrupted it goes on.
    public func adopt(_ batch: Identifier) async throws {
        _ = try await perform(BeginAdoption(batch: batch))
        let found = try await self.batch(batch)
        if found.state == .bringing {
            switch found.kind {
            case .needs: try await bring(ImportedNeed.self, batch, try await lists(of: batch))
            case .resources: try await bring(ImportedResource.self, batch, try await lists(of: batch))
            case .people: try await bring(ArrivingPerson.self, batch, try await makeHomes(batch))
            }
            _ = try await perform(AdoptBatch(batch: batch))
        }
        try await finish(batch)
    }

    /// What is left to do once everything new is seen.
    private func finish(_ batch: Identifier) async throws {
        let found = try await self.batch(batch)
        if found.kind == .people { try await lift(batch) }
        if found.state == .changing { try await changeAll(batch) }
        guard found.kind == .people else { return try await clear(batch) }
        var last = 0
        repeat { last = try await perform(StripRows(batch: batch, after: last)) } while last > 0
    }

    private func lift(_ batch: Identifier) async throws {
        while try await perform(LiftMarks(batch: batch)) > 0 {}
    }

    /// Goes on with what was going on when the program stopped.
    func resume(_ batch: Identifier) async throws {
        switch try await self.batch(batch).state {
        case .undoing: try await undo(batch)
        case .adopted: try await finish(batch)
        default: try await adopt(batch)
        }
    }

    /// Gives an import up: what it brought unseen goes again, chunk by chunk.
    public func discard(_ batch: Identifier) async throws {
        guard [.staging, .staged, .bringing, .discarded].contains(try await self.batch(batch).state) else {
            throw ImportRefusal.notOpen
        }
        try await clear(batch)
    }

    /// Takes back what an adopted import did to the register, but for what somebody has changed since.
    public func undo(_ batch: Identifier) async throws {
        _ = try await perform(BeginUndo(batch: batch))
        try await lift(batch)
        while try await perform(UndoRows(batch: batch)) > 0 {}
    }

    /// Forgets what each row of an old import did.
    func forget(_ batch: Identifier) async throws {
        try await clear(batch)
    }

    /// How an import stands.
    public func batch(_ id: Identifier) async throws -> ImportBatch {
        let community = community
        let found = try await steward.database.read { reading in
            try ImportStore.batch(id, in: community, NeedFigures.top(of: community, reading), reading)
        }
        guard let found else { throw ImportRefusal.noSuchBatch }
        return found
    }

    /// Every fault of every row, as the page tells them.
    public func faults(_ batch: Identifier) async throws -> [ImportRow] {
        try await look(batch, try await lists(of: batch)) { look in
            try look.rows(.faulty, limit: look.batch.kind.mostRows)
        }
    }

    // MARK: Parts

    private func bring<Content: Arriving>(
        _ kind: Content.Type, _ batch: Identifier, _ lists: ImportLists
    ) async throws {
        var last: Int? = 0
        while let after = last {
            let ready = try await look(batch, lists) { look in
                try look.ready(kind, after: after, limit: Self.page)
            }
            for part in ready.rows.parts(of: Self.chunk) {
                _ = try await perform(BringRows<Content>(batch: batch, rows: part))
            }
            last = ready.last
            if let last { progress(.bringing, last) }
        }
    }

    /// Makes the homes that are missing, from the widest places down; then every address leads to a home.
    private func makeHomes(_ batch: Identifier) async throws -> ImportLists {
        var lists = try await lists(of: batch)
        guard try await self.batch(batch).homes > 0 else { return lists }
        // Area, building, stairwell, door.
        for _ in 0..<4 {
            let missing = try await look(batch, lists) { look in try look.missingHomes() }
            if missing.isEmpty { break }
            for (above, steps) in missing {
                for part in steps.parts(of: Self.chunk) {
                    _ = try await perform(MakeHomes(batch: batch, above: above, steps: part))
                }
            }
            lists = try await self.lists(of: batch)
        }
        return lists
    }

    private func changeAll(_ batch: Identifier) async throws {
        let lists = try await lists(of: batch)
        var last = 0
        while true {
            let after = last
            let rows = try await look(batch, lists) { look in
                try look.changing(after: after, limit: Self.chunk)
            }
            guard let end = rows.last else { break }
            for row in rows { try await change(row, batch) }
            last = end.row
        }
        _ = try await perform(EndChanges(batch: batch))
    }

    /// A row that cannot have its effect any more is left, and says why; the others have theirs.
    private func change(_ row: ChangingRow, _ batch: Identifier) async throws {
        do { _ = try await perform(ChangePerson(batch: batch, row: row)) } catch let refusal as any Refusal {
            _ = try await perform(LeaveRow(batch: batch, row: row.row, why: refusal.text))
        }
    }

    private func clear(_ batch: Identifier) async throws {
        while try await perform(ClearRows(batch: batch)) > 0 {}
    }

    func perform<A: Action>(_ action: A) async throws -> A.Answer {
        try await steward.perform(action, by: actor, in: community)
    }

    /// What rows of an import are read with. Homes may be made below buildings that stand by all who change
    /// the register, buildings by those who change the tree of places.
    func lists(of batch: Identifier) async throws -> ImportLists {
        let found = try await self.batch(batch)
        let (community, now) = (community, steward.clock.now)
        let builds = steward.rights.allow(actor, PeopleRights.changeTree, on: found.path)
        return try await steward.database.read { reading in
            try ImportLists(found.kind, in: community, builds ? .buildings : .homes, now, reading)
        }
    }

    /// Rows are looked through on a reader's thread, so that nobody waits for it.
    func look<T: Sendable>(
        _ batch: Identifier, _ lists: ImportLists, _ body: @escaping @Sendable (ImportLook) throws -> T
    ) async throws -> T {
        let (community, keys) = (community, steward.keys)
        return try await steward.database.read { reading in
            try body(try ImportLook(batch, lists, in: community, keys, reading))
        }
    }

    static func read(_ bytes: [UInt8], most: Int) throws -> Table {
        var limits = SheetLimits.standard
        limits.rows = most
        limits.faults = 20
        let table: Table
        do {
            table = try Table(reading: bytes, limits: limits)
        } catch let fault as SheetFault {
            throw FieldRefusal("file", fault, name: "import.file")
        }
        guard table.faults.isEmpty else {
            throw Refusals(table.faults.map { FieldRefusal("file", $0, name: "import.file") })
        }
        guard !table.rows.isEmpty else { throw ImportRefusal.noRows }
        return table
    }

    /// The last part of the name, at most 100 characters, without what no name shows.
    private static func shortened(_ name: String) -> String {
        let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? []
        let shown = last.filter { $0.value >= 0x20 && $0.value != 0x7f }.suffix(100)
        return String(String.UnicodeScalarView(shown))
    }
}

extension Array {
    /// The elements in their order, at most so many together.
    func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
    }
}

extension ColumnMap {
    /// Takes over what somebody once said that headings mean.
    mutating func remember(_ meanings: [String: String]) {
        for (index, heading) in header.enumerated() {
            guard let meaning = meanings[heading] else { continue }
            if meaning.isEmpty {
                for (key, match) in matches where match.column == index { choose(nil, for: key) }
            } else {
                choose(index, for: meaning)
            }
        }
    }
}
