import Actions
import Methods
public import Values

/// A need in a plan for many: what it is linked with, and why not more.
struct PlannedNeed: Codable, Sendable {
    let id: Identifier
    let number: String
    let title: String
    let place: String
    let className: String
    let quantity: Int64
    let due: Instant?
    let links: [PlannedLink]
    /// Why units stay unanswered; nil where none do.
    let lack: PlanLack?

    var linked: Int64 { links.reduce(0) { $0 + $1.quantity } }
}

/// A link that a plan proposes, with its reasons in the reader's language.
public struct PlannedLink: Codable, Sendable {
    let option: LinkPanel.Option
    let quantity: Int64
    /// The choice as the form carries it.
    let choice: Choice

    /// One link of a plan, as a person accepts it.
    public struct Choice: Codable, Sendable, Hashable {
        public let need: Identifier
        public let resource: Identifier
        public let community: Identifier
        public let quantity: Int64
        /// Why it was planned, in words.
        public let reasons: String

        public init(
            need: Identifier, resource: Identifier, of community: Identifier, quantity: Int64,
            reasons: String = ""
        ) {
            self.need = need
            self.resource = resource
            self.community = community
            self.quantity = quantity
            self.reasons = reasons
        }
    }
}

/// Why a plan leaves a need, or a part of it, unanswered.
enum PlanLack: String, Codable, Sendable {
    case nobody, tooFew = "too-few", taken, dear

    init(_ why: UnservedReason, hasOthers: Bool) {
        switch why {
        case .nobodyPermitted, .costsMoreThanLeaving: self = hasOthers ? .dear : .nobody
        case .tooFewPermitted: self = .tooFew
        case .allTaken: self = .taken
        }
    }

    var phrase: PlanPhrase {
        switch self {
        case .nobody: .whyClass
        case .tooFew: .whyFew
        case .taken: .whyTaken
        case .dear: .whyDear
        }
    }
}

extension PlannedLink.Choice {
    /// As a form carries it: need, resource, community, quantity.
    var mark: String { "\(need) \(resource) \(community) \(quantity)" }

    /// Reads a form's mark; nil for anything else.
    init?(mark: String) {
        let parts = mark.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let need = Identifier(parts[0]), let resource = Identifier(parts[1]),
            let community = Identifier(parts[2]), let quantity = Int64(parts[3]), quantity > 0
        else { return nil }
        self.init(need: need, resource: resource, of: community, quantity: quantity)
    }
}
