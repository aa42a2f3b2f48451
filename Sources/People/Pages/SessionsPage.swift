import Actions
import Sealing
import Storage
import Values
import Web

/// Where one is signed in, each to be ended.
struct SessionsPage: Page {
    struct Model: Codable, Sendable {
        let sessions: [Session]
        let current: Identifier?
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let account = try visit.ownAccount(reading)
        return Model(
            sessions: try SessionStore.open(
                of: account.id, in: account.community, since: visit.now - visit.house.settings.idleLimit,
                reading),
            current: visit.actor.proof)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(AccountPhrase.sessions) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(AccountPhrase.sessions), note: HTML(text: scene(AccountPhrase.sessionsLead))))
        \(scene.faults([]))
        \(if: model.sessions.isEmpty, Look.empty(scene(AccountPhrase.noSessions)),
            else: Look.rows(model.sessions.map { row($0, model, scene) }))
        \(Look.note(Look.link(scene(AccountPhrase.mine), scene.link("/me"))))
        """
    }

    private func row(_ session: Session, _ model: Model, _ scene: Scene) -> ListRow {
        let here: HTML? = session.id == model.current ? Look.stamp(scene(AccountPhrase.thisOne), .done) : nil
        let end = Look.act(
            scene(AccountPhrase.endSession), scene.link("/sessions/\(session.id)/end"), frame: scene.frame,
            rid: scene.rid)
        let line = AccountPhrase.sessionLine(scene.moment(session.made), scene.moment(session.used))
        return ListRow(
            "<b>\(session.agent)</b> \(scene(AccountPhrase.means(session.means))) \(here) \(end)",
            when: scene(line))
    }
}

/// The code of a second factor to scan, before it is turned on.
struct FactorPage: Page {
    struct Model: Codable, Sendable {
        /// What the code app scans; nil where no secret is under way. It is shown to its owner alone.
        let address: String?
        let secret: String?
    }

    static let secret = SealedCookie<[UInt8]>(name: "factor")

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let account = try visit.ownAccount(reading)
        guard let secret = Self.secret.read(visit) else { return Model(address: nil, secret: nil) }
        return Model(
            address: TimeCode(secret: secret).address(issuer: visit.locality.name, account: account.name),
            secret: Base32.encode(secret))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(AccountPhrase.factorTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        guard let address = model.address, let secret = model.secret else {
            return Look.head(scene(AccountPhrase.factorTitle))
                + Look.empty(
                    PeopleRefusal.secondFactorGone.text[scene.language],
                    Look.link(scene(AccountPhrase.mine), scene.link("/me")))
        }
        let picture = Look.code(of: address, label: scene(AccountPhrase.factorTitle))
        let code = scene.field("code", EntryPhrase.digits, .number).autocomplete("one-time-code")
        return """
            \(Look.head(scene(AccountPhrase.factorTitle), note: HTML(text: scene(AccountPhrase.factorLead))))
            \(scene.faults([code]))
            \(Look.columns(.two, [
                "<figure class=\"code\">\(picture)</figure>",
                scene.form("/me/second", [code], send: AccountPhrase.factorBegin)
                    + Look.note(HTML(text: scene(AccountPhrase.factorSecret(secret)))),
            ]))
            """
    }
}
