public import Actions

/// Which roles a role may give beyond those whose every right its holder has: somebody must be able to begin.
public enum GrantingTable {
    public static let rows: [Role: Set<Role>] = [
        .administrator: Set(Role.allCases),
        .stationHead: [
            .resident, .volunteer, .organisationLeader, .companyContact, .communityWorker, .socialWorker,
            .supervisor, .secretary, .treasurer, .sectionHead, .gridLeader, .stairwellHead,
        ],
        .sectionHead: [.resident, .volunteer, .gridLeader, .stairwellHead],
    ]

    /// Whether the actor may give the role at the place: nobody grants beyond their own rights there.
    public static func allows(_ actor: Actor, _ role: Role, at path: PlacePath, _ rights: Rights) -> Bool {
        if actor.kind == .house { return true }
        guard rights.allow(actor, PeopleRights.grant, on: path) else { return false }
        let here = actor.grants.filter { $0.place.contains(path) }
        if here.contains(where: { rows[$0.role]?.contains(role) == true }) { return true }
        return rights.held(by: role).allSatisfy { right, reach in
            holds(here, right, reach, rights)
        }
    }

    private static func holds(_ grants: [Grant], _ right: Right, _ reach: Reach, _ rights: Rights) -> Bool {
        guard let row = rights[right] else { return false }
        if let anyone = row.anyone, anyone.rank >= reach.rank { return true }
        return grants.contains { (row.roles[$0.role]?.rank ?? -1) >= reach.rank }
    }
}

extension Reach {
    /// Wider reaches have greater ranks.
    fileprivate var rank: Int {
        switch self {
        case .own: 0
        case .place: 1
        case .above: 2
        }
    }
}
