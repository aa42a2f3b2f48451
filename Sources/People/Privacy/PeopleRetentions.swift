import Actions
import Storage
import Values

/// How long people's data are kept here. The days are the house's own: the law asks for the shortest time
/// that serves (Personal Information Protection Law, article 19), and three years for what shows that it was
/// kept (article 56).
public enum PeopleRetentions {
    public static let all = [sessions, slips, openings, requests, consents, left, gone]

    private static let sessions = Retention(
        "sessions", Text("很久没用的登录", "Sign-ins long unused"), days: 180, of: "session",
        "DELETE FROM session"
    ) { "used < \($0)" }

    private static let slips = Retention(
        "slips", Text("过期的入户条", "Household slips that ran out"), days: 365, of: "slip", "DELETE FROM slip"
    ) { "expires < \($0)" }

    /// Why somebody opened a name, a telephone or a number. That they did stays in the record.
    private static let openings = Retention(
        "openings", Text("打开信息时写的为什么", "Why masked data were opened"), days: 1095
    ) { community, limit, reading in
        Int(
            try reading.number(
                """
                SELECT COUNT(*) FROM record r
                JOIN record_value v ON v.community = r.community AND v.number = r.number
                WHERE r.community = \(community) AND r.action = \(OpenPerson.name) AND r.at < \(limit)
                """))
    } remove: { work, limit, most in
        try work.database.run(
            """
            DELETE FROM record_value WHERE community = \(work.community) AND number IN (
            SELECT r.number FROM record r
            JOIN record_value v ON v.community = r.community AND v.number = r.number
            WHERE r.community = \(work.community) AND r.action = \(OpenPerson.name) AND r.at < \(limit)
            ORDER BY r.number LIMIT \(most))
            """)
    }

    private static let requests = Retention(
        "requests", Text("答复过的请求里的话", "Words of requests that were answered"), days: 1095,
        of: "person_request", "UPDATE person_request SET typed = NULL, answer = NULL"
    ) { "decided < \($0) AND typed IS NOT NULL" }

    private static let consents = Retention(
        "consents", Text("收回的同意里监护人的名字", "Guardians named in consents taken back"), days: 1095,
        of: "consent", "UPDATE consent SET details = NULL"
    ) { "withdrawn < \($0.day(in: .shanghai).description) AND details IS NOT NULL" }

    // MARK: Those who left

    private static let left = Retention(
        "left", Text("搬走、过世的人的电话、自己说的事", "Telephones and own words of those who left"), days: 730
    ) { community, limit, reading in
        Int(try reading.number("SELECT COUNT(*) FROM (\(lapsed(community, limit, nil))) gone"))
    } remove: { work, limit, most in
        let people = try work.database.all(lapsed(work.community, limit, most)) { try $0.identifier(0) }
        for person in people { try work.forgetWhatWasTold(by: person) }
        return people.count
    }

    private static let gone = Retention(
        "gone", Text("搬走、过世多年的人（只留数）", "Those who left long ago (counted still)"), days: 3650
    ) { community, limit, reading in
        Int(try reading.number("SELECT COUNT(*) FROM (\(departed(community, limit, nil))) gone"))
    } remove: { work, limit, most in
        let people = try work.database.all(departed(work.community, limit, most)) { try $0.identifier(0) }
        for person in people { try work.eraseWhole(person) }
        return people.count
    }

    /// Who lives nowhere here, left before a moment and was not erased.
    private static func departed(_ community: Identifier, _ limit: Instant, _ most: Int?) -> SQL {
        leaving(community, limit, "") + (most.map { " LIMIT \($0)" } ?? "")
    }

    /// The same, of whom something told is kept: they did not lapse since they left.
    private static func lapsed(_ community: Identifier, _ limit: Instant, _ most: Int?) -> SQL {
        leaving(
            community, limit,
            """
             AND NOT EXISTS (SELECT 1 FROM lapse l WHERE l.community = p.community AND l.person = p.id
            AND l.day >= g.last)
            """) + (most.map { " LIMIT \($0)" } ?? "")
    }

    private static func leaving(_ community: Identifier, _ limit: Instant, _ more: SQL) -> SQL {
        let day = limit.day(in: .shanghai).description
        // Everybody's stays are walked once: asked person by person they would be walked for each.
        return """
            SELECT p.id FROM (SELECT person, MAX(until) AS last FROM residence
            WHERE community = \(community) GROUP BY person
            HAVING COUNT(*) = COUNT(until) AND MAX(until) < \(day)) g
            JOIN person p ON p.community = \(community) AND p.id = g.person
            WHERE p.merged_into IS NULL AND \(ArrivedPeople.isSeen("p"))
            AND NOT EXISTS (SELECT 1 FROM erasure e
            WHERE e.community = p.community AND e.person = p.id)\(more) ORDER BY p.id
            """
    }
}

extension Work {
    /// Removes what somebody told of themselves, and what groups say of them beside that they were in them.
    fileprivate func forgetWhatWasTold(by person: Identifier) throws {
        try PersonStore.set(phone: nil, of: person, in: self)
        try FactStore.remove(FactKind.told, of: person, in: self)
        let groups = try GroupStore.groups(in: community, database)
        for membership in try GroupStore.memberships(of: person, among: groups, in: community, keys, database)
        {
            try GroupStore.empty(membership, of: person, in: self)
        }
        let today = now.day(in: .shanghai).description
        try database.run(
            """
            INSERT INTO lapse (community, person, day) VALUES (\(community), \(person), \(today))
            ON CONFLICT (community, person) DO UPDATE SET day = \(today)
            """)
    }
}
