import Actions
import Sealing
import Storage
import Values
import Web

/// The door: password, or a code to the telephone.
struct SignInPage: Page {
    struct Model: Codable, Sendable {
        let next: String
        let sendsCodes: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        Model(next: visit.value("next") ?? "", sendsCodes: visit.house.settings.sendsCodes)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(EntryPhrase.signIn) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let next = Field("next", "", .hidden).value(scene.fields["next"] ?? model.next)
        let phone = scene.field("phone", EntryPhrase.phone, .telephone)
            .hint(scene(EntryPhrase.phoneHint)).autocomplete("username")
        let password = scene.field("password", EntryPhrase.password, .password)
        let code = Field("mobile", scene(EntryPhrase.phone), .telephone).autocomplete("tel")
            .value(scene.fields["mobile"]).fault(scene.fault("mobile"))
        let byCode: HTML =
            model.sendsCodes
            ? """
            \(Look.note(HTML(text: scene(EntryPhrase.orCodeLead))))
            \(scene.form("/sign-in/send", [code, next], send: EntryPhrase.sendCode, .line))
            """
            : Look.note(HTML(text: scene(EntryPhrase.codesOff)))
        return """
            \(Look.head(scene(EntryPhrase.signIn), note: HTML(text: scene(EntryPhrase.signInLead))))
            \(scene.faults([phone, password, code]))
            \(Look.columns(.two, [
                scene.form("/sign-in", [phone, password, next], send: EntryPhrase.enter),
                Look.section(scene(EntryPhrase.orCode), byCode)
                    + Look.fine(HTML(text: scene(EntryPhrase.noAccount))),
            ]))
            """
    }
}

/// Where the digits that came by telephone are typed.
struct CodePage: Page {
    struct Model: Codable, Sendable {
        /// Masked; empty where no code is under way.
        let phone: String
        /// The digits, in the demo alone.
        let shown: String?
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let under = CodeUnderWay.cookie.read(visit), let phone = try? Phone(under.phone) else {
            return Model(phone: "", shown: nil)
        }
        return Model(phone: phone.masked, shown: visit.house.settings.isDemo ? under.shown : nil)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(EntryPhrase.codeTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let other = Look.link(scene(EntryPhrase.otherNumber), scene.link("/sign-in"))
        if model.phone.isEmpty {
            return Look.head(scene(EntryPhrase.codeTitle))
                + Look.empty(PeopleRefusal.codeGone.text[scene.language], other)
        }
        let code = scene.field("code", EntryPhrase.digits, .number).autocomplete("one-time-code")
            .hint(scene(EntryPhrase.digitsHint))
        return """
            \(Look.head(scene(EntryPhrase.codeTitle),
                note: HTML(text: scene(EntryPhrase.codeSent(model.phone)))))
            \(model.shown.map { Look.lead(HTML(text: scene(EntryPhrase.codeDemo($0)))) })
            \(scene.faults([code]))
            \(scene.form("/sign-in/code", [code], send: EntryPhrase.enter))
            \(Look.note(other))
            """
    }
}

/// The second factor of whoever set one.
struct SecondFactorPage: Page {
    func load(_ visit: Visit, _ reading: any Reading) throws -> NoModel {
        NoModel(isReady: SignIn.half.read(visit) != nil)
    }

    func title(_ model: NoModel, _ scene: Scene) -> String { scene(EntryPhrase.secondTitle) }

    func view(_ model: NoModel, _ scene: Scene) -> HTML {
        guard model.isReady else {
            return Look.head(scene(EntryPhrase.secondTitle))
                + Look.empty(
                    PeopleRefusal.secondFactorGone.text[scene.language],
                    Look.link(scene(EntryPhrase.signIn), scene.link("/sign-in")))
        }
        let code = scene.field("code", EntryPhrase.digits, .number).autocomplete("one-time-code")
        return """
            \(Look.head(scene(EntryPhrase.secondTitle), note: HTML(text: scene(EntryPhrase.secondLead))))
            \(scene.faults([code]))
            \(scene.form("/sign-in/second", [code], send: EntryPhrase.enter))
            """
    }
}
