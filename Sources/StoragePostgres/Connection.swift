import Storage
import Values

/// One connection on the thread that holds it, and the transaction that stands on it.
final class Connection: Writing {
    let link: Link
    private let tables: Tables
    let promise: Promise
    /// Whether the table of the reign is known to be there; see ``Reign``.
    var knowsReign = false
    /// What the group that stands open owes a second server.
    var terms = Terms.single
    /// The states that the reading or the change sees, once they were asked for.
    private var seen: (everything: GroundState?, settled: GroundState)?
    private var isWriting = false
    /// Whether the transaction changed settled tables, be it undone or not.
    private(set) var changedSettled = false
    private var isOnlySettled = false
    /// Words and figures waiting for the end of the group; see ``GroupWriter``.
    var waitingWords: [WordDocument] = []
    var waitingFigures = WaitingFigures()

    /// Connects, and asks the server what it promises.
    ///
    /// - Throws: ``NoConnection``, or ``StorageFault/other`` where the server does not keep what was
    /// acknowledged.
    init(_ address: Address, _ tables: Tables) throws {
        link = try Link(address, tables)
        self.tables = tables
        promise = try Promise(link)
    }

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        try ready(sql)
        let answer = try link.ask(sql)
        for number in 0..<answer.count { try body(answer.row(number)) }
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try ready(sql)
        return try link.ask(sql).changed
    }

    func index(_ document: WordDocument) { waitingWords.append(document) }

    func add(_ difference: Int64, to figure: FigureKey) { waitingFigures.add(difference, to: figure) }

    /// Sends the figures that wait, each once.
    func sendWaitingFigures() throws {
        for (figure, number) in waitingFigures.take() { try link.send(SQL.adding(number, to: figure)) }
    }

    /// Sends what the statement is about to read, where that still waits.
    private func ready(_ sql: SQL) throws {
        let words = link.words(of: sql)
        if words.changesSettled { changedSettled = true }
        if isOnlySettled, words.namesOthers {
            throw StorageFault.other("what is kept was to be made of a table that is not settled")
        }
        if words.namesFigures, !waitingFigures.isEmpty { try sendWaitingFigures() }
    }
}

/// Transactions. Their beginnings and ends are sent ahead, with what comes next.
extension Connection {
    /// Runs `body` on one moment of the database. Its end is not waited for: nothing was changed.
    func reading<T>(_ body: (Connection) throws -> T) throws -> T {
        forget(isWriting: false)
        try link.send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        let result = Result { try body(self) }
        if !link.isLost {
            try link.send("COMMIT")
            try link.push()
        }
        return try result.get()
    }

    /// Begins a group of changes of one community, when no other writer of it is at work anywhere.
    ///
    /// - Throws: ``StorageFault/alone`` where a second server must confirm and none stands.
    func begin(in community: Identifier) throws {
        forget(isWriting: true)
        try link.send("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        try link.send("SELECT pg_advisory_xact_lock(\(lock(of: community)))")
        try agree()
    }

    /// Begins one change of the group.
    func beginChange() throws {
        seen = nil
        try link.send("SAVEPOINT change")
    }

    func keepChange() throws { try link.send("RELEASE SAVEPOINT change") }

    func undoChange() throws {
        try link.send("ROLLBACK TO SAVEPOINT change")
        try link.send("RELEASE SAVEPOINT change")
        try link.settle()
    }

    /// Makes the group durable.
    ///
    /// - Throws: ``StorageFault/unsure`` where the server was lost before it answered, or waited in vain for
    /// the copy that it promises.
    func commit() throws {
        _ = link.takeWarning()
        let answer: Answer
        do { answer = try link.ask("COMMIT") } catch { throw link.isLost ? StorageFault.unsure : error }
        guard answer.command == "COMMIT" else { throw StorageFault.other("the server rolled back") }
        if link.takeWarning() { throw StorageFault.unsure }
        try proveConfirmed()
    }

    func rollBack() throws {
        try link.send("ROLLBACK")
        try link.settle()
    }

    private func forget(isWriting: Bool) {
        (seen, changedSettled, isOnlySettled) = (nil, false, false)
        self.isWriting = isWriting
    }

    /// Communities that share a lock by chance wait for each other, and no more.
    private func lock(of community: Identifier) -> Int64 {
        let mixed =
            (community.high &* 0x9E37_79B9_7F4A_7C15) ^ community.low ^ UInt64(bitPattern: promise.salt)
        return Int64(bitPattern: mixed)
    }
}

extension Connection {
    func state(of ground: Ground) throws -> GroundState? {
        // What a change made is not yet what others see.
        if changedSettled || (isWriting && ground != .settled) { return nil }
        if ground == .lately { return GroundState(database: tables.database, change: 0) }
        let seen = try self.seen ?? states()
        self.seen = seen
        return ground == .settled ? seen?.settled : seen?.everything
    }

    /// Every commit has a number, and a moment at which none was in flight is known by the next one: no
    /// count of all commits, for which communities would have to wait.
    private func states() throws -> (everything: GroundState?, settled: GroundState)? {
        let answer = try link.ask(
            """
            SELECT c.settled, CAST(CAST(pg_snapshot_xmin(s) AS TEXT) AS BIGINT),
              CAST(CAST(pg_snapshot_xmax(s) AS TEXT) AS BIGINT)
            FROM commit_count c, pg_current_snapshot() s WHERE c.one = 1
            """)
        guard answer.count == 1 else { return nil }
        let row = answer.row(0), next = row.integer(2)
        let database = tables.database
        return (
            row.integer(1) == next ? GroundState(database: database, change: next) : nil,
            GroundState(database: database, change: row.integer(0))
        )
    }

    /// Before the commit: what others keep of settled tables is old from now on. Until then nobody else's
    /// change of them can be committed, so the counts stand in the order of the commits.
    func countCommit() throws {
        guard changedSettled else { return }
        try link.send("UPDATE commit_count SET settled = settled + 1 WHERE one = 1")
    }

    func only<T>(_ ground: Ground, _ body: () throws -> T) throws -> T {
        let before = isOnlySettled
        isOnlySettled = before || ground == .settled
        defer { isOnlySettled = before }
        return try body()
    }
}
