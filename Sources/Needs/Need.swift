public import Actions
public import Values

/// What a resident, or somebody for them, needs: who must see to it, until when, and how far it has come.
///
/// It is private when made. What may be shown to whom is decided by ``NeedSight`` alone.
public struct Need: Sendable, Placed {
    public let id: Identifier
    public let community: Identifier
    public let number: Int64
    public let kind: NeedKind
    public var place: Identifier
    public var path: PlacePath
    /// From the building down, as `12栋 2单元`; private.
    public var placeName: String
    /// The grid, or the place itself where it stands above one; public.
    public var gridName: String
    /// Where exactly, in the reporter's words; private.
    public var spot: String
    public var classKey: String
    /// Empty where nobody said.
    public var group: String
    public var urgency: String
    public let source: String
    public let forWhom: ForWhom
    public var quantity: Int64
    public var title: String
    public let words: String
    public var state: NeedState
    public var outcome: String?
    /// Why it was returned or closed, as it was said to the reporter.
    public var reason: String?
    public var owner: Identifier?
    public var ownerName: String
    public var due: Instant?
    public let reported: Instant
    public var changed: Instant
    /// Since when it stands in its state.
    public var since: Instant
    public var closed: Instant?
    /// How many events it has; the next one's number is one more.
    public var steps: Int64
    public let reporter: Identifier?
    /// The member of staff who wrote it down; nil where the reporter did.
    public let enteredBy: Identifier?
    public let phoneToken: [UInt8]?
    /// Name and phone, sealed under the need's own key; see ``Contact``.
    public var contact: [UInt8]?
    public let contactBy: ContactWay
    /// When the one in need agreed that the resource's owner may hear who it is.
    public var consent: Instant?
    /// How many said the same, this one included.
    public var voices: Int64
    public var mergedInto: Identifier?
    public var held: NeedHold
    public var lateTold: Instant?
    /// What the public reads, written by a worker.
    public var sentence: String?
    public var released: Instant?
    /// How the one in need is called in public, as `一位独居老人`.
    public var whoPublic: String?
    /// When it would suit, in the reporter's words.
    public let bestBy: String?
    public var claimedBy: Identifier?
    public var claimed: Instant?
    public var satisfaction: Satisfaction?
    /// Who was asked to take it over and has not answered.
    public var transferTo: Identifier?

    /// As people say and write it: `X-1041`.
    public var serial: String { Self.serial(number) }

    public static func serial(_ number: Int64) -> String { "X-\(number)" }

    public var isReleased: Bool { released != nil && held == .no }

    public func isLate(at now: Instant) -> Bool { state.isOpen && due.map { $0 < now } ?? false }

    /// Whether the actor said it, or opened it with number and secret.
    public func isOwn(of actor: Actor) -> Bool {
        actor.opened.contains(id) || (reporter != nil && reporter == actor.account)
    }

    /// Whether the actor took this wish upon them; it shows them no more than the public sees.
    public func isClaimed(by actor: Actor) -> Bool { claimedBy != nil && claimedBy == actor.account }
}

/// Whether a report waits for a worker's look because too many came from one phone or address.
public enum NeedHold: Int64, Sendable, Codable {
    case no = 0
    case waiting = 1
    case refused = 2
    /// Brought by an import that was not adopted yet; nobody sees it.
    case arriving = 3
}

/// One row of the staff's ledger. It holds the reporter's own words, so it is never shown to the public.
public struct NeedSummary: Sendable, Codable, Hashable, Placed {
    public let id: Identifier
    public let number: Int64
    public let kind: NeedKind
    public let title: String
    public let path: PlacePath
    public let placeName: String
    public let gridName: String
    public let classKey: String
    public let group: String
    public let urgency: String
    public let source: String
    public let forWhom: ForWhom
    public let state: NeedState
    public let outcome: String?
    public let owner: Identifier?
    public let ownerName: String
    public let due: Instant?
    public let reported: Instant
    public let voices: Int64
    public let held: NeedHold
    public let isReleased: Bool
    public let satisfaction: Int64?

    public var serial: String { Need.serial(number) }
    public func isLate(at now: Instant) -> Bool { state.isOpen && due.map { $0 < now } ?? false }
}

/// A need as anybody may read it: class, grid, state, and the sentence that a worker released. Of a private
/// matter neither class nor grid.
public struct PublicNeed: Sendable, Codable, Hashable {
    public let id: Identifier
    public let number: Int64
    public let kind: NeedKind
    /// Nil for a private matter.
    public internal(set) var classKey: String?
    /// Nil for a private matter.
    public internal(set) var gridName: String?
    public let state: NeedState
    public let outcome: String?
    public let reported: Instant
    public let changed: Instant
    public let closed: Instant?
    public let voices: Int64
    /// Nil where no sentence was released.
    public internal(set) var sentence: String?
    public internal(set) var whoPublic: String?
    public let isClaimed: Bool

    public var serial: String { Need.serial(number) }
    public var step: NeedStep? { state.step }
    /// Of a quiet class, with no sentence released.
    public var isPrivateMatter: Bool { classKey == nil }
}

/// Name and telephone of the one who said it, as they stand sealed in the need.
public struct Contact: Sendable, Codable, Hashable {
    public var name: String
    /// Digits as dialled within China; empty where none was given.
    public var phone: String

    public init(name: String = "", phone: String = "") {
        self.name = name
        self.phone = phone
    }

    public var isEmpty: Bool { name.isEmpty && phone.isEmpty }
}
