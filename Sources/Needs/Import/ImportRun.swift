public import Actions
import Foundation
import Sealing
import Sheets
public import Storage
public import Values

/// Brings a table in, step by step, each a short transaction: used by the pages and by the command alike.
///
/// `stage` reads the file and lays its rows down, `check` looks them through, `adopt` brings them in and
/// shows them
/// all at once, `discard` gives up. Each may be called again after an interruption and goes on where it
/// stood.
public struct ImportRun: Sendable {
    /// At most so many rows in one transaction.
    public static let chunk = 50
    /// At most so many rows in one file of needs or resources.
    public static let mostRows = 10_000

    let steward: Steward
    let actor: Actor
    let community: Identifier

    public init(_ steward: Steward, by actor: Actor, in community: Identifier) {
        self.steward = steward
        self.actor = actor
        self.community = community
    }

    /// Reads a file, lays its rows down under a first match of columns, and looks them through.
    ///
    /// - Throws: ``Refusals`` with every fault of the file itself, ``ImportRefusal``.
    public func stage(_ kind: ImportKind, fileName: String, _ bytes: [UInt8]) async throws -> Identifier {
        let table = try Self.read(bytes, most: kind.mostRows)
        let map = ColumnMap(kind.columns, in: table.header)
        let batch = try await perform(
            OpenBatch(
                kind: kind, fileName: Self.shortened(fileName), hash: Digest.sha256(bytes),
                header: table.header,
                columns: map.matches.mapValues(\.column), rows: table.rows.count))
        for start in stride(from: 0, to: table.rows.count, by: Self.chunk) {
            let part = (start..<min(table.rows.count, start + Self.chunk)).map { index in
                ImportRow(
                    row: index + 1, line: table.rows[index].number, cells: table.rows[index].cells,
                    faults: [],
                    isKnown: false)
            }
            _ = try await perform(StageRows(batch: batch, rows: part))
        }
        if map.faults.isEmpty { try await check(batch) }
        return batch
    }

    /// Says anew which column holds what, and looks all rows through again.
    public func match(_ batch: Identifier, _ columns: [String: Int]) async throws {
        _ = try await perform(MatchColumns(batch: batch, columns: columns))
        try await check(batch)
    }

    /// Looks every row through; what it finds stands beside the rows.
    public func check(_ batch: Identifier) async throws {
        let checked = try await look(batch) { look in try look.checked() }
        for start in stride(from: 0, to: checked.count, by: Self.chunk) {
            let part = Array(checked[start..<min(checked.count, start + Self.chunk)])
            _ = try await perform(MarkRows(batch: batch, rows: part))
        }
    }

    /// Brings every row in, unseen, and then shows them all at once. Where it was interrupted it goes on.
    public func adopt(_ batch: Identifier) async throws {
        _ = try await perform(BeginAdoption(batch: batch))
        let found = try await self.batch(batch)
        switch found.kind {
        case .needs:
            let ready = try await look(batch) { look in try look.readyNeeds() }
            try await eachChunk(ready) { BringNeeds(batch: batch, rows: $0) }
        case .resources:
            let ready = try await look(batch) { look in try look.readyResources() }
            try await eachChunk(ready) { BringResources(batch: batch, rows: $0) }
        case .people:
            let ready = try await look(batch) { look in try look.readyPeople() }
            try await eachChunk(ready) { BringPeople(batch: batch, rows: $0) }
        }
        _ = try await perform(AdoptBatch(batch: batch))
        try await clear(batch)
    }

    /// Gives an import up: what it brought unseen goes again, chunk by chunk.
    public func discard(_ batch: Identifier) async throws {
        guard try await self.batch(batch).state != .adopted else { throw ImportRefusal.notOpen }
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
        try await look(batch) { look in try look.faultyRows() }
    }

    // MARK: Parts

    private func clear(_ batch: Identifier) async throws {
        while try await perform(ClearRows(batch: batch)) > 0 {}
    }

    private func eachChunk<Content, A: Action>(
        _ rows: [ReadyRow<Content>], _ action: ([ReadyRow<Content>]) -> A
    ) async throws {
        for start in stride(from: 0, to: rows.count, by: Self.chunk) {
            _ = try await perform(action(Array(rows[start..<min(rows.count, start + Self.chunk)])))
        }
    }

    private func perform<A: Action>(_ action: A) async throws -> A.Answer {
        try await steward.perform(action, by: actor, in: community)
    }

    /// Rows are looked through on a reader's thread, so that nobody waits for it.
    private func look<T: Sendable>(
        _ batch: Identifier, _ body: @escaping @Sendable (ImportLook) throws -> T
    ) async throws -> T {
        let (community, keys, now) = (community, steward.keys, steward.clock.now)
        return try await steward.database.read { reading in
            try body(try ImportLook(batch, in: community, keys, now, reading))
        }
    }

    private static func read(_ bytes: [UInt8], most: Int) throws -> Table {
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
