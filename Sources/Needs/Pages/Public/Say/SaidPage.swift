import Actions
import Sealing
import Storage
import Values
import Web

/// What one sees who has just said a need: number and code, large, and what happens by when.
struct SaidPage: Page {
    struct Model: Codable, Sendable {
        let number: String
        let secret: String
        let isHeld: Bool
        let due: Instant?
        let owner: String
        let by: ContactWay
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let number = try visit.parameter("number")
        guard let need = try NeedStore.need(serial: number, in: visit.community, reading),
            visit.actor.opened.contains(need.id)
        else { throw GroundRefusal.notFound }
        try visit.require(NeedsRights.follow, on: need)
        return Model(
            number: need.serial, secret: NeedSecret(of: need.id, visit.house.keys).shown,
            isHeld: need.held == .waiting, due: need.due, owner: need.ownerName, by: need.contactBy)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(SaidPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        <div class="page-form flow">
        \(Look.say("<span class=\"green\">\(scene.clauses(model.isHeld ? SaidPhrase.held : .thanks))</span>"))
        \(Look.columns(.two, [
            "<p class=\"note\">\(scene(SaidPhrase.number))</p>\(Look.figure(model.number))",
            "<p class=\"note\">\(scene(SaidPhrase.secret))</p>\(Look.figure(model.secret))",
        ]))
        \(Look.note("\(scene(SaidPhrase.keep))"))
        \(Look.section(scene(SaidPhrase.nextTitle), Look.rows(next(model, scene), ordered: true)))
        \(address(scene))
        \(Look.acts(
            Look.button(scene(SaidPhrase.see), scene.link("/follow/\(model.number)"), .big),
            Look.button(scene(SaidPhrase.sayAnother), scene.link("/say"), .line)))
        </div>
        """
    }

    private func next(_ model: Model, _ scene: Scene) -> [ListRow] {
        let due = model.due.map { SaidPhrase.due($0.day(in: .shanghai).long(scene.language)) } ?? .noDue
        var rows = [scene(SaidPhrase.lookedAt), scene(due)]
        if !model.owner.isEmpty { rows.insert(scene(SaidPhrase.responsible(model.owner)), at: 1) }
        rows.append(scene(SaidPhrase.toldBy(model.by)))
        return rows.map { ListRow("\($0)") }
    }

    /// Where to look, as a code to scan and as an address; the secret is in neither.
    private func address(_ scene: Scene) -> HTML {
        let address = scene.absolute("/follow")
        return """
            <figure>\(Paper.code(address, label: scene(SaidPhrase.scan)))
            <figcaption>\(scene(SaidPhrase.scan))　<span class="num">\(address)</span><br>\
            \(scene(SaidPhrase.printHint))</figcaption></figure>
            """
    }
}

extension Scene {
    /// The full address of a page of this community, for codes to scan and for paper.
    func absolute(_ link: Link) -> String { visit.house.settings.baseAddress + self.link(link).address }
}
