import Actions
import Sealing
import Storage
import Values
import Web

/// The addresses of people and their roles.
struct StaffRoutes {
    let passwords: PasswordCheck

    var all: [Route] { [list, add, person] + roles + ends + links }

    private static let roleField = Input.choice("role", Text("身份", "Role"), of: Role.self, required: true)
    private static let placeField = Input("place", StaffPhrase.placeCode.text, .line(60))

    private var list: Route {
        .page(
            "/people", PeopleRights.seePeople, Text("谁在这里", "Who works here"), PeoplePage(),
            query: [
                Input("q", StaffPhrase.find.text, .line(20)),
                .choice("role", Text("身份", "Role"), of: Role.self),
                .choice("state", Text("状态", "State"), of: Account.State.self),
                Input("after", Text("从哪里往后", "After"), .line(400)),
                Input("id", Text("从哪位往后", "After whom"), .identifier),
            ])
    }

    private var add: Route {
        .verb(
            .post, "/people", PeopleRights.addPeople, Text("加一位", "Add a person"),
            fields: [
                Input("name", StaffPhrase.name.text, .line(40), required: true),
                Input("phone", StaffPhrase.phone.text, .phone, required: true), Self.roleField,
                Self.placeField,
            ], answers: Identifier.self, shows: PeoplePage()
        ) { visit, fields in
            var reader = FormReader(fields)
            let name = reader.line("name", 40), phone = reader.phone("phone")
            let role = reader.choice("role", of: Role.self)
            try reader.finish()
            guard let phone, let role else { throw PeopleRefusal.wrongProof }
            let place = try await visit.place(code: fields["place"] ?? "")
            let account = try await visit.perform(
                AddPerson(name: name, phone: phone, role: role, place: place.id), fields: fields)
            return .made(account, see: "/people/\(account)")
        }
    }

    private var person: Route {
        .page("/people/{id}", PeopleRights.seePeople, Text("一个人", "A person"), PersonPage())
    }

    private var roles: [Route] {
        [
            .verb(
                .post, "/people/{id}/roles", PeopleRights.grant, Text("给身份", "Grant a role"),
                fields: [Self.roleField, Self.placeField], answers: Identifier.self, shows: PersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                let role = reader.choice("role", of: Role.self)
                try reader.finish()
                let account = try visit.identifier("id")
                let place = try await visit.place(code: fields["place"] ?? "")
                guard let role else { throw GroundRefusal.notFound }
                let grant = try await visit.perform(
                    GrantRole(account: account, role: role, place: place.id), fields: fields)
                return .made(grant, see: "/people/\(account)")
            },
            .verb(
                .post, "/people/{id}/roles/{grant}/end", PeopleRights.grant, Text("收回身份", "End a role"),
                shows: PersonPage()
            ) { visit, fields in
                _ = try await visit.perform(EndGrant(try visit.identifier("grant")), fields: fields)
                return .done(see: "/people/\(try visit.identifier("id"))")
            },
        ]
    }

    private var ends: [Route] {
        [
            .verb(
                .post, "/people/{id}/disable", PeopleRights.disable, Text("停用账户", "Disable an account"),
                fields: [Input("sure", StaffPhrase.yes.text, .flag, required: true)], shows: PersonPage()
            ) { visit, fields in
                var reader = FormReader(fields)
                if !reader.flag("sure") { reader.refuse("sure", FormPhrase.chooseRows, name: "form.flag") }
                try reader.finish()
                let account = try visit.identifier("id")
                _ = try await visit.perform(DisableAccount(account), fields: fields)
                return .done(see: "/people/\(account)")
            },
            .verb(
                .post, "/people/{id}/enable", PeopleRights.disable, Text("重新启用", "Enable an account"),
                shows: PersonPage()
            ) { visit, fields in
                let account = try visit.identifier("id")
                _ = try await visit.perform(EnableAccount(account), fields: fields)
                return .done(see: "/people/\(account)")
            },
        ]
    }

    private var links: [Route] {
        [
            .verb(
                .post, "/people/{id}/link", PeopleRights.addPeople, Text("做设密码的链接", "Make a password link"),
                answers: MadeLink.self, shows: PersonPage()
            ) { visit, fields in
                let account = try visit.identifier("id"), token = RandomToken()
                _ = try await visit.perform(MakePasswordLink(account, token: token), fields: fields)
                let link = visit.house.settings.baseAddress + visit.at("/password/\(token.text)").address
                return Outcome.made(MadeLink(link: link), see: "/people/\(account)")
                    .with(try PersonPage.madeLink.cookie(link, visit, minutes: 1))
            },
            .page("/password/{token}", PeopleRights.enter, Text("设密码", "Set a password"), PasswordLinkPage()),
            .verb(
                .post, "/password/{token}", PeopleRights.enter, Text("设密码", "Set a password"),
                fields: [
                    Input("password", EntryPhrase.newPassword.text, .password, required: true),
                    Input("again", EntryPhrase.again.text, .password, required: true),
                ], answers: Entered.self, shows: PasswordLinkPage()
            ) { [passwords] visit, fields in try await Self.setPassword(visit, fields, passwords) },
        ]
    }

    private static func setPassword(
        _ visit: Visit, _ fields: Fields, _ passwords: PasswordCheck
    ) async throws -> Outcome {
        let text = try visit.parameter("token"), keys = visit.house.keys, community = visit.community
        guard let token = RandomToken(text) else { throw PeopleRefusal.linkGone }
        let phone = try await visit.house.database.read { reading -> Phone? in
            guard let account = try visit.goodSlip(text, .password, reading)?.account else {
                throw PeopleRefusal.linkGone
            }
            return try AccountStore.phone(of: account, in: community, keys, reading)
        }
        guard fields["password"] == fields["again"] else { throw PeopleRefusal.passwordsDiffer }
        let entry = SignIn(visit: visit, passwords: passwords)
        let hash = try await entry.hash(fields["password"] ?? "", field: "password", phone: phone)
        let account = try await visit.perform(UsePasswordLink(token, password: hash), fields: fields)
        return try await entry.start(account, in: community, means: "welcome", next: "")
    }
}

/// A one-time link as a machine hears it, once.
struct MadeLink: Codable, Sendable {
    let link: String
}
