public import Actions
public import Storage
public import Values
public import Web

/// Data that are kept for a time, and removed when it is over: some hundreds at a time, within an action.
public struct Retention: Sendable {
    /// Stable, as `sessions`; the period that a community set is kept under it.
    public let name: String
    public let title: Text
    /// How long they are kept where the community set nothing else.
    public let days: Int
    /// How many are older than the moment.
    let due: @Sendable (Identifier, Instant, any Reading) throws -> Int
    /// Removes at most so many that are older than the moment; how many it removed.
    let remove: @Sendable (Work, Instant, Int) throws -> Int

    public init(
        _ name: String, _ title: Text, days: Int,
        due: @escaping @Sendable (Identifier, Instant, any Reading) throws -> Int,
        remove: @escaping @Sendable (Work, Instant, Int) throws -> Int
    ) {
        self.name = name
        self.title = title
        self.days = days
        self.due = due
        self.remove = remove
    }

    /// The rows of one table for which a condition holds: each is changed or goes, as `change` begins to say.
    public init(
        _ name: String, _ title: Text, days: Int, of table: SQL, _ change: SQL,
        where condition: @escaping @Sendable (Instant) -> SQL
    ) {
        self.init(name, title, days: days) { community, limit, reading in
            let held: SQL = "community = \(community) AND \(condition(limit))"
            return Int(try reading.number("SELECT COUNT(*) FROM \(table) WHERE \(held)"))
        } remove: { work, limit, most in
            let held: SQL = "community = \(work.community) AND \(condition(limit))"
            return try work.database.run(
                """
                \(change) WHERE community = \(work.community) AND id IN (
                SELECT id FROM \(table) WHERE \(held) ORDER BY id LIMIT \(most))
                """)
        }
    }

    /// The community's own number of days, or that of the house.
    func days(in community: Identifier, _ reading: any Reading) throws -> Int {
        try PeriodStore.days(name, in: community, reading) ?? days
    }

    func limit(in community: Identifier, at now: Instant, _ reading: any Reading) throws -> Instant {
        now - .days(Int64(try days(in: community, reading)))
    }
}

/// Removes some of what a rule no longer keeps; a row of the record, and a line that says how many.
struct RemoveExpired: Action {
    static let name = "privacy.remove-expired"
    static let right = PrivacyRights.rules
    static let most = 200

    let rule: Retention

    func subject(in work: Work) throws -> Place { try work.place(work.community) }

    /// How many were removed.
    func run(on place: Place, in work: Work) throws -> Int {
        let limit = try rule.limit(in: work.community, at: work.now, work.database)
        let removed = try rule.remove(work, limit, Self.most)
        try RemovalStore.insert(rule.name, removed, in: work)
        return removed
    }

    func object(of subject: Place, _ answer: Int, in work: Work) -> Identifier { work.community }
}

/// What was removed, newest first.
enum RemovalStore {
    struct Line: Codable, Sendable {
        let rule: String
        let removed: Int
        let at: Instant
    }

    static func insert(_ rule: String, _ removed: Int, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO removal (community, id, rule, removed, made)
            VALUES (\(work.community), \(work.newIdentifier()), \(rule), \(Int64(removed)), \(work.now))
            """)
    }

    static func lines(in community: Identifier, _ reading: any Reading) throws -> [Line] {
        try reading.all(
            """
            SELECT rule, SUM(removed), MAX(made) FROM removal WHERE community = \(community)
            GROUP BY rule ORDER BY MAX(made) DESC, rule LIMIT 100
            """
        ) { Line(rule: $0.text(0), removed: $0.int(1), at: $0.instant(2)) }
    }
}

/// Runs the rules of every capability each night, and shows what they did and will do.
public enum Keeping {
    public static func job(_ rules: [Retention]) -> Job {
        Job(name: "privacy.keep", every: .hours(24)) { house in
            let communities = try await house.database.read {
                try LocalityStore.below(.root, $0, limit: 10_000).map(\.id)
            }
            for community in communities {
                for rule in rules { try await run(rule, in: community, house) }
            }
        }
    }

    private static func run(_ rule: Retention, in community: Identifier, _ house: House) async throws {
        let now = house.clock.now
        let due = try await house.database.read { reading in
            try rule.due(community, rule.limit(in: community, at: now, reading), reading)
        }
        guard due > 0 else { return }
        var removed: Int
        repeat {
            removed = try await house.steward.perform(RemoveExpired(rule: rule), by: .house, in: community)
        } while removed == RemoveExpired.most
    }

    public static func routes(_ rules: [Retention]) -> [Route] {
        let page = KeepingPage(rules: rules)
        return [
            .page("/settings/keeping", PrivacyRights.seeRules, KeepingPhrase.title.text, page),
            .verb(
                .post, "/settings/keeping/{rule}", PrivacyRights.rules, KeepingPhrase.set.text,
                fields: [Input("days", KeepingPhrase.days.text, .number(1...10_000), required: true)],
                shows: page
            ) { visit, fields in
                var reader = FormReader(fields)
                let days = reader.number("days", 1...10_000)
                try reader.finish()
                let name = try visit.parameter("rule")
                guard let days, rules.contains(where: { $0.name == name }) else {
                    throw PrivacyRefusal.noSuchPeriod
                }
                _ = try await visit.perform(
                    SetPeriod(PrivacyPeriod(name: name, days: Int(days))), fields: fields)
                return .done(see: "/settings/keeping")
            },
        ]
    }
}
