import Sealing
public import Values
public import Web

/// What a visitor carries to prove who they are: `<community>.<secret>`, in a cookie or as a bearer.
public struct Credential: Sendable {
    public enum Kind: Sendable { case session, token }

    /// The cookie of a session.
    public static let cookie = "sid"

    public let kind: Kind
    public let community: Identifier
    /// What is looked up: the hash of the secret.
    let hash: [UInt8]

    init?(_ kind: Kind, _ text: some StringProtocol) {
        let parts = String(text).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let community = Identifier(String(Substring(parts[0]))),
            let token = RandomToken(String(Substring(parts[1])))
        else { return nil }
        self.kind = kind
        self.community = community
        hash = token.stored
    }

    /// The bearer where one is sent, else the session's cookie; nil for a guest.
    ///
    /// - Throws: ``PeopleRefusal/tokenWrong`` for a bearer that was never one.
    public static func presented(by ask: Ask) throws -> Credential? {
        if let header = ask.headers["authorization"] {
            let scheme = "bearer "
            guard header.utf8.count < 200, header.lowercased().utf8.starts(with: scheme.utf8),
                let bearer = Credential(.token, header.dropFirst(scheme.utf8.count))
            else { throw PeopleRefusal.tokenWrong }
            return bearer
        }
        return ask.cookie(cookie).flatMap { Credential(.session, $0) }
    }

    /// The cookie that carries a session.
    static func cookie(_ community: Identifier, _ token: RandomToken) -> Cookie {
        Cookie(cookie, "\(community).\(token.text)")
    }

    /// The text of a personal token as its holder keeps it.
    static func bearer(_ community: Identifier, _ token: RandomToken) -> String {
        "\(community).\(token.text)"
    }
}

extension Visit {
    /// The node among whose rows the visitor's own account is; for a guest, the one visited.
    public var accountCommunity: Identifier {
        guard actor.account != nil else { return community }
        return (try? Credential.presented(by: ask))?.community ?? community
    }
}
