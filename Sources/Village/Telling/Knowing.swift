import Actions
import People
import Values

/// Somebody who was written into the register, and at which home.
struct RegisteredNeighbour {
    let id: Identifier
    let name: String
    let born: Day
    let home: PlacePath
}

extension Stage {
    /// How many residents' accounts are known to be theirs.
    private static let most = 20

    /// Staff confirm whose account it is; people agree, ask, and read who looked.
    func know(_ neighbours: [RegisteredNeighbour]) async throws {
        let known = Dictionary(neighbours.map { ("\($0.home) \($0.name)", $0.id) }) { first, _ in first }
        var accounts: Set<Identifier> = []
        // The resident whom a visitor of the demo may be comes first.
        let shown = players.values.filter { $0.grants.map(\.role) == [.resident] }.map(\.phone).min()
        let order = players.values.sorted {
            ($0.phone == shown ? 0 : 1, $0.phone, $0.key) < ($1.phone == shown ? 0 : 1, $1.phone, $1.key)
        }
        let residents = order.compactMap {
            player -> (player: Player, person: Identifier)? in
            guard let home = player.grants.first(where: { $0.role == .resident })?.place,
                let person = known["\(home) \(player.name)"],
                // One person may stand in the cast in two parts.
                accounts.insert(player.account).inserted
            else { return nil }
            return (player, person)
        }
        guard
            let worker = players.values.filter({ $0.grants.contains { $0.role == .socialWorker } })
                .min(by: { $0.key < $1.key })
        else { throw TellingFault(description: "no social worker to know anybody") }
        for (player, person) in residents.prefix(Self.most) {
            try await perform(LinkAccount(player.account, to: person), by: worker.actor, player.key)
        }
        if let first = residents.first { try await agree(first.player, first.person, worker) }
        for (player, person) in residents.dropFirst().prefix(6) {
            try await perform(NoteConsent("contact", of: person, .ownPhone), by: player.actor)
        }
        if residents.count > 2 { try await ask(residents[1], residents[2]) }
        try await agreeForChildren(neighbours, worker)
    }

    /// For two children under fourteen a parent signed, at the summer school's desk.
    private func agreeForChildren(_ neighbours: [RegisteredNeighbour], _ worker: Player) async throws {
        let today = calendar.lastDay
        let homes = Dictionary(grouping: neighbours, by: \.home)
        let children = neighbours.filter { (6...11).contains($0.born.years(to: today)) }
        let parents = children.compactMap { child -> (child: Identifier, guardian: String)? in
            let grown = homes[child.home]?.first { (24...50).contains($0.born.years(to: today)) }
            return grown.map { (child.id, $0.name) }
        }
        for (child, guardian) in parents.prefix(2) {
            let consent = NoteConsent(
                "publish", of: child, .paper, guardian: .init(name: guardian, relation: "家长"),
                given: today.adding(days: -120))
            try await perform(consent, by: worker.actor, "for a child")
        }
    }

    private func agree(_ player: Player, _ person: Identifier, _ worker: Player) async throws {
        try await perform(NoteConsent("contact", of: person, .ownPhone), by: player.actor)
        try await perform(
            NoteConsent("care", of: person, .inPerson, given: calendar.lastDay.adding(days: -40)),
            by: worker.actor)
        try await perform(
            NoteConsent("publish", of: person, .paper, given: calendar.lastDay.adding(days: -200)),
            by: worker.actor)
        try await perform(WithdrawConsent("publish", of: person, .ownPhone), by: player.actor)
        try await perform(OpenPerson(person, .name, why: "核对志愿者的名字"), by: worker.actor)
    }

    /// One finds a mistake, one would rather be forgotten.
    private func ask(
        _ first: (player: Player, person: Identifier), _ second: (player: Player, person: Identifier)
    ) async throws {
        let typed = PersonRequest.Typed(part: .other, value: "我家是3口人，不是4口", words: "孩子去年到外地念书了")
        try await perform(
            AskAboutOneself(.correct, typed, by: first.player.account), by: first.player.actor)
        try await perform(
            AskAboutOneself(.erase, PersonRequest.Typed(), by: second.player.account),
            by: second.player.actor)
    }
}
