public import Actions
public import Storage
public import Values

/// A page: a model, which is also its JSON, and a view of it.
public protocol Page<Model>: Sendable {
    associatedtype Model: Codable & Sendable

    /// Everything the page shows, out of one consistent reading. Refuses what the visitor may not see.
    func load(_ visit: Visit, _ reading: any Reading) throws -> Model
    func title(_ model: Model, _ scene: Scene) -> String
    func view(_ model: Model, _ scene: Scene) -> HTML

    /// Whether all guests see the same of it until something in the database changes, or the day does: no
    /// moment, no form's mark and nobody's own things stand on it.
    var isTheSameForGuests: Bool { get }
}

extension Page {
    public var isTheSameForGuests: Bool { false }
}

/// What a view knows beside its model: the frame, and what was filled in and refused, if it is shown again.
public struct Scene: Sendable {
    public let visit: Visit
    public let frame: Frame
    /// What was typed, kept; empty on a first view.
    public let fields: Fields
    public let refusals: [any Refusal]

    public init(visit: Visit, frame: Frame, fields: Fields, refusals: [any Refusal]) {
        self.visit = visit
        self.frame = frame
        self.fields = fields
        self.refusals = refusals
    }

    public var language: Language { visit.language }
    public var now: Instant { visit.now }

    /// A sentence in the reader's language.
    public func callAsFunction(_ phrase: some Phrase) -> String { phrase.text[visit.language] }

    /// The fault beside a field, in the reader's language.
    public func fault(_ field: String) -> String? {
        refusals.first { $0.field == field }.map { $0.text[language] }
    }

    public func link(_ link: Link) -> Link { visit.at(link) }

    /// A fresh mark for a form, so that a double press is answered once.
    public var rid: String {
        var random = SystemRandomNumberGenerator()
        return Identifier(at: now, using: &random).description
    }
}

/// What a verb did: where to look next, and what a machine hears.
public struct Outcome: Sendable {
    public let status: Int
    public let next: Link
    public let answer: any Codable & Sendable
    public var cookies: [Cookie] = []
    /// What was typed so far, where the form goes on instead of looking elsewhere.
    var kept: Fields?

    /// The form's page again with what was typed so far: a step of a form in several.
    public static func again(_ fields: Fields) -> Outcome {
        var outcome = Outcome(status: 200, next: "/", answer: Done())
        outcome.kept = fields
        return outcome
    }

    /// Something new stands at `next`.
    public static func made(_ answer: some Codable & Sendable, see next: Link) -> Outcome {
        Outcome(status: 201, next: next, answer: answer)
    }

    /// Something changed; see it at `next`.
    public static func done(_ answer: some Codable & Sendable = Done(), see next: Link) -> Outcome {
        Outcome(status: 200, next: next, answer: answer)
    }

    public func with(_ cookie: Cookie) -> Outcome {
        var copy = self
        copy.cookies.append(cookie)
        return copy
    }
}
