public import Sealing
public import Storage
public import Values

/// Long texts being written, sealed under their writer's key. Keeping one is no act of the record.
public enum DraftStore {
    /// The longest draft, in bytes of UTF-8.
    static let longest = 32 << 10
    /// At most so many drafts of one person are kept; the oldest give way.
    static let most = 50

    private static func context(_ account: Identifier, _ form: String) -> String {
        "draft \(account) \(form)"
    }

    public static func draft(
        _ form: String, of account: Identifier, in community: Identifier, _ keys: KeyRing,
        _ reading: any Reading
    ) throws -> String? {
        let sealed = try reading.first(
            """
            SELECT sealed FROM draft
            WHERE community = \(community) AND account = \(account) AND form = \(form)
            """
        ) { $0.bytes(0) }
        guard let sealed, let key = try reading.key(of: account, in: community, keys) else { return nil }
        return try key.openText(sealed, context: context(account, form))
    }

    /// Keeps a draft; an empty one is forgotten.
    static func keep(
        _ text: String, _ form: String, of account: Identifier, in community: Identifier, _ keys: KeyRing,
        at now: Instant, _ writing: any Writing
    ) throws {
        guard !text.isEmpty else { return try forget(form, of: account, in: community, writing) }
        let key = try writing.key(of: account, in: community, keys)
        guard let key else { throw PeopleRefusal.accountNotFound }
        let sealed = try key.seal(text, context: context(account, form))
        try writing.run(
            """
            INSERT INTO draft (community, account, form, sealed, at)
            VALUES (\(community), \(account), \(form), \(sealed), \(now))
            ON CONFLICT (community, account, form) DO UPDATE SET sealed = \(sealed), at = \(now)
            """)
        try writing.run(
            """
            DELETE FROM draft WHERE community = \(community) AND account = \(account) AND form IN
            (SELECT form FROM draft WHERE community = \(community) AND account = \(account)
            ORDER BY at DESC, form LIMIT 1000 OFFSET \(most))
            """)
    }

    /// Forgets a draft whose form was sent.
    public static func forget(
        _ form: String, of account: Identifier, in community: Identifier, _ writing: any Writing
    ) throws {
        try writing.run(
            "DELETE FROM draft WHERE community = \(community) AND account = \(account) AND form = \(form)")
    }
}
