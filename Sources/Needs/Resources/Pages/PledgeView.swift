import Actions
import Values
import Web

/// What the pages of circles and of agreements share: bars, entries, and the forms of a pledge and a
/// delivery.
enum PledgeView {
    /// Delivered against pledged, with its words.
    static func bar(
        _ what: String, _ kind: PledgeKind, _ unit: String, _ delivered: Int64, _ pledged: Int64,
        _ scene: Scene
    ) -> HTML {
        let done = kind.name(delivered, unit: unit, scene.language)
        let all = kind.name(pledged, unit: unit, scene.language)
        let label = scene(PledgePhrase.progress(what, done, all))
        // The bar's own figures are parts of a thousand, so that fen and minutes do not stand beside the
        // words.
        let share = pledged > 0 ? min(1000, max(0, Double(delivered) / Double(pledged) * 1000)) : 0
        return """
            <p class="progress"><span>\(label)</span>\
            <progress value="\(Int(share))" max="1000" aria-label="\(label)">\(done)</progress></p>
            """
    }

    static func short(_ members: [CircleMember], _ scene: Scene) -> HTML {
        guard !members.isEmpty else { return Look.note("\(scene(PledgePhrase.nothingShort))") }
        let today = scene.now.day(in: .shanghai)
        return Look.rows(
            members.map { member in
                let missing = member.kind.name(member.missing, unit: member.unit, scene.language)
                return ListRow(
                    """
                    \(member.name)：\(member.pledge)，\(Look.asked(scene(PledgePhrase.missing) + missing))
                    """, when: member.due.map { $0.near(today, scene.language) })
            })
    }

    /// What came, entry by entry; a wrong one is reversed and both stay.
    static func entries(
        _ entries: [Delivery], _ kind: PledgeKind, _ unit: String, mayReverse: Bool, _ scene: Scene
    ) -> HTML {
        let gone = Set(entries.compactMap(\.reverses))
        let today = scene.now.day(in: .shanghai)
        return Look.rows(
            entries.map { entry in
                let amount = kind.name(entry.quantity, unit: unit, scene.language)
                let isGone = gone.contains(entry.id)
                let word = entry.reverses != nil ? PledgePhrase.reversing : isGone ? .reversed : nil
                let mayGo = mayReverse && entry.reverses == nil && !isGone
                return ListRow(
                    """
                    <span class="num">\(amount)</span> \(entry.note) \
                    <span class="note">\(entry.recordedName)</span>\
                    \(word.map { " \(Look.stamp(scene($0)))" as HTML })\(if: mayGo, reverse(entry, scene))
                    """, when: entry.day.near(today, scene.language))
            })
    }

    private static func reverse(_ entry: Delivery, _ scene: Scene) -> HTML {
        let field = Field("reason", scene(PledgePhrase.reverseWhy)).inside(entry.id.description)
        let body = Look.field(field, in: scene.language) + Look.send(scene(PledgePhrase.reverse), .small)
        let form = Look.form(
            scene.link("/deliveries/\(entry.id)/reverse"), frame: scene.frame, rid: scene.rid, body)
        return "<details><summary>\(scene(PledgePhrase.reverse))</summary>\(form)</details>"
    }

    static func deliver(to pledge: Identifier, _ kind: PledgeKind, _ scene: Scene) -> HTML {
        let isHere = scene.visit.parameters["id"] == pledge.description
        func kept(_ name: String, _ value: String) -> String { isHere ? scene.kept(name, value) : value }
        func fault(_ name: String) -> String? { isHere ? scene.fault(name) : nil }
        let today = scene.now.day(in: .shanghai).description
        let title = kind == .share ? PledgePhrase.takings : .deliverAmount
        let fields = [
            Field("day", scene(PledgePhrase.deliverDay), .date).value(kept("day", today)).fault(fault("day")),
            Field("quantity", scene(title)).hint(scene(PledgePhrase.amountHint)).value(kept("quantity", ""))
                .fault(fault("quantity")),
            Field("note", scene(PledgePhrase.note)).value(kept("note", "")).fault(fault("note")).mayBeEmpty(),
        ]
        let body: HTML = """
            \(fields, each: { Look.field($0.inside(pledge.description), in: scene.language) })\
            \(Look.send(scene(PledgePhrase.record), .line))
            """
        let form = Look.form(
            scene.link("/pledges/\(pledge)/deliveries"), frame: scene.frame, rid: scene.rid, body)
        return
            """
            <details\(if: isHere, " open")><summary>\(scene(PledgePhrase.deliver))</summary>\(form)</details>
            """
    }

    /// The fields of a pledge.
    static func fields(_ scene: Scene, withShare: Bool) -> [Field] {
        let kinds = PledgeKind.allCases.filter { withShare || $0 != .share }.map {
            Choice($0.rawValue, scene($0.title))
        }
        var fields = [
            Field("kind", scene(PledgePhrase.kind), .select(kinds)).value(scene.kept("kind", "goods")),
            Field("what", scene(PledgePhrase.pledgeWhat)).value(scene.kept("what")),
            Field("amount", scene(PledgePhrase.amount)).hint(scene(PledgePhrase.amountHint))
                .value(scene.kept("amount")),
            Field("unit", scene(PledgePhrase.unit)).value(scene.kept("unit")).mayBeEmpty(),
            Field("due", scene(PledgePhrase.due), .date).value(scene.kept("due")).mayBeEmpty(),
        ]
        if withShare {
            fields.append(
                Field("rate", scene(PledgePhrase.rate)).hint(scene(PledgePhrase.rateHint)).value(
                    scene.kept("rate")
                )
                .mayBeEmpty())
            fields.append(Field("base", scene(PledgePhrase.base)).value(scene.kept("base")).mayBeEmpty())
        }
        return fields.map { $0.fault(scene.fault($0.name)) }
    }

    static let inputs: [Input] = [
        .choice("kind", PledgePhrase.kind.text, of: PledgeKind.self, required: true),
        Input("what", PledgePhrase.pledgeWhat.text, .line(100), required: true),
        Input("amount", PledgePhrase.amount.text, .line(20), required: true),
        Input("unit", PledgePhrase.unit.text, .line(8)), Input("due", PledgePhrase.due.text, .day),
        Input("rate", PledgePhrase.rate.text, .line(8)), Input("base", PledgePhrase.base.text, .line(60)),
    ]

    /// Reads a pledge; faults stand beside their fields.
    static func read(_ reader: inout FormReader) -> PledgeDraft {
        let kind = reader.choice("kind", of: PledgeKind.self) ?? .goods
        let what = reader.line("what", 100)
        let unit = reader.line("unit", 8, required: false)
        let due = reader.day("due", required: false)
        let base = reader.line("base", 60, required: kind == .share)
        var pledged: Int64 = 0, rate: Int64 = 0
        do { pledged = try kind.read(reader.fields["amount"] ?? "") } catch {
            reader.refuse("amount", error, name: "form.amount")
        }
        if kind == .share {
            do { rate = try Points(reading: reader.fields["rate"] ?? "").units } catch {
                reader.refuse("rate", error, name: "form.amount")
            }
        }
        return PledgeDraft(kind, what, unit: unit, pledged: pledged, rate: rate, base: base, due: due)
    }
}
