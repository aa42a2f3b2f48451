public import Actions
public import Sealing
public import Storage
public import Values
import Web

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
        try kept.value(RowKey(community, id), reading) { reading in
            try reading.first(
                "SELECT \(columns) \(joined) WHERE a.community = \(community) AND a.id = \(id)", decode)
        }
    }

    private static let kept = Kept<RowKey, Account>(most: 5_000)

    /// The account that has the telephone number.
    public static func account(
        phone: Phone, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> Account? {
        let token = phoneToken(phone, keys)
        return try reading.first(
            "SELECT \(columns) \(joined) WHERE a.community = \(community) AND a.phone_token = \(token)",
            decode)
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

    /// The active accounts that have the number, anywhere: one person may work in several places.
    static func candidates(
        _ phone: Phone, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [Candidate] {
        try reading.all(
            """
            SELECT a.community, a.id, p.path, a.password, a.totp IS NOT NULL \(joined)
            WHERE a.phone_token = \(phoneToken(phone, keys)) AND a.state = 'active'
            ORDER BY a.community, a.id LIMIT 20
            """
        ) {
            Candidate(
                community: try $0.identifier(0), id: try $0.identifier(1), path: PlacePath(text: $0.text(2)),
                password: $0.optionalText(3).map { PasswordHash(stored: $0) }, hasSecondFactor: $0.flag(4))
        }
    }

    static func password(
        of account: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> PasswordHash? {
        try reading.first(
            "SELECT password FROM account WHERE community = \(community) AND id = \(account)"
        ) { $0.optionalText(0) }?.map { PasswordHash(stored: $0) }
    }

    /// The secret of the second factor with the counter last used; nil where it is off.
    static func secondFactor(
        of account: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> (code: TimeCode, last: Int64)? {
        let row = try reading.first(
            "SELECT totp, totp_last FROM account WHERE community = \(community) AND id = \(account)"
        ) { ($0.optionalBytes(0), $0.integer(1)) }
        guard let row, let sealed = row.0, let key = try reading.key(of: account, in: community, keys)
        else { return nil }
        return (TimeCode(secret: try key.open(sealed, context: factorContext(account))), row.1)
    }

    static func factorContext(_ account: Identifier) -> String { "account.totp \(account)" }

    static func contactContext(_ account: Identifier) -> String { "account.contact \(account)" }

    /// What is stored to find a number again.
    static func phoneToken(_ phone: Phone, _ keys: KeyRing) -> [UInt8] {
        keys.token(.keyedToken, Array("phone \(phone.digits)".utf8))
    }
}

/// An account that a telephone number may mean at a sign-in.
struct Candidate: Sendable {
    let community: Identifier
    let id: Identifier
    let path: PlacePath
    let password: PasswordHash?
    let hasSecondFactor: Bool

    /// The one meant at a community's door: its own, else the nearest above it, else the first.
    static func meant(_ all: [Candidate], at locality: Locality) -> Candidate? {
        if let own = all.first(where: { $0.community == locality.id }) { return own }
        let above = all.filter { $0.path.contains(locality.path) }
        return above.max { $0.path.text.utf8.count < $1.path.text.utf8.count } ?? all.first
    }
}
