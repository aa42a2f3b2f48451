public import Actions
import Sealing
public import Storage
public import Values

/// Links as the need's community keeps them.
public enum LinkStore {
    private static let columns: SQL =
        """
        l.community, l.id, l.need, n.path, n.owner, l.resource_community, l.resource, l.resource_number,
        l.resource_name, l.owner_name, l.unit, l.kind, l.state, l.asked, l.promised, l.delivered, l.proposed,
        l.proposed_name, l.wanted_day, l.offered_day, l.answered, l.answer_reason, l.reasons
        """

    private static func decode(_ row: any Row) throws -> ResourceLink {
        ResourceLink(
            id: try row.identifier(1), community: try row.identifier(0), need: try row.identifier(2),
            path: PlacePath(text: row.text(3)), owner: try row.optionalIdentifier(4),
            resourceCommunity: try row.identifier(5), resource: try row.identifier(6),
            resourceNumber: row.integer(7), resourceName: row.text(8), ownerName: row.text(9),
            unit: row.text(10),
            kind: try row.choice(11), state: try row.choice(12), asked: row.integer(13),
            promised: row.integer(14),
            delivered: row.integer(15), proposed: row.instant(16), proposedName: row.text(17),
            wantedDay: row.optionalText(18).flatMap { Day($0) },
            offeredDay: row.optionalText(19).flatMap { Day($0) },
            answered: row.optionalInstant(20), answerReason: row.text(21), reasons: row.text(22))
    }

    public static func link(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> ResourceLink? {
        try reading.first(
            """
            SELECT \(columns) FROM link l JOIN need n ON n.community = l.community AND n.id = l.need
            WHERE l.community = \(community) AND l.id = \(id)
            """, decode)
    }

    /// The links of a need, in the order they were proposed.
    public static func links(
        of need: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 100
    ) throws -> [ResourceLink] {
        try reading.all(
            """
            SELECT \(columns) FROM link l JOIN need n ON n.community = l.community AND n.id = l.need
            WHERE l.community = \(community) AND l.need = \(need) ORDER BY l.proposed, l.id LIMIT \(limit)
            """, decode)
    }

    static func insert(_ link: ResourceLink, by account: Identifier?, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO link (community, id, need, resource_community, resource, resource_number,
            resource_name,
            owner_name, unit, kind, state, asked, promised, delivered, proposed, proposed_by, proposed_name,
            wanted_day, answer_reason, reasons)
            VALUES (\(work.community), \(link.id), \(link.need), \(link.resourceCommunity), \(link.resource),
            \(link.resourceNumber), \(link.resourceName), \(link.ownerName), \(link.unit),
            \(link.kind.rawValue),
            \(link.state.rawValue), \(link.asked), 0, 0, \(work.now), \(account), \(link.proposedName),
            \(link.wantedDay?.description), '', \(link.reasons))
            """)
    }

    /// Writes what may change of a link.
    static func update(_ link: ResourceLink, in work: Work) throws {
        try work.database.run(
            """
            UPDATE link SET state = \(link.state.rawValue), promised = \(link.promised),
            delivered = \(link.delivered), offered_day = \(link.offeredDay?.description),
            answered = \(link.answered), answer_reason = \(link.answerReason)
            WHERE community = \(work.community) AND id = \(link.id)
            """)
    }
}

/// The same links as they stand with the resource.
public enum ReservationStore {
    private static let columns: SQL =
        """
        v.community, v.id, v.resource, r.name, r.number, r.unit, r.path, r.owner_account, v.period,
        v.from_community, v.from_name, v.class_name, v.grid_name, v.note, v.who, v.state, v.asked, v.promised,
        v.delivered, v.taken, v.wanted_day, v.offered_day, v.reason, v.made
        """
    private static let source: SQL =
        "reservation v JOIN resource r ON r.community = v.community AND r.id = v.resource"

    private static func decode(_ row: any Row) throws -> Reservation {
        Reservation(
            id: try row.identifier(1), community: try row.identifier(0), resource: try row.identifier(2),
            resourceName: row.text(3), resourceNumber: row.integer(4), unit: row.text(5),
            path: PlacePath(text: row.text(6)), ownerAccount: try row.optionalIdentifier(7),
            period: row.text(8),
            fromCommunity: try row.identifier(9), fromName: row.text(10), className: row.text(11),
            gridName: row.text(12), note: row.text(13), who: row.optionalBytes(14), state: try row.choice(15),
            asked: row.integer(16), promised: row.integer(17), delivered: row.integer(18),
            taken: row.integer(19),
            wantedDay: row.optionalText(20).flatMap { Day($0) },
            offeredDay: row.optionalText(21).flatMap { Day($0) },
            reason: row.text(22), made: row.instant(23))
    }

    public static func reservation(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Reservation? {
        try reading.first(
            "SELECT \(columns) FROM \(source) WHERE v.community = \(community) AND v.id = \(id)", decode)
    }

    /// What is asked of a resource, the latest first.
    public static func reservations(
        of resource: Identifier, in community: Identifier, _ reading: any Reading, limit: Int = 50
    ) throws -> [Reservation] {
        try reading.all(
            """
            SELECT \(columns) FROM \(source) WHERE v.community = \(community) AND v.resource = \(resource)
            ORDER BY v.made DESC, v.id DESC LIMIT \(limit)
            """, decode)
    }

    /// What an account's resources are asked for and have not ended, those waiting first.
    ///
    /// - Parameters: `owner`: nil for every resource below `path`, as staff see it.
    public static func open(
        of owner: Identifier?, below path: PlacePath, in community: Identifier, _ reading: any Reading,
        limit: Int = 100
    ) throws -> [Reservation] {
        let whose: SQL = owner.map { " AND r.owner_account = \($0)" } ?? ""
        return try reading.all(
            """
            SELECT \(columns) FROM \(source) WHERE v.community = \(community)
            AND v.state IN ('proposed', 'other-day', 'accepted', 'using') AND r.path >= \(path)
            AND r.path < \(path.end)\(whose)
            ORDER BY CASE v.state WHEN 'proposed' THEN 0 ELSE 1 END, v.made, v.id LIMIT \(limit)
            """, decode)
    }

    static func insert(_ made: Reservation, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO reservation (community, id, resource, period, from_community, from_name, class_name,
            grid_name, note, state, asked, promised, delivered, taken, wanted_day, reason, made)
            VALUES (\(work.community), \(made.id), \(made.resource), \(made.period), \(made.fromCommunity),
            \(made.fromName), \(made.className), \(made.gridName), \(made.note), \(made.state.rawValue),
            \(made.asked), 0, 0, \(made.taken), \(made.wantedDay?.description), '', \(made.made))
            """)
    }

    static func update(_ changed: Reservation, in work: Work) throws {
        try work.database.run(
            """
            UPDATE reservation SET period = \(changed.period), state = \(changed.state.rawValue),
            promised = \(changed.promised), delivered = \(changed.delivered), taken = \(changed.taken),
            offered_day = \(changed.offeredDay?.description), reason = \(changed.reason),
            answered = \(work.now)
            WHERE community = \(work.community) AND id = \(changed.id)
            """)
    }

    static func writeWho(_ text: String?, of id: Identifier, in work: Work) throws {
        let sealed = try text.map { try work.key(of: id).seal($0, context: whoContext(id)) }
        try work.database.run(
            "UPDATE reservation SET who = \(sealed) WHERE community = \(work.community) AND id = \(id)")
    }

    /// Who it is for; nil unless the person agreed to be named.
    static func who(of reservation: Reservation, _ reading: any Reading, _ keys: KeyRing) throws -> String? {
        guard let sealed = reservation.who,
            let key = try reading.key(of: reservation.id, in: reservation.community, keys)
        else { return nil }
        return try key.openText(sealed, context: whoContext(reservation.id))
    }

    private static func whoContext(_ id: Identifier) -> String { "reservation.who \(id)" }
}
