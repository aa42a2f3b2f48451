public import Actions
public import Sealing
public import Storage
public import Values

/// Residents' offers as they are stored.
public enum OfferStore {
    private static let columns: SQL =
        """
        community, id, number, place, path, grid_name, class, title, words, hours, state, reporter, contact,
        resource, made, held
        """

    private static func decode(_ row: any Row) throws -> Offer {
        Offer(
            id: try row.identifier(1), community: try row.identifier(0), number: row.integer(2),
            place: try row.identifier(3), path: PlacePath(text: row.text(4)), gridName: row.text(5),
            classKey: row.text(6), title: row.text(7), words: row.text(8), hours: row.text(9),
            state: try row.choice(10), reporter: try row.optionalIdentifier(11),
            contact: row.optionalBytes(12), resource: try row.optionalIdentifier(13), made: row.instant(14),
            isHeld: row.flag(15))
    }

    public static func offer(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Offer? {
        try reading.first(
            "SELECT \(columns) FROM offer WHERE community = \(community) AND id = \(id)", decode)
    }

    public static func offer(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> Offer? {
        try reading.first(
            "SELECT \(columns) FROM offer WHERE community = \(community) AND number = \(number)", decode)
    }

    /// Offers in one state, newest first; `after` is the number of the last one seen.
    public static func list(
        _ state: Offer.State, after: Int64? = nil, in community: Identifier, _ reading: any Reading,
        limit: Int = 20
    ) throws -> [Offer] {
        try reading.all(
            """
            SELECT \(columns) FROM offer WHERE community = \(community) AND state = \(state.rawValue)
            AND number < \(after ?? .max) ORDER BY number DESC LIMIT \(limit)
            """, decode)
    }

    static func insert(_ offer: Offer, _ writing: any Writing) throws {
        try writing.run(
            """
            INSERT INTO offer (community, id, number, place, path, grid_name, class, title, words, hours,
            state,
            reporter, contact, resource, made, held)
            VALUES (\(offer.community), \(offer.id), \(offer.number), \(offer.place), \(offer.path),
            \(offer.gridName), \(offer.classKey), \(offer.title), \(offer.words), \(offer.hours),
            \(offer.state.rawValue), \(offer.reporter), \(offer.contact), \(offer.resource), \(offer.made),
            \(offer.isHeld))
            """)
    }

    static func update(_ offer: Offer, _ writing: any Writing) throws {
        try writing.run(
            """
            UPDATE offer SET state = \(offer.state.rawValue), resource = \(offer.resource),
            held = \(offer.isHeld)
            WHERE community = \(offer.community) AND id = \(offer.id)
            """)
    }

    /// The contact of an offer for somebody who opened it within the last ten minutes; nil for everybody
    /// else.
    public static func openedContact(
        of offer: Offer, by actor: Actor, _ keys: KeyRing, _ reading: any Reading, at now: Instant
    ) throws -> Contact? {
        guard let account = actor.account, let sealed = offer.contact else { return nil }
        let opened = try reading.exists(
            """
            SELECT number FROM record WHERE community = \(offer.community) AND object = \(offer.id)
            AND actor = \(account) AND action = \(OpenOfferContact.name)
            AND at > \(now - NeedStore.lookLasts) LIMIT 1
            """)
        guard opened, let key = try reading.key(of: offer.id, in: offer.community, keys) else { return nil }
        return try Contact(sealed: sealed, of: offer.id, key)
    }
}
