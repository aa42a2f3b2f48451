import Actions
import Imaging
import Sealing
import Storage
import Values
import Web

extension Scene {
    /// A question of a form with what was typed and what is wrong with it.
    func field(_ name: String, _ label: some Phrase, _ kind: Field.Kind = .text) -> Field {
        let field = Field(name, self(label), kind).fault(fault(name))
        switch kind {
        case .password, .newPassword: return field
        case .several: return field.chosen(fields.all(name))
        default: return field.value(fields[name])
        }
    }

    /// For one form of a page that has several: what was typed and refused, where this one was sent.
    func sent(to action: Link) -> Scene {
        let isThis = link(action).address.utf8.elementsEqual(visit.ask.path.utf8)
        return isThis ? self : Scene(visit: visit, frame: frame, fields: Fields(), refusals: [])
    }

    /// All faults of the page's forms at its top; those of no field first.
    func faults(_ shown: [Field]) -> HTML {
        // A namesake in another form has no fault to show.
        let names = Set(shown.filter { $0.fault != nil }.map(\.name))
        let others = refusals.filter { refusal in refusal.field.map { !names.contains($0) } ?? true }
        return Look.faults(shown, also: others.map { $0.text[language] }, in: language)
    }

    /// A form with its questions and its button.
    func form(
        _ action: Link, _ fields: [Field], send: some Phrase, _ weight: Look.Weight = .main
    ) -> HTML {
        Look.form(
            link(action), frame: frame, rid: rid,
            "\(Look.fields(fields, in: language))\(Look.acts(Look.send(self(send), weight)))")
    }

    /// A day and hour as pages say it.
    func moment(_ instant: Instant) -> String { instant.short(in: .shanghai, now: now, language) }
}

extension Link {
    /// An address kept as text, if it is one of this site; else the front page.
    static func kept(_ text: String) -> Link { local(text) ?? "/" }
}

extension QRCode {
    /// The modules row by row.
    var rows: [[Bool]] { (0..<side).map { row in (0..<side).map { isDark(column: $0, row: row) } } }
}

extension Look {
    /// A QR code of a text; nothing where the text is too long for one.
    static func code(of text: String, label: String) -> HTML {
        (try? QRCode(text)).map { code($0.rows, label: label) } ?? .empty
    }
}

/// A page that shows no more than its forms.
struct NoModel: Codable, Sendable {
    var isReady = true
}

extension Visit {
    /// The slip that an address names, if it is still good.
    func goodSlip(_ text: String, _ purpose: Slip.Purpose, _ reading: any Reading) throws -> Slip? {
        try RandomToken(text).flatMap { try SlipStore.good($0, purpose, in: community, at: now, reading) }
    }

    /// The identifier that an address names.
    func identifier(_ name: String) throws -> Identifier {
        guard let id = Identifier(try parameter(name)) else { throw GroundRefusal.notFound }
        return id
    }

    /// The place of a typed code; the whole community for none.
    func place(code: String) async throws -> Place {
        let community = community
        let place = try await house.database.read { reading in
            code.isEmpty
                ? try PlaceStore.place(community, in: community, reading)
                : try PlaceStore.place(code: code, in: community, reading)
        }
        guard let place else {
            throw FieldRefusal("place", PeopleRefusal.placeNotFound, name: PeopleRefusal.placeNotFound.name)
        }
        return place
    }
}
