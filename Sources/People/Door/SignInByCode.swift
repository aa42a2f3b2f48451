import Actions
import Sealing
import Storage
import Values
import Web

/// A code on its way to a telephone: what its browser carries meanwhile.
struct CodeUnderWay: Codable, Sendable {
    let phone: String
    let next: String
    /// In the demo alone, for the page to show.
    let shown: String?

    static let cookie = SealedCookie<CodeUnderWay>(name: "code")
}

extension Settings {
    /// Whether a code can reach anybody.
    var sendsCodes: Bool { smsGateway != nil || isDemo }
}

extension SignIn {
    /// Sends a code, and goes to the page where it is typed; the same whether the number is known.
    func sendCode(to phone: Phone, next: String) async throws -> Outcome {
        guard house.settings.sendsCodes else { throw PeopleRefusal.codesAreOff }
        guard phone.isMobile else {
            throw FieldRefusal("phone", EntryPhrase.mobileOnly, name: "people.mobile")
        }
        try await admit([mark(.codes, visit.ask.remote)])
        let code = try await send(to: phone, for: .enter)
        let under = CodeUnderWay(phone: phone.digits, next: next, shown: code)
        return Outcome.done(see: "/sign-in/code").with(try CodeUnderWay.cookie.cookie(under, visit))
    }

    /// Sends a code; returns its digits where the page may show them.
    func send(to phone: Phone, for purpose: CodePurpose) async throws -> String? {
        let code = OneTimeCode()
        let message = EntryPhrase.message(code.digits, visit.locality.name)(visit.language)
        let isSent = house.settings.smsGateway != nil
        let sending = SendCode(to: phone, for: purpose, code, message: isSent ? message : nil)
        _ = try await house.steward.perform(sending, by: visit.actor, in: visit.community)
        return house.settings.isDemo ? code.digits : nil
    }

    func byCode(_ typed: String) async throws -> Outcome {
        guard let under = CodeUnderWay.cookie.read(visit), let phone = try? Phone(under.phone) else {
            throw PeopleRefusal.codeGone
        }
        try await check(typed, of: phone, for: .enter)
        let name = EntryPhrase.neighbour(phone.lastFour)(visit.language)
        let account = try await house.steward.perform(
            EnterByCode(phone, name: name), by: visit.actor, in: visit.community)
        return try await startAfterCode(account, next: under.next).with(CodeUnderWay.cookie.gone)
    }

    /// A code is one factor: whoever has set a second one is asked for it.
    private func startAfterCode(_ account: Identifier, next: String) async throws -> Outcome {
        let community = visit.community
        let known = try await house.database.read { try AccountStore.account(account, in: community, $0) }
        guard known?.hasSecondFactor == true else {
            return try await start(account, in: community, means: "code", next: next)
        }
        let half = Half(community: community, account: account, next: next)
        return Outcome.done(see: "/sign-in/second").with(try Self.half.cookie(half, visit, minutes: 5))
    }

    /// Refuses a code that is wrong, used or too old; the try counts either way.
    func check(_ typed: String, of phone: Phone, for purpose: CodePurpose) async throws {
        let keys = house.keys, now = visit.now, community = visit.community
        let token = AccountStore.phoneToken(phone, keys)
        let outcome = try await house.database.write(in: community) { writing in
            try CodeStore.check(typed, token, purpose, in: community, keys, at: now, writing)
        }
        switch outcome {
        case .right: return
        case .wrong: throw PeopleRefusal.wrongCode
        case .gone: throw PeopleRefusal.codeGone
        }
    }
}
