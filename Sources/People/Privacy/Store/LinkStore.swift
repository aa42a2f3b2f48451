import Actions
public import Storage
public import Values

/// Which account is whose.
public enum LinkStore {
    /// The person of the register that an account is known to be.
    public static func person(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Identifier? {
        try reading.first(
            "SELECT person FROM person_account WHERE community = \(community) AND account = \(account)"
        ) { try $0.identifier(0) }
    }

    static func accounts(
        of person: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Set<Identifier> {
        Set(
            try reading.all(
                """
                SELECT account FROM person_account WHERE community = \(community) AND person = \(person)
                ORDER BY account LIMIT 20
                """
            ) { try $0.identifier(0) })
    }

    static func link(_ account: Identifier, to person: Identifier, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO person_account (community, account, person, since, linked_by)
            VALUES (\(work.community), \(account), \(person), \(work.now), \(work.actor.account))
            """)
    }

    static func unlink(_ account: Identifier, in work: Work) throws -> Int {
        try work.database.run(
            "DELETE FROM person_account WHERE community = \(work.community) AND account = \(account)")
    }

    /// Active accounts at the homes of some stays that are nobody's yet, with how they are called.
    static func unlinked(
        at places: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [(id: Identifier, name: String)] {
        guard !places.isEmpty else { return [] }
        return try reading.all(
            """
            SELECT a.id, a.name FROM account a WHERE a.community = \(community)
            AND a.home IN \(list: places) AND a.state = 'active'
            AND NOT EXISTS (SELECT 1 FROM person_account l
            WHERE l.community = a.community AND l.account = a.id)
            ORDER BY a.sort_key, a.id LIMIT 50
            """
        ) { (try $0.identifier(0), $0.text(1)) }
    }
}
