import Actions
import People
import Storage
import Values

/// How a need came in, beside what it says.
struct Intake {
    var source = "phone"
    var reported: Instant
    /// From when the due time counts, where that is not when it was said.
    var dueFrom: Instant?
    var held = NeedHold.no
    var reporter: Identifier?
    var enteredBy: Identifier?
}

extension Work {
    /// Checks a draft by the rules and writes the need with its event, figures, pictures, words and notices.
    func takeIn(_ draft: NeedDraft, at spot: NeedSpot, _ intake: Intake) throws -> Need {
        let vocabulary = try VocabularyStore.vocabulary(in: community, database)
        let need = try compose(draft, spot, intake, vocabulary)
        try NeedStore.insert(need, database)
        let kind = need.held == .waiting ? NeedEventKind.held : .reported
        try NeedStore.add(
            NeedChange.Entry(kind: kind, state: .found, text: "", isPublic: true, lasted: 0), number: 1,
            to: need,
            in: self)
        try NeedFigures.apply(from: nil, to: need, in: self, below: spot.line.first?.path)
        for photo in draft.photos {
            _ = try AttachmentStore.put(photo, subject: need.id, owner: need.pictures, in: self)
        }
        index(need)
        try send(.received(need.serial), to: need)
        if need.held == .no { tell(NeedReported(need: need)) }
        return try noteLikeness(of: need, to: draft.sameAs)
    }

    /// Keeps which open need its reporter takes for the same; one that is gone meanwhile is passed over.
    private func noteLikeness(of need: Need, to serial: String?) throws -> Need {
        guard let serial, let other = try NeedStore.need(serial: serial, in: community, database),
            other.state.isOpen, other.held == .no, other.id != need.id
        else { return need }
        return try change(need) { $0.add(.alike, other.serial, isPublic: true) }
    }

    private func compose(
        _ draft: NeedDraft, _ spot: NeedSpot, _ intake: Intake, _ vocabulary: Vocabulary
    ) throws -> Need {
        let texts = try DraftTexts(draft)
        let choice = try DraftChoice(draft, vocabulary)
        let id = newIdentifier()
        let contact = try seal(draft.contact, of: id)
        let owner = try NeedOwners.owner(of: choice.classKey, at: spot.path, vocabulary, self)
        let calendar = try CalendarStore.calendar(database)
        return Need(
            id: id, community: community, number: try nextNumber("need", from: 1001), kind: draft.kind,
            place: spot.place.id, path: spot.path, placeName: spot.placeName, gridName: spot.gridName,
            spot: texts.spot, classKey: choice.classKey, group: choice.group, urgency: choice.urgency,
            source: intake.source, forWhom: draft.forWhom, quantity: min(max(draft.quantity, 1), 10_000),
            title: texts.title, words: texts.words, state: .found, owner: owner?.account,
            ownerName: owner?.name ?? "",
            due: vocabulary.due(choice.urgency, after: intake.dueFrom ?? intake.reported, calendar),
            reported: intake.reported, changed: now, since: intake.reported, steps: 1,
            reporter: intake.reporter, enteredBy: intake.enteredBy, phoneToken: phoneToken(draft.contact),
            contact: contact, contactBy: draft.contactBy, voices: 1, held: intake.held, bestBy: texts.bestBy)
    }

    private func seal(_ contact: Contact, of need: Identifier) throws -> [UInt8]? {
        contact.isEmpty ? nil : try contact.sealed(of: need, try key(of: need))
    }

    func phoneToken(_ contact: Contact) -> [UInt8]? {
        contact.phone.isEmpty ? nil : ReportLimits.token("phone", contact.phone, keys)
    }
}

/// A draft's texts, cleaned and within their bounds.
struct DraftTexts {
    let words: String
    let title: String
    let spot: String
    let bestBy: String?

    init(_ draft: NeedDraft) throws {
        words = try Self.words(draft.words)
        spot = try Self.text(draft.spot, .line(0...100), field: "spot")
        let typed = try Self.text(draft.title, .line(0...60), field: "title")
        title = typed.isEmpty ? Self.firstWords(words) : typed
        bestBy = try draft.bestBy.map { try Self.text($0, .line(0...100), field: "best-by") }
    }

    static func words(_ raw: String) throws -> String {
        do { return try BoundedText(raw, .passage(1...500)).string } catch {
            switch error {
            case .empty, .short: throw NeedRefusal.wordsMissing
            case .long: throw NeedRefusal.wordsTooLong
            default: throw FieldRefusal("words", error, name: "form.text")
            }
        }
    }

    static func text(_ raw: String, _ rule: TextRule, field: String) throws -> String {
        do { return try BoundedText(raw, rule).string } catch {
            throw FieldRefusal(field, error, name: "form.text")
        }
    }

    /// The first sentence, at most 30 characters.
    static func firstWords(_ words: String) -> String {
        let scalars = words.unicodeScalars
        let sentence = scalars.prefix { !"。！？!?;；\n".unicodeScalars.contains($0) }
        let bare = sentence.isEmpty ? scalars.prefix(30) : sentence.prefix(30)
        let text = String(String.UnicodeScalarView(bare))
        return sentence.count > 30 ? text + "…" : text
    }
}

/// A draft's class, group and urgency, chosen out of the vocabulary.
struct DraftChoice {
    let classKey: String
    let group: String
    let urgency: String

    init(_ draft: NeedDraft, _ vocabulary: Vocabulary) throws {
        if let key = draft.classKey, !key.isEmpty {
            guard vocabulary.offers(.need, key) else { throw NeedRefusal.noSuchClass }
            classKey = key
        } else {
            classKey = vocabulary.openClass
        }
        group = draft.group ?? ""
        guard group.isEmpty || vocabulary.offers(.group, group) else { throw NeedRefusal.noSuchGroup }
        if let chosen = draft.urgency, !chosen.isEmpty {
            guard vocabulary.offers(.urgency, chosen) else { throw NeedRefusal.noSuchUrgency }
            urgency = chosen
        } else {
            urgency = vocabulary.urgency(of: classKey)
        }
    }
}
