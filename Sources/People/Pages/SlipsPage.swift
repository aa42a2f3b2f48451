import Actions
import Storage
import Values
import Web

/// Household slips: make them for a building, take one back, print those still good.
struct SlipsPage: Page {
    struct Line: Codable, Sendable {
        let id: Identifier
        let place: String
        let expires: Instant
        /// The address to scan; on the printed page alone.
        let address: String?
    }

    struct Model: Codable, Sendable {
        /// The code of the place looked at.
        let at: String
        let place: String
        let slips: [Line]
    }

    /// Whether it is the sheet to print.
    let isSheet: Bool

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        var top = try visit.top(for: PeopleRights.printSlips)
        var place = try PlaceStore.place(at: top, reading)
        let code = String((visit.value("at") ?? "").prefix(60))
        if !code.isEmpty {
            place = try PlaceStore.place(code: code, in: visit.community, reading)
            guard let place else { throw PeopleRefusal.placeNotFound }
            try visit.require(PeopleRights.printSlips, on: place)
            top = place.path
        }
        let slips = try SlipStore.open(below: top, in: visit.community, at: visit.now, reading)
        let names = try PlaceStore.names(slips.map(\.place), in: visit.community, reading)
        return Model(
            at: code, place: place?.name ?? "",
            slips: slips.map { slip in
                Line(
                    id: slip.id, place: names[slip.place] ?? "", expires: slip.expires,
                    address: isSheet ? Self.address(slip.id, visit) : nil)
            })
    }

    private static func address(_ slip: Identifier, _ visit: Visit) -> String? {
        SlipStore.secret(of: slip, visit.house.keys).map {
            visit.house.settings.baseAddress + visit.at("/in/\($0.text)").address
        }
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(StaffPhrase.slips) }

    func view(_ model: Model, _ scene: Scene) -> HTML { isSheet ? sheet(model, scene) : list(model, scene) }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        let days = scene.field("days", StaffPhrase.slipDays, .number)
        let fields = [
            scene.field("place", StaffPhrase.slipPlace).hint(scene(StaffPhrase.slipPlaceHint)),
            scene.fields["days"] == nil ? days.value("30") : days,
        ]
        let rows = model.slips.map { slip -> ListRow in
            let end = Look.act(
                scene(StaffPhrase.endSlip), scene.link("/slips/\(slip.id)/end"), frame: scene.frame,
                rid: scene.rid)
            return ListRow(
                "\(slip.place) \(end)",
                when: scene(StaffPhrase.slipUntil(scene.moment(slip.expires))))
        }
        let print: Link = model.at.isEmpty ? "/slips/print" : "/slips/print?at=\(model.at)"
        return """
            \(Look.head(scene(StaffPhrase.slips), note: HTML(text: scene(StaffPhrase.slipsLead))))
            \(scene.faults(fields))
            \(scene.form("/slips", fields, send: StaffPhrase.makeSlips))
            \(Look.section(scene(StaffPhrase.openSlips(rows.count)),
                "\(if: rows.isEmpty, Look.empty(scene(StaffPhrase.noSlips)), else: Look.rows(rows))"
                    + (rows.isEmpty
                        ? .empty : Look.button(scene(StaffPhrase.printThem), scene.link(print), .line))))
            """
    }

    /// Three slips beside one another, to be cut apart.
    private func sheet(_ model: Model, _ scene: Scene) -> HTML {
        let head = Look.head(scene(StaffPhrase.slips))
        if model.slips.isEmpty { return head + Look.empty(scene(StaffPhrase.noSlips)) }
        let cuts = model.slips.map { slip -> HTML in
            let code = Look.code(of: slip.address ?? "", label: scene(StaffPhrase.slipFor(slip.place)))
            return Look.section(
                scene(StaffPhrase.slipFor(slip.place)),
                """
                <figure class="code">\(code)</figure>
                <p>\(scene(StaffPhrase.slipWords))</p>
                \(Look.fine(HTML(text: scene(StaffPhrase.slipUntil(scene.moment(slip.expires))))))
                """)
        }
        let rows = stride(from: 0, to: cuts.count, by: 3).map { first in
            Look.columns(.three, Array(cuts[first..<min(first + 3, cuts.count)]))
        }
        return head + rows.joined()
    }
}
