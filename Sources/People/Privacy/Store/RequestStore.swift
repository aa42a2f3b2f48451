import Actions
import Foundation
import Sealing
public import Storage
public import Values

/// Requests about one's own data as they are stored.
enum RequestStore {
    static func insert(
        _ kind: PersonRequest.Kind, _ typed: PersonRequest.Typed, of account: Identifier,
        _ person: Identifier?, due: Day, in work: Work
    ) throws -> Identifier {
        let id = work.newIdentifier()
        let sealed = try work.key(of: account).seal(
            Array(JSONEncoder().encode(typed)), context: typedContext(id))
        try work.database.run(
            """
            INSERT INTO person_request (community, id, account, person, kind, typed, made, due)
            VALUES (\(work.community), \(id), \(account), \(person), \(kind.rawValue), \(sealed),
            \(work.now), \(due.description))
            """)
        return id
    }

    static func decide(
        _ request: PersonRequest, _ outcome: PersonRequest.Outcome, _ answer: String, in work: Work
    ) throws {
        let sealed = try work.key(of: request.account).seal(answer, context: answerContext(request.id))
        let decided = try work.database.run(
            """
            UPDATE person_request SET outcome = \(outcome.rawValue), answer = \(sealed),
            decided = \(work.now), decided_by = \(work.actor.account)
            WHERE community = \(work.community) AND id = \(request.id) AND decided IS NULL
            """)
        guard decided == 1 else { throw PrivacyRefusal.requestDecided }
    }

    private static let columns: SQL =
        """
        q.id, q.account, a.name, q.person, q.kind, q.typed, q.answer, q.outcome, q.made, q.due, q.decided,
        p.path FROM person_request q
        JOIN account a ON a.community = q.community AND a.id = q.account
        JOIN place p ON p.community = a.community AND p.id = a.home
        """

    static func request(
        _ id: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> PersonRequest? {
        try reading.first(
            "SELECT \(columns) WHERE q.community = \(community) AND q.id = \(id)"
        ) { try decode($0, in: community, keys, reading) }
    }

    static func requests(
        of account: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [PersonRequest] {
        try reading.all(
            """
            SELECT \(columns) WHERE q.community = \(community) AND q.account = \(account)
            ORDER BY q.made DESC, q.id DESC LIMIT 50
            """
        ) { try decode($0, in: community, keys, reading) }
    }

    /// Those that wait, the soonest due first; or those that were decided, the latest first.
    static func list(
        decided: Bool, below top: PlacePath, in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading, limit: Int
    ) throws -> [PersonRequest] {
        let base: SQL =
            "SELECT \(columns) WHERE q.community = \(community) AND p.path >= \(top) AND p.path < \(top.end)"
        let rest: SQL =
            decided
            ? " AND q.decided IS NOT NULL ORDER BY q.decided DESC, q.id DESC LIMIT \(limit)"
            : " AND q.decided IS NULL ORDER BY q.due, q.id LIMIT \(limit)"
        return try reading.all(base + rest) { try decode($0, in: community, keys, reading) }
    }

    private static func decode(
        _ row: any Row, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> PersonRequest {
        let id = try row.identifier(0), account = try row.identifier(1)
        let key = try reading.key(of: account, in: community, keys)
        let typed = try row.optionalBytes(5).flatMap { box in
            try key.map { try $0.open(box, context: typedContext(id)) }
        }.map { try JSONDecoder().decode(PersonRequest.Typed.self, from: Data($0)) }
        return PersonRequest(
            id: id, account: account, accountName: row.text(2), person: try row.optionalIdentifier(3),
            kind: try row.choice(4), typed: typed ?? PersonRequest.Typed(),
            answer: try row.optionalBytes(6).flatMap { try key?.openText($0, context: answerContext(id)) },
            outcome: row.isNull(7) ? nil : try row.choice(7), made: row.instant(8), due: try row.day(9),
            decided: row.optionalInstant(10), path: PlacePath(text: row.text(11)))
    }

    private static func typedContext(_ id: Identifier) -> String { "person_request.typed \(id)" }
    private static func answerContext(_ id: Identifier) -> String { "person_request.answer \(id)" }
}

/// The periods of a community.
public enum PeriodStore {
    /// The community's own number of days; nil where it set none.
    public static func days(_ name: String, in community: Identifier, _ reading: any Reading) throws -> Int? {
        try all(in: community, reading)[name]
    }

    static func all(in community: Identifier, _ reading: any Reading) throws -> [String: Int] {
        try kept.value(community, reading) { reading in
            Dictionary(
                try reading.all(
                    """
                    SELECT name, days FROM privacy_period WHERE community = \(community)
                    ORDER BY name LIMIT 200
                    """
                ) { ($0.text(0), $0.int(1)) }
            ) { first, _ in first }
        } ?? [:]
    }

    private static let kept = Kept<Identifier, [String: Int]>(most: 2_000)

    static func set(_ name: String, _ days: Int, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO privacy_period (community, name, days)
            VALUES (\(work.community), \(name), \(Int64(days)))
            ON CONFLICT (community, name) DO UPDATE SET days = \(Int64(days))
            """)
    }
}
