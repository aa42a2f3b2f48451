import Actions
import People
import Storage
import Values
import Web

/// The addresses of what is printed: forms, slips and the poster of each stairwell.
enum PaperPages {
    static let routes: [Route] = [
        .page(
            "/paper", NeedsRights.seePublic, PaperPhrase.title.text, PaperPage(),
            query: [Input("at", PublicPhrase.place.text, .line(40))]),
        .page("/paper/need", NeedsRights.seePublic, PaperPhrase.needForm.text, SheetPage(kind: .need)),
        .page("/paper/offer", NeedsRights.seePublic, PaperPhrase.offerForm.text, SheetPage(kind: .offer)),
        .page("/paper/slips", NeedsRights.seePublic, PaperPhrase.slip.text, SheetPage(kind: .slips)),
        .page("/poster/{code}", NeedsRights.seePublic, PaperPhrase.posters.text, PosterPage()),
    ]
}

/// What there is on paper, and the posters by area.
struct PaperPage: Page {
    struct Model: Codable, Sendable {
        let at: String?
        let areas: [NamedKey]
        /// The stairwells of the chosen area with their codes.
        let stairwells: [NamedKey]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let areas = try PlaceStore.places(.area, below: visit.locality.path, reading, limit: 60)
        let area = visit.value("at").flatMap { code in areas.first { $0.code == code } }
        let stairwells = try area.map {
            try PublicPlaceStore.stairwells(below: $0.path, visit.language, reading)
        }
        return Model(
            at: area?.code, areas: areas.map { NamedKey($0.code, $0.name(visit.language)) },
            stairwells: stairwells ?? [])
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PaperPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let sheets: [(PaperPhrase, Link, PaperPhrase?)] = [
            (.needForm, "/paper/need", .needFormNote), (.offerForm, "/paper/offer", .offerFormNote),
            (.slip, "/paper/slips", .slipNote), (.lists, "/lists/sheet", nil),
        ]
        let rows = sheets.map { title, link, note in
            ListRow(Look.link(scene(title), scene.link(link)), when: note.map { scene($0) })
        }
        return """
            \(Look.head(scene(PaperPhrase.title), note: "\(scene(PaperPhrase.note))"))
            \(Look.rows(rows))
            \(if: !model.areas.isEmpty, posters(model, scene))
            """
    }

    private func posters(_ model: Model, _ scene: Scene) -> HTML {
        let choices = model.areas.map(\.choice)
        let form = Look.filters(
            scene.link("/paper"),
            [
                Field("at", scene(PaperPhrase.pickArea), .select(choices)).value(
                    model.at ?? choices.first?.value)
            ],
            in: scene.language)
        let list: HTML =
            model.at == nil
            ? ""
            : model.stairwells.isEmpty
                ? Look.empty(scene(PaperPhrase.noStairs))
                : Look.rows(
                    model.stairwells.map { ListRow(Look.link($0.name, scene.link("/poster/\($0.key)"))) })
        return Look.section(
            scene(PaperPhrase.posters), note: "\(scene(PaperPhrase.postersNote))", form + list)
    }
}

/// One sheet of A4 for a stairwell's door: one scan opens the form with the place filled in.
struct PosterPage: Page {
    struct Model: Codable, Sendable {
        let code: String
        let place: String
        let footLine: String
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard
            let place = try PlaceStore.place(
                code: try visit.parameter("code"), in: visit.community, reading), place.kind != .household
        else { throw GroundRefusal.notFound }
        let line = try PlaceStore.line(to: place.path, reading).filter {
            $0.kind > .community && $0.kind != .grid
        }
        return Model(
            code: place.code, place: line.map { $0.name(visit.language) }.joined(separator: " "),
            footLine: visit.locality.footLine)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PaperPhrase.poster(model.place)) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let link: Link = "/say?at=\(model.code)"
        let steps: [PaperPhrase] = [.posterSteps1, .posterSteps2, .posterSteps3]
        return """
            <p class="note no-print">\(scene(PaperPhrase.printThis))</p>
            <article class="a4 poster">
            <header class="title"><p class="note">\(scene.frame.placeName)　\(model.place)</p></header>
            <h1>\(scene(PaperPhrase.posterHead))</h1>
            <p class="lead">\(scene(PaperPhrase.posterLead))</p>
            <figure>\(Paper.code(scene.absolute(link), label: scene(PaperPhrase.scan)))
            <figcaption>\(scene.absolute(link))</figcaption></figure>
            \(Look.rows(steps.map { ListRow("\(scene($0))") }, ordered: true))
            <p class="note">\(scene(PaperPhrase.posterPhone(model.footLine)))</p>
            </article>
            """
    }
}
