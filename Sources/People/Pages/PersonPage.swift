import Actions
import Storage
import Values
import Web

/// One person who works here: roles to give and take back, a link to set a password, the account's end.
struct PersonPage: Page {
    struct Model: Codable, Sendable {
        let account: Account
        /// Masked.
        let phone: String?
        let roles: [PlacedRole]
        let givable: [Role]
        let mayDisable: Bool
        let mayLink: Bool
        /// A link made just now, shown once.
        let madeLink: String?
    }

    static let madeLink = SealedCookie<String>(name: "made-link")

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let id = Identifier(try visit.parameter("id")),
            let account = try AccountStore.account(id, in: visit.community, reading)
        else { throw PeopleRefusal.accountNotFound }
        let roles = try PlacedRole.list(of: id, in: visit.community, reading)
        if !roles.contains(where: { visit.allows(PeopleRights.seePeople, on: $0.path) }) {
            try visit.require(PeopleRights.seePeople, on: account)
        }
        let phone = try AccountStore.phone(of: id, in: visit.community, visit.house.keys, reading)
        return Model(
            account: account, phone: phone?.masked, roles: roles, givable: visit.givableRoles(),
            mayDisable: visit.allows(PeopleRights.disable, on: account),
            mayLink: visit.allows(PeopleRights.addPeople, on: account), madeLink: Self.madeLink.read(visit))
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.account.name }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let giving = givingFields(model, scene)
        let isActive = model.account.state == .active
        return """
            \(Look.crumb([NavItem(title: scene(StaffPhrase.people), link: scene.link("/people"))],
                model.account.name, in: scene.language))
            \(head(model, scene))
            \(scene.faults(giving))
            \(model.madeLink.map { made($0, scene) })
            \(Look.section(scene(StaffPhrase.roles), hang: true, roles(model, scene)))
            \(if: !model.givable.isEmpty && isActive, Look.section(
                scene(StaffPhrase.give), note: HTML(text: scene(StaffPhrase.giveLead)), hang: true,
                scene.form("/people/\(model.account.id)/roles", giving, send: StaffPhrase.give, .line)))
            \(if: model.mayLink && isActive, Look.section(
                scene(StaffPhrase.passwordLink), note: HTML(text: scene(StaffPhrase.passwordLinkLead)),
                hang: true,
                scene.form("/people/\(model.account.id)/link", [], send: StaffPhrase.makeLink, .line)))
            \(if: model.mayDisable, ending(model, scene))
            """
    }

    private func head(_ model: Model, _ scene: Scene) -> HTML {
        let off: HTML? =
            model.account.state == .disabled ? Look.stamp(scene(StaffPhrase.isDisabled), .late) : nil
        return """
            <h1>\(model.account.name) \(off)</h1>
            \(model.phone.map { Look.note(HTML(text: $0)) })
            """
    }

    private func made(_ link: String, _ scene: Scene) -> HTML {
        Look.fineNews(
            scene(StaffPhrase.linkOnce),
            """
            <p><code>\(link)</code></p>
            <figure class="code">\(Look.code(of: link, label: scene(StaffPhrase.passwordLink)))</figure>
            """)
    }

    private func roles(_ model: Model, _ scene: Scene) -> HTML {
        if model.roles.isEmpty { return Look.note(HTML(text: scene(StaffPhrase.noRoles))) }
        return Look.rows(
            model.roles.map { given in
                let title = scene(AccountPhrase.roleAt(given.role.title[scene.language], given.place))
                let end = Look.act(
                    scene(StaffPhrase.takeBack),
                    scene.link("/people/\(model.account.id)/roles/\(given.id)/end"),
                    frame: scene.frame, rid: scene.rid)
                return ListRow("\(title) \(if: model.givable.contains(given.role), end)")
            })
    }

    private func givingFields(_ model: Model, _ scene: Scene) -> [Field] {
        [
            scene.field(
                "role", StaffPhrase.role,
                .select(model.givable.map { Choice($0.rawValue, $0.title[scene.language]) })),
            scene.field("place", StaffPhrase.placeCode).hint(scene(StaffPhrase.placeCodeHint)).mayBeEmpty(),
        ]
    }

    private func ending(_ model: Model, _ scene: Scene) -> HTML {
        if model.account.state == .disabled {
            return Look.section(
                scene(StaffPhrase.enable), hang: true,
                scene.form("/people/\(model.account.id)/enable", [], send: StaffPhrase.enable, .line))
        }
        return Look.section(
            scene(StaffPhrase.disable), note: HTML(text: scene(StaffPhrase.disableLead)), hang: true,
            scene.form(
                "/people/\(model.account.id)/disable", [scene.field("sure", StaffPhrase.yes, .tick)],
                send: StaffPhrase.disable, .line))
    }
}

/// Where the one-time link leads: a password is set.
struct PasswordLinkPage: Page {
    struct Model: Codable, Sendable {
        let token: String
        let isGood: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let text = try visit.parameter("token")
        return Model(token: text, isGood: try visit.goodSlip(text, .password, reading) != nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        model.isGood ? scene(StaffPhrase.setPassword) : scene(EntryPhrase.slipGone)
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        guard model.isGood else {
            return Look.head(scene(EntryPhrase.slipGone))
                + Look.empty(PeopleRefusal.linkGone.text[scene.language])
        }
        let fields = [
            scene.field("password", EntryPhrase.newPassword, .newPassword).hint(
                scene(EntryPhrase.newPasswordHint)),
            scene.field("again", EntryPhrase.again, .newPassword),
        ]
        return """
            \(Look.head(scene(StaffPhrase.setPassword), note: HTML(text: scene(StaffPhrase.setPasswordLead))))
            \(scene.faults(fields))
            \(scene.form("/password/\(model.token)", fields, send: EntryPhrase.comeIn))
            """
    }
}
