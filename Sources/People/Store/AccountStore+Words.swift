import Actions
import Storage
import Values

/// Accounts by the names they have.
extension AccountStore {
    /// The accounts whose names hold what was typed: characters, sounds or first letters; see ``NameWords``.
    static func found(
        _ typed: String, in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier] {
        try reading.found(NameWords.query(typed), kind: "account", in: community)
    }

    static func index(_ id: Identifier, named name: String, in work: Work) {
        work.database.index(document(of: id, named: name, in: work.community))
    }

    /// Accounts with the words that each is found by.
    static let words = WordSource("account") { after, limit, community, reading in
        let beyond: SQL = after.map { " AND id > \($0)" } ?? ""
        return try reading.all(
            """
            SELECT id, name FROM account WHERE community = \(community)\(beyond) ORDER BY id LIMIT \(limit)
            """
        ) { document(of: try $0.identifier(0), named: $0.text(1), in: community) }
    }

    private static func document(
        of id: Identifier, named name: String, in community: Identifier
    ) -> WordDocument {
        WordDocument(community: community, kind: "account", object: id, words: NameWords.document(name))
    }
}
