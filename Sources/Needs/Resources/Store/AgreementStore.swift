public import Actions
public import Storage
public import Values

/// Agreements, pledges and deliveries as they are stored.
public enum AgreementStore {
    private static let columns: SQL =
        """
        community, id, number, company, company_account, path, signed, starts, ends, purpose, ended,
        end_reason
        """

    private static func decode(_ row: any Row) throws -> Agreement {
        Agreement(
            id: try row.identifier(1), community: try row.identifier(0), number: row.integer(2),
            company: row.text(3), companyAccount: try row.optionalIdentifier(4),
            path: PlacePath(text: row.text(5)), signed: try day(row, 6), starts: try day(row, 7),
            ends: try day(row, 8), purpose: row.text(9), ended: row.optionalInstant(10),
            endReason: row.text(11))
    }

    private static func day(_ row: any Row, _ column: Int) throws -> Day {
        guard let day = Day(row.text(column)) else {
            throw StorageFault.unreadable("day in column \(column)")
        }
        return day
    }

    public static func agreement(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Agreement? {
        try reading.first(
            "SELECT \(columns) FROM agreement WHERE community = \(community) AND id = \(id)", decode)
    }

    public static func agreement(
        number: Int64, in community: Identifier, _ reading: any Reading
    ) throws -> Agreement? {
        try reading.first(
            "SELECT \(columns) FROM agreement WHERE community = \(community) AND number = \(number)", decode)
    }

    /// Agreements that have not been ended, the next to expire first, then those ended.
    ///
    /// - Parameters: `account`: only those of one company's contact.
    public static func list(
        of account: Identifier? = nil, in community: Identifier, _ reading: any Reading, limit: Int = 300
    ) throws -> [Agreement] {
        let whose: SQL = account.map { " AND company_account = \($0)" } ?? ""
        return try reading.all(
            """
            SELECT \(columns) FROM agreement WHERE community = \(community)\(whose)
            ORDER BY CASE WHEN ended IS NULL THEN 0 ELSE 1 END, ends, sort_key, id LIMIT \(limit)
            """, decode)
    }

    private static let pledgeColumns: SQL =
        "id, agreement, kind, what, unit, pledged, delivered, rate, base, due"

    private static func decodePledge(_ row: any Row) throws -> AgreementPledge {
        AgreementPledge(
            id: try row.identifier(0), agreement: try row.identifier(1), kind: try row.choice(2),
            what: row.text(3),
            unit: row.text(4), pledged: row.integer(5), delivered: row.integer(6), rate: row.integer(7),
            base: row.text(8), due: row.optionalText(9).flatMap { Day($0) })
    }

    /// The pledges of several agreements at once, in the order they were made.
    public static func pledges(
        of agreements: [Identifier], in community: Identifier, _ reading: any Reading, limit: Int = 2000
    ) throws -> [AgreementPledge] {
        try reading.all(
            """
            SELECT \(pledgeColumns) FROM agreement_pledge WHERE community = \(community)
            AND agreement IN \(list: agreements) ORDER BY made, id LIMIT \(limit)
            """, decodePledge)
    }

    static func pledge(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> AgreementPledge? {
        try reading.first(
            "SELECT \(pledgeColumns) FROM agreement_pledge WHERE community = \(community) AND id = \(id)",
            decodePledge)
    }

    static func insert(_ agreement: Agreement, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO agreement (community, id, number, company, sort_key, company_account, path, signed,
            starts,
            ends, purpose, made, end_reason)
            VALUES (\(work.community), \(agreement.id), \(agreement.number), \(agreement.company),
            \(SortKey.title(agreement.company)), \(agreement.companyAccount), \(agreement.path),
            \(agreement.signed.description), \(agreement.starts.description), \(agreement.ends.description),
            \(agreement.purpose), \(work.now), '')
            """)
    }

    static func insert(_ draft: PledgeDraft, to agreement: Identifier, in work: Work) throws -> Identifier {
        let id = work.newIdentifier()
        try work.database.run(
            """
            INSERT INTO agreement_pledge (community, id, agreement, kind, what, unit, pledged, delivered,
            rate, base,
            due, made) VALUES (\(work.community), \(id), \(agreement), \(draft.kind.rawValue), \(draft.what),
            \(draft.unit), \(draft.pledged), 0, \(draft.rate), \(draft.base), \(draft.due?.description),
            \(work.now))
            """)
        return id
    }

    static func end(_ id: Identifier, reason: String, in work: Work) throws {
        try work.database.run(
            """
            UPDATE agreement SET ended = \(work.now), end_reason = \(reason)
            WHERE community = \(work.community) AND id = \(id)
            """)
    }
}

/// Deliveries as they are stored: entries are added, never changed.
public enum DeliveryStore {
    private static let columns: SQL =
        "id, pledge, day, quantity, takings, note, recorded, recorded_name, reverses"

    private static func decode(_ row: any Row) throws -> Delivery {
        guard let day = Day(row.text(2)) else { throw StorageFault.unreadable("day of a delivery") }
        return Delivery(
            id: try row.identifier(0), pledge: try row.identifier(1), day: day, quantity: row.integer(3),
            takings: row.optionalInteger(4), note: row.text(5), recorded: row.instant(6),
            recordedName: row.text(7), reverses: try row.optionalIdentifier(8))
    }

    /// What was delivered on several pledges, oldest first.
    public static func deliveries(
        on pledges: [Identifier], in community: Identifier, _ reading: any Reading, limit: Int = 1000
    ) throws -> [Delivery] {
        try reading.all(
            """
            SELECT \(columns) FROM delivery WHERE community = \(community) AND pledge IN \(list: pledges)
            ORDER BY recorded, id LIMIT \(limit)
            """, decode)
    }

    static func delivery(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Delivery? {
        try reading.first(
            "SELECT \(columns) FROM delivery WHERE community = \(community) AND id = \(id)", decode)
    }

    static func isReversed(_ id: Identifier, in work: Work) throws -> Bool {
        try work.database.exists(
            "SELECT id FROM delivery WHERE community = \(work.community) AND reverses = \(id) LIMIT 1")
    }

    /// Adds an entry and moves the sum of its pledge, of an agreement or of a circle's member.
    static func add(_ delivery: Delivery, in work: Work) throws {
        try work.database.run(
            """
            INSERT INTO delivery (community, id, pledge, day, quantity, takings, note, recorded, recorded_by,
            recorded_name, reverses)
            VALUES (\(work.community), \(delivery.id), \(delivery.pledge), \(delivery.day.description),
            \(delivery.quantity), \(delivery.takings), \(delivery.note), \(delivery.recorded),
            \(work.actor.account), \(delivery.recordedName), \(delivery.reverses))
            """)
        let moved = try work.database.run(
            """
            UPDATE agreement_pledge SET delivered = delivered + \(delivery.quantity)
            WHERE community = \(work.community) AND id = \(delivery.pledge)
            """)
        if moved > 0 { return }
        try work.database.run(
            """
            UPDATE circle_member SET delivered = delivered + \(delivery.quantity)
            WHERE community = \(work.community) AND id = \(delivery.pledge)
            """)
    }
}
