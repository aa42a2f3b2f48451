public import Actions
public import Values

/// Those whom a visitor of the demo may be with one click: somebody for each role.
public struct DemoCast: Sendable, Hashable {
    public let role: Role
    public let name: String
    /// What they do, in a few words.
    public let title: Text
    /// The number under which they sign in; no one has it.
    public let phone: String
}

extension Stage {
    /// One for each role, the widest grants first.
    var demoCast: [DemoCast] {
        Role.allCases.compactMap { role in
            let holders = players.values.filter { player in player.grants.contains { $0.role == role } }
            let chosen = holders.min { ($0.phone, $0.key) < ($1.phone, $1.key) }
            return chosen.map { player in
                let title = cast.staff.first { $0.key == player.key }?.title ?? role.title
                return DemoCast(role: role, name: player.name, title: title, phone: player.phone)
            }
        }
    }
}
