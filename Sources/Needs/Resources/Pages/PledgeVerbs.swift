import Actions
import Storage
import Values
import Web

/// What the forms of circles and agreements do.
enum PledgeVerbs {
    static let agreement: [Input] = [
        Input("company", PledgePhrase.company.text, .line(60), required: true),
        Input("company_phone", PledgePhrase.companyPhone.text, .phone),
        Input("purpose", PledgePhrase.purpose.text, .line(200), required: true),
        Input("signed", PledgePhrase.signed.text, .day, required: true),
        Input("starts", PledgePhrase.starts.text, .day, required: true),
        Input("ends", PledgePhrase.ends.text, .day, required: true),
    ]
    static let delivery: [Input] = [
        Input("day", PledgePhrase.deliverDay.text, .day, required: true),
        Input("quantity", PledgePhrase.deliverAmount.text, .line(20), required: true),
        Input("note", PledgePhrase.note.text, .line(200)),
    ]

    private static func circle(_ visit: Visit) async throws -> Circle {
        try await visit.house.database.read { try CirclePage.circle(visit, $0) }
    }

    private static func agreement(_ visit: Visit) async throws -> Agreement {
        try await visit.house.database.read { try AgreementPage.agreement(visit, $0) }
    }

    static func startCircle(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        var reader = FormReader(fields)
        let title = reader.line("name", 40)
        let purpose = reader.line("purpose", 200)
        let lead = reader.line("lead", 40)
        let place = reader.identifier("place")
        try reader.finish()
        let action = StartCircle(place: place ?? visit.community, title: title, purpose: purpose, lead: lead)
        let made = try await visit.perform(action, fields: fields)
        return .made(made, see: "/circles/\(made.number)")
    }

    static func addMember(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let circle = try await circle(visit)
        var reader = FormReader(fields)
        let member = reader.line("member", 60)
        let side = reader.choice("side", among: ["inside", "outside"])
        let pledge = PledgeView.read(&reader)
        try reader.finish()
        let action = AddCircleMember(
            circle: circle.id, member: member, isInside: side == "inside", pledge: pledge)
        let made = try await visit.perform(action, fields: fields)
        return .made(made, see: "/circles/\(circle.number)")
    }

    static func endMember(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let circle = try await circle(visit)
        guard let member = Identifier(try visit.parameter("member")) else { throw GroundRefusal.notFound }
        _ = try await visit.perform(EndCircleMember(circle: circle.id, member: member), fields: fields)
        return .done(see: "/circles/\(circle.number)")
    }

    static func endCircle(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let circle = try await circle(visit)
        _ = try await visit.perform(EndCircle(circle: circle.id), fields: fields)
        return .done(see: "/circles/\(circle.number)")
    }

    static func sign(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        var reader = FormReader(fields)
        let company = reader.line("company", 60)
        let phone = reader.phone("company_phone", required: false)
        let purpose = reader.line("purpose", 200)
        let signed = reader.day("signed"), starts = reader.day("starts"), ends = reader.day("ends")
        let pledge = PledgeView.read(&reader)
        try reader.finish()
        guard let signed, let starts, let ends else { throw GroundRefusal.notFound }
        let account = try await ResourceForm.owner(phone, visit, field: "company_phone")
        let action = SignAgreement(
            company: company, signed: signed, starts: starts, ends: ends, purpose: purpose, pledges: [pledge],
            companyAccount: account)
        let made = try await visit.perform(action, fields: fields)
        return .made(made, see: "/agreements/\(made.number)")
    }

    static func addPledge(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let agreement = try await agreement(visit)
        var reader = FormReader(fields)
        let pledge = PledgeView.read(&reader)
        try reader.finish()
        let made = try await visit.perform(AddPledge(agreement: agreement.id, pledge: pledge), fields: fields)
        return .made(made, see: "/agreements/\(agreement.number)")
    }

    static func endAgreement(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let agreement = try await agreement(visit)
        var reader = FormReader(fields)
        let reason = reader.line("reason", 200)
        try reader.finish()
        _ = try await visit.perform(EndAgreement(agreement: agreement.id, reason: reason), fields: fields)
        return .done(see: "/agreements/\(agreement.number)")
    }

    static func deliver(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let site = try await visit.house.database.read { try PledgePage.site(visit, $0) }
        var reader = FormReader(fields)
        let day = reader.day("day")
        let note = reader.line("note", 200, required: false)
        var quantity: Int64 = 0
        do { quantity = try site.kind.read(fields["quantity"] ?? "") } catch {
            reader.refuse("quantity", error, name: "form.amount")
        }
        try reader.finish()
        guard let day else { throw GroundRefusal.notFound }
        let action = RecordDelivery(pledge: site.pledge, day: day, quantity: quantity, note: note)
        return .made(try await visit.perform(action, fields: fields), see: site.link)
    }

    static func reverse(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let site = try await visit.house.database.read { try PledgePage.site(visit, $0) }
        guard let id = Identifier(try visit.parameter("id")) else { throw GroundRefusal.notFound }
        var reader = FormReader(fields)
        let reason = reader.line("reason", 200)
        try reader.finish()
        let made = try await visit.perform(ReverseDelivery(delivery: id, reason: reason), fields: fields)
        return .made(made, see: site.link)
    }
}

/// The page on which a pledge stands, found by the pledge or by one of its entries: shown again with a
/// refusal.
struct PledgePage: Page {
    struct Model: Codable, Sendable {
        var agreement: AgreementPage.Model?
        var circle: CirclePage.Model?
    }

    struct Site: Sendable {
        let pledge: Identifier
        let kind: PledgeKind
        let number: Int64
        let isAgreement: Bool

        var link: Link { isAgreement ? "/agreements/\(number)" : "/circles/\(number)" }
    }

    static func site(_ visit: Visit, _ reading: any Reading) throws -> Site {
        guard let id = Identifier(try visit.parameter("id")) else { throw GroundRefusal.notFound }
        let community = visit.community
        let pledge = try DeliveryStore.delivery(id, in: community, reading)?.pledge ?? id
        if let found = try AgreementStore.pledge(pledge, in: community, reading),
            let whole = try AgreementStore.agreement(found.agreement, in: community, reading)
        {
            return Site(pledge: pledge, kind: found.kind, number: whole.number, isAgreement: true)
        }
        guard let member = try CircleStore.member(pledge, in: community, reading),
            let whole = try CircleStore.circle(member.circle, in: community, reading)
        else { throw GroundRefusal.notFound }
        return Site(pledge: pledge, kind: member.kind, number: whole.number, isAgreement: false)
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let site = try Self.site(visit, reading)
        if site.isAgreement,
            let whole = try AgreementStore.agreement(number: site.number, in: visit.community, reading)
        {
            return Model(agreement: try AgreementPage.model(whole, visit, reading))
        }
        guard let whole = try CircleStore.circle(number: site.number, in: visit.community, reading) else {
            throw GroundRefusal.notFound
        }
        return Model(circle: try CirclePage.model(whole, visit, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        model.agreement.map { AgreementPage().title($0, scene) } ?? model.circle?.name ?? ""
    }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        if let agreement = model.agreement { return AgreementPage().view(agreement, scene) }
        return model.circle.map { CirclePage().view($0, scene) } ?? .empty
    }
}
