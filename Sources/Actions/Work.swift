public import Sealing
public import Storage
public import Values

/// One transaction from the inside: what an action may read, change, record and tell. Synchronous by design.
public final class Work {
    public let actor: Actor
    public let now: Instant
    public let community: Identifier
    public let database: any Writing
    public let keys: KeyRing
    public let rights: Rights
    let random: RandomSource

    var facts: [any Fact] = []
    /// What the record's row will say beside who, what and when.
    var reason = ""
    var values: [String: String] = [:]
    var valuesSubject: Identifier?
    private var openKeys: [Identifier: SubjectKey] = [:]
    private var lastIdentifier: Identifier?

    init(
        actor: Actor, now: Instant, community: Identifier, database: any Writing, steward: Steward
    ) {
        self.actor = actor
        self.now = now
        self.community = community
        self.database = database
        keys = steward.keys
        rights = steward.rights
        random = steward.random
    }

    /// A new identifier for a row; those of one action sort in the order in which they were made.
    public func newIdentifier() -> Identifier {
        let drawn = random.identifier(at: now)
        let made = lastIdentifier.map { $0.next(by: drawn) } ?? drawn
        lastIdentifier = made
        return made
    }

    /// Random bytes for secrets; never the seeded source.
    public func newSecret() -> String { RandomToken().text }

    /// The next number of a kind in this community, from 1.
    public func nextNumber(_ kind: StaticString, from start: Int64 = 1) throws -> Int64 {
        let kind = "\(kind)"
        return try database.number(
            """
            INSERT INTO serial (community, kind, last) VALUES (\(community), \(kind), \(start))
            ON CONFLICT (community, kind) DO UPDATE SET last = serial.last + 1 RETURNING last
            """)
    }

    /// Refuses unless the actor has a further right on the object.
    public func require(_ right: Right, on object: some Placed) throws {
        guard rights.allow(actor, right, on: object) else { throw GroundRefusal.notAllowed(right) }
    }

    /// Says something happened; flows that wait for it run in this transaction.
    public func tell(_ fact: some Fact) { facts.append(fact) }

    /// Why it was done, in the open part of the record: never a person's words or name.
    public func record(reason: StaticString) { self.reason = "\(reason)" }

    /// Values of the change, sealed under the subject's key behind the record's row.
    public func record(_ values: [String: String], about subject: Identifier) {
        self.values.merge(values) { $1 }
        valuesSubject = subject
    }

    /// Adds to a figure at a place and at every place above it within the community's own tree.
    public func add(_ difference: Int64, to figure: String, at path: PlacePath, below top: PlacePath) throws {
        for level in path.upward where top.contains(level) { try add(difference, to: figure, at: level) }
    }

    /// Adds to a figure at one place alone.
    public func add(_ difference: Int64, to figure: String, at path: PlacePath) throws {
        try database.add(
            difference, to: FigureKey(community: community, path: path.text, name: figure))
    }

    /// The data key of a subject, made at first use.
    public func key(of subject: Identifier) throws -> SubjectKey {
        if let key = openKeys[subject] { return key }
        let key = try database.key(of: subject, in: community, keys) ?? newKey(of: subject)
        openKeys[subject] = key
        return key
    }

    /// The data key of a subject that is just being made, so that nobody needs to look for one.
    public func newKey(of subject: Identifier) throws -> SubjectKey {
        let key = SubjectKey()
        openKeys[subject] = key
        try database.run(
            """
            INSERT INTO subject_key (community, subject, wrapped, made)
            VALUES (\(community), \(subject), \(try keys.wrap(key, for: subject)), \(now))
            """)
        return key
    }
}

extension Reading {
    /// The data key of a subject; nil where none was made, or it was destroyed.
    public func key(of subject: Identifier, in community: Identifier, _ keys: KeyRing) throws -> SubjectKey? {
        let wrapped = try first(
            "SELECT wrapped FROM subject_key WHERE community = \(community) AND subject = \(subject)"
        ) { $0.bytes(0) }
        return try wrapped.map { try keys.unwrap($0, for: subject) }
    }
}
