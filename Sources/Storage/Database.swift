public import Values

/// A consistent view of the database: every query of one reading sees the same moment.
public protocol Reading {
    /// Runs the statement and hands over its rows in order.
    ///
    /// - Throws: ``StorageFault``, or what `body` throws, which ends the walk.
    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws

    /// Objects whose words match, newest first; `before` is the position of the last one seen.
    func search(_ search: WordSearch) throws -> [WordMatch]

    /// Whether exactly these words are stored of the object.
    func holds(_ document: WordDocument) throws -> Bool

    /// Which state of the ground this reading sees; nil where it cannot be told, or where what is not
    /// committed yet changed it.
    func state(of ground: Ground) throws -> GroundState?

    /// Runs `body`, which may read of this ground alone.
    func only<T>(_ ground: Ground, _ body: () throws -> T) throws -> T
}

/// A reading that can also change rows; all its changes become durable together or not at all.
public protocol Writing: Reading {
    /// Runs a statement that changes rows, and returns how many.
    @discardableResult
    func run(_ sql: SQL) throws -> Int

    /// Adds to a figure.
    ///
    /// Many changes of a group touch the same figures, so an engine may write the sums once, before its
    /// commit and before anything that reads figures; a change that is undone takes its differences along.
    func add(_ difference: Int64, to figure: FigureKey) throws

    /// Replaces the searchable words of an object. They are written once, after the group's savepoints.
    func index(_ document: WordDocument)
}

// Inlined, so that each use is compiled for its own type: rows are decoded by the million.
extension Reading {
    public func state(of ground: Ground) throws -> GroundState? { nil }
    public func only<T>(_ ground: Ground, _ body: () throws -> T) throws -> T { try body() }

    /// Every row, decoded.
    @inlinable
    public func all<T>(_ sql: SQL, _ decode: (any Row) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each(sql) { rows.append(try decode($0)) }
        return rows
    }

    /// The first row, decoded; nil where there is none.
    @inlinable
    public func first<T>(_ sql: SQL, _ decode: (any Row) throws -> T) throws -> T? {
        var found: T?
        try each(sql) { if found == nil { found = try decode($0) } }
        return found
    }

    /// The first column of the first row as a number; 0 where there is none or it is null.
    public func number(_ sql: SQL) throws -> Int64 {
        try first(sql) { $0.isNull(0) ? 0 : $0.integer(0) } ?? 0
    }

    /// Whether the statement finds any row.
    public func exists(_ sql: SQL) throws -> Bool {
        try first(sql) { _ in true } ?? false
    }
}

/// An engine with one database open.
public protocol Database: Sendable {
    /// Runs `body` on a consistent view, off the caller's thread.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T

    /// The same, where what was committed in the last seconds may be missing: an engine with servers that
    /// follow may ask one of those.
    func readNearby<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T

    /// Runs `body` as one atomic change; when it returns, the change is durable.
    ///
    /// Changes of one community happen one after another. An engine may commit several waiting changes
    /// together,
    /// each behind its savepoint: a change that throws undoes itself alone.
    @discardableResult
    func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T

    /// Brings the schema up to date; safe to call at every start.
    func migrate(_ migrations: [Migration]) async throws

    /// A consistent copy of the whole database into a new file, while it serves.
    func copy(to path: String) async throws

    /// Faults of the stored bytes themselves, in the engine's words; empty where all is well.
    func inspect() async throws -> [String]

    /// Lets the engine see what its tables hold, after many rows came at once: it plans by that.
    func weigh() async throws

    /// What keeps it from taking changes just now, while readings go on; nil where nothing does. It looks by
    /// itself whether that is over.
    var trouble: StorageFault? { get }

    /// What the engine measures of itself: disk syncs, commits, changes, by name.
    var counters: [String: Int64] { get }

    /// Finishes what runs and closes.
    func close()
}

extension Database {
    public var trouble: StorageFault? { nil }

    public func weigh() async throws {}

    public func readNearby<T: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> T
    ) async throws -> T { try await read(body) }
}

/// One step of the schema, one text for both engines. `BYTES` in it becomes the engine's type for bytes;
/// `KEYED` after a table asks an engine that can to lay the rows in the order of their key.
public struct Migration: Sendable {
    /// The room it belongs to, and its place in that room's order, as `Needs/001-needs`.
    public let name: String
    public let text: String
    /// Those of its tables whose rows people seldom change, so that what is made of them may be kept.
    public let settled: [String]

    public init(name: String, text: String, settled: [String] = []) {
        self.name = name
        self.text = text
        self.settled = settled
    }

    /// Reads the bytes of an embedded schema file.
    public init(name: String, bytes: [UInt8], settled: [String] = []) {
        self.init(name: name, text: String(decoding: bytes, as: UTF8.self), settled: settled)
    }

    /// The statements, each without its semicolon; comments to the end of a line are dropped.
    public var statements: [String] {
        let bare = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in line.firstRange(of: "--").map { String(line[..<$0.lowerBound]) } ?? String(line) }
            .joined(separator: "\n")
        return bare.split(separator: ";")
            .map { $0.trimmed }
            .filter { !$0.isEmpty }
    }
}

extension Substring {
    var trimmed: String {
        var part = self
        while let first = part.unicodeScalars.first, first.properties.isWhitespace {
            part.unicodeScalars.removeFirst()
        }
        while let last = part.unicodeScalars.last, last.properties.isWhitespace {
            part.unicodeScalars.removeLast()
        }
        return String(part)
    }
}
