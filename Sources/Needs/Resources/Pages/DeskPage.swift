import Actions
import Storage
import Values
import Web

/// What is asked of a resource, as its owner reads it: class, grid and quantity.
struct DeskItem: Codable, Sendable {
    let id: Identifier
    let resource: String
    let number: Int64
    let className: String
    let gridName: String
    let from: String?
    let note: String
    /// Who it is for; only after consent.
    let who: String?
    let state: LinkState
    let asked: Int64
    let promised: Int64
    let delivered: Int64
    let unit: String
    let wantedDay: Day?
    let offeredDay: Day?
    let made: Instant

    init(_ reservation: Reservation, _ visit: Visit, _ reading: any Reading) throws {
        id = reservation.id
        resource = reservation.resourceName
        number = reservation.resourceNumber
        className = reservation.className
        gridName = reservation.gridName
        from = reservation.isLocal ? nil : reservation.fromName
        note = reservation.note
        let mayKnow = visit.allows(ResourceRights.answer, on: reservation)
        who = mayKnow ? try ReservationStore.who(of: reservation, reading, visit.house.keys) : nil
        state = reservation.state
        asked = reservation.asked
        promised = reservation.promised
        delivered = reservation.delivered
        unit = reservation.unit
        wantedDay = reservation.wantedDay
        offeredDay = reservation.offeredDay
        made = reservation.made
    }
}

/// The desk of a resource's owner; staff find there what they answer for others.
struct DeskPage: Page {
    struct Model: Codable, Sendable {
        let items: [DeskItem]
        let resources: [ResourceItem]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        guard let account = visit.actor.account else { throw GroundRefusal.signInFirst }
        let path = visit.locality.path
        let isStaff = visit.actor.isStaff && visit.allows(ResourceRights.answer, on: path)
        let open = try ReservationStore.open(
            of: isStaff ? nil : account, below: path, in: visit.community, reading)
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let days = try ResourceStore.staleAfterDays(in: visit.community, reading)
        let today = visit.now.day(in: .shanghai)
        let owned = try ResourceStore.owned(by: account, in: visit.community, reading).map { resource in
            let count = try PeriodStore.count(
                of: resource.id, resource.period(of: today), in: visit.community, reading)
            let row = ResourceRow(resource: resource, sortKey: "", count: count, sharedBy: nil)
            return ResourceItem(row, vocabulary, staleAfter: days, visit)
        }
        return Model(items: try open.map { try DeskItem($0, visit, reading) }, resources: owned)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(DeskPhrase.desk) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let waiting = model.items.count { $0.state == .proposed }
        let lead = waiting > 0 ? DeskPhrase.lead(waiting) : .leadNone
        return """
            \(Look.head(scene(DeskPhrase.desk)))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(Look.lead("\(scene(lead))"))
            \(model.items, each: { DeskView.item($0, mayAnswer: true, scene) })
            \(Look.section(scene(DeskPhrase.mine), mine(model, scene)))
            """
    }

    private func mine(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.resources.isEmpty else { return Look.empty(scene(DeskPhrase.none)) }
        return Look.rows(
            model.resources.map { item in
                ListRow(
                    Look.link(item.name, scene.link(item.link)),
                    when: scene(DeskPhrase.left(item.leftWords(scene))))
            })
    }
}

/// One thing asked of a resource, with the three answers.
enum DeskView {
    static func item(_ item: DeskItem, mayAnswer: Bool, _ scene: Scene) -> HTML {
        let asks = DeskPhrase.asks(item.className, "\(item.asked)\(item.unit)")
        let spots = [item.gridName, item.from.map { scene(DeskPhrase.from($0)) } ?? ""].filter {
            !$0.isEmpty
        }
        let waits = item.state == .proposed && mayAnswer
        let state: Look.State = item.state == .proposed ? .you : item.state == .using ? .done : .plain
        let body: HTML = """
            <p>\(Look.stamp(scene(item.state.title), state)) \(spots.joined(separator: "　")) \
            \(days(item, scene))</p>
            \(if: !item.note.isEmpty, Look.quote(item.note))
            \(who(item, scene))
            \(if: item.promised > 0, Look.note("\(numbers(item, scene))"))
            \(if: waits, answers(item, scene))
            """
        return Look.section("\(item.resource)：\(scene(asks))", id: "r-\(item.id)", body)
    }

    private static func numbers(_ item: DeskItem, _ scene: Scene) -> String {
        scene(LinkPhrase.numbers("\(item.asked)", "\(item.promised)", "\(item.delivered)"))
    }

    private static func days(_ item: DeskItem, _ scene: Scene) -> HTML {
        let today = scene.now.day(in: .shanghai)
        let wanted = item.wantedDay.map { scene(LinkPhrase.wanted($0.near(today, scene.language))) }
        let offered = item.offeredDay.map { scene(LinkPhrase.offered($0.near(today, scene.language))) }
        return "\([wanted, offered].compactMap { $0 }.joined(separator: "　"))"
    }

    private static func who(_ item: DeskItem, _ scene: Scene) -> HTML {
        if let who = item.who { return "<p>\(scene(DeskPhrase.who(who)))</p>" }
        return item.state == .accepted ? Look.fine("\(scene(DeskPhrase.whoLater))") : .empty
    }

    private static func answers(_ item: DeskItem, _ scene: Scene) -> HTML {
        let action = scene.link("/links/\(item.id)/answer")
        let isHere = scene.visit.parameters["id"] == item.id.description
        func fault(_ name: String) -> String? { isHere ? scene.fault(name) : nil }
        let kinds = [
            Choice("accept", scene(DeskPhrase.accept)), Choice("decline", scene(DeskPhrase.decline)),
            Choice("other-day", scene(DeskPhrase.otherDay)),
        ]
        let fields = [
            Field("answer", scene(DeskPhrase.answerHead), .one(kinds))
                .value(isHere ? scene.kept("answer", "accept") : "accept").fault(fault("answer")),
            Field("quantity", scene(DeskPhrase.acceptPart), .number)
                .value(isHere ? scene.kept("quantity", "\(item.asked)") : "\(item.asked)").fault(
                    fault("quantity")),
            Field("day", scene(DeskPhrase.otherDayWhen), .date)
                .value(isHere ? scene.kept("day") : "").mayBeEmpty().fault(fault("day")),
            Field("reason", scene(DeskPhrase.declineWhy), .text)
                .value(isHere ? scene.kept("reason") : "").mayBeEmpty().fault(fault("reason")),
        ]
        let body = """
            \(fields, each: { Look.field($0.inside(item.id.description), in: scene.language) })
            \(Look.send(scene(DeskPhrase.send)))
            """ as HTML
        return Look.form(action, frame: scene.frame, rid: scene.rid, body)
    }
}
