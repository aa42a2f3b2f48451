import Actions
import People
import Storage
import Values
import Web

/// The community's front page: this year's sentence, the river of the five steps, what was done, who waits.
///
/// A street, a district or a city shows its communities by the same figures.
struct FrontPage: Page {
    struct Model: Codable, Sendable {
        let day: Day
        let figures: PublicFigures
        /// Lately done, with released sentences.
        let solved: [PublicRow]
        /// Wishes that nobody has taken up.
        let wishes: [PublicRow]
        let areas: [PlaceFigures]
        /// How many under way are private matters, which stand in no area.
        let openPrivate: Int
        /// For a node above communities: those below it. Empty for a community.
        let communities: [PlaceFigures]
        let isCommunity: Bool
    }

    var isTheSameForGuests: Bool { true }

    static let solvedShown = 4
    static let wishesShown = 4

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let day = visit.now.day(in: .shanghai)
        let isCommunity = visit.locality.kind == PlaceKind.community.rawValue
        guard isCommunity else { return try loadAbove(visit, reading, day) }
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        var wishes = PublicNeedFilter(limit: Self.wishesShown)
        wishes.kind = .wish
        wishes.isUnclaimed = true
        let open = try NeedStore.publicList(wishes, in: visit.community, reading).rows
        let done = try PublicFigureStore.lately(Self.solvedShown, in: visit.community, reading)
        return Model(
            day: day,
            figures: try PublicFigureStore.figures(
                at: visit.locality.path, in: visit.community, day.year, reading),
            solved: done.map { PublicRow($0, words, visit.language) },
            wishes: open.map { PublicRow($0, words, visit.language) },
            areas: try PublicFigureStore.areas(
                of: visit.locality.path, in: visit.community, visit.language, reading),
            openPrivate: try PublicFigureStore.openPrivate(
                at: visit.locality.path, in: visit.community, reading),
            communities: [], isCommunity: true)
    }

    private func loadAbove(_ visit: Visit, _ reading: any Reading, _ day: Day) throws -> Model {
        let communities = try PublicFigureStore.parts(
            of: visit.locality.path, day.year, visit.language, reading)
        return Model(
            day: day, figures: communities.reduce(PublicFigures()) { $0.adding($1.figures) }, solved: [],
            wishes: [],
            areas: [], openPrivate: 0, communities: communities, isCommunity: false)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PublicPhrase.home) }
}
