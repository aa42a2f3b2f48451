import Actions
public import People
import Storage
import Values

/// How long what people left with a need is kept; the need itself stays, to be counted.
public enum NeedRetentions {
    public static let all = [contacts, told]

    private static let contacts = Retention(
        "need-contacts", Text("办结的需求里的姓名和电话", "Names and telephones of closed needs"), days: 730
    ) { community, limit, reading in
        Int(
            try reading.number(
                """
                SELECT COUNT(*) FROM need WHERE community = \(community) AND closed < \(limit)
                AND contact IS NOT NULL
                """))
    } remove: { work, limit, most in
        try work.database.run(
            """
            UPDATE need SET contact = NULL, phone_token = NULL WHERE community = \(work.community) AND id IN (
            SELECT id FROM need WHERE community = \(work.community) AND closed < \(limit)
            AND contact IS NOT NULL ORDER BY id LIMIT \(most))
            """)
    }

    /// Who it was for, as a helper was told after consent.
    private static let told = Retention(
        "helpers-told", Text("告诉过帮忙的人的姓名和电话", "What helpers were told of whom they helped"), days: 365
    ) { community, limit, reading in
        Int(
            try reading.number(
                """
                SELECT COUNT(*) FROM reservation WHERE community = \(community) AND who IS NOT NULL
                AND answered < \(limit) AND state IN \(list: ended)
                """))
    } remove: { work, limit, most in
        try work.database.run(
            """
            UPDATE reservation SET who = NULL WHERE community = \(work.community) AND id IN (
            SELECT id FROM reservation WHERE community = \(work.community) AND who IS NOT NULL
            AND answered < \(limit) AND state IN \(list: ended) ORDER BY id LIMIT \(most))
            """)
    }

    private static let ended = LinkState.allCases.filter { !$0.isOpen }.map(\.rawValue)
}
