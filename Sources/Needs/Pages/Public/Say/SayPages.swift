import Actions
import Imaging
import People
import Storage
import Values
import Web

/// The addresses at which anybody says a need.
enum SayPages {
    static let photos = PhotoLine()
    /// Three photos of 8 MB with their wrapping.
    static let largestBody = 26 << 20

    static let routes: [Route] = [
        .page("/say", NeedsRights.report, SayPhrase.title.text, SayPage(), query: SayPage.query),
        .verb(
            .post, "/say", NeedsRights.report, SayPhrase.title.text, fields: fields, answers: SaidNeed.self,
            shows: SayPage(), largestBody: largestBody, knowing: Known.init, say),
        .page("/say/done/{number}", NeedsRights.follow, SaidPhrase.title.text, SaidPage()),
    ]

    static let fields: [Input] = [
        Input("words", SayPhrase.wordsLabel.text, .lines(500), required: true),
        Input("first", SayPhrase.first.text, .choice([])),
        Input("class", PublicPhrase.kind.text, .choice([])),
        .choice("for", SayPhrase.forWhom.text, of: ForWhom.self),
        .choice("kind", PublicPhrase.kind.text, of: NeedKind.self),
        Input("place", PublicPhrase.place.text, .line(40)),
        Input("same", AlikePhrase.ask.text, .line(20)),
        Input("spot", SayPhrase.spot.text, .line(60)),
        Input("name", SayPhrase.name.text, .line(20)),
        Input("phone", SayPhrase.phone.text, .phone),
        .choice("by", SayPhrase.by.text, of: ContactWay.self),
        Input("photo", SayPhrase.photo.text, .file(8 << 20)),
    ]

    /// What of the community one must know to read the form.
    private struct Known: Sendable {
        let words: Vocabulary
        let placeIsThere: Bool

        init(_ visit: Visit, _ fields: Fields, _ reading: any Reading) throws {
            let code = SayDraft(fields, visit).place
            words = try VocabularyStore.vocabulary(in: visit.community, reading)
            placeIsThere =
                try code.isEmpty || PlaceStore.place(code: code, in: visit.community, reading) != nil
        }
    }

    private static func say(_ visit: Visit, _ fields: Fields, _ known: Known) async throws -> Outcome {
        let draft = SayDraft(fields, visit)
        if let step = SayDraft.press(fields).step {
            try check(draft, leaving: fields, to: step)
            return .again(fields)
        }
        var need = try read(fields, draft, known, visit)
        need.photos = try await pictures(fields)
        let said = try await visit.perform(
            ReportNeed(need, by: .page(remote: visit.ask.remote)), fields: fields)
        let answer = SaidNeed(
            number: said.number, secret: said.secret(visit.house.keys), isHeld: said.isHeld,
            follow: visit.at("/follow/\(said.number)").address)
        let opened = OpenedNeeds.cookie(number: said.number, need: said.id, visit)
        var here = opened
        here.path = visit.at("/say").address
        return .made(answer, see: "/say/done/\(said.number)").with(opened).with(here)
    }

    /// A step back is free; a step on asks for what it leaves behind.
    private static func check(_ draft: SayDraft, leaving fields: Fields, to step: SayDraft.Step) throws {
        var reader = FormReader(fields)
        if step.rawValue > SayDraft.Step.what.rawValue { readWords(&reader) }
        if step == .you { _ = reader.line("spot", 60, required: false) }
        try reader.finish()
    }

    @discardableResult
    private static func readWords(_ reader: inout FormReader) -> String {
        let raw = reader.fields["words"] ?? ""
        if raw.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
            reader.refuse("words", SayPhrase.wordsMissing, name: "form.text")
            return ""
        }
        return reader.lines("words", 500)
    }

    private static func read(
        _ fields: Fields, _ draft: SayDraft, _ known: Known, _ visit: Visit
    ) throws -> NeedDraft {
        var reader = FormReader(fields)
        let text = readWords(&reader)
        if !known.placeIsThere { reader.refuse("nearer", SayPhrase.placeUnknown, name: "form.place") }
        var need = NeedDraft(text, at: draft.place.isEmpty ? .id(visit.community) : .code(draft.place))
        need.kind = draft.kind
        need.sameAs = draft.same.isEmpty ? nil : draft.same
        need.forWhom = draft.forWhom
        need.classKey = classKey(&reader, known.words)
        need.spot = reader.line("spot", 60, required: false)
        need.contact.name = reader.line("name", 20, required: false)
        need.contact.phone = reader.phone("phone", required: false)?.digits ?? ""
        need.contactBy = contactWay(&reader, draft)
        try reader.finish()
        return need
    }

    /// The class itself where a program gives it, else the likeliest of the first choice.
    private static func classKey(_ reader: inout FormReader, _ words: Vocabulary) -> String? {
        if let key = reader.fields["class"], !key.isEmpty { return key }
        let choices = words.terms(.firstChoice)
        let chosen = reader.choice("first", among: choices.map(\.key), required: false)
        let likely = choices.first { $0.key == chosen }?.details.classes
        return likely?.first { words.offers(.need, $0) }
    }

    /// A number left means that one wants to be told; how must be said then, but not on the poster's page.
    private static func contactWay(_ reader: inout FormReader, _ draft: SayDraft) -> ContactWay {
        let hasPhone = !(reader.fields["phone"] ?? "").isEmpty
        guard let way = ContactWay(rawValue: draft.by) else {
            if !draft.by.isEmpty || (hasPhone && !draft.isQuick) {
                reader.refuse("by", SayPhrase.chooseBy, name: "form.choice")
            }
            return hasPhone ? .sms : .number
        }
        if way != .number, !hasPhone {
            reader.refuse("phone", SayPhrase.phoneForBy, name: "needs.phone-for-messages")
        }
        return way
    }

    private static func pictures(_ fields: Fields) async throws -> [Photo] {
        let files = (fields.files["photo"] ?? []).filter { !$0.bytes.isEmpty }
        guard files.count <= 3 else { throw NeedRefusal.tooManyPhotos }
        var kept: [Photo] = []
        for file in files {
            do {
                kept.append(try await photos.reencode(file.bytes))
            } catch {
                throw FieldRefusal("photo", error, name: "form.photo")
            }
        }
        return kept
    }
}

/// What a program that says a need hears; a person sees it on the next page.
struct SaidNeed: Codable, Sendable {
    let number: String
    /// With the number it opens the need; shown this once and never in an address.
    let secret: String
    /// Whether a worker must look at it first.
    let isHeld: Bool
    let follow: String
}
