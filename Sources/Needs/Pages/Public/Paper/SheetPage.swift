import Actions
import Storage
import Values
import Web

/// A form to fill in by hand, or slips to write numbers on; each with the code that leads there on a phone.
struct SheetPage: Page {
    enum Kind: String, Codable, Sendable, CaseIterable { case need, offer, slips }

    struct Model: Codable, Sendable {
        let kind: Kind
        let choices: [String]
        let footLine: String
    }

    let kind: Kind
    private static let slips = 8

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let list = kind == .offer ? TermList.resourceKind : .firstChoice
        return Model(
            kind: kind, choices: words.terms(list).map { $0.name[visit.language] },
            footLine: visit.locality.footLine)
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        switch kind {
        case .need: scene(PaperPhrase.needForm)
        case .offer: scene(PaperPhrase.offerForm)
        case .slips: scene(PaperPhrase.slip)
        }
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        <p class="note no-print">\(scene(PaperPhrase.printThis))</p>
        \(sheet(model, scene))
        """
    }

    private func sheet(_ model: Model, _ scene: Scene) -> HTML {
        switch kind {
        case .need: form(scene(PublicPhrase.sayOne), "/say", need(model, scene), scene)
        case .offer: form(scene(WishPhrase.tellOffer), "/offers", offer(model, scene), scene)
        case .slips: slips(model, scene)
        }
    }

    private func form(_ title: String, _ link: Link, _ body: HTML, _ scene: Scene) -> HTML {
        let address = scene.absolute(link)
        return Look.sheet(
            scene.frame.placeName + "　" + title, code: Paper.code(address, label: title),
            """
            <p class="note">\(scene(PaperPhrase.formHow))　\(scene(PaperPhrase.writeAddress(address)))</p>
            \(body)
            """, in: scene.language)
    }

    private func need(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Paper.blank(scene(PaperPhrase.what), lines: 5))
        \(Paper.boxes(scene(PublicPhrase.kind), model.choices))
        \(Paper.blank(scene(PaperPhrase.place), lines: 2))
        \(Paper.boxes(scene(PaperPhrase.whose), ForWhom.allCases.map { $0.title[scene.language] }))
        \(Paper.blanks([scene(PaperPhrase.name), scene(PaperPhrase.phone)]))
        \(Paper.boxes(scene(PaperPhrase.way), ContactWay.allCases.map { $0.title[scene.language] }))
        <p class="note">\(scene(PaperPhrase.photoNote))</p>
        \(office(scene))
        """
    }

    private func offer(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Paper.blank(scene(PaperPhrase.canDo), lines: 4))
        \(Paper.boxes(scene(PaperPhrase.kind), model.choices))
        \(Paper.blank(scene(PaperPhrase.hours), lines: 2))
        \(Paper.blank(scene(PaperPhrase.conditions)))
        \(Paper.blanks([scene(PaperPhrase.name), scene(WishPhrase.offerPhone)]))
        \(Paper.boxes(scene(PaperPhrase.agree), [scene(PaperPhrase.sign)]))
        \(office(scene))
        """
    }

    private func office(_ scene: Scene) -> HTML {
        let kept = [PaperPhrase.slipNumber, .whenSaid, .takenBy].map { scene($0) }
        return Look.section(scene(PaperPhrase.officeUse), Paper.blanks(kept))
    }

    private func slips(_ model: Model, _ scene: Scene) -> HTML {
        let address = scene.absolute("/follow")
        let code = Paper.code(address, label: scene(FollowPhrase.title))
        let slip: HTML = """
            <li class="slip">\(code)<div>
            <p><b>\(scene.frame.placeName)</b></p>
            \(Paper.blank(scene(PaperPhrase.slipNumber)))
            \(Paper.blank(scene(PaperPhrase.slipSecret)))
            <p class="fine">\(scene(PaperPhrase.slipLook(address)))<br>\(model.footLine)</p>
            </div></li>
            """
        return """
            <article class="a4"><h1 class="unseen">\(scene(PaperPhrase.slip))</h1>
            <ul class="slips">\(0..<Self.slips, each: { _ in slip })</ul></article>
            """
    }
}
