public import Actions
public import Sealing
public import Storage
public import Values

/// Needs as they are stored.
public enum NeedStore {
    static let columns: SQL =
        """
        n.community, n.id, n.number, n.kind, n.place, n.path, n.place_name, n.grid_name, n.spot, n.class,
        n.service_group, n.urgency, n.source, n.for_whom, n.quantity, n.title, n.words, n.state, n.outcome,
        n.reason, n.owner, n.owner_name, n.due, n.reported, n.changed, n.since, n.closed, n.steps, n.reporter,
        n.entered_by, n.phone_token, n.contact, n.contact_by, n.consent, n.voices, n.merged_into, n.held,
        n.late_told, n.sentence, n.released, n.who_public, n.best_by, n.claimed_by, n.claimed, n.satisfaction,
        n.transfer_to
        """

    public static func need(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Need? {
        try reading.first(
            "SELECT \(columns) FROM need n WHERE n.community = \(community) AND n.id = \(id)", decode)
    }

    public static func need(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> Need? {
        try reading.first(
            "SELECT \(columns) FROM need n WHERE n.community = \(community) AND n.number = \(number)", decode)
    }

    /// The need that a text such as `X-1041` or `1041` names.
    public static func need(
        serial: String, in community: Identifier, _ reading: any Reading
    ) throws -> Need? {
        try number(serial).flatMap { try need(number: $0, in: community, reading) }
    }

    /// The number in `X-1041`, `x1041` or `1041`; nil for anything else.
    public static func number(_ text: String) -> Int64? {
        if let serial = SerialNumber(text) { return serial.letters == "X" ? Int64(serial.number) : nil }
        guard let bare = SerialNumber("X" + text) else { return nil }
        return Int64(bare.number)
    }

    /// What happened to a need, oldest first.
    ///
    /// - Parameters: `publicOnly`: only what its reporter may read.
    public static func events(
        of need: Identifier, in community: Identifier, _ reading: any Reading, publicOnly: Bool = false,
        limit: Int = 500
    ) throws -> [NeedEvent] {
        let narrowed: SQL = publicOnly ? " AND is_public = 1" : ""
        return try reading.all(
            """
            SELECT number, at, author, author_name, kind, state, text, is_public, lasted FROM need_event
            WHERE community = \(community) AND need = \(need)\(narrowed) ORDER BY number LIMIT \(limit)
            """
        ) { row in
            NeedEvent(
                number: row.integer(0), at: row.instant(1), author: try row.optionalIdentifier(2),
                authorName: row.text(3), kind: try row.choice(4), state: try row.choice(5), text: row.text(6),
                isPublic: row.flag(7), lasted: row.integer(8))
        }
    }

    /// The needs merged into one, oldest first.
    public static func merged(
        into need: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 200
    ) throws -> [NeedSummary] {
        try reading.all(
            """
            SELECT \(summaryColumns) FROM need n WHERE n.community = \(community) AND n.merged_into = \(need)
            ORDER BY n.number LIMIT \(limit)
            """, decodeSummary)
    }

    /// What an account said, newest first.
    public static func reported(
        by account: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 50
    ) throws -> [NeedSummary] {
        try reading.all(
            """
            SELECT \(summaryColumns) FROM need n WHERE n.community = \(community) AND n.reporter = \(account)
            ORDER BY n.number DESC LIMIT \(limit)
            """, decodeSummary)
    }

    /// The name and telephone sealed in a need; nil where none was left or the key was destroyed.
    ///
    /// Only ``OpenContact`` may hand it to a person.
    static func contact(of need: Need, _ reading: any Reading, _ keys: KeyRing) throws -> Contact? {
        guard let sealed = need.contact,
            let key = try reading.key(of: need.id, in: need.community, keys)
        else { return nil }
        return try Contact(sealed: sealed, of: need.id, key)
    }
}

extension NeedStore {
    /// How long a look at a contact lasts.
    static let lookLasts = Instant.Span.minutes(10)

    /// The contact of a need for somebody who opened it within the last ten minutes; nil for everybody else.
    public static func openedContact(
        of need: Need, by actor: Actor, _ keys: KeyRing, _ reading: any Reading, at now: Instant
    ) throws -> Contact? {
        guard let account = actor.account else { return nil }
        let opened = try reading.exists(
            """
            SELECT number FROM need_event WHERE community = \(need.community) AND need = \(need.id)
            AND author = \(account) AND kind = 'contact' AND at > \(now - lookLasts) LIMIT 1
            """)
        return opened ? try contact(of: need, reading, keys) : nil
    }

    /// The contact of a need for its own reporter, masked: enough to know which number was left.
    public static func maskedPhone(of need: Need, _ keys: KeyRing, _ reading: any Reading) throws -> String? {
        guard let contact = try contact(of: need, reading, keys), !contact.phone.isEmpty else { return nil }
        return (try? Phone(contact.phone))?.masked
    }
}
