import Actions
import Values
import Web

/// The parts of a resource's page.
enum ResourceView {
    typealias Model = ResourcePage.Model

    static func beside(_ model: Model, _ scene: Scene) -> [HTML] {
        let item = model.resource
        var parts = [Look.stamp(item.leftWords(scene), item.left == 0 ? .late : .plain)]
        if !item.isActive { parts.append(Look.stamp(scene(ResourcePhrase.paused), .late)) }
        if let name = item.sharedBy { parts.append(Look.stamp(scene(ResourcePhrase.shared(name)))) }
        guard model.may.keep else { return parts }
        let edit = scene.link("/resources/\(item.number)/edit")
        parts.append(Look.button(scene(OneResourcePhrase.edit), edit, .small))
        let pause = scene.link("/resources/\(item.number)/pause")
        let word = scene(item.isActive ? OneResourcePhrase.pause : .resume)
        parts.append(Look.act(word, pause, frame: scene.frame, rid: scene.rid))
        return parts
    }

    static func main(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.section(scene(OneResourcePhrase.periods), id: "periods", periods(model, scene)))
        \(if: model.may.see, Look.section(
            scene(OneResourcePhrase.requests), id: "requests", requests(model, scene)))
        \(if: model.may.see, Look.section(scene(OneResourcePhrase.uses), id: "uses", uses(model, scene)))
        """
    }

    private static func periods(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.periods.isEmpty else { return Look.empty(scene(OneResourcePhrase.noPeriods)) }
        let columns = [
            Column(scene(OneResourcePhrase.period), .main), Column(scene(OneResourcePhrase.asked), .number),
            Column(scene(OneResourcePhrase.promised), .number),
            Column(scene(OneResourcePhrase.delivered), .number),
            Column(scene(ResourcePhrase.leftTitle), .number),
        ]
        let rows = model.periods.map { period in
            let left = period.count.left(of: model.resource.capacity)
            let over = period.count.overbooked
            return TableRow([
                "\(name(period.period, scene))", "\(period.count.asked)", "\(period.count.promised)",
                "\(period.count.delivered)",
                """
                \(left.map { "\($0)" as HTML } ?? "\(scene(ResourcePhrase.notCounted))")\
                \(if: over > 0, " \(Look.asked(scene(OneResourcePhrase.overbooked(over))))")
                """,
            ])
        }
        return Look.table(
            Web.Table(scene(OneResourcePhrase.periods), columns, rows, shape: .tight), in: scene.language)
    }

    /// A period's key as one says it.
    static func name(_ key: String, _ scene: Scene) -> String {
        if key == "all" { return scene(OneResourcePhrase.inAll) }
        if key.utf8.first == UInt8(ascii: "w"), let day = Day(String(key.dropFirst())) {
            return day.short(scene.language) + "–" + day.adding(days: 6).short(scene.language)
        }
        if let day = Day(key) { return day.full(scene.language) }
        if let day = Day(key + "-01") { return day.monthName(scene.language) }
        return key
    }

    private static func requests(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.requests.isEmpty else { return Look.empty(scene(OneResourcePhrase.noRequests)) }
        return "\(model.requests, each: { DeskView.item($0, mayAnswer: model.may.answer, scene) })"
    }

    private static func uses(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.uses.isEmpty else { return Look.empty(scene(OneResourcePhrase.noUses)) }
        let today = scene.now.day(in: .shanghai)
        return Look.rows(
            model.uses.map { use in
                let word = use.satisfaction.flatMap(Satisfaction.init(rawValue:)).map { scene($0.title) }
                let line = OneResourcePhrase.useLine("\(use.quantity)\(model.resource.unit)", use.by)
                return ListRow(
                    """
                    \(scene(line)) <span class="note">\(word ?? scene(OneResourcePhrase.notJudged))</span>
                    """,
                    when: use.day.near(today, scene.language))
            })
    }

    static func aside(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.facts(facts(model, scene)))
        \(Look.section(scene(OneResourcePhrase.verifyHead), id: "verify", verification(model, scene)))
        \(if: model.may.see, Look.section(scene(OneResourcePhrase.results), results(model, scene)))
        \(if: model.may.see, Look.section(
            scene(OneResourcePhrase.shares), id: "shares", shares(model, scene)))
        """
    }

    private static func facts(_ model: Model, _ scene: Scene) -> [(name: String, value: HTML)] {
        let item = model.resource
        let comma = scene.language == .chinese ? "、" : ", "
        let groups =
            model.groupNames.isEmpty
            ? scene(OneResourcePhrase.everybody) : model.groupNames.joined(separator: comma)
        let days = model.weekdays.compactMap { Weekday(rawValue: $0)?.name(scene.language) }
        var pairs: [(name: String, value: HTML)] = [
            (scene(OneResourcePhrase.number), "Z-\(item.number)"),
            (scene(OneResourcePhrase.owner), "\(item.ownerName)　\(item.ownerKindName)"),
            (scene(OneResourcePhrase.place), "\(item.placeName)"),
            (scene(OneResourcePhrase.reach), "\(item.reachName)"),
            (scene(OneResourcePhrase.answers), "\(item.classNames.joined(separator: comma))"),
            (scene(OneResourcePhrase.groups), "\(groups)"),
            (scene(OneResourcePhrase.charge), "\(scene(model.charge.title))"),
            (scene(ResourcePhrase.kind), "\(item.kindName)　\(item.layerName)　\(item.stageName)"),
        ]
        if !model.hours.isEmpty { pairs.append((scene(OneResourcePhrase.hours), "\(model.hours)")) }
        if !days.isEmpty { pairs.append((scene(OneResourcePhrase.days), "\(days.joined(separator: comma))")) }
        if !model.conditions.isEmpty {
            pairs.append((scene(OneResourcePhrase.conditions), "\(model.conditions)"))
        }
        if let agreed = model.agreement {
            let link = scene.link("/agreements/\(agreed.number)")
            pairs.append((scene(OneResourcePhrase.agreement), Look.link(agreed.company, link)))
        }
        if let contact = model.contact { pairs.append((scene(OneResourcePhrase.contact), "\(contact)")) }
        return pairs
    }

    private static func verification(_ model: Model, _ scene: Scene) -> HTML {
        let today = scene.now.day(in: .shanghai)
        var last = Look.note("\(scene(OneResourcePhrase.neverVerified))")
        if let verification = model.verification {
            let day = verification.at.day(in: .shanghai).near(today, scene.language)
            let who =
                model.may.see
                ? "\(verification.by)，\(scene(verification.how.title))" : scene(verification.how.title)
            last = "<p>\(scene(OneResourcePhrase.lastVerified(day, who)))</p>"
            if verification.at < model.changed, model.may.see {
                let edited = model.changed.day(in: .shanghai).near(today, scene.language)
                last += Look.fine("\(scene(OneResourcePhrase.edited(edited)))")
            }
        }
        guard model.may.verify else { return last }
        let ways = VerificationWay.allCases.map { Choice($0.rawValue, scene($0.title)) }
        let fields = [
            Field("how", scene(OneResourcePhrase.how), .select(ways)).value(scene.kept("how", "call"))
                .fault(scene.fault("how")),
            Field("note", scene(OneResourcePhrase.verifyNote), .text).value(scene.kept("note")).mayBeEmpty(),
        ]
        let action = scene.link("/resources/\(model.resource.number)/checks")
        let body =
            Look.fields(fields, in: scene.language) + Look.send(scene(OneResourcePhrase.verifyNow), .line)
        return last + checks(model, scene) + Look.form(action, frame: scene.frame, rid: scene.rid, body)
    }

    private static func checks(_ model: Model, _ scene: Scene) -> HTML {
        guard model.checks.count > 1 else { return .empty }
        let today = scene.now.day(in: .shanghai)
        return Look.fine("\(scene(OneResourcePhrase.checks))")
            + Look.rows(
                model.checks.dropFirst().map { check in
                    ListRow(
                        "\(check.by)，\(scene(check.how.title))\(if: !check.note.isEmpty, "：\(check.note)")",
                        when: check.at.day(in: .shanghai).near(today, scene.language))
                })
    }

    private static func results(_ model: Model, _ scene: Scene) -> HTML {
        let results = model.results
        var lines: [ListRow] = []
        if results.judged > 0 {
            lines.append(ListRow("\(scene(OneResourcePhrase.good(results.good, results.judged)))"))
        }
        if results.lateDays > 0 {
            lines.append(ListRow("\(scene(OneResourcePhrase.late(results.lateDays)))"))
        }
        if results.declines > 0 {
            lines.append(ListRow("\(scene(OneResourcePhrase.declined(results.declines)))"))
        }
        return lines.isEmpty ? Look.note("\(scene(OneResourcePhrase.noUses))") : Look.rows(lines)
    }

    private static func shares(_ model: Model, _ scene: Scene) -> HTML {
        let number = model.resource.number
        let rows = model.shares.map { share in
            let end = scene.link("/resources/\(number)/shares/\(share.id)/end")
            let press = Look.act(scene(OneResourcePhrase.endShare), end, frame: scene.frame, rid: scene.rid)
            return ListRow("\(share.name) \(if: model.may.share, press)")
        }
        let list = rows.isEmpty ? Look.note("\(scene(OneResourcePhrase.noShares))") : Look.rows(rows)
        guard model.may.share, !model.shareTargets.isEmpty else { return list }
        let field = Field("to", scene(OneResourcePhrase.shareTo), .select(model.shareTargets.map(\.choice)))
            .hint(scene(OneResourcePhrase.shareHint)).value(scene.kept("to")).fault(scene.fault("to"))
        let body = Look.field(field, in: scene.language) + Look.send(scene(OneResourcePhrase.shareNow), .line)
        return list
            + Look.form(scene.link("/resources/\(number)/shares"), frame: scene.frame, rid: scene.rid, body)
    }
}
