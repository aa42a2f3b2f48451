public import Values

/// A role at a place, as it was given to an account.
public struct Grant: Hashable, Sendable, Codable {
    public let role: Role
    public let place: PlacePath

    public init(role: Role, place: PlacePath) {
        self.role = role
        self.place = place
    }
}

/// Who acts: a person with an account, somebody without one, or the house itself.
public struct Actor: Sendable {
    public enum Kind: Sendable, Hashable { case anyone, person, house }

    public let kind: Kind
    public let account: Identifier?
    /// How the person is called on pages.
    public let name: String
    public let grants: [Grant]
    /// Objects that this visitor opened with number and secret.
    public var opened: Set<Identifier>
    /// Where the actor came through a personal token: the only rights it has.
    public let tokenRights: Set<String>?
    /// The session or token that proved who this is.
    public let proof: Identifier?
    /// Whether a phone was proved to be this actor's.
    public let phoneIsProved: Bool

    public init(
        kind: Kind, account: Identifier? = nil, name: String = "", grants: [Grant] = [],
        opened: Set<Identifier> = [], tokenRights: Set<String>? = nil, proof: Identifier? = nil,
        phoneIsProved: Bool = false
    ) {
        self.kind = kind
        self.account = account
        self.name = name
        self.grants = grants
        self.opened = opened
        self.tokenRights = tokenRights
        self.proof = proof
        self.phoneIsProved = phoneIsProved
    }

    public static let anyone = Actor(kind: .anyone)
    /// Linli itself: jobs and flows.
    public static let house = Actor(kind: .house, name: "邻里")

    public var isStaff: Bool { grants.contains { $0.role.isStaff } }
    public func has(_ role: Role) -> Bool { grants.contains { $0.role == role } }
}

/// Something that stands at a place and may be somebody's own.
public protocol Placed {
    var path: PlacePath { get }
    /// Whether it is the actor's own in the sense of ``Reach/own``.
    func isOwn(of actor: Actor) -> Bool
}

extension Placed {
    public func isOwn(of actor: Actor) -> Bool { false }
}

extension PlacePath: Placed {
    public var path: PlacePath { self }
}

extension Rights {
    /// Whether the actor may use the right on this object.
    public func allow(_ actor: Actor, _ right: Right, on object: some Placed) -> Bool {
        allow(actor, right, at: object.path) { object.isOwn(of: actor) }
    }

    /// Whether the actor has the right anywhere at all: enough to be shown the way to it.
    public func allowAnywhere(_ actor: Actor, _ right: Right) -> Bool {
        guard let row = self[right], passesToken(actor, right) else { return actor.kind == .house }
        return actor.kind == .house || row.anyone != nil
            || actor.grants.contains { row.roles[$0.role] != nil }
    }

    private func allow(_ actor: Actor, _ right: Right, at path: PlacePath, isOwn: () -> Bool) -> Bool {
        if actor.kind == .house { return true }
        guard let row = self[right], passesToken(actor, right) else { return false }
        if let reach = row.anyone, reach != .own || isOwn() { return true }
        return actor.grants.contains { grant in
            switch row.roles[grant.role] {
            case nil: false
            case .own: isOwn()
            case .place: grant.place.contains(path)
            case .above: grant.place.contains(path) || path.contains(grant.place)
            }
        }
    }

    private func passesToken(_ actor: Actor, _ right: Right) -> Bool {
        actor.tokenRights?.contains(right.name) ?? true
    }
}
