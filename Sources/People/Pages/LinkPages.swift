import Actions
import Sealing
import Storage
import Values
import Web

/// What a household's slip leads to: say a name, and come in.
struct SlipPage: Page {
    struct Model: Codable, Sendable {
        let slip: String
        /// The household's name; nil for a slip that is no longer good.
        let place: String?
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let text = try visit.parameter("slip")
        guard let token = RandomToken(text),
            let slip = try SlipStore.good(token, .household, in: visit.community, at: visit.now, reading),
            let place = try PlaceStore.place(slip.place, in: visit.community, reading)
        else { return Model(slip: text, place: nil) }
        return Model(slip: text, place: place.name)
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        scene(model.place == nil ? EntryPhrase.slipGone : .slipTitle)
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        guard let place = model.place else {
            return Look.head(scene(EntryPhrase.slipGone))
                + Look.empty(
                    PeopleRefusal.linkGone.text[scene.language],
                    Look.link(scene(EntryPhrase.signIn), scene.link("/sign-in")))
        }
        let name = scene.field("name", EntryPhrase.yourName).hint(scene(EntryPhrase.yourNameHint))
            .limit(40).autocomplete("nickname")
        return """
            \(Look.head(scene(EntryPhrase.slipTitle), note: HTML(text: scene(EntryPhrase.slipLead(place)))))
            \(scene.faults([name]))
            \(scene.form("/in/\(model.slip)", [name], send: EntryPhrase.comeIn))
            """
    }
}

/// What the first start's link leads to: the administrator's name, number and password.
struct WelcomePage: Page {
    struct Model: Codable, Sendable {
        let token: String
        let isGood: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let text = try visit.parameter("token")
        let slip = try RandomToken(text).flatMap {
            try SlipStore.good($0, .welcome, in: visit.community, at: visit.now, reading)
        }
        return Model(token: text, isGood: slip != nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        scene(model.isGood ? EntryPhrase.welcomeTitle : .slipGone)
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        guard model.isGood else {
            return Look.head(scene(EntryPhrase.slipGone))
                + Look.empty(PeopleRefusal.linkGone.text[scene.language])
        }
        let fields = [
            scene.field("name", EntryPhrase.yourName).limit(40).autocomplete("name"),
            scene.field("phone", EntryPhrase.phone, .telephone).autocomplete("username"),
            scene.field("password", EntryPhrase.newPassword, .newPassword).hint(
                scene(EntryPhrase.newPasswordHint)),
            scene.field("again", EntryPhrase.again, .newPassword),
        ]
        return """
            \(Look.head(scene(EntryPhrase.welcomeTitle), note: HTML(text: scene(EntryPhrase.welcomeLead))))
            \(scene.faults(fields))
            \(scene.form("/welcome/\(model.token)", fields, send: EntryPhrase.comeIn))
            """
    }
}

/// One click to each role, where people are invented.
struct DemoPage: Page {
    struct Model: Codable, Sendable {
        let people: [Person]
    }

    struct Person: Codable, Sendable {
        let role: Role
        let name: String
        let account: Identifier
        let community: Identifier
        let place: String
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard visit.house.settings.isDemo else { throw PeopleRefusal.notDemo }
        return Model(people: try DemoPeople.cast(at: visit.locality.path, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(EntryPhrase.demoTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let rows = model.people.map { person -> ListRow in
            let title = person.role.title[scene.language]
            let role = Field("role", "", .hidden).value(person.role.rawValue)
            let button = Look.form(
                scene.link("/demo/sign-in"), frame: scene.frame, rid: scene.rid,
                "\(Look.field(role, in: scene.language))\(Look.send(scene(EntryPhrase.demoAs(title)), .line))"
            )
            return ListRow("\(button)", when: "\(person.name)　\(person.place)")
        }
        return """
            \(Look.head(scene(EntryPhrase.demoTitle), note: HTML(text: scene(EntryPhrase.demoLead))))
            \(scene.faults([]))
            \(if: rows.isEmpty, Look.empty(scene(EntryPhrase.demoNobody)), else: Look.rows(rows))
            """
    }
}
