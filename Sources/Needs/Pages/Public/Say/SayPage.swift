import Actions
import People
import Storage
import Values
import Web

/// The form in which anybody says a need: three short steps, or one page where the place is known.
struct SayPage: Page {
    struct Model: Codable, Sendable {
        let firstChoices: [NamedKey]
        /// The chosen place from the widest to the narrowest below the community.
        let line: [NamedKey]
        /// Its kind, that the next question may be asked rightly.
        let kind: PlaceKind?
        let nearer: [NamedKey]
        let nearerKind: PlaceKind?
        let smsWorks: Bool
        /// Open needs that may be the same, asked about on the way from the words to the place.
        let alike: [AlikeNeed]
    }

    static let query: [Input] = [
        Input("at", PublicPhrase.place.text, .line(40)),
        .choice("kind", PublicPhrase.kind.text, of: NeedKind.self),
    ]

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let fields = visit.ask.method == .post ? try Fields(visit.ask) : Fields()
        let draft = SayDraft(fields, visit)
        let words = try VocabularyStore.vocabulary(in: visit.community, reading)
        let code = draft.place
        let chosen = code.isEmpty ? nil : try PlaceStore.place(code: code, in: visit.community, reading)
        let line = try chosen.map { try PlaceStore.line(to: $0.path, reading) } ?? []
        let isAsked = SayDraft.press(fields).step == .place && draft.same.isEmpty
        let alike = isAsked ? try AlikeNeed.candidates(for: draft.words, visit, reading) : []
        let nearer = try PublicPlaceStore.nearer(than: chosen, below: visit.locality.path, reading)
        return Model(
            firstChoices: words.terms(.firstChoice).map { NamedKey($0.key, $0.name[visit.language]) },
            line: line.filter { $0.kind > .community && ($0.kind != .grid || $0.id == chosen?.id) }
                .map { NamedKey($0.code, $0.name(visit.language)) },
            kind: chosen?.kind, nearer: nearer.map { NamedKey($0.code, $0.name(visit.language)) },
            nearerKind: nearer.first?.kind, smsWorks: visit.house.settings.smsGateway != nil,
            alike: alike)
    }

    func title(_ model: Model, _ scene: Scene) -> String {
        let draft = SayDraft(scene.fields, scene.visit)
        if draft.isQuick, !model.line.isEmpty { return scene(SayPhrase.title) }
        let step = step(scene).rawValue
        let place =
            scene(SayPhrase.title) + (scene.language == .chinese ? "（" : " (") + scene(SayPhrase.step(step))
        return place + (scene.language == .chinese ? "）" : ")")
    }

    /// Where the reader is: at the first fault, or where the pressed button leads.
    func step(_ scene: Scene) -> SayDraft.Step {
        if let refusal = scene.refusals.first { return SayDraft.step(of: refusal.field) }
        guard !scene.fields.values.isEmpty else { return .what }
        return SayDraft.press(scene.fields).step ?? .you
    }
}
