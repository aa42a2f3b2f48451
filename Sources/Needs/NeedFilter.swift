public import Actions
public import Values

/// What a list of needs is narrowed to. Every part is optional; all that are set must hold.
public struct NeedFilter: Sendable, Hashable {
    /// The tabs of the ledger.
    public enum View: String, Sendable, CaseIterable, Codable {
        case all, mine, open, late, unowned
        case noResource = "no-resource"
        case held, closed
        /// Fed back, waiting to be closed.
        case answered
        /// Handed to the one who looks, waiting for their answer.
        case asked
    }

    public enum Sort: String, Sendable, CaseIterable, Codable { case newest, oldest, due }

    public var view: View
    /// Words looked for; a number such as `X-1041` finds that need alone.
    public var text: String?
    public var classKey: String?
    public var area: String?
    public var group: String?
    public var path: PlacePath?
    public var state: NeedState?
    public var step: NeedStep?
    public var urgency: String?
    public var source: String?
    public var kind: NeedKind?
    public var owner: Identifier?
    /// Who looks, for the views `mine` and `asked`.
    public var viewer: Identifier?
    /// The places that the viewer's grants reach; a need must stand at or below one. Nil is everywhere.
    public var scope: [PlacePath]?
    public var reportedFrom: Instant?
    public var reportedBefore: Instant?
    public var sort: Sort
    /// The number of the last row seen; the next page begins after it.
    public var after: Int64?
    public var limit: Int

    public init(view: View = .open, sort: Sort = .newest, limit: Int = 20) {
        self.view = view
        self.sort = sort
        self.limit = limit
    }

    /// Whether the answer is the same whoever asks, until something is written.
    var isEverybodys: Bool { viewer == nil && scope == nil && text == nil && view != .late }

    /// The places where an actor has a right, topmost only; nil for the house itself.
    public static func scope(of actor: Actor, _ right: Right, _ rights: Rights) -> [PlacePath]? {
        if actor.kind == .house { return nil }
        guard rights.allowAnywhere(actor, right), let row = rights[right] else { return [] }
        let reached = actor.grants.filter { row.roles[$0.role] == .place }.map(\.place)
        let sorted = Set(reached).sorted()
        return sorted.filter { path in !sorted.contains { $0 != path && $0.contains(path) } }
    }
}

/// A part of the public list: what a figure of the front page counts, and its link opens.
public enum PublicPart: String, Sendable, CaseIterable, Codable {
    /// Everything under way.
    case open
    case found, identified, linked, used, answered
    /// What was done, at least in part.
    case done

    /// The one step that it shows; nil where it is not one of the five.
    public var step: NeedStep? { NeedStep(rawValue: rawValue) }
}

/// What the public list of needs and wishes is narrowed to. What was merged into another or withdrawn stands
/// in no public list.
public struct PublicNeedFilter: Sendable, Hashable {
    public var kind: NeedKind?
    public var classKey: String?
    public var area: String?
    /// A place within the community. Like class and area it leaves out private matters, so that nobody learns
    /// by narrowing what a row does not say.
    public var path: PlacePath?
    /// Only private matters: of a quiet class, with no sentence released.
    public var isPrivateMatter = false
    public var part: PublicPart?
    /// The year in which it was said.
    public var year: Int?
    /// Only wishes that nobody claimed.
    public var isUnclaimed = false
    /// Only what has a released sentence.
    public var isReleased = true
    public var after: Int64?
    public var limit: Int

    public init(limit: Int = 20) { self.limit = limit }

    /// Whether a row, by being in the list, would tell its class or place.
    var tellsWhatOrWhere: Bool { classKey != nil || area != nil || path != nil }
}

/// One page of a list, and whether there is another.
public struct NeedPage<Row: Sendable & Codable>: Sendable, Codable {
    public let rows: [Row]
    /// What to give as `after` for the next page; nil where this is the last.
    public let next: Int64?

    public init(rows: [Row], next: Int64?) {
        self.rows = rows
        self.next = next
    }

    public func map<Other: Sendable & Codable>(_ change: (Row) throws -> Other) rethrows -> NeedPage<Other> {
        NeedPage<Other>(rows: try rows.map(change), next: next)
    }
}
