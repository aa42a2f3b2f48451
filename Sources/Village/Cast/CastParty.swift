import Values

/// A department, institution, company, property manager or organisation of the demo. Invented.
public struct CastParty: Sendable, Hashable {
    public let key: String
    public let name: Text
    /// The key of a `DefaultResourceTerms.ownerKinds` term.
    public let kind: String
    /// Who speaks for it.
    public let contact: String
    /// What it does, in a few words.
    public let field: String
    /// How it stands in the registers: 登记, 备案 or 培育 for organisations; empty for the others.
    public let standing: String
    /// The year it began.
    public let since: Int
    /// Members or hands.
    public let people: Int

    /// The bodies outside the community, the 20 companies, then the 30 organisations.
    static func read() throws -> [CastParty] {
        let tables = [("bodies", bodies), ("companies", companies), ("organisations", organisations)]
        return try tables.flatMap { name, text in
            try CastTable(name, columns: 9, text).rows.map { row in
                CastParty(
                    key: row.fields[0], name: Text(row.fields[1], row.fields[2]), kind: row.fields[3],
                    contact: row.text(4), field: row.text(5), standing: row.text(6),
                    since: try row.number(7), people: try row.number(8))
            }
        }
    }
}
