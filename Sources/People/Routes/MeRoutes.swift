import Actions
import Sealing
import Storage
import Values
import Web

/// The addresses of one's own account.
struct MeRoutes {
    let passwords: PasswordCheck

    var all: [Route] { [page, profile, password, phone] + factor + tokens + sessions }

    private var page: Route {
        .page("/me", PeopleRights.own, Text("我的资料", "My account"), MePage())
    }

    private var profile: Route {
        .verb(
            .post, "/me", PeopleRights.own, Text("改称呼和告诉的办法", "Change name and channels"),
            fields: [
                Input("name", AccountPhrase.name.text, .line(40), required: true),
                Input("channels", AccountPhrase.channels.text, .choices(Channel.allCases.map(\.rawValue))),
            ], shows: MePage()
        ) { visit, fields in
            guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
            var reader = FormReader(fields)
            let name = reader.line("name", 40)
            let channels = reader.choices("channels", among: [Channel.page.rawValue, Channel.sms.rawValue])
            try reader.finish()
            _ = try await visit.performOnOwn(
                ChangeProfile(account, name: name, channels: channels.compactMap(Channel.init(rawValue:))),
                fields)
            return .done(see: "/me")
        }
    }

    private var password: Route {
        .verb(
            .post, "/me/password", PeopleRights.own, Text("换密码", "Change the password"),
            fields: [
                Input("old", AccountPhrase.oldPassword.text, .password),
                Input("new", EntryPhrase.newPassword.text, .password, required: true),
                Input("again", EntryPhrase.again.text, .password, required: true),
            ], shows: MePage()
        ) { [passwords] visit, fields in
            let entry = SignIn(visit: visit, passwords: passwords)
            let account = try await entry.proved(fields["old"], field: "old", orNone: true)
            guard fields["new"] == fields["again"] else { throw PeopleRefusal.passwordsDiffer }
            let keys = visit.house.keys
            let phone = try await visit.house.database.read {
                try AccountStore.phone(of: account.id, in: account.community, keys, $0)
            }
            let hash = try await entry.hash(fields["new"] ?? "", field: "new", phone: phone)
            _ = try await visit.performOnOwn(ChangePassword(account.id, to: hash), fields)
            return try await entry.start(account.id, in: account.community, means: "password", next: "/me")
        }
    }

    private var phone: Route {
        .verb(
            .post, "/me/phone", PeopleRights.own, Text("换号码", "Change the number"),
            fields: [
                Input("phone", AccountPhrase.newPhone.text, .phone, required: true),
                Input("proof", AccountPhrase.oldPassword.text, .password, required: true),
                Input("code", AccountPhrase.phoneCode.text, .code), Input("send", Text("发", "Send"), .flag),
            ], shows: MePage()
        ) { [passwords] visit, fields in
            var reader = FormReader(fields)
            let phone = reader.phone("phone")
            try reader.finish()
            let entry = SignIn(visit: visit, passwords: passwords)
            let account = try await entry.proved(fields["proof"], field: "proof", orNone: false)
            guard let phone else { throw PeopleRefusal.wrongProof }
            if reader.flag("send") { return try await entry.sendToNew(phone) }
            let isProved = try await entry.provesNew(phone, fields["code"] ?? "")
            _ = try await visit.performOnOwn(ChangePhone(account.id, to: phone, isProved: isProved), fields)
            return Outcome.done(see: "/me").with(CodeUnderWay.cookie.gone)
        }
    }

    private var factor: [Route] {
        [
            .page("/me/second", PeopleRights.own, Text("第二道", "The second factor"), FactorPage()),
            .verb(
                .post, "/me/second/begin", PeopleRights.own, Text("开始设第二道", "Begin a second factor"),
                shows: MePage()
            ) { visit, _ in
                // Without a password nothing could prove later that its owner turns it off.
                let account = try await visit.house.database.read { try visit.ownAccount($0) }
                guard account.hasPassword else { throw PeopleRefusal.needsPassword }
                return Outcome.done(see: "/me/second").with(
                    try FactorPage.secret.cookie(TimeCode().secret, visit))
            },
            .verb(
                .post, "/me/second", PeopleRights.own, Text("打开第二道", "Turn the second factor on"),
                fields: [Input("code", EntryPhrase.digits.text, .code, required: true)], shows: FactorPage()
            ) { visit, fields in
                guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
                guard let secret = FactorPage.secret.read(visit) else { throw PeopleRefusal.secondFactorGone }
                let counter = TimeCode(secret: secret).check(
                    fields["code"] ?? "", at: visit.now, lastUsed: nil)
                guard let counter else { throw PeopleRefusal.secondFactorWrong }
                _ = try await visit.performOnOwn(
                    SetSecondFactor(account, secret: secret, counter: counter), fields)
                return Outcome.done(see: "/me").with(FactorPage.secret.gone)
            },
            .verb(
                .post, "/me/second/end", PeopleRights.own, Text("关掉第二道", "Turn the second factor off"),
                fields: [Input("factor-password", AccountPhrase.oldPassword.text, .password)], shows: MePage()
            ) { [passwords] visit, fields in
                let entry = SignIn(visit: visit, passwords: passwords)
                let account = try await entry.proved(
                    fields["factor-password"], field: "factor-password", orNone: false)
                _ = try await visit.performOnOwn(SetSecondFactor(account.id, secret: nil), fields)
                return .done(see: "/me")
            },
        ]
    }

    private var tokens: [Route] {
        [
            .verb(
                .post, "/me/tokens", PeopleRights.own, Text("做令牌", "Make a token"),
                fields: [
                    Input("title", AccountPhrase.tokenTitle.text, .line(40), required: true),
                    Input("rights", AccountPhrase.tokenRights.text, .choices([]), required: true),
                    Input("days", AccountPhrase.tokenDays.text, .number(1...366), required: true),
                ], answers: MadeToken.self, shows: MePage()
            ) { visit, fields in try await Self.makeToken(visit, fields) },
            .verb(
                .post, "/me/tokens/{id}/end", PeopleRights.own, Text("收回令牌", "End a token"), shows: MePage()
            ) { visit, fields in
                guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
                guard let id = Identifier(try visit.parameter("id")) else { throw GroundRefusal.notFound }
                _ = try await visit.performOnOwn(EndToken(id, of: account), fields)
                return .done(see: "/me#tokens")
            },
        ]
    }

    private static func makeToken(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
        var reader = FormReader(fields)
        let title = reader.line("title", 40), days = reader.number("days", 1...366)
        let allowed = Set(visit.house.rights.rows.map(\.right).filter(visit.allowsAnywhere).map(\.name))
        let rights = reader.choices("rights", among: allowed)
        if rights.isEmpty { reader.refuse("rights", FormPhrase.chooseRows, name: "form.choice") }
        try reader.finish()
        let token = RandomToken(), expires = visit.now + .days(days ?? 1)
        _ = try await visit.performOnOwn(
            MakeToken(account, title: title, rights: rights, expires: expires, token: token), fields)
        let text = Credential.bearer(visit.accountCommunity, token)
        return Outcome.made(MadeToken(token: text, expires: expires), see: "/me#tokens")
            .with(try MePage.madeToken.cookie(text, visit, minutes: 1))
    }

    private var sessions: [Route] {
        [
            .page("/sessions", PeopleRights.own, Text("在哪里登录着", "My sessions"), SessionsPage()),
            .verb(
                .post, "/sessions/{id}/end", PeopleRights.own, Text("退出一处", "End a session"),
                shows: SessionsPage()
            ) { visit, fields in
                guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
                guard let id = Identifier(try visit.parameter("id")) else { throw GroundRefusal.notFound }
                _ = try await visit.performOnOwn(EndSession(id, of: account), fields)
                return .done(see: id == visit.actor.proof ? "/" : "/sessions")
            },
        ]
    }
}

/// A personal token as a machine hears it, once.
struct MadeToken: Codable, Sendable {
    let token: String
    let expires: Instant
}

extension SignIn {
    /// The visitor's account once its password was typed rightly; a wrong one costs a growing delay.
    ///
    /// - Parameters: `orNone`: an account that has no password yet needs none.
    func proved(_ typed: String?, field: String, orNone: Bool) async throws -> Account {
        let visit = visit
        let (account, stored) = try await house.database.read { reading in
            let account = try visit.ownAccount(reading)
            return (account, try AccountStore.password(of: account.id, in: account.community, reading))
        }
        guard let stored else {
            if orNone { return account }
            throw PeopleRefusal.needsPassword
        }
        let tries = mark(.factor, "password \(account.id)")
        try await admit([tries])
        guard try await matches(typed ?? "", stored) else {
            throw FieldRefusal(field, PeopleRefusal.wrongProof, name: PeopleRefusal.wrongProof.name)
        }
        try await house.database.write(in: FailureStore.everywhere) { try FailureStore.forget([tries], $0) }
        return account
    }

    func sendToNew(_ phone: Phone) async throws -> Outcome {
        guard house.settings.sendsCodes else { throw PeopleRefusal.codesAreOff }
        let code = try await send(to: phone, for: .phone)
        let under = CodeUnderWay(phone: phone.digits, next: "", shown: code)
        return Outcome.done(see: "/me").with(try CodeUnderWay.cookie.cookie(under, visit))
    }

    /// Whether a code proved the new number. Where none can be sent, it stays unproved.
    func provesNew(_ phone: Phone, _ typed: String) async throws -> Bool {
        guard house.settings.sendsCodes else { return false }
        try await check(typed, of: phone, for: .phone)
        let token = AccountStore.phoneToken(phone, house.keys), community = visit.community
        let isSpent = try await house.database.write(in: community) {
            try CodeStore.spend(token, .phone, in: community, $0)
        }
        guard isSpent else { throw PeopleRefusal.codeGone }
        return true
    }
}
