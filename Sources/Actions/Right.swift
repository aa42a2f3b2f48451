public import Values

/// Something that may be done or seen, named once and used by actions, pages and tests.
public struct Right: Hashable, Sendable {
    /// Stable, as `needs.assign`.
    public let name: String
    public let title: Text

    public init(_ name: StaticString, _ title: Text) {
        self.name = "\(name)"
        self.title = title
    }

    public static func == (a: Right, b: Right) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How far a right reaches for a role.
public enum Reach: String, Sendable {
    /// What is the actor's own: reported, owned or offered by them, or opened with its number and secret.
    case own
    /// Everything at or below the place of the grant.
    case place
    /// Everything at or below the place of the grant, and what the places above it share.
    case above
}

/// Who may use a right: one row of a capability's table.
public struct RightRow: Sendable {
    public let right: Right
    /// Whether somebody without any account may, with what reach.
    public let anyone: Reach?
    public let roles: [Role: Reach]
    /// A confidential right is never had through the administrator's role or a token that was not given it
    /// by name.
    public let isConfidential: Bool

    public init(
        _ right: Right, anyone: Reach? = nil, _ roles: [Role: Reach] = [:], confidential: Bool = false
    ) {
        self.right = right
        self.anyone = anyone
        self.roles = roles
        isConfidential = confidential
    }
}

extension Dictionary where Key == Role, Value == Reach {
    /// The same reach for several roles.
    public static func roles(_ roles: Role..., reach: Reach = .place) -> Self {
        Dictionary(uniqueKeysWithValues: roles.map { ($0, reach) })
    }

    public func and(_ reach: Reach, _ roles: Role...) -> Self {
        merging(roles.map { ($0, reach) }) { $1 }
    }
}

/// All capabilities' tables together.
public struct Rights: Sendable {
    public let rows: [RightRow]
    private let byName: [String: RightRow]

    public init(_ rows: [RightRow]) {
        self.rows = rows
        byName = Dictionary(rows.map { ($0.right.name, $0) }) { first, _ in first }
    }

    public subscript(name: String) -> RightRow? { byName[name] }
    public subscript(right: Right) -> RightRow? { byName[right.name] }

    /// Every right that a role has, with its reach.
    public func held(by role: Role) -> [(Right, Reach)] {
        rows.compactMap { row in row.roles[role].map { (row.right, $0) } }
    }
}
