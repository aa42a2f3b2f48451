import Values

/// What a party has signed to give, and what has come of it so far. Invented.
public struct CastAgreement: Sendable, Hashable {
    public let key: String
    /// The key of the `CastParty` that signed.
    public let party: String
    public let title: Text
    /// Signed so many days before the demo's today.
    public let signedDaysAgo: Int
    public let months: Int
    public let pledges: [CastPledge]

    static func read() throws -> [CastAgreement] {
        try CastTable("agreements", columns: 7, rows).rows.map { row in
            CastAgreement(
                key: row.fields[0], party: row.fields[1], title: Text(row.fields[2], row.fields[3]),
                signedDaysAgo: try row.number(4), months: try row.number(5),
                pledges: try row.text(6).split(separator: ",").map { try CastPledge($0, row) })
        }
    }
}

/// One thing pledged: so much of it, so much delivered.
public struct CastPledge: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case money, goods, hours
        /// A share of takings: `pledged` is in hundredths, `delivered` in yuan.
        case share
    }

    public let kind: Kind
    public let pledged: Int
    public let delivered: Int
    /// The unit, or what the goods are: 元, 件, 小时, 斤米.
    public let unit: String

    /// Reads `kind pledged delivered unit`.
    init(_ text: Substring, _ row: CastTable.Row) throws {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 4, let kind = Kind(rawValue: words[0]), let pledged = Int(words[1]),
            let delivered = Int(words[2])
        else { throw row.fault("no pledge: \(text)") }
        self.kind = kind
        self.pledged = pledged
        self.delivered = delivered
        unit = words[3]
    }
}
