import Actions
import Foundation
import Sheets
import Storage
import Values
import Web

/// What may be done with the ledger: with ticked rows, with the filters, and by taking it away.
enum LedgerVerbs {
    static let all: [Route] = [selection, keep, forget, export(.csv), export(.xlsx), print]

    private static let selection = Route.verb(
        .post, "/needs/selection", NeedsRights.list, Text("办选了的几件", "Do something with the ticked needs"),
        fields: [
            Input("n", Text("哪几件", "Which needs"), .choices([]), required: true),
            Input(
                "do", Text("做什么", "What to do"), .choice(["assign", "merge", "plan", "print"]), required: true
            ),
            Input("owner", Text("交给谁", "To whom"), .identifier),
        ], answers: AssignedNeeds.self, shows: LedgerPage()
    ) { visit, fields in
        var reader = FormReader(fields)
        let needs = reader.identifiers("n", most: AssignNeeds.most)
        switch fields["do"] {
        case "assign":
            let owner = reader.identifier("owner")
            try reader.finish()
            let answer = try await visit.perform(AssignNeeds(needs, to: owner ?? needs[0]), fields: fields)
            return .done(answer, see: "/needs")
        case "merge":
            try reader.finish()
            // The first in the list is the one that stays: the others say the same.
            guard needs.count > 1, let into = needs.last else {
                throw FieldRefusal("n", LedgerVerbPhrase.mergeTwo, name: "needs.merge-two")
            }
            try await visit.perform(MergeNeeds(Array(needs.dropLast()), into: into), fields: fields)
            let number = try await visit.house.database.read {
                try NeedStore.need(into, in: visit.community, $0)?.serial
            }
            return .done(AssignedNeeds(count: needs.count), see: number.map { "/needs/\($0)" } ?? "/needs")
        default:
            try reader.finish()
            let page: Link = fields["do"] == "plan" ? "/needs/plan" : "/needs/print"
            let link = needs.reduce(page) { $0.adding(query: "n", $1.description) }
            return .done(AssignedNeeds(count: needs.count), see: link)
        }
    }

    private static let keep = Route.verb(
        .post, "/needs/views", NeedsRights.saveView, Text("存下筛选", "Keep filters"),
        fields: [
            Input("title", Text("叫什么", "Title"), .line(20), required: true),
            Input("query", Text("筛选", "Filters"), .line(500), required: true),
        ], answers: SavedView.self, shows: LedgerPage()
    ) { visit, fields in
        var reader = FormReader(fields)
        let title = reader.line("title", 20)
        try reader.finish()
        // Only what the ledger knows is kept, spelled as it spells it.
        let filter = LedgerFilter(query: fields["query"] ?? "")
        let view = try await visit.perform(
            SaveView(page: "needs", title: title, query: filter.query), fields: fields)
        return .made(view, see: filter.link())
    }

    private static let forget = Route.verb(
        .post, "/needs/views/{view}/removal", NeedsRights.saveView, Text("不再存着", "Forget a view"),
        shows: LedgerPage()
    ) { visit, fields in
        guard let view = Identifier(try visit.parameter("view")) else { throw GroundRefusal.notFound }
        try await visit.perform(RemoveView(view), fields: fields)
        return .done(see: "/needs")
    }

    /// The rows of the same filter, in pages of a thousand so that the list never stands in memory twice.
    private static func export(_ format: ListFormat) -> Route {
        .download(
            "/needs.\(format.rawValue)", NeedsRights.export, Text("导出需求台账", "Export the needs ledger")
        ) { visit, reading in
            let words = try VocabularyStore.vocabulary(in: visit.community, reading)
            var cells: [[Cell]] = []
            if var question = try LedgerFilter(visit.ask).needFilter(visit, words, reading) {
                question.scope = LedgerFilter.scope(NeedsRights.export, visit)
                question.limit = 1000
                repeat {
                    let page = try NeedStore.list(question, in: visit.community, reading, now: visit.now)
                    cells += page.rows.map { row($0, words, visit.language) }
                    question.after = page.next
                } while question.after != nil && cells.count < 100_000
            }
            return try format.reply(
                StaffPhrase.ledger(visit.language), columns.map { SheetColumn($0(visit.language)) }, cells,
                at: visit.now)
        }
    }

    private static let columns: [LedgerPhrase] = [
        .number, .title, .kind, .group, .place, .source, .urgencyColumn, .step, .outcome, .owner, .reported,
        .due,
        .satisfaction, .released,
    ]

    private static func row(_ need: NeedSummary, _ words: Vocabulary, _ language: Language) -> [Cell] {
        [
            .text(need.serial), .text(need.title), .text(words.className(need.classKey)[language]),
            .text(need.group.isEmpty ? "" : words.name(.group, need.group)[language]),
            .text(need.placeName.isEmpty ? need.gridName : "\(need.gridName) \(need.placeName)"),
            .text(words.name(.source, need.source)[language]),
            .text(words.name(.urgency, need.urgency)[language]),
            .text(need.state.title[language]),
            .text(need.outcome.map { words.name(.outcome, $0)[language] } ?? ""), .text(need.ownerName),
            .moment(need.reported), need.due.map { .moment($0) } ?? .blank,
            .text(need.satisfaction.flatMap { Satisfaction(rawValue: $0) }?.title[language] ?? ""),
            .text(need.isReleased ? "✓" : ""),
        ]
    }

    private static let print = Route.page(
        "/needs/print", NeedsRights.list, Text("打印选了的需求", "Print the ticked needs"), LedgerPrintPage(),
        query: [Input("n", Text("哪几件", "Which needs"), .choices([]))])
}

/// What the ledger says when ticked rows do not fit what was asked.
enum LedgerVerbPhrase: Phrase {
    case mergeTwo

    var text: Text { Text("要并成一件，至少勾两件", "Tick at least two to merge") }
}

extension LedgerFilter {
    /// Reads a kept query.
    init(query: String) {
        let ask = Ask(.get, "/needs", query: Self.pairs(of: query))
        self.init(ask)
    }

    private static func pairs(of query: String) -> [(name: String, value: String)] {
        query.split(separator: "&").prefix(20).compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard let name = parts.first, let value = parts.dropFirst().first else { return nil }
            return (String(name), String(value).removingPercentEncoding ?? "")
        }
    }
}

/// Ticked needs on paper: one after another, with room to write.
struct LedgerPrintPage: Page {
    struct Model: Codable, Sendable {
        let needs: [Line]
    }

    struct Line: Codable, Sendable {
        let number: String, title: String, words: String, place: String, due: Instant?, isOpen: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let ids = visit.ask.all("n").prefix(AssignNeeds.most).compactMap { Identifier($0) }
        let needs = try StaffStore.needs(ids, in: visit.community, reading)
        return Model(
            needs: needs.filter { visit.allows(NeedsRights.see, on: $0) }.map { need in
                let place = [need.gridName, need.placeName, need.spot].filter { !$0.isEmpty }.joined(
                    separator: "　")
                return Line(
                    number: need.serial, title: need.title, words: need.words, place: place, due: need.due,
                    isOpen: need.state.isOpen)
            })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(LedgerPhrase.printed(model.needs.count)) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        if model.needs.isEmpty {
            return Look.head(title(model, scene))
                + Look.empty(
                    scene(StaffPhrase.noRows),
                    "<p>\(Look.link(scene(StaffPhrase.ledger), scene.link("/needs")))</p>")
        }
        return Look.sheet(
            title(model, scene),
            Look.rows(
                model.needs.map { need in
                    ListRow(
                        """
                        <strong>\(need.number)　\(need.title)</strong>　\(scene.due(need.due,
                            isOpen: need.isOpen))<br>\(need.words)
                        """,
                        when: need.place)
                }), in: scene.language)
    }
}
