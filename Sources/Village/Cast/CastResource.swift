import Values

/// Something that can answer a need: a room, a sum, a pair of hands. Invented.
public struct CastResource: Sendable, Hashable {
    public let key: String
    public let name: Text
    /// The key of a `DefaultResourceTerms.kinds` term.
    public let kind: String
    /// The key of a `CastParty` or of a `CastResident`.
    public let owner: String
    /// The key of a `DefaultResourceTerms.layers` term.
    public let layer: String
    /// Keys of the classes of need that it answers.
    public let classes: [String]
    /// Keys of the groups that it is for; empty for everybody.
    public let groups: [String]
    /// How much there is in a period, and of what: 40, 人次, month.
    public let capacity: Int
    public let unit: String
    public let period: Period
    /// When it can be had, in words.
    public let hours: String
    /// On what conditions; empty for none.
    public let conditions: String
    /// Where it goes: the community, or some of its estates.
    public let reach: [CastPlace]
    /// The key of the `CastAgreement` it stands on; empty for none.
    public let agreement: String

    public enum Period: String, Sendable, Hashable, CaseIterable {
        case week, month, year
        /// All there is, once.
        case stock
    }

    static func read() throws -> [CastResource] {
        try CastTable("resources", columns: 15, first + second).rows.map { row in
            let period: Period = try row.word(10)
            return CastResource(
                key: row.fields[0], name: Text(row.fields[1], row.fields[2]), kind: row.fields[3],
                owner: row.fields[4], layer: row.fields[5], classes: row.words(6), groups: row.words(7),
                capacity: try row.number(8), unit: row.fields[9], period: period, hours: row.text(11),
                conditions: row.text(12), reach: try reach(row), agreement: row.text(14))
        }
    }

    private static func reach(_ row: CastTable.Row) throws -> [CastPlace] {
        try row.words(13).map { word in
            guard let place = CastPlace(word) else { throw row.fault("no such place: \(word)") }
            return place
        }
    }
}
