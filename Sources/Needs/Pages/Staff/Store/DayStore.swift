import Actions
import Storage
import Values
import Web

/// An answer of a resource's owner that the worker has not acted on.
struct WaitingAnswer: Sendable, Codable, Hashable {
    let need: String
    let title: String
    let resource: String
    let state: LinkState
    let at: Instant
}

/// What a day's page asks of the store, each in an index and none a row at a time.
struct DayStore {
    private let visit: Visit
    private let reading: any Reading
    private let scope: [PlacePath]?

    init(_ visit: Visit, _ reading: any Reading) {
        self.visit = visit
        self.reading = reading
        scope = LedgerFilter.scope(NeedsRights.list, visit)
    }

    private func filter(_ view: NeedFilter.View, _ sort: NeedFilter.Sort) -> NeedFilter {
        var filter = NeedFilter(view: view, sort: sort, limit: DayPage.most)
        filter.viewer = visit.actor.account
        filter.scope = scope
        return filter
    }

    func list(_ view: NeedFilter.View, sort: NeedFilter.Sort = .newest) throws -> [NeedSummary] {
        try NeedStore.list(filter(view, sort), in: visit.community, reading, now: visit.now).rows
    }

    func count(_ view: NeedFilter.View) throws -> Int {
        Int(try NeedStore.count(filter(view, .newest), in: visit.community, reading, now: visit.now))
    }

    /// One's own open needs that are late, or due before the day ends, the most pressing first.
    func mine(late: Bool) throws -> [NeedSummary] {
        let end = visit.now.day(in: .shanghai).adding(days: 1).start(in: .shanghai)
        let span: SQL = late ? "n.due < \(visit.now)" : "n.due >= \(visit.now) AND n.due < \(end)"
        return try reading.all(
            """
            SELECT \(NeedStore.summaryColumns) FROM need n WHERE n.community = \(visit.community)
            AND n.owner = \(visit.actor.account) AND n.is_open = 1 AND n.held = 0 AND \(span)
            ORDER BY n.due, n.number LIMIT 100
            """, NeedStore.decodeSummary)
    }

    /// Nobody's needs, and one's own that nobody has taken on yet, newest first.
    func fresh() throws -> [NeedSummary] {
        let within = NeedStore.within(nil, scope)
        return try reading.all(
            """
            SELECT \(NeedStore.summaryColumns) FROM need n WHERE n.community = \(visit.community)
            AND n.state = 'found' AND n.held = 0 AND (n.owner IS NULL OR n.owner = \
            \(visit.actor.account))\(within)
            ORDER BY n.number DESC LIMIT 20
            """, NeedStore.decodeSummary)
    }

    /// One's own needs whose receiver has not said how it went.
    func answered() throws -> [NeedSummary] {
        try reading.all(
            """
            SELECT \(NeedStore.summaryColumns) FROM need n WHERE n.community = \(visit.community)
            AND n.owner = \(visit.actor.account) AND n.is_open = 1 AND n.held = 0 AND n.state = 'answered'
            ORDER BY n.number DESC LIMIT \(DayPage.most)
            """, NeedStore.decodeSummary)
    }

    /// Answers of resources' owners to one's own links that want a decision: no, or another day.
    func answers() throws -> [WaitingAnswer] {
        try reading.all(
            """
            SELECT n.number, n.title, l.resource_name, l.state, l.answered FROM need n
            JOIN link l ON l.community = n.community AND l.need = n.id
            WHERE n.community = \(visit.community) AND n.owner = \(visit.actor.account) AND n.is_open = 1
            AND n.held = 0 AND n.state IN ('accepted', 'identified') AND l.answered IS NOT NULL
            AND l.state IN ('declined', 'other-day') ORDER BY l.answered DESC, l.id LIMIT \(DayPage.most)
            """
        ) { row in
            WaitingAnswer(
                need: Need.serial(row.integer(0)), title: row.text(1), resource: row.text(2),
                state: try row.choice(3), at: row.instant(4))
        }
    }

    func offers() throws -> Int {
        Int(
            try reading.number(
                """
                SELECT COUNT(1) FROM (SELECT 1 AS one FROM offer WHERE community = \(visit.community)
                AND state = 'made' LIMIT 1000) few
                """))
    }

    func load() throws -> DayPage.Load {
        let all = try StaffStore.workload(in: visit.community, reading)
        let mine = all.first { $0.owner == visit.actor.account }?.open ?? 0
        let sum = all.reduce(0) { $0 + $1.open }
        return DayPage.Load(mine: mine, meanTenths: all.isEmpty ? 0 : (sum * 10 + all.count / 2) / all.count)
    }
}
