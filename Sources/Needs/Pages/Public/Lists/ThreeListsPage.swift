import Actions
import Storage
import Values
import Web

/// 三张清单: what neighbours need, what workers do and who can help, a line for each field of service, and what
/// nothing answers yet; on the screen and as one printed sheet.
struct ThreeListsPage: Page {
    struct Model: Codable, Sendable {
        let day: Day
        let fields: [Field]
        /// Classes with needs under way and no resource, the most asked first.
        let gaps: [Count]
        let needs: Int
        let services: Int
        let resources: Int

        struct Field: Codable, Sendable {
            let key: String
            let name: String
            let needs: [Count]
            let services: [String]
            let resources: [String]

            var isEmpty: Bool { needs.isEmpty && services.isEmpty && resources.isEmpty }
        }

        struct Count: Codable, Sendable {
            let key: String
            let name: String
            let count: Int
        }
    }

    var isTheSameForGuests: Bool { true }

    /// Whether it is set for paper.
    let isSheet: Bool
    /// The kind of resource that is a worker's own service.
    static let serviceKind = "service"

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let classes = words.allTerms(.need)
        let open = try PublicResourceStore.openByClass(
            at: visit.locality.path, in: visit.community, classes.map(\.key), reading)
        let answers = try PublicResourceStore.answers(in: visit.community, reading)
        let answered = Set(answers.map(\.classKey))
        let shown = answers.filter(\.isPublic)
        let count = { (term: Term) in
            open[term.key].map { Model.Count(key: term.key, name: term.name[visit.language], count: $0) }
        }
        let byArea = Dictionary(grouping: shown) { words.area(of: $0.classKey)?.key ?? "" }
        let fields = words.terms(.area).map { area -> Model.Field in
            let mine = byArea[area.key] ?? []
            return Model.Field(
                key: area.key, name: area.name[visit.language],
                needs: words.classes(in: area.key).compactMap(count).sorted { $0.count > $1.count },
                services: Self.names(mine.filter { $0.kind == Self.serviceKind }),
                resources: Self.names(mine.filter { $0.kind != Self.serviceKind }))
        }
        let hidden = try PublicFigureStore.openPrivate(at: visit.locality.path, in: visit.community, reading)
        return Model(
            day: visit.now.day(in: .shanghai),
            fields: fields.filter { !$0.isEmpty } + Self.privateField(hidden, visit.language),
            gaps: classes.filter { !answered.contains($0.key) }.compactMap(count).sorted {
                $0.count > $1.count
            },
            needs: open.values.reduce(hidden, +),
            services: Set(shown.filter { $0.kind == Self.serviceKind }.map(\.number)).count,
            resources: Set(shown.filter { $0.kind != Self.serviceKind }.map(\.number)).count)
    }

    /// The private matters together, of whatever class; nothing where there are none.
    private static func privateField(_ count: Int, _ language: Language) -> [Model.Field] {
        guard count > 0 else { return [] }
        let key = PublicNeedsPage.privateKey
        let counted = Model.Count(key: key, name: ListsPhrase.untold(language), count: count)
        return [
            Model.Field(
                key: key, name: ListsPhrase.privateMatters(language), needs: [counted], services: [],
                resources: [])
        ]
    }

    /// Each name once, in the order of the directory.
    private static func names(_ answers: [PublicResourceStore.Answer]) -> [String] {
        var seen: Set<Int64> = []
        return answers.filter { seen.insert($0.number).inserted }.map(\.name)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ListsPhrase.title) }
}
