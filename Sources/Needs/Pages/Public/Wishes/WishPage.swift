import Actions
import Storage
import Values
import Web

/// One wish, and the one button that takes it up.
struct WishPage: Page {
    struct Model: Codable, Sendable {
        let wish: PublicRow
        let isOpen: Bool
        let isMine: Bool
        let isSignedIn: Bool
        let phoneIsProved: Bool
    }

    /// The wish of the address, if the public may see it.
    static func wish(_ visit: Visit, _ reading: any Reading) throws -> Need {
        guard
            let need = try NeedStore.need(
                serial: try visit.parameter("number"), in: visit.community, reading),
            need.kind == .wish, need.isReleased
        else { throw GroundRefusal.notFound }
        return need
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let need = try Self.wish(visit, reading)
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        return Model(
            wish: PublicRow(need.publicFace(words), words, visit.language), isOpen: need.state.isOpen,
            isMine: need.isClaimed(by: visit.actor), isSignedIn: visit.actor.account != nil,
            phoneIsProved: visit.actor.phoneIsProved)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(WishPhrase.number(model.wish.number)) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let who = [model.wish.who ?? "", model.wish.place].filter { !$0.isEmpty }.joined(separator: "　")
        return """
            <div class="page-form flow">
            \(Look.crumb(
                [NavItem(title: scene(WishPhrase.title), link: scene.link("/wishes"))], model.wish.number,
                in: scene.language))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(Look.note("\(who)"))
            \(Look.say("\(model.wish.title(scene.language))"))
            \(claim(model, scene))
            \(Look.acts(Look.link(scene(WishPhrase.back), scene.link("/wishes"))))
            </div>
            """
    }

    private func claim(_ model: Model, _ scene: Scene) -> HTML {
        let number = model.wish.number
        if model.isMine {
            return Look.fineNews(
                scene(WishPhrase.mine),
                """
                <p>\(scene(WishPhrase.mineNote))</p>
                \(if: model.isOpen, Look.act(
                    scene(WishPhrase.giveUp), scene.link("/wishes/\(number)/give-up"), frame: scene.frame,
                    rid: scene.rid, .line))
                """)
        }
        guard model.isOpen else { return Look.lead("\(scene(WishPhrase.closed))") }
        if model.wish.isClaimed { return Look.lead("\(scene(WishPhrase.claimedAlready))") }
        return Look.ask(scene(WishPhrase.claimThis), button(model, scene))
    }

    private func button(_ model: Model, _ scene: Scene) -> HTML {
        let number = model.wish.number
        let note: HTML = "<p>\(scene(WishPhrase.claimNote))</p>"
        if !model.isSignedIn {
            let back = scene.link("/wishes/\(number)").address
            return note
                + """
                <p class="note">\(scene(WishPhrase.signInFirst))</p>
                \(Look.button(
                    scene(WishPhrase.claimThis), scene.link("/sign-in").adding(query: "next", back), .big))
                """
        }
        if !model.phoneIsProved {
            return note
                + """
                <p class="note">\(scene(WishPhrase.provePhone))</p>
                \(Look.button(scene(WishPhrase.prove), scene.link("/me"), .big))
                """
        }
        return note
            + Look.act(
                scene(WishPhrase.claimThis), scene.link("/wishes/\(number)/claim"), frame: scene.frame,
                rid: scene.rid,
                .big)
    }
}
