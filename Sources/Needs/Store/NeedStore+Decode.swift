import Actions
import Storage
import Values

extension NeedStore {
    static func decode(_ row: any Row) throws -> Need {
        Need(
            id: try row.identifier(1), community: try row.identifier(0), number: row.integer(2),
            kind: try row.choice(3), place: try row.identifier(4), path: PlacePath(text: row.text(5)),
            placeName: row.text(6), gridName: row.text(7), spot: row.text(8), classKey: row.text(9),
            group: row.text(10), urgency: row.text(11), source: row.text(12), forWhom: try row.choice(13),
            quantity: row.integer(14), title: row.text(15), words: row.text(16), state: try row.choice(17),
            outcome: row.optionalText(18), reason: row.optionalText(19),
            owner: try row.optionalIdentifier(20),
            ownerName: row.text(21), due: row.optionalInstant(22), reported: row.instant(23),
            changed: row.instant(24), since: row.instant(25), closed: row.optionalInstant(26),
            steps: row.integer(27), reporter: try row.optionalIdentifier(28),
            enteredBy: try row.optionalIdentifier(29), phoneToken: row.optionalBytes(30),
            contact: row.optionalBytes(31), contactBy: try row.choice(32), consent: row.optionalInstant(33),
            voices: row.integer(34), mergedInto: try row.optionalIdentifier(35),
            held: NeedHold(rawValue: row.integer(36)) ?? .waiting, lateTold: row.optionalInstant(37),
            sentence: row.optionalText(38), released: row.optionalInstant(39),
            whoPublic: row.optionalText(40),
            bestBy: row.optionalText(41), claimedBy: try row.optionalIdentifier(42),
            claimed: row.optionalInstant(43),
            satisfaction: row.optionalInteger(44).flatMap(Satisfaction.init(rawValue:)),
            transferTo: try row.optionalIdentifier(45))
    }

    static let summaryColumns: SQL =
        """
        n.id, n.number, n.kind, n.title, n.path, n.place_name, n.grid_name, n.class, n.service_group,
        n.urgency,
        n.source, n.for_whom, n.state, n.outcome, n.owner, n.owner_name, n.due, n.reported, n.voices, n.held,
        n.released, n.satisfaction
        """

    static func decodeSummary(_ row: any Row) throws -> NeedSummary {
        NeedSummary(
            id: try row.identifier(0), number: row.integer(1), kind: try row.choice(2), title: row.text(3),
            path: PlacePath(text: row.text(4)), placeName: row.text(5), gridName: row.text(6),
            classKey: row.text(7), group: row.text(8), urgency: row.text(9), source: row.text(10),
            forWhom: try row.choice(11), state: try row.choice(12), outcome: row.optionalText(13),
            owner: try row.optionalIdentifier(14), ownerName: row.text(15), due: row.optionalInstant(16),
            reported: row.instant(17), voices: row.integer(18),
            held: NeedHold(rawValue: row.integer(19)) ?? .waiting, isReleased: !row.isNull(20),
            satisfaction: row.optionalInteger(21))
    }

    static let publicColumns: SQL =
        """
        n.id, n.number, n.kind, n.class, n.grid_name, n.state, n.outcome, n.reported, n.changed, n.closed,
        n.voices, n.sentence, n.who_public, n.claimed_by, n.released
        """

    /// Public rows of a question that asks for ``publicColumns``, without what no worker released.
    static func publicRows(
        _ sql: SQL, in community: Identifier, _ reading: any Reading
    ) throws -> [PublicNeed] {
        let words = try VocabularyStore.vocabulary(in: community, reading)
        return try reading.all(sql) { try decodePublic($0, words) }
    }

    /// Leaves out what no worker released, however the row came.
    private static func decodePublic(_ row: any Row, _ words: Vocabulary) throws -> PublicNeed {
        PublicNeed(
            id: try row.identifier(0), number: row.integer(1), kind: try row.choice(2), classKey: row.text(3),
            gridName: row.text(4), state: try row.choice(5), outcome: row.optionalText(6),
            reported: row.instant(7), changed: row.instant(8), closed: row.optionalInstant(9),
            voices: row.integer(10), sentence: row.optionalText(11), whoPublic: row.optionalText(12),
            isClaimed: !row.isNull(13)
        ).veiled(isReleased: !row.isNull(14), words)
    }
}
