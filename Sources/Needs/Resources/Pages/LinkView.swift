import Actions
import Storage
import Values
import Web

/// The parts of the panel of links.
enum LinkView {
    typealias Model = LinkPanel.Model

    static func candidates(_ model: Model, _ scene: Scene) -> HTML {
        let all = scene.link("/needs/\(model.number)/links")
        let more = Look.note("\(scene(LinkPhrase.pickOne)) \(Look.link(scene(LinkPhrase.how), all))")
        guard !model.candidates.isEmpty else { return Look.empty(scene(LinkPhrase.nobody)) }
        let rows = model.candidates.enumerated().map { index, option in
            ListRow(candidate(option, at: index + 1, model, scene))
        }
        return Look.rows(rows, ordered: true) + more
    }

    private static func candidate(
        _ option: LinkPanel.Option, at place: Int, _ model: Model, _ scene: Scene
    ) -> HTML {
        let from = option.sharedBy.map { scene(ResourcePhrase.shared($0)) } ?? option.ownerName
        let isFull = option.left == 0
        let isFirst = place == 1 && !isFull
        let title = scene(isFull ? LinkPhrase.queue : .askThem)
        return """
            <h3>\(Look.link(option.name, scene.link(option.link)))　\
            <span class="note">\(from)</span></h3>
            \(Look.reasons(pro: option.pros, con: option.cons))
            \(ask(option, model, title, isFirst ? .main : .small, scene))
            """
    }

    /// The form that asks: quantity and day at hand, nothing else needed.
    private static func ask(
        _ option: LinkPanel.Option, _ model: Model, _ title: String, _ weight: Look.Weight, _ scene: Scene
    ) -> HTML {
        let isHere = scene.fields["resource"] == option.resource.description
        func kept(_ name: String, _ value: String) -> String { isHere ? scene.kept(name, value) : value }
        func fault(_ name: String) -> String? { isHere ? scene.fault(name) : nil }
        var fields = [
            Field("quantity", scene(LinkPhrase.quantity) + "（\(option.unit)）", .number)
                .value(kept("quantity", "\(model.quantity)")).fault(fault("quantity")),
            Field("day", scene(LinkPhrase.wantedDay), .date).value(kept("day", "")).fault(fault("day"))
                .mayBeEmpty(),
            Field("note", scene(LinkPhrase.note), .text).value(kept("note", "")).hint(
                scene(LinkPhrase.noteHint)
            )
            .mayBeEmpty(),
        ]
        if model.mayOverbook, let left = option.left, left < model.quantity {
            fields.append(Field("overbook", scene(LinkPhrase.overbook), .tick).value(kept("overbook", "")))
        }
        let reasons = (option.pros + option.cons).joined(separator: "；")
        let hidden = [
            Field("resource", "", .hidden).value(option.resource.description),
            Field("of", "", .hidden).value(option.community.description),
            Field("reasons", "", .hidden).value(String(reasons.prefix(500))),
        ]
        let body: HTML = """
            \(Look.fields(hidden, in: scene.language))
            \(fields, each: { Look.field($0.inside(option.resource.description), in: scene.language) })
            \(Look.send(title, weight))
            """
        let action = scene.link("/needs/\(model.number)/links")
        let form = Look.form(action, frame: scene.frame, rid: scene.rid, body)
        return "<details\(if: isHere, " open")><summary>\(title)</summary>\(form)</details>"
    }

    static func links(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.links.isEmpty else { return Look.note("\(scene(LinkPhrase.noLinks))") }
        var feedback = HTML.empty
        if model.canAskFeedback, model.mayUse {
            let action = scene.link("/needs/\(model.number)/links/feedback")
            feedback = Look.act(
                scene(LinkPhrase.askFeedback), action, frame: scene.frame, rid: scene.rid, .main)
        }
        return Look.rows(model.links.map { ListRow(item($0, model, scene)) }) + feedback
    }

    private static func item(_ item: LinkPanel.LinkItem, _ model: Model, _ scene: Scene) -> HTML {
        let today = scene.now.day(in: .shanghai)
        let wanted = item.wantedDay.map { scene(LinkPhrase.wanted($0.near(today, scene.language))) }
        let offered = item.offeredDay.map { scene(LinkPhrase.offered($0.near(today, scene.language))) }
        let when = item.proposed.day(in: .shanghai).near(today, scene.language)
        let numbers = LinkPhrase.numbers(
            "\(item.asked)\(item.unit)", "\(item.promised)\(item.unit)", "\(item.delivered)\(item.unit)")
        let state: Look.State = item.state == .otherDay ? .you : item.state == .ended ? .done : .plain
        let by = scene(LinkPhrase.proposedBy(item.proposedName))
        return """
            <h3>\(Look.link(item.resource, scene.link(item.link)))　\
            \(Look.stamp(scene(item.state.title), state))</h3>
            <p>\(scene(numbers)) \([wanted, offered].compactMap { $0 }.joined(separator: "　"))</p>
            \(if: !item.reason.isEmpty, Look.note("\(scene(LinkPhrase.reason(item.reason)))"))
            \(Look.fine(
                "\(when)，\(scene(LinkPhrase.proposedBy(item.proposedName)))　\(scene(item.kind.title))"))
            \(uses(item, scene))
            \(if: item.state.isOpen, acts(item, model, scene))
            """
    }

    private static func uses(_ item: LinkPanel.LinkItem, _ scene: Scene) -> HTML {
        guard !item.uses.isEmpty else { return .empty }
        let today = scene.now.day(in: .shanghai)
        return Look.rows(
            item.uses.map { use in
                let line = OneResourcePhrase.useLine("\(use.quantity)\(item.unit)", use.by)
                let word =
                    use.satisfaction.flatMap(Satisfaction.init(rawValue:)).map { "　" + scene($0.title) } ?? ""
                return ListRow("\(scene(line))\(word)", when: use.day.near(today, scene.language))
            })
    }

    private static func acts(_ item: LinkPanel.LinkItem, _ model: Model, _ scene: Scene) -> HTML {
        var parts = HTML.empty
        if item.state == .otherDay, model.mayPropose {
            let action = scene.link("/links/\(item.id)/day")
            parts += Look.act(
                scene(LinkPhrase.takeOtherDay), action, frame: scene.frame, rid: scene.rid, .main)
        }
        if item.state == .accepted || item.state == .using {
            if model.mayUse { parts += use(item, scene) }
            if model.mayPropose, model.hasConsent {
                let action = scene.link("/links/\(item.id)/who")
                parts += Look.act(scene(LinkPhrase.tellOwner), action, frame: scene.frame, rid: scene.rid)
            }
        }
        if model.mayPropose { parts += end(item, scene) }
        return parts
    }

    private static func use(_ item: LinkPanel.LinkItem, _ scene: Scene) -> HTML {
        let isHere = scene.visit.parameters["id"] == item.id.description
        func kept(_ name: String, _ value: String) -> String { isHere ? scene.kept(name, value) : value }
        func fault(_ name: String) -> String? { isHere ? scene.fault(name) : nil }
        let rest = max(1, item.promised - item.delivered)
        let today = scene.now.day(in: .shanghai).description
        let fields = [
            Field("day", scene(LinkPhrase.day), .date).value(kept("day", today)).fault(fault("day")),
            Field("quantity", scene(LinkPhrase.howMuch) + "（\(item.unit)）", .number)
                .value(kept("quantity", "\(rest)")).fault(fault("quantity")),
            Field("note", scene(LinkPhrase.note), .text).value(kept("note", "")).mayBeEmpty(),
            Field("exceed", scene(LinkPhrase.mayExceed), .tick).value(kept("exceed", "")),
        ]
        return folded(LinkPhrase.use, "/links/\(item.id)/uses", fields, .record, item, scene, isOpen: isHere)
    }

    private static func end(_ item: LinkPanel.LinkItem, _ scene: Scene) -> HTML {
        let field = Field("reason", scene(LinkPhrase.endWhy), .text)
        return folded(LinkPhrase.end, "/links/\(item.id)/end", [field], .endNow, item, scene, isOpen: false)
    }

    private static func folded(
        _ title: LinkPhrase, _ action: Link, _ fields: [Field], _ press: LinkPhrase,
        _ item: LinkPanel.LinkItem,
        _ scene: Scene, isOpen: Bool
    ) -> HTML {
        let mark = item.id.description + (title.isEnd ? "-end" : "")
        let body: HTML = """
            \(fields, each: { Look.field($0.inside(mark), in: scene.language) })\
            \(Look.send(scene(press), .line))
            """
        let form = Look.form(scene.link(action), frame: scene.frame, rid: scene.rid, body)
        return "<details\(if: isOpen, " open")><summary>\(scene(title))</summary>\(form)</details>"
    }
}

extension LinkPhrase {
    fileprivate var isEnd: Bool { if case .end = self { true } else { false } }
}

/// All that can help a need, each with its reasons, and how the order comes about.
struct LinkingPage: Page {
    struct Model: Codable, Sendable {
        let title: String
        let panel: LinkPanel.Model
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let need = try Self.need(visit, reading)
        try visit.require(NeedsRights.see, on: need)
        return Model(title: need.title, panel: try LinkPanel.load(need, visit, reading, most: 60))
    }

    /// The need that the address names by its number, or by one of its links.
    static func need(_ visit: Visit, _ reading: any Reading) throws -> Need {
        if let serial = visit.parameters["number"] {
            guard let need = try NeedStore.need(serial: serial, in: visit.community, reading) else {
                throw GroundRefusal.notFound
            }
            return need
        }
        guard let id = Identifier(try visit.parameter("id")),
            let link = try LinkStore.link(id, in: visit.community, reading),
            let need = try NeedStore.need(link.need, in: visit.community, reading)
        else { throw GroundRefusal.notFound }
        return need
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        scene(LinkPhrase.needTitle(Need.serial(model.panel.number)))
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let serial = Need.serial(model.panel.number)
        let crumb = [
            NavItem(title: scene(LinkPhrase.crumbNeeds), link: scene.link("/needs")),
            NavItem(title: serial, link: scene.link("/needs/\(model.panel.number)")),
        ]
        let scored = model.panel.candidates.map { ($0.name, $0.score) }
        return """
            \(Look.crumb(crumb, scene(LinkPhrase.whoCanHelp), in: scene.language))
            \(Look.head(model.title))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(Look.columns(.main, [
                LinkPanel.recommendations(model.panel, scene),
                LinkPanel.links(model.panel, scene) + ranking(scored, scene),
            ]))
            """
    }

    private func ranking(_ scored: [(String, Int)], _ scene: Scene) -> HTML {
        let columns = [Column(scene(ResourcePhrase.name), .main), Column(scene(LinkPhrase.points), .number)]
        let rows = scored.map { TableRow(["\($0.0)", "\($0.1)"]) }
        let table = Look.table(
            Web.Table(scene(LinkPhrase.howTitle), columns, rows, shape: .tight), in: scene.language)
        return Look.section(scene(LinkPhrase.howTitle), Look.note("\(scene(LinkPhrase.howLead))") + table)
    }
}
