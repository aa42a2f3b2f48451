import Actions
import Storage
import Values
import Web

/// The ledger's page: what is looked at, its rows, and how many stand under each tab.
struct LedgerModel: Sendable, Codable {
    struct TabCount: Sendable, Codable {
        let view: NeedFilter.View
        let count: Int64
        /// Whether there are more than were counted.
        var isMore = false
    }

    let filter: LedgerFilter
    let rows: [NeedSummary]
    /// What to give as `after` for the next rows; nil where these are the last.
    let next: Int64?
    let isFirst: Bool
    let tabs: [TabCount]
    let views: [SavedView]
    /// Fed back and waiting to be closed, and done in all.
    let answered: Int64
    let done: Int64
    /// What may be chosen; for the page alone.
    var choices = LedgerChoices.none
    /// The rows as they are written for all who see them alike; for the page alone.
    var sheet = LedgerSheet()
    var mayAssign = false
    var mayEnter = false
    var mayExport = false

    enum CodingKeys: CodingKey { case filter, rows, next, isFirst, tabs, views, answered, done }

    var total: Int64? { filter.isBare ? tabs.first { $0.view == filter.view }?.count : nil }
}

/// The needs ledger.
struct LedgerPage: Page {
    func load(_ visit: Visit, _ reading: any Reading) throws -> LedgerModel {
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let filter = LedgerFilter(visit.ask)
        let question = try filter.needFilter(visit, words, reading)
        let sheet = try question.map { try LedgerSheet.of($0, visit, reading) } ?? LedgerSheet()
        let figures = try LedgerCounts(visit, reading)
        var model = LedgerModel(
            filter: filter, rows: sheet.page.rows, next: sheet.page.next,
            isFirst: visit.value("after") == nil,
            tabs: figures.tabs, views: try Self.views(visit, reading),
            answered: figures.answered, done: figures.done)
        model.sheet = sheet
        model.choices = try LedgerChoices.of(visit, words, reading)
        model.mayAssign = visit.allowsAnywhere(NeedsRights.assign)
        model.mayEnter = visit.allowsAnywhere(NeedsRights.enter)
        model.mayExport = visit.allowsAnywhere(NeedsRights.export)
        return model
    }

    private static func views(_ visit: Visit, _ reading: any Reading) throws -> [SavedView] {
        guard let account = visit.actor.account else { return [] }
        return try SavedViewStore.views(of: account, page: "needs", in: visit.community, reading)
    }

    func title(_ model: LedgerModel, _ scene: Scene) -> String { scene(StaffPhrase.ledger) }

    func view(_ model: LedgerModel, _ scene: Scene) -> HTML {
        flow(LedgerView(model: model, scene: scene).html)
    }
}

/// The counts over the ledger: out of the kept figures where there is one, else counted in an index, capped.
struct LedgerCounts {
    let tabs: [LedgerModel.TabCount]
    let answered: Int64
    let done: Int64

    private static let names =
        ["needs.all", "needs.done"]
        + NeedState.allCases.filter(\.isOpen).map { "needs.state.\($0.rawValue)" }

    init(_ visit: Visit, _ reading: any Reading) throws {
        let scope = LedgerFilter.scope(NeedsRights.list, visit)
        let figures = try FigureStore.figures(
            Self.names, at: scope ?? [visit.locality.path], in: visit.community, reading)
        let open = NeedState.allCases.filter(\.isOpen).reduce(0) {
            $0 + figures["needs.state.\($1.rawValue)", default: 0]
        }
        let few = try StaffStore.tabCounts(visit, scope, reading)
        tabs = [
            Self.tab(.mine, few.mine), .init(view: .open, count: open), Self.tab(.late, few.late),
            Self.tab(.unowned, few.unowned),
            .init(
                view: .noResource,
                count: figures["needs.state.found", default: 0]
                    + figures[
                        "needs.state.accepted",
                        default: 0]),
            .init(view: .all, count: figures["needs.all", default: 0]),
        ]
        answered = figures["needs.state.answered", default: 0]
        done = figures["needs.done", default: 0]
    }

    /// A tab whose rows were counted, and not all of them where they are many.
    private static func tab(_ view: NeedFilter.View, _ count: Int64) -> LedgerModel.TabCount {
        .init(view: view, count: count, isMore: count >= StaffStore.mostCounted)
    }
}
