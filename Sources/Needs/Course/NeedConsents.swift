public import Actions
import Storage
public import Values

/// The consents that needs hold of those who reported them.
public enum NeedConsents {
    /// Takes back what the holders of some accounts, or of a telephone number, agreed to; in the fact's own
    /// transaction, and with the consequences of their taking it back themselves.
    public static func take(from accounts: Set<Identifier>, _ phone: Phone?, in work: Work) throws {
        var needs = try work.database.all(
            """
            SELECT id FROM need WHERE community = \(work.community) AND consent IS NOT NULL
            AND reporter IN \(list: accounts.sorted()) ORDER BY id LIMIT 500
            """
        ) { try $0.identifier(0) }
        if let phone {
            let token = ReportLimits.token("phone", phone.digits, work.keys)
            needs += try work.database.all(
                """
                SELECT id FROM need WHERE community = \(work.community) AND consent IS NOT NULL
                AND phone_token = \(token) ORDER BY id LIMIT 500
                """
            ) { try $0.identifier(0) }
        }
        for need in Set(needs).sorted() {
            let changed = try work.change(try work.need(need)) { change in
                change.need.consent = nil
                change.add(.consentTaken, "", isPublic: true)
            }
            work.tell(ConsentChanged(need: changed, isGiven: false))
        }
    }
}
