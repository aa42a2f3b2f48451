public import Actions
public import Sealing
public import Values

/// Anybody says a need, for themselves or for somebody else; they may stay unnamed.
///
/// Refuses: a place, class, group or urgency that is not there, words beyond 500 characters, a wish to be
/// told without a number. Too many from one phone, address or program are taken all the same, and held for
/// a look.
public struct ReportNeed: Action {
    public static let name = "needs.report"
    public static let right = NeedsRights.report

    public let draft: NeedDraft
    public let way: ReportWay

    public init(_ draft: NeedDraft, by way: ReportWay = .page(remote: nil)) {
        self.draft = draft
        self.way = way
    }

    /// The vocabulary's source: the reporter's own phone, unless another program passes it on.
    private var source: String {
        switch way {
        case .page: "phone"
        case .program: "referral"
        }
    }

    public func subject(in work: Work) throws -> NeedSpot {
        try NeedSpot(draft.place, in: work.community, work.database)
    }

    public func run(on spot: NeedSpot, in work: Work) throws -> ReportedNeed {
        let draft = try draft.checked()
        let isTooMany = try ReportLimits.isBeyond(phone: draft.contact.phone, by: way, in: work)
        var intake = Intake(source: source, reported: work.now)
        intake.held = isTooMany ? .waiting : .no
        intake.reporter = work.actor.account
        let need = try work.takeIn(draft, at: spot, intake)
        return ReportedNeed(need)
    }

    public func object(of subject: NeedSpot, _ answer: ReportedNeed, in work: Work) -> Identifier {
        answer.id
    }
}

/// What the reporter hears. The secret is not in it, because answers are kept; derive it where it is shown.
public struct ReportedNeed: Sendable, Codable, Hashable {
    public let id: Identifier
    /// As `X-1041`.
    public let number: String
    /// Whether a worker must look at it first.
    public let isHeld: Bool

    init(_ need: Need) {
        id = need.id
        number = need.serial
        isHeld = need.held == .waiting
    }

    /// The secret with which its reporter follows it: `XXXX-XXXX`.
    public func secret(_ keys: KeyRing) -> String { NeedSecret(of: id, keys).shown }
}

extension NeedDraft {
    /// The draft with its telephone number as dialled.
    func checked() throws -> NeedDraft {
        guard photos.count <= 3 else { throw NeedRefusal.tooManyPhotos }
        var draft = self
        draft.contact.name = try DraftTexts.text(contact.name, .line(0...40), field: "name")
        if !contact.phone.isEmpty {
            do { draft.contact.phone = try Phone(contact.phone).digits } catch {
                throw FieldRefusal("phone", error, name: "form.phone")
            }
        }
        if contactBy != .number, draft.contact.phone.isEmpty { throw NeedRefusal.phoneForMessages }
        return draft
    }
}
