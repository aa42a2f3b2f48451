import Actions
import People
import Sealing
import Storage
import Values
import Web

/// A request that another program files, from its form to the need that it becomes.
struct Open311Filing: Sendable {
    let visit: Visit
    let fields: Fields

    /// How far from a known place a position may be, in metres.
    static let reach = 1000.0
    private static let tokenName = "open311.token"
    private static let demoKey = "demo"

    init(_ visit: Visit) throws {
        self.visit = visit
        fields = try Fields(visit.ask)
    }

    /// Files it, and says where to follow it.
    func file() async throws -> WireTree {
        let filing = self
        let (actor, locality, draft) = try await visit.house.database.read { reading in
            // The key first: who has none learns nothing else.
            let actor = try filing.filer(reading)
            let locality = try Open311Queries.locality(filing.value("jurisdiction_id"), filing.visit, reading)
            return (actor, locality, try filing.draft(locality, reading))
        }
        let report = ReportNeed(draft, by: .program(actor.proof.map { "\($0)" } ?? Self.demoKey))
        let mark = visit.ask.headers["idempotency-key"].flatMap { Identifier($0) }
        let said = try await visit.house.steward.perform(report, by: actor, in: locality.id, mark: mark)
        return .list(item: "request", [answer(said, locality)])
    }

    private func answer(_ said: ReportedNeed, _ locality: Locality) -> WireTree {
        let keys = visit.house.keys
        let value = SignedValue(locality.id.bytes + said.id.bytes, expires: visit.now + .days(400))
        let address = visit.house.settings.baseAddress + visit.at("/follow").address
        let (number, secret) = (said.number, said.secret(keys))
        let notice =
            said.isHeld ? Open311Phrase.held(number, secret, address) : .noted(number, secret, address)
        return .object([
            ("service_request_id", .text(said.number)),
            ("token", .text(value.text(name: Self.tokenName, keys))),
            ("service_notice", .text(notice.text[visit.language])), ("account_id", .nothing),
        ])
    }

    /// What a token leads to: its filer's own number.
    static func number(of token: String, _ visit: Visit, _ reading: any Reading) throws -> WireTree {
        guard let value = try? SignedValue(token, name: tokenName, visit.house.keys, now: visit.now),
            value.payload.count == 32, let community = Identifier(bytes: value.payload.prefix(16)),
            let id = Identifier(bytes: value.payload.suffix(16)),
            let need = try NeedStore.need(id, in: community, reading)
        else { throw Open311Refusal.noSuchToken }
        return .list(
            item: "request", [.object([("service_request_id", .text(need.serial)), ("token", .text(token))])])
    }

    /// Whose key it is. Cookies count for nothing here: a foreign page could make a browser send them.
    private func filer(_ reading: any Reading) throws -> Actor {
        guard let key = value("api_key") else { throw Open311Refusal.keyMissing }
        if visit.house.settings.isDemo, sameBytes(key, Self.demoKey) { return .anyone }
        var ask = Ask(.get, "/")
        ask.headers["authorization"] = "Bearer \(key)"
        guard key.utf8.count < 200, !key.utf8.contains(where: { $0 <= 32 }),
            let admission = try? visit.house.doorkeeper.admit(ask, code: nil, in: reading, at: visit.now),
            admission.actor.kind == .person,
            admission.actor.tokenRights?.contains(NeedsRights.report.name) == true
        else { throw Open311Refusal.keyWrong }
        return admission.actor
    }

    private func draft(_ locality: Locality, _ reading: any Reading) throws -> NeedDraft {
        guard let code = value("service_code") else { throw Open311Refusal.serviceMissing }
        let vocabulary = try VocabularyStore.vocabulary(in: locality.id, reading)
        guard vocabulary.publicSpaceClasses.contains(where: { $0.key == code }) else {
            throw Open311Refusal.noSuchService
        }
        let (place, spot) = try place(locality, reading)
        var draft = NeedDraft(value("description") ?? "", at: place)
        draft.spot = spot
        draft.classKey = code
        draft.forWhom = try whom()
        draft.contact = Contact(name: fullName, phone: value("phone") ?? "")
        draft.contactBy = draft.contact.phone.isEmpty ? .number : .call
        return draft
    }

    private func whom() throws -> ForWhom {
        guard let text = value("attribute[for-whom]") else { return .everybody }
        guard let whom = ForWhom(rawValue: text) else {
            throw FieldRefusal("attribute[for-whom]", FormPhrase.chooseOne, name: "form.choice")
        }
        return whom
    }

    /// A Chinese name has its family name first and no blank.
    private var fullName: String {
        let (first, last) = (value("first_name") ?? "", value("last_name") ?? "")
        let isLatin = (first + last).utf8.allSatisfy { $0 < 0x80 }
        return isLatin ? [first, last].filter { !$0.isEmpty }.joined(separator: " ") : last + first
    }

    /// The place as the tree knows it, and where exactly in the caller's words.
    private func place(_ locality: Locality, _ reading: any Reading) throws -> (PlaceMark, String) {
        let typed = value("attribute[spot]") ?? value("address_string") ?? ""
        guard typed.unicodeScalars.count <= 100 else { throw Open311Refusal.addressTooLong }
        if let code = value("address_id") { return (.code(code), typed) }
        if let point = try point() {
            if let near = try Open311Store.nearest(to: point, within: Self.reach, in: locality.id, reading) {
                return (.id(near), typed.isEmpty ? "\(point.degreesNorth), \(point.degreesEast)" : typed)
            }
            guard !(try Open311Store.hasPositions(locality.id, reading)) else {
                throw Open311Refusal.placeTooFar
            }
            return (.id(locality.id), typed.isEmpty ? "\(point.degreesNorth), \(point.degreesEast)" : typed)
        }
        guard value("address_string") != nil else { throw Open311Refusal.placeMissing }
        return (.id(locality.id), typed)
    }

    private func point() throws -> Coordinate? {
        guard let lat = value("lat"), let long = value("long") else {
            if value("lat") != nil || value("long") != nil { throw Open311Refusal.placeMalformed }
            return nil
        }
        guard let north = Double(lat), let east = Double(long),
            let point = Coordinate(degreesNorth: north, degreesEast: east)
        else { throw Open311Refusal.placeMalformed }
        return point
    }

    /// A field that was filled in; `jurisdiction_id` and `api_key` may also stand in the address.
    private func value(_ name: String) -> String? {
        if let value = fields[name], !value.isEmpty { return value }
        return ["jurisdiction_id", "api_key"].contains(name) ? visit.value(name) : nil
    }
}

/// What another program passes on to the one who filed.
enum Open311Phrase: Phrase {
    case noted(String, String, String), held(String, String, String)

    var text: Text {
        switch self {
        case .noted(let number, let secret, let address):
            Text(
                "记下了，编号\(number)，查询码\(secret)。到\(address)随时能看办得怎么样。邮箱和图片链接没有留。",
                """
                Noted as \(number) with the secret \(secret). See how it goes at \(address). Mail address \
                and picture link were not kept.
                """
            )
        case .held(let number, let secret, let address):
            Text(
                """
                收到了，编号\(number)，查询码\(secret)。这一小时从您这里来得多，社工先看一眼再办，\
                一件也不会丢。到\(address)随时能看办得怎么样。
                """,
                """
                Received as \(number) with the secret \(secret). Many came from your program this hour: a \
                worker looks at this one first, and nothing is lost. See how it goes at \(address).
                """
            )
        }
    }
}
