public import Actions
import People
import Storage
public import Values

/// What was made, and under which number it is found.
public struct Numbered: Sendable, Codable, Hashable {
    public let id: Identifier
    public let number: Int64

    public init(id: Identifier, number: Int64) {
        self.id = id
        self.number = number
    }
}

/// Puts a resource into the directory; it counts as not yet verified.
///
/// Refuses: a place, reach, class or key of a list that is not there; an owner without an enabled account.
public struct AddResource: Action {
    public static let name = "resources.add"
    public static let right = ResourceRights.keep
    public let content: ResourceContent
    /// Who answers and how to reach them; empty where nobody left it.
    public let contact: String

    public init(content: ResourceContent, contact: String = "") {
        self.content = content
        self.contact = contact
    }

    /// The place where it will stand; its own where the actor says so of themselves.
    public struct Site: Sendable, Placed {
        public let path: PlacePath
        let owner: Identifier?
        public func isOwn(of actor: Actor) -> Bool { owner != nil && owner == actor.account }
    }

    public func subject(in work: Work) throws -> Site {
        guard let place = try PlaceStore.place(content.place, in: work.community, work.database) else {
            throw ResourceRefusal.noPlace
        }
        return Site(path: place.path, owner: content.ownerAccount)
    }

    public func run(on site: Site, in work: Work) throws -> Numbered {
        let standing = try content.checked(in: work)
        let made = Numbered(id: work.newIdentifier(), number: try work.nextNumber("resource"))
        try ResourceStore.insert(made.id, number: made.number, content, standing, in: work)
        if !contact.isEmpty { try ResourceStore.writeContact(of: made.id, contact, in: work) }
        try ResourceStore.index(made.id, content, number: made.number, in: work)
        try ResourceFigures.count(1, content, at: site.path, in: work)
        return made
    }

    public func object(of site: Site, _ answer: Numbered, in work: Work) -> Identifier { answer.id }
}

extension ResourceContent {
    /// Holds what is written against the community's lists and tree, and names the places.
    func checked(in work: Work) throws -> ResourceStanding {
        guard let place = try PlaceStore.place(place, in: work.community, work.database) else {
            throw ResourceRefusal.noPlace
        }
        guard let reached = try PlaceStore.place(at: reach, work.database), reach.contains(place.path) else {
            throw ResourceRefusal.noReach
        }
        let vocabulary = try VocabularyStore.vocabulary(in: work.community, work.database)
        guard !classes.isEmpty, Set(classes).count == classes.count,
            classes.allSatisfy({ vocabulary.term(.need, $0) != nil })
        else { throw ResourceRefusal.noSuchClass }
        let keys: [(TermList, String, String)] = [
            (.resourceKind, kind, "kind"), (.ownerKind, ownerKind, "owner_kind"), (.layer, layer, "layer"),
            (.stage, stage, "stage"),
        ]
        for (list, key, field) in keys where vocabulary.term(list, key) == nil {
            throw ResourceRefusal.noSuchTerm(field: field)
        }
        guard groups.allSatisfy({ vocabulary.term(.group, $0) != nil }) else {
            throw ResourceRefusal.noSuchTerm(field: "groups")
        }
        try checkOwner(in: work)
        return ResourceStanding(
            place: place.id, path: place.path, placeName: place.name, reachName: reached.name)
    }

    private func checkOwner(in work: Work) throws {
        if let capacity, capacity < 0 { throw ResourceRefusal.noPledge }
        if let agreement, try AgreementStore.agreement(agreement, in: work.community, work.database) == nil {
            throw ResourceRefusal.noSuchAgreement
        }
        guard let ownerAccount else { return }
        let isEnabled = try work.database.exists(
            """
            SELECT id FROM account WHERE community = \(work.community) AND id = \(ownerAccount)
            AND state = 'active' LIMIT 1
            """)
        if !isEnabled { throw ResourceRefusal.noOwner }
    }
}

/// The figures of resources, kept by difference.
enum ResourceFigures {
    static func count(
        _ difference: Int64, _ content: ResourceContent, at path: PlacePath, in work: Work
    ) throws {
        let top = try work.communityPath()
        try work.add(difference, to: "resources.active", at: path, below: top)
        for key in content.classes {
            try work.add(difference, to: "resources.class.\(key)", at: path, below: top)
        }
    }
}
