import Clazy
import Storage

/// One connection to the server, on the thread that holds it, always in pipeline mode: statements are sent
/// ahead, and what they answered is read when somebody must know.
final class Link {
    private let handle: OpaquePointer
    private let statements: Statements
    private var parameters = Parameters()
    /// What the server still owes, in order.
    private var owed: [Owed] = []
    /// Whether the server said a warning since it was last looked at.
    private let warnings = Warnings()
    /// Whether nothing more can be asked over it.
    private(set) var isLost = false

    private enum Owed {
        case preparation(Statements.Prepared)
        case types(Statements.Prepared)
        case rows
        case end
    }

    /// Connects and waits until the server lets one in.
    ///
    /// - Parameters: `patience`: seconds for it; nil leaves it to the address.
    /// - Throws: ``NoConnection``.
    init(_ address: Address, _ tables: Tables, patience: Int? = nil) throws {
        guard let handle = address.connect(patience: patience) else {
            throw NoConnection(description: "no memory")
        }
        self.handle = handle
        statements = Statements(tables)
        PQsetNoticeReceiver(
            handle,
            { mark, notice in
                guard let mark, FaultPart.severity.text(in: notice) == "WARNING" else { return }
                Unmanaged<Warnings>.fromOpaque(mark).takeUnretainedValue().isRaised = true
            }, Unmanaged.passUnretained(warnings).toOpaque())
        guard PQstatus(handle) == CONNECTION_OK, PQenterPipelineMode(handle) == 1 else {
            let words = String(cString: PQerrorMessage(handle)).split(whereSeparator: \.isNewline)
            throw NoConnection(description: words.joined(separator: " "))
        }
    }

    deinit { PQfinish(handle) }

    private final class Warnings { var isRaised = false }

    /// What the text of the statement says of itself.
    func words(of sql: SQL) -> StatementWords { statements.words(of: sql) }

    /// Sends the statement ahead; should it fail, the next answer that is waited for fails in its place.
    func send(_ sql: SQL) throws {
        let (statement, isKnown) = statements.statement(for: sql)
        for name in statements.forgotten() { try send("DEALLOCATE \(name)") }
        if !isKnown { try prepare(statement, sql) }
        parameters.fill(sql.values)
        try check(
            parameters.withLaidOut { count, starts, lengths, formats in
                PQsendQueryPrepared(handle, statement.name, count, starts, lengths, formats, 1)
            })
        owed.append(.rows)
    }

    /// Sends the statement and waits for its answer.
    func ask(_ sql: SQL) throws -> Answer {
        try send(sql)
        guard let answer = try settle() else { throw StorageFault.other("a statement without an answer") }
        return answer
    }

    /// Lets the server work off what was sent, without waiting for it.
    func push() throws {
        try check(PQpipelineSync(handle))
        owed.append(.end)
    }

    /// Reads everything that is owed; the last statement's answer.
    ///
    /// - Throws: what the first statement that failed said; those behind it, up to the last push, did not
    /// run.
    @discardableResult
    func settle() throws -> Answer? {
        try push()
        var last: Answer?
        var fault: StorageFault?
        defer { owed.removeAll(keepingCapacity: true) }
        for expected in owed {
            do {
                if let answer = try receive(expected) { last = answer }
            } catch let raised as StorageFault {
                if isLost { throw raised }
                fault = fault ?? raised
            }
        }
        statements.dropUnready()
        if let fault { throw fault }
        return last
    }

    /// Whether a warning came since this was last asked.
    func takeWarning() -> Bool {
        defer { warnings.isRaised = false }
        return warnings.isRaised
    }

    /// Takes the connection for lost: it is in a state that nobody can use.
    func giveUp() { isLost = true }

    /// One text for the server itself, without its being prepared or kept.
    private func send(_ text: String) throws {
        try check(PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1))
        owed.append(.rows)
    }

    private func prepare(_ statement: Statements.Prepared, _ sql: SQL) throws {
        try check(
            PQsendPrepare(
                handle, statement.name, sql.numbered, Int32(truncatingIfNeeded: sql.values.count),
                statement.types))
        owed.append(.preparation(statement))
        guard statement.hasOpenTypes else { return }
        try check(PQsendDescribePrepared(handle, statement.name))
        owed.append(.types(statement))
    }

    private func receive(_ expected: Owed) throws -> Answer? {
        guard let result = PQgetResult(handle) else { throw lost() }
        if case .end = expected {
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw lost() }
            return nil
        }
        if let rest = PQgetResult(handle) {
            // Two answers to one statement: nothing that follows would be where it is looked for.
            PQclear(rest)
            PQclear(result)
            throw lost()
        }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            defer { PQclear(result) }
            // What stands behind a failed statement did not run; the failure itself was read before.
            if status == PGRES_PIPELINE_ABORTED { return nil }
            throw fault(result)
        }
        switch expected {
        case .preparation(let statement): statement.isReady = true
        case .types(let statement):
            statement.types = (0..<PQnparams(result)).map { PQparamtype(result, $0) }
        case .rows: return Answer(result)
        case .end: break
        }
        PQclear(result)
        return nil
    }

    private func fault(_ result: OpaquePointer) -> StorageFault {
        let fault = StorageFault(result)
        let state = FaultPart.state.text(in: result)
        // No state at all: libpq speaks, not the server. A plan that is old, a statement that is not known,
        // a server that only reads: a new connection, perhaps to another server, does not have it.
        if PQstatus(handle) == CONNECTION_BAD || fault == .away || state == nil
            || ["0A000", "26000", "25006"].contains(state)
        {
            isLost = true
        }
        return state == nil ? .away : fault
    }

    private func check(_ code: Int32) throws {
        if isLost || code != 1 { throw lost() }
    }

    private func lost() -> StorageFault {
        isLost = true
        return .away
    }
}
