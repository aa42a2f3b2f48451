import Actions
import People
import Storage
import Values
import Web

/// The staff's form for what was heard on paper, at a visit, by telephone, in a talk or a chat group.
struct EnterPage: Page {
    struct Model: Codable, Sendable {
        /// Names for the place that may be typed, with their codes.
        let places: [PlaceName]
        var vocabulary = Vocabulary([])
        enum CodingKeys: CodingKey { case places }
    }

    struct PlaceName: Codable, Sendable {
        let code: String
        let name: String
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        var model = Model(places: try Self.places(visit, reading))
        model.vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        return model
    }

    /// Grids and buildings, in the order of the tree: a household is told by its building and the words
    /// behind it.
    static func places(_ visit: Visit, _ reading: any Reading) throws -> [PlaceName] {
        let top = visit.locality.path
        let grids = try PlaceStore.places(.grid, below: top, reading)
        let buildings = try PlaceStore.places(.building, below: top, reading)
        return (grids + buildings).filter { visit.allows(NeedsRights.enter, on: $0.path) }
            .sorted { $0.path < $1.path }
            .map { PlaceName(code: $0.code, name: ($0.kind == .building ? "　" : "") + $0.name) }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(EnterPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let fields = fields(model, scene)
        return """
            \(Look.crumb([NavItem(title: scene(StaffPhrase.ledger), link: scene.link("/needs"))],
                scene(EnterPhrase.title), in: scene.language))
            \(Look.head(scene(EnterPhrase.title), note: "\(scene(EnterPhrase.intro))"))
            \(Look.faults(fields, also: loose(fields, scene), in: scene.language))
            \(scene.form("/needs/new", files: true, fields, send: EnterPhrase.send, weight: .main))
            """
    }

    private func loose(_ fields: [Field], _ scene: Scene) -> [String] {
        let shown = Set(fields.map(\.name))
        return scene.refusals.filter { $0.field.map { !shown.contains($0) } ?? true }.map {
            $0.text[scene.language]
        }
    }

    private func fields(_ model: Model, _ scene: Scene) -> [Field] {
        let (words, language) = (model.vocabulary, scene.language)
        func terms(_ list: TermList) -> [Choice] {
            words.terms(list).map { Choice($0.key, $0.name[language]) }
        }
        func field(_ name: String, _ label: EnterPhrase, _ kind: Field.Kind = .text) -> Field {
            Field(name, scene(label), kind).value(scene.fields[name]).fault(scene.fault(name))
        }
        let any = [Choice("", scene(EnterPhrase.byClass))]
        let here = [Choice("", scene(EnterPhrase.wholePlace))]
        return [
            field("words", .words, .area(rows: 4, draft: "enter")).limit(500)
                .hint(scene(EnterPhrase.wordsHint)).alike(scene.link("/needs/alike")),
            field("source", .source, .select(terms(.source))).value(scene.fields["source"] ?? "desk"),
            field("day", .day, .date).hint(scene(EnterPhrase.dayHint)).mayBeEmpty(),
            field("place", .place, .select(here + model.places.map { Choice($0.code, $0.name) })),
            field("spot", .spot).limit(100).mayBeEmpty(),
            field(
                "class", .kind,
                .select([Choice("", scene(EnterPhrase.notSure))] + LedgerChoices.options(words, language))),
            field("group", .group, .select([Choice("", scene(EnterPhrase.nobodyElse))] + terms(.group)))
                .mayBeEmpty(),
            field("urgency", .urgency, .select(any + terms(.urgency))),
            field("for", .forWhom, .one(ForWhom.allCases.map { Choice($0.rawValue, $0.title[language]) }))
                .value(scene.fields["for"] ?? ForWhom.mine.rawValue),
            field("name", .name).limit(40).mayBeEmpty(),
            field("phone", .phone, .telephone).mayBeEmpty(),
            field("tell", .tell, .one(ContactWay.allCases.map { Choice($0.rawValue, $0.title[language]) }))
                .value(scene.fields["tell"] ?? ContactWay.number.rawValue),
            field("quantity", .quantity, .number).value(scene.fields["quantity"] ?? "1"),
            field("kind", .wish, .tick).value(scene.fields["kind"]),
            field(
                "photo", .photos,
                .file(accept: "image/jpeg,image/png,image/webp", megabytes: 8, several: true)
            )
            .mayBeEmpty(),
        ]
    }
}
