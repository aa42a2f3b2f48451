import Actions
import People
import Storage
import Values
import Web

/// Who sees to which needs, by place and class: the most special rule wins.
struct OwnersPage: Page {
    struct Model: Codable, Sendable {
        let rules: [Line]
        var places: [EnterPage.PlaceName] = []
        var colleagues: [Colleague] = []
        var vocabulary = Vocabulary([])
        enum CodingKeys: CodingKey { case rules }
    }

    struct Line: Codable, Sendable {
        let id: Identifier
        let place: String
        let reach: OwnerReach
        let owner: String
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let rules = try OwnerRuleStore.rules(in: visit.community, reading)
        let names = try AccountStore.names(Array(Set(rules.map(\.account))), in: visit.community, reading)
        let paths = Set(rules.map(\.path))
        let places = try StaffStore.placeNames(Array(paths), in: visit.community, reading)
        var model = Model(
            rules: rules.map { rule in
                Line(
                    id: rule.id, place: places[rule.path] ?? rule.path.text, reach: rule.reach,
                    owner: names[rule.account] ?? "")
            })
        let areas = try PlaceStore.places(.area, below: visit.locality.path, reading)
        let grids = try PlaceStore.places(.grid, below: visit.locality.path, reading)
        model.places = (areas + grids).sorted { $0.path < $1.path }
            .map { EnterPage.PlaceName(code: $0.code, name: ($0.kind == .grid ? "　" : "") + $0.name) }
        model.colleagues = try StaffStore.colleagues(in: visit.community, reading)
        model.vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        return model
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(SettingsPhrase.owners) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(SettingsPhrase.owners), note: "\(scene(SettingsPhrase.ownersIntro))"))
        \(scene.loose(["place", "class", "owner"]))
        \(Look.columns(.main, [
            model.rules.isEmpty ? Look.empty(scene(SettingsPhrase.noRules)) : Look.table(
                table(model, scene), in: scene.language),
            adding(model, scene),
        ]))
        """
    }

    private func table(_ model: Model, _ scene: Scene) -> Table {
        Table(
            scene(SettingsPhrase.owners),
            [
                Column(scene(LedgerPhrase.place), .main), Column(scene(LedgerPhrase.kind)),
                Column(scene(LedgerPhrase.owner)), Column(scene(SettingsPhrase.remove), .act),
            ],
            model.rules.map { rule in
                TableRow([
                    "\(rule.place)", "\(reach(rule.reach, model.vocabulary, scene))", "\(rule.owner)",
                    scene.act(SettingsPhrase.remove, "/settings/owners/\(rule.id)/removal"),
                ])
            })
    }

    private func reach(_ reach: OwnerReach, _ words: Vocabulary, _ scene: Scene) -> String {
        switch reach {
        case .every: scene(SettingsPhrase.everyClass)
        case .area(let key): words.name(.area, key)[scene.language]
        case .need(let key): words.className(key)[scene.language]
        }
    }

    private func adding(_ model: Model, _ scene: Scene) -> HTML {
        let classes = LedgerChoices.classes(model.vocabulary, scene.language)
        let fields = [
            Field(
                "place", scene(LedgerPhrase.place),
                .select(
                    [Choice("", scene(SettingsPhrase.wholeCommunity))]
                        + model.places.map { Choice($0.code, $0.name) })
            )
            .value(scene.fields["place"]).fault(scene.fault("place")),
            Field(
                "class", scene(LedgerPhrase.kind),
                .select([Choice("", scene(SettingsPhrase.everyClass))] + classes)
            )
            .value(scene.fields["class"]).fault(scene.fault("class")),
            Field(
                "owner", scene(LedgerPhrase.owner),
                .select(
                    [Choice("", scene(NeedPhrase.choose))]
                        + model.colleagues.map { Choice($0.id.description, $0.name) })
            )
            .value(scene.fields["owner"]).fault(scene.fault("owner")),
        ]
        return Look.section(
            scene(SettingsPhrase.addRule),
            scene.form("/settings/owners", fields, send: SettingsPhrase.keepRule, weight: .line))
    }
}
