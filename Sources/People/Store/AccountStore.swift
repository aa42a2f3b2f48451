public import Actions
public import Sealing
public import Storage
public import Values

/// Accounts as they are stored.
public enum AccountStore {
    static let columns: SQL =
        """
        a.id, a.community, a.name, a.state, a.home, p.path, a.phone_proved, a.password IS NOT NULL,
        a.totp IS NOT NULL, a.channels, a.made
        """
    static let joined: SQL = "FROM account a JOIN place p ON p.community = a.community AND p.id = a.home"

    static func decode(_ row: any Row) throws -> Account {
        Account(
            id: try row.identifier(0), community: try row.identifier(1), name: row.text(2),
            state: try row.choice(3), home: try row.identifier(4), path: PlacePath(text: row.text(5)),
            phoneIsProved: row.flag(6), hasPassword: row.flag(7), hasSecondFactor: row.flag(8),
            channels: row.text(9).split(separator: " ").compactMap { Channel(rawValue: String($0)) },
            made: row.instant(10))
    }

    public static func account(
        _ id: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> Account? {
        try reading.first("SELECT \(columns) \(joined) WHERE a.community = \(community) AND a.id = \(id)", decode)
    }

    /// The account that has the telephone number.
    public static func account(
        phone: Phone, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Account? {
        let token = phoneToken(phone, keys)
        return try reading.first(
            "SELECT \(columns) \(joined) WHERE a.community = \(community) AND a.phone_token = \(token)", decode)
    }

    /// How people are called, by account; those that are not there are left out.
    public static func names(
        _ ids: [Identifier], in community: Identifier, _ reading: any Reading
    ) throws -> [Identifier: String] {
        let rows = try reading.all(
            """
            SELECT id, name FROM account WHERE community = \(community) AND id IN \(list: ids)
            ORDER BY id LIMIT 1000
            """
        ) { (try $0.identifier(0), $0.text(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The sealed number, opened; nil where there is none or its key was destroyed.
    public static func phone(
        of account: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Phone? {
        let sealed = try reading.first(
            "SELECT contact FROM account WHERE community = \(community) AND id = \(account)"
        ) { $0.optionalBytes(0) }
        guard let sealed = sealed ?? nil, let key = try reading.key(of: account, in: community, keys)
        else { return nil }
        return try Phone(key.openText(sealed, context: contactContext(account)))
    }

    static func factorContext(_ account: Identifier) -> String { "account.totp \(account)" }

    static func contactContext(_ account: Identifier) -> String { "account.contact \(account)" }

    /// What is stored to find a number again.
    static func phoneToken(_ phone: Phone, _ keys: KeyRing) -> [UInt8] {
        keys.token(.keyedToken, Array("phone \(phone.digits)".utf8))
    }
}
