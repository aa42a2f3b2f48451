import Logging
import People
import Storage
import Values

/// Carries a whole house from one place of its rows to another, from a file to a server or back.
///
/// Rows go in the order of their keys, some hundreds at a time, each time in one change. A move that was
/// broken off goes on behind the last row that arrived. Done is said only when every table holds as many rows
/// on both sides with the same hash; until then the new place opens for nobody. Nothing may write in the old
/// one meanwhile: what changed behind the move shows in the hashes, and is refused.
public struct Move: Sendable {
    private let source: any Database
    private let target: any Database
    private let tables: [TableShape]
    private let tell: @Sendable (String) -> Void

    /// Moves the rows and proves that they are the same.
    ///
    /// - Parameters: `tell`: hears a line for each table, and while a long one is under way.
    /// - Throws: ``MoveFault``, a ``StorageFault``.
    public static func run(
        from old: DatabasePlace, to new: DatabasePlace, log: Logger,
        tell: @escaping @Sendable (String) -> Void
    ) async throws {
        guard old != new else { throw MoveFault.samePlace }
        guard try await old.contents(log) == .house else { throw MoveFault.nothingThere }
        let source = try await old.open(log)
        defer { source.close() }
        let target = try await new.open(log)
        defer { target.close() }
        try await Move(source, target, tell: tell).run()
    }

    init(_ source: any Database, _ target: any Database, tell: @escaping @Sendable (String) -> Void) throws {
        self.source = source
        self.target = target
        tables = try Rooms.tables
        self.tell = tell
    }

    func run() async throws {
        try await source.migrate(Rooms.migrations)
        try await target.migrate(Rooms.migrations)
        if try await source.read({ try HouseMarks.text(HouseMarks.moving, $0) }) != nil {
            throw MoveFault.unfinished
        }
        try await begin()
        for table in tables { try await carry(table) }
        for table in tables { try await compare(table) }
        try await WordUpkeep.renew(in: target)
        try await target.weigh()
        try await target.write(in: Self.everywhere) { try HouseMarks.remove(HouseMarks.moving, $0) }
    }

    static let everywhere = Identifier(high: 0, low: 0)

    /// The new place is empty, or a move into it was broken off.
    private func begin() async throws {
        let tables = self.tables
        let (isMoving, isEmpty) = try await target.read { reading in
            (
                try HouseMarks.text(HouseMarks.moving, reading) != nil,
                try tables.allSatisfy { try $0.rows(after: nil, limit: 1, reading).isEmpty }
            )
        }
        guard isMoving || isEmpty else { throw MoveFault.notEmpty }
        try await target.write(in: Self.everywhere) { try HouseMarks.set(HouseMarks.moving, "", $0) }
        if isMoving { tell("a move that was broken off goes on") }
    }

    private func carry(_ table: TableShape) async throws {
        var last = try await target.read { try table.lastCarried($0) }, count = 0, told = 0
        while true {
            let after = last
            guard let page = try await source.read({ try table.page(after: after, $0) }) else { return }
            try await target.write(in: Self.everywhere) { try table.write(page.rows, $0) }
            last = page.end
            count += page.rows.count
            guard count - told >= 50_000 else { continue }
            told = count
            tell("\(table.name): \(count) rows so far")
        }
    }

    private func compare(_ table: TableShape) async throws {
        async let old = TableSum.of(table, in: source)
        async let new = TableSum.of(table, in: target)
        let (before, after) = try await (old, new)
        guard before == after else { throw MoveFault.unlike(table.name, before.rows, after.rows) }
        tell("\(table.name): \(after.rows) rows, the same on both sides")
    }
}

/// Why a move was not begun, or not ended.
public enum MoveFault: Error, Equatable, CustomStringConvertible {
    case samePlace, nothingThere, notEmpty, unfinished
    /// The table, and how many rows the old and the new place hold.
    case unlike(String, Int, Int)

    public var description: String {
        switch self {
        case .samePlace: "the old place and the new are the same"
        case .nothingThere: "there is no house to move"
        case .notEmpty: "the new place holds rows already: give an empty one"
        case .unfinished:
            "a move into this database was not finished: run it again to the end before anything opens it"
        case .unlike(let table, let old, let new):
            """
            \(table) is not the same on both sides (\(old) rows in the old place, \(new) in the new): \
            something wrote while it was moved. Stop the server, empty the new place and move again.
            """
        }
    }
}
