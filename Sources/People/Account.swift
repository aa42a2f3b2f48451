public import Actions
public import Values

/// A person who can sign in: what pages and rules know of them. The telephone number stays sealed.
public struct Account: Sendable, Placed, Codable {
    public enum State: String, Sendable, CaseIterable, Codable { case active, disabled }

    public let id: Identifier
    /// The node among whose rows the account is.
    public let community: Identifier
    public let name: String
    public let state: State
    /// Where the person belongs: the community itself, or a household.
    public let home: Identifier
    public let path: PlacePath
    public let phoneIsProved: Bool
    public let hasPassword: Bool
    public let hasSecondFactor: Bool
    /// How the person wishes to be told, in the order of their wish.
    public let channels: [Channel]
    public let made: Instant

    public func isOwn(of actor: Actor) -> Bool { actor.account == id }
}

/// A role that an account has at a place.
public struct GivenRole: Sendable, Codable {
    public let id: Identifier
    public let account: Identifier
    public let role: Role
    public let place: Identifier
    public let path: PlacePath
    public let since: Instant
}

/// Roles of an account ended, some or all: what it may no longer answer for needs another owner.
public struct RolesEnded: Fact {
    public let community: Identifier
    public let account: Identifier
}

/// A place and all below it have another path now.
public struct PlaceMoved: Fact {
    public let community: Identifier
    public let old: PlacePath
    public let new: PlacePath
}
