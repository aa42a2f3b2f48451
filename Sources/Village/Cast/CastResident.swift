import Values

/// A resident with a name in the demo: a grid leader, a volunteer, a council member, someone cared for.
///
/// Invented. The 11,458 others are made by dice out of `Names`.
public struct CastResident: Sendable, Hashable {
    public let key: String
    public let name: String
    public let sex: Names.Sex
    public let born: Int
    /// Where they live.
    public let home: CastPlace
    /// The grid that they lead, 1 to 27; 0 for none.
    public let leads: Int
    /// Whether they are a volunteer.
    public let volunteers: Bool
    /// The team or the seat, and what they are good at, in a few words; may be empty.
    public let about: String

    static func read() throws -> [CastResident] {
        try CastTable("residents", columns: 8, leaders + neighbours).rows.map { row in
            let sex: Names.Sex = try row.word(2)
            return CastResident(
                key: row.fields[0], name: row.fields[1], sex: sex, born: try row.number(3),
                home: try CastPlace(row, 4), leads: try row.number(5),
                volunteers: row.fields[6] == "volunteer", about: row.text(7))
        }
    }
}
