import Foundation
import Storage
import Synchronization
import Values

/// How an engine ran one statement: what it walked, and how many rows that was.
struct StatementPlan: Sendable {
    struct Step: Sendable {
        let table: String
        /// Whether it walks the table itself, or a whole index, instead of looking something up.
        let isWalk: Bool
        let rows: Int
    }

    let sql: String
    /// How many rows it answers, where that was counted.
    var answered = 0
    let steps: [Step]
}

/// A database that asks the engine how it runs each statement, before it runs it.
final class PlanListener: Database {
    private let base: any Database
    private let isPostgres: Bool
    private let heard = Mutex<[StatementPlan]>([])

    init(_ base: any Database, isPostgres: Bool) {
        self.base = base
        self.isPostgres = isPostgres
    }

    var plans: [StatementPlan] { heard.withLock { $0 } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> T) async throws -> T {
        try await base.read { [self] in try body(ListeningReading(base: $0, listener: self)) }
    }

    @discardableResult
    func write<T: Sendable>(
        in community: Identifier, _ body: @escaping @Sendable (any Writing) throws -> T
    ) async throws -> T {
        try await base.write(in: community) { [self] in
            try body(ListeningWriting(base: $0, listener: self))
        }
    }

    func migrate(_ migrations: [Migration]) async throws { try await base.migrate(migrations) }
    func copy(to path: String) async throws { try await base.copy(to: path) }
    func inspect() async throws -> [String] { try await base.inspect() }
    var counters: [String: Int64] { base.counters }
    func close() { base.close() }

    /// - Parameters: `isRun`: whether the statement may run twice, so that its rows are counted.
    fileprivate func hear(_ sql: SQL, _ reading: any Reading, isRun: Bool) throws {
        let plans =
            isPostgres
            ? try PostgresPlan.of(sql, reading, isRun: isRun) : [try SQLitePlan.of(sql, reading)]
        heard.withLock { $0 += plans }
    }
}

private struct ListeningReading: Reading {
    let base: any Reading
    let listener: PlanListener

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        try listener.hear(sql, base, isRun: true)
        try base.each(sql, body)
    }

    func search(_ search: WordSearch) throws -> [WordMatch] { try base.search(search) }
    func holds(_ document: WordDocument) throws -> Bool { try base.holds(document) }
    func state(of ground: Ground) throws -> GroundState? { try base.state(of: ground) }
}

private struct ListeningWriting: Writing {
    let base: any Writing
    let listener: PlanListener

    func each(_ sql: SQL, _ body: (any Row) throws -> Void) throws {
        try listener.hear(sql, base, isRun: sql.text.hasPrefix("SELECT"))
        try base.each(sql, body)
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try listener.hear(sql, base, isRun: false)
        return try base.run(sql)
    }

    func search(_ search: WordSearch) throws -> [WordMatch] { try base.search(search) }
    func holds(_ document: WordDocument) throws -> Bool { try base.holds(document) }
    func state(of ground: Ground) throws -> GroundState? { try base.state(of: ground) }
    func add(_ difference: Int64, to figure: FigureKey) throws { try base.add(difference, to: figure) }
    func index(_ document: WordDocument) { base.index(document) }
}

/// SQLite plans without knowing what its tables hold, so a small house shows what a large one does.
private enum SQLitePlan {
    static func of(_ sql: SQL, _ reading: any Reading) throws -> StatementPlan {
        // A statement names its tables by other names: those are read out of it.
        let names = tables(in: sql.text)
        let lines = try reading.all(SQL(trusted: "EXPLAIN QUERY PLAN ") + sql) { $0.text(3) }
        let steps = lines.compactMap { line -> StatementPlan.Step? in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1, ["SCAN", "SEARCH"].contains(words[0]) else { return nil }
            // A whole community in the order of the key is a walk too: nothing is looked up in it.
            let isWalk = words[0] == "SCAN" || line.contains("PRIMARY KEY (community=?)")
            return .init(table: names[words[1]] ?? words[1], isWalk: isWalk, rows: 0)
        }
        return StatementPlan(sql: sql.text, steps: steps)
    }

    private static func tables(in text: String) -> [String: String] {
        text.matches(of: /(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z_]+))?/)
            .reduce(into: [:]) { names, match in names[String(match.2 ?? match.1)] = String(match.1) }
    }
}

/// PostgreSQL plans by what its tables hold, so they must hold much; it tells every step in JSON.
///
/// A statement that is prepared and asked often may be run without a look at its values: it is where that
/// seems no dearer. Then that plan is heard too.
private enum PostgresPlan {
    static func of(_ sql: SQL, _ reading: any Reading, isRun: Bool) throws -> [StatementPlan] {
        let ask = isRun ? "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " : "EXPLAIN (FORMAT JSON) "
        let top = try plan(SQL(trusted: ask) + sql, reading)
        let chosen = StatementPlan(
            sql: sql.text, answered: top["Actual Rows"] as? Int ?? 0, steps: steps(below: top))
        guard isRun else { return [chosen] }
        let blind = try self.blind(sql, reading)
        guard cost(blind) <= cost(top) * 1.1 else { return [chosen] }
        return [chosen, StatementPlan(sql: "without its values: \(sql.text)", steps: steps(below: blind))]
    }

    /// The plan for any values.
    private static func blind(_ sql: SQL, _ reading: any Reading) throws -> [String: Any] {
        var place = 0
        let parts = sql.text.split(separator: "?", omittingEmptySubsequences: false).map(String.init)
        let numbered = parts.dropFirst().reduce(parts[0]) { text, part in
            place += 1
            return text + "$\(place)" + part
        }
        guard place == sql.values.count, place > 0 else { return [:] }
        let types = sql.values.map(type).joined(separator: ", ")
        let nulls = Array(repeating: "NULL", count: place).joined(separator: ", ")
        try reading.each("SET LOCAL plan_cache_mode = 'force_generic_plan'") { _ in }
        try reading.each(SQL(trusted: "PREPARE blind (\(types)) AS \(numbered)")) { _ in }
        let plan = try plan(SQL(trusted: "EXPLAIN (FORMAT JSON) EXECUTE blind (\(nulls))"), reading)
        try reading.each("DEALLOCATE blind") { _ in }
        try reading.each("SET LOCAL plan_cache_mode = 'auto'") { _ in }
        return plan
    }

    private static func type(_ value: Value) -> String {
        switch value {
        case .null: "unknown"
        case .integer: "bigint"
        case .text: "text"
        case .bytes, .identifier: "bytea"
        }
    }

    private static func plan(_ ask: SQL, _ reading: any Reading) throws -> [String: Any] {
        let text = try reading.all(ask) { $0.text(0) }.joined()
        let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        return root?.first?["Plan"] as? [String: Any] ?? [:]
    }

    /// In the planner's own measure; without end where there is no plan.
    private static func cost(_ plan: [String: Any]) -> Double { plan["Total Cost"] as? Double ?? .infinity }

    private static func steps(below node: [String: Any]) -> [StatementPlan.Step] {
        let further = (node["Plans"] as? [[String: Any]] ?? []).flatMap(steps(below:))
        guard let kind = node["Node Type"] as? String, let table = node["Relation Name"] as? String,
            kind.hasSuffix("Scan")
        else { return further }
        let loops = node["Actual Loops"] as? Int ?? 1
        let each = (node["Actual Rows"] as? Int ?? 0) + (node["Rows Removed by Filter"] as? Int ?? 0)
        let isLookUp = node["Index Cond"] != nil || kind == "Bitmap Heap Scan"
        return further + [.init(table: table, isWalk: !isLookUp, rows: each * loops)]
    }
}
