public import Actions
public import Storage
public import Values

/// A capability's contents: what it brings into the house.
public struct Capability: Sendable {
    public let name: String
    public let rights: [RightRow]
    public let migrations: [Migration]
    public let routes: [Route]
    public let flows: [any Flow]
    public let sections: [Section]
    public let jobs: [Job]
    public let invariants: [Invariant]
    /// What it has that is found by words.
    public let words: [WordSource]

    public init(
        name: String, rights: [RightRow] = [], migrations: [Migration] = [], routes: [Route] = [],
        flows: [any Flow] = [], sections: [Section] = [], jobs: [Job] = [], invariants: [Invariant] = [],
        words: [WordSource] = []
    ) {
        self.name = name
        self.rights = rights
        self.migrations = migrations
        self.routes = routes
        self.flows = flows
        self.sections = sections
        self.jobs = jobs
        self.invariants = invariants
        self.words = words
    }
}

/// An entry of the head's navigation.
public struct Section: Sendable {
    public enum Audience: Sendable { case everyone, staff }
    public let title: Text
    public let link: Link
    public let audience: Audience
    /// Shown to those who have it.
    public let right: Right
    public let order: Int

    public init(_ title: Text, _ link: Link, _ audience: Audience, _ right: Right, order: Int) {
        self.title = title
        self.link = link
        self.audience = audience
        self.right = right
        self.order = order
    }
}

/// Something done again and again, once among all copies of the program.
public struct Job: Sendable {
    public let name: String
    public let every: Instant.Span
    public let run: @Sendable (House) async throws -> Void

    public init(name: String, every: Instant.Span, run: @escaping @Sendable (House) async throws -> Void) {
        self.name = name
        self.every = every
        self.run = run
    }
}

/// Something that must hold of the stored rows at any moment; `linli verify` walks them all.
public struct Invariant: Sendable {
    /// Each break in a line of its own; empty where it holds.
    public typealias Breaks = @Sendable (any Reading) throws -> [String]
    public typealias BreaksOfOne = @Sendable (Identifier, any Reading) throws -> [String]

    public let name: String
    public let breaks: Breaks
    /// Where it holds in each community by itself: which those are, and what breaks it in one, so that several
    /// readers can walk it side by side.
    public let each: (communities: @Sendable (any Reading) throws -> [Identifier], breaks: BreaksOfOne)?

    public init(name: String, breaks: @escaping Breaks) {
        (self.name, self.breaks, each) = (name, breaks, nil)
    }

    public init(
        name: String, among communities: @escaping @Sendable (any Reading) throws -> [Identifier],
        breaks: @escaping BreaksOfOne
    ) {
        self.name = name
        self.breaks = { reading in
            try communities(reading).flatMap { try breaks($0, reading) }
        }
        each = (communities, breaks)
    }
}
