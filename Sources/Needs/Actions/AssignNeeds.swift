public import Actions
import Storage
public import Values

/// Several open needs get an owner at once; all of them or none.
///
/// Refuses: an owner who is not enabled or does not reach one of the places, and needs that have ended.
public struct AssignNeeds: Action {
    public static let name = "needs.assign"
    public static let right = NeedsRights.assign
    public static let most = 200

    public let needs: [Identifier]
    public let owner: Identifier

    public init(_ needs: [Identifier], to owner: Identifier) {
        self.needs = needs
        self.owner = owner
    }

    public func subject(in work: Work) throws -> Need {
        guard let first = needs.first, needs.count <= Self.most else { throw GroundRefusal.notFound }
        return try work.need(first)
    }

    public func run(on first: Need, in work: Work) throws -> AssignedNeeds {
        var count = 0
        for id in Set(needs).sorted() {
            let need = try work.need(id)
            try work.require(Self.right, on: need)
            guard need.state.isOpen else { throw NeedRefusal.alreadyClosed }
            let chosen = try NeedOwners.enabled(owner, at: need.path, in: work)
            if need.owner == chosen.account { continue }
            try work.assign(need, to: chosen)
            count += 1
        }
        return AssignedNeeds(count: count)
    }

    public func object(of subject: Need, _ answer: AssignedNeeds, in work: Work) -> Identifier { subject.id }
}

/// How many needs changed hands.
public struct AssignedNeeds: Sendable, Codable, Hashable {
    public let count: Int
}

extension Work {
    /// Passes a need to an owner who was checked, and tells them.
    func assign(_ need: Need, to owner: NeedOwners.Owner, as kind: NeedEventKind = .assigned) throws {
        try change(need) { change in
            change.need.owner = owner.account
            change.need.ownerName = owner.name
            change.need.transferTo = nil
            change.add(kind, owner.name)
        }
        if owner.account != actor.account {
            try send(.assigned(need.serial), to: owner.account)
        }
    }
}
