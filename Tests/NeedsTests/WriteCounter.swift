import Storage
import Synchronization
import Values

/// A database that counts what each change touches, and lets so many changes through and no more: as a
/// program that stops between two of them.
final class WriteCounter: Database {
    /// One change: rows that its statements wrote, figures and words that it noted.
    struct Write: Sendable {
        var rows = 0
        var statements: [String] = []
    }

    private let base: any Database
    private let state: Mutex<(writes: [Write], left: Int)>

    init(_ base: any Database, letting left: Int = .max) {
        self.base = base
        state = Mutex(([], left))
    }

    var writes: [Write] { state.withLock { $0.writes } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T {
        try await base.read(body)
    }

    @discardableResult
    func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T {
        let isLet = state.withLock { state in
            state.left -= 1
            return state.left >= 0
        }
        guard isLet else { throw StorageFault.closed }
        return try await base.write(in: community) { [self] writing in
            let counting = CountingWriting(base: writing)
            let answer = try body(counting)
            state.withLock { $0.writes.append(counting.write) }
            return answer
        }
    }

    func migrate(_ migrations: [Migration]) async throws { try await base.migrate(migrations) }
    func copy(to path: String) async throws { try await base.copy(to: path) }
    func inspect() async throws -> [String] { try await base.inspect() }
    var counters: [String: Int64] { base.counters }
    func close() { base.close() }
}

private final class CountingWriting: Writing {
    let base: any Writing
    private(set) var write = WriteCounter.Write()

    init(base: any Writing) { self.base = base }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws { try base.each(sql, body) }
    func search(_ search: WordSearch) throws -> [WordMatch] { try base.search(search) }
    func holds(_ document: WordDocument) throws -> Bool { try base.holds(document) }
    func state(of ground: Ground) throws -> GroundState? { try base.state(of: ground) }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let rows = try base.run(sql)
        write.rows += rows
        write.statements.append(sql.text)
        return rows
    }

    func add(_ difference: Int64, to figure: FigureKey) throws {
        write.rows += 1
        try base.add(difference, to: figure)
    }

    func index(_ document: WordDocument) {
        write.rows += 1
        base.index(document)
    }
}
