import Values

/// One of the 22 who work in the community. Invented.
public struct CastStaff: Sendable, Hashable {
    public let key: String
    /// The name, and its sound in Latin letters.
    public let name: Text
    public let role: CastRole
    /// The title as it stands on the door.
    public let title: Text
    public let sex: Names.Sex
    public let born: Int
    /// The key of the estate whose head (片长) they are, two to an estate; empty for the four who head none.
    public let heads: String
    /// The social worker's certificate: 0 none, 1 assistant, 2 social worker, 3 senior.
    public let certificate: Int

    static func read() throws -> [CastStaff] {
        try CastTable("staff", columns: 10, rows).rows.map { row in
            let role: CastRole = try row.word(3)
            let sex: Names.Sex = try row.word(6)
            return CastStaff(
                key: row.fields[0], name: Text(row.fields[1], row.fields[2]), role: role,
                title: Text(row.fields[4], row.fields[5]), sex: sex, born: try row.number(7),
                heads: row.text(8), certificate: try row.number(9))
        }
    }
}

/// What somebody of the staff does.
public enum CastRole: String, Sendable, Hashable, CaseIterable {
    case chair, secretary, stationHead, supervisor, socialWorker, communityWorker, treasurer, archivist
}
