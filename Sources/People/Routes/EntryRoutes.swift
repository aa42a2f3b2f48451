import Actions
import Sealing
import Storage
import Values
import Web

/// The addresses of signing in and out.
struct EntryRoutes {
    let passwords: PasswordCheck

    var all: [Route] { [page, byPassword] + code + second + links + demo + [signOut] }

    private static let next = Input("next", Text("之后去哪里", "Where to go then"), .line(2000))
    private static let phone = Input("phone", EntryPhrase.phone.text, .phone, required: true)
    private static let digits = Input("code", EntryPhrase.digits.text, .code, required: true)

    private var page: Route {
        .page(
            "/sign-in", PeopleRights.enter, Text("登录", "Sign in"), SignInPage(),
            query: [Self.next])
    }

    private var byPassword: Route {
        .verb(
            .post, "/sign-in", PeopleRights.enter, Text("用密码登录", "Sign in with a password"),
            fields: [
                Self.phone, Input("password", EntryPhrase.password.text, .password, required: true),
                Self.next,
            ],
            answers: Entered.self, shows: SignInPage()
        ) { [passwords] visit, fields in
            var reader = FormReader(fields)
            let phone = reader.phone("phone")
            let password = fields["password"] ?? ""
            if password.isEmpty { reader.refuse("password", TextFault.empty, name: "form.text") }
            try reader.finish()
            guard let phone else { throw PeopleRefusal.wrongProof }
            return try await SignIn(visit: visit, passwords: passwords)
                .byPassword(phone, password, next: fields["next"] ?? "")
        }
    }

    private var code: [Route] {
        [
            .page("/sign-in/code", PeopleRights.enter, Text("填数字", "Type the digits"), CodePage()),
            .verb(
                .post, "/sign-in/send", PeopleRights.enter, Text("要一串数字", "Ask for a code"),
                fields: [Input("mobile", EntryPhrase.phone.text, .phone, required: true), Self.next],
                shows: SignInPage()
            ) { [passwords] visit, fields in
                var reader = FormReader(fields)
                let phone = reader.phone("mobile")
                try reader.finish()
                guard let phone else { throw PeopleRefusal.wrongProof }
                return try await SignIn(visit: visit, passwords: passwords)
                    .sendCode(to: phone, next: fields["next"] ?? "")
            },
            .verb(
                .post, "/sign-in/code", PeopleRights.enter, Text("用数字登录", "Sign in with a code"),
                fields: [Self.digits], answers: Entered.self, shows: CodePage()
            ) { [passwords] visit, fields in
                try await SignIn(visit: visit, passwords: passwords).byCode(fields["code"] ?? "")
            },
        ]
    }

    private var second: [Route] {
        [
            .page(
                "/sign-in/second", PeopleRights.enter, Text("第二道", "The second factor"), SecondFactorPage()),
            .verb(
                .post, "/sign-in/second", PeopleRights.enter, Text("填验证器的数字", "Type the second factor"),
                fields: [Self.digits], answers: Entered.self, shows: SecondFactorPage()
            ) { [passwords] visit, fields in
                try await SignIn(visit: visit, passwords: passwords).bySecondFactor(fields["code"] ?? "")
            },
        ]
    }

    private var links: [Route] {
        [
            .page("/in/{slip}", PeopleRights.enter, Text("入户条", "A household's slip"), SlipPage()),
            .verb(
                .post, "/in/{slip}", PeopleRights.enter, Text("用入户条进来", "Enrol with a slip"),
                fields: [Input("name", EntryPhrase.yourName.text, .line(40), required: true)],
                answers: Entered.self, shows: SlipPage()
            ) { [passwords] visit, fields in
                var reader = FormReader(fields)
                let name = reader.line("name", 40)
                try reader.finish()
                guard let token = RandomToken(try visit.parameter("slip")) else {
                    throw PeopleRefusal.linkGone
                }
                let account = try await visit.perform(UseSlip(token, name: name), fields: fields)
                return try await SignIn(visit: visit, passwords: passwords)
                    .start(account, in: visit.community, means: "slip", next: "/me")
            },
            .page("/welcome/{token}", PeopleRights.enter, Text("第一次进来", "The first link"), WelcomePage()),
            .verb(
                .post, "/welcome/{token}", PeopleRights.enter, Text("做管理员", "Become the administrator"),
                fields: Self.welcomeFields, answers: Entered.self, shows: WelcomePage()
            ) { [passwords] visit, fields in try await Self.welcome(visit, fields, passwords) },
        ]
    }

    private static let welcomeFields = [
        Input("name", EntryPhrase.yourName.text, .line(40), required: true), phone,
        Input("password", EntryPhrase.newPassword.text, .password, required: true),
        Input("again", EntryPhrase.again.text, .password, required: true),
    ]

    private static func welcome(
        _ visit: Visit, _ fields: Fields, _ passwords: PasswordCheck
    ) async throws -> Outcome {
        var reader = FormReader(fields)
        let name = reader.line("name", 40), phone = reader.phone("phone")
        try reader.finish()
        guard let token = RandomToken(try visit.parameter("token")), let phone else {
            throw PeopleRefusal.linkGone
        }
        guard fields["password"] == fields["again"] else { throw PeopleRefusal.passwordsDiffer }
        let entry = SignIn(visit: visit, passwords: passwords)
        // A hash is costly: only a good link is worth one.
        let community = visit.community, now = visit.now
        let isGood = try await visit.house.database.read {
            try SlipStore.good(token, .welcome, in: community, at: now, $0) != nil
        }
        guard isGood else { throw PeopleRefusal.linkGone }
        let hash = try await entry.hash(fields["password"] ?? "", field: "password", phone: phone)
        let account = try await visit.perform(
            UseWelcome(token, name: name, phone: phone, password: hash), fields: fields)
        return try await entry.start(account, in: visit.community, means: "welcome", next: "/people")
    }

    private var demo: [Route] {
        [
            .page("/demo", PeopleRights.demo, Text("演示里的人", "The demo's people"), DemoPage()),
            .verb(
                .post, "/demo/sign-in", PeopleRights.demo, Text("以一个身份进去", "Sign in as a role"),
                fields: [.choice("role", Text("身份", "Role"), of: Role.self, required: true)],
                answers: Entered.self, shows: DemoPage()
            ) { [passwords] visit, fields in
                guard visit.house.settings.isDemo else { throw PeopleRefusal.notDemo }
                var reader = FormReader(fields)
                let role = reader.choice("role", of: Role.self)
                try reader.finish()
                let path = visit.locality.path
                let cast = try await visit.house.database.read { reading in
                    // The mark stands in the rows: a flag alone never opens a real community's door.
                    guard try HouseMarks.text(HouseMarks.demo, reading) != nil else {
                        throw PeopleRefusal.notDemo
                    }
                    return try DemoPeople.cast(at: path, reading)
                }
                guard let person = cast.first(where: { $0.role == role }) else {
                    throw PeopleRefusal.accountNotFound
                }
                return try await SignIn(visit: visit, passwords: passwords)
                    .start(person.account, in: person.community, means: "demo", next: "")
            },
        ]
    }

    private var signOut: Route {
        .verb(
            .post, "/sign-out", PeopleRights.own, Text("退出", "Sign out"), shows: SignInPage()
        ) { visit, _ in
            let gone = Cookie(Credential.cookie, "", age: 0)
            guard let account = visit.actor.account, let session = visit.actor.proof else {
                return Outcome.done(see: "/").with(gone)
            }
            _ = try await visit.house.steward.perform(
                EndSession(session, of: account), by: visit.actor, in: visit.accountCommunity)
            return Outcome.done(see: "/").with(gone)
        }
    }
}
