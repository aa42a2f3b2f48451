import Actions
import People
import Sealing
import Values

extension Stage {
    /// Adds everybody with an account, and gives them their roles where they have them.
    func people() async throws {
        telling.clock.set(calendar.moment(Self.foundedDaysAgo, 300))
        try await begin()
        for staff in cast.staff { try await add(staff) }
        // Those who have something to do come first, so that the demo shows them for their role.
        let homes = Set(cast.stories.map(\.place.code))
        for resident in cast.residents.parted(by: { homes.contains($0.home.code) }) {
            try await add(resident)
        }
        try await addStairwellHeads()
        let asked = Set(cast.stories.filter { $0.state != .closed }.flatMap(\.resources))
        let owners = Set(cast.resources.filter { asked.contains($0.key) }.map(\.owner))
        for party in cast.parties.parted(by: { owners.contains($0.key) }) { try await add(party) }
    }

    /// The administrator and those who look from above or from outside.
    private func begin() async throws {
        let house = Player(
            key: "house", name: Actor.house.name, account: .init(high: 0, low: 0), seat: .city, phone: "")
        players["house"] = house
        try await add("administrator", "阮星河", .community, by: .house)
        try await give("administrator", .administrator, by: .house)
        for (key, name, seat, role) in Self.upper {
            try await add(key, name, seat, by: .house)
            try await give(key, role, by: .house)
        }
        try await add("auditor", "商守拙", .community)
        try await give("auditor", .auditor)
    }

    private static let upper: [(String, String, Seat, Role)] = [
        ("city", "宁远山", .city, .city), ("district", "柏知行", .district, .district),
    ]

    private func add(_ staff: CastStaff) async throws {
        try await add(staff.key, staff.name.chinese, .community)
        let area = staff.heads.isEmpty ? nil : staff.heads
        switch staff.role {
        case .chair: try await give(staff.key, .chair)
        case .secretary: try await give(staff.key, .secretary)
        case .stationHead: try await give(staff.key, .stationHead)
        case .supervisor: try await give(staff.key, .supervisor)
        case .socialWorker: try await give(staff.key, .socialWorker)
        case .treasurer: try await give(staff.key, .treasurer)
        case .communityWorker, .archivist: try await give(staff.key, .communityWorker, at: area)
        }
        if let area { try await give(staff.key, .sectionHead, at: area) }
    }

    private func add(_ resident: CastResident) async throws {
        try await add(resident.key, resident.name, .community, home: resident.home.code)
        try await give(resident.key, .resident, at: resident.home.code)
        if resident.volunteers { try await give(resident.key, .volunteer) }
        if resident.leads > 0 { try await give(resident.key, .gridLeader, at: "g\(resident.leads)") }
    }

    /// Two stairwells in each grid have a head who lives there.
    private func addStairwellHeads() async throws {
        var dice = dice("stairwell heads")
        for grid in 1...Homeland.grids {
            let buildings = dice.shuffled(cast.buildings.filter { $0.grid == grid }).prefix(2)
            for building in buildings {
                guard let home = dice.pick(building.homes) else { continue }
                let stairwell = "\(building.estate.key)-\(building.numberInEstate)-\(home.stairwell)"
                let key = "head-\(stairwell)", sex: Names.Sex = dice.chance(50) ? .male : .female
                let name = Names.name(sex, born: 1940 + dice.below(45), using: &dice)
                try await add(key, name, .community, home: "\(stairwell)-\(home.door)")
                try await give(key, .resident, at: "\(stairwell)-\(home.door)")
                try await give(key, .stairwellHead, at: stairwell)
            }
        }
    }

    /// The party's contact; whoever has an account already gets a further role.
    private func add(_ party: CastParty) async throws {
        guard let role = party.role else { return }
        let seat = seat(of: party)
        if seat == .community,
            let known = players.values.filter({ $0.name == party.contact }).min(by: { $0.key < $1.key })
        {
            players[party.key] = known
            if known.grants.contains(where: { $0.role == role }) { return }
            return try await give(known.key, role)
        }
        try await add(party.key, party.contact, seat)
        try await give(party.key, role)
    }

    /// Where a party's account and resources are: here where it has anything in the community, else its own
    /// layer.
    func seat(of party: CastParty) -> Seat {
        let layers = Set(cast.resources.filter { $0.owner == party.key }.map(\.layer))
        if layers.isEmpty || layers.contains("community") { return .community }
        return [.street, .district, .city].first { layers.contains($0.rawValue) } ?? .community
    }
}

extension Stage {
    func add(
        _ key: String, _ name: String, _ seat: Seat, home: String? = nil, by actor: Actor? = nil
    ) async throws {
        let phone = InventedPhone.number(players.count)
        let place = try home.map { try site($0).id }
        let adding = AddAccount(name: name, phone: try Phone(phone), home: place, phoneIsProved: true)
        let account = try await perform(adding, by: try actor ?? giver(in: seat), in: seat, key)
        players[key] = Player(key: key, name: name, account: account, seat: seat, phone: phone)
    }

    /// Gives a role at a place of the community, or at the whole node.
    func give(_ key: String, _ role: Role, at code: String? = nil, by actor: Actor? = nil) async throws {
        var player = try player(key)
        let whole = try locality(player.seat)
        let place = try code.map { try site($0) } ?? Site(id: whole.id, path: whole.path)
        telling.clock.move(by: .minutes(1))
        let granting = GrantRole(account: player.account, role: role, place: place.id)
        try await perform(
            granting, by: try actor ?? giver(in: player.seat), in: player.seat, "\(role) to \(key)")
        player.grants.append(Grant(role: role, place: place.path))
        for (alias, known) in players where known.account == player.account {
            players[alias] = player.called(known.key)
        }
        players[player.key] = player
    }

    /// The community's administrator; above it the house itself, which founded those nodes.
    private func giver(in seat: Seat) throws -> Actor {
        seat == .community ? try player("administrator").actor : .house
    }
}

extension Player {
    fileprivate func called(_ key: String) -> Player {
        var player = Player(key: key, name: name, account: account, seat: seat, phone: phone)
        player.grants = grants
        return player
    }
}

extension Array {
    /// Those that meet the condition, then the others, each in their order.
    fileprivate func parted(by condition: (Element) -> Bool) -> [Element] {
        filter(condition) + filter { !condition($0) }
    }
}

extension CastPlace {
    /// The code of the place on its poster.
    var code: String {
        switch self {
        case .community: "shuixiuli"
        case .grid(let number): "g\(number)"
        case .estate(let estate): estate.key
        case .building(let building, let stairwell, let door):
            ["\(building.estate.key)-\(building.numberInEstate)", stairwell.map(String.init), door]
                .compactMap { $0 }.joined(separator: "-")
        }
    }
}

extension CastParty {
    /// The role of the one who speaks for it; nil for the residents' committee, whose people work here.
    fileprivate var role: Role? {
        switch kind {
        case "company", "shop", "property": .companyContact
        case "committee": nil
        default: .organisationLeader
        }
    }
}
