import Actions
import Needs
import Values

extension Stage {
    /// The desk that keeps the directory.
    static let keeper = "lu-xiaoman"

    /// Sets who sees to what, then tells of resources, agreements and circles before the first need.
    func provide() async throws {
        telling.clock.set(calendar.moment(400, 0))
        let supervisor = try player("shen-yingzhu").actor
        for rule in owners.rules {
            let owner = try player(rule.staff)
            let setting = SetOwnerRule(at: .code(rule.code), for: rule.reach, account: owner.account)
            try await perform(setting, by: supervisor, rule.code)
        }
        let whole = try player(OwnerPlan.wholeCommunity)
        try await perform(
            SetOwnerRule(at: .code("shuixiuli"), for: .every, account: whole.account), by: supervisor)
        var dice = dice("resources")
        let days = cast.resources.map { _ in 200 + dice.below(190) }.sorted(by: >)
        for (resource, daysAgo) in zip(cast.resources, days) {
            telling.clock.set(calendar.moment(daysAgo, using: &dice))
            try await add(resource, &dice)
        }
    }

    private func add(_ resource: CastResource, _ dice: inout Dice) async throws {
        let party = cast.parties.first { $0.key == resource.owner }
        let seat = party.map(seat(of:)) ?? .community
        let owner = players[resource.owner].flatMap { $0.seat == seat ? $0 : nil }
        let content = try content(of: resource, party, seat, owner, &dice)
        let phone = owner.map { "\($0.name) \($0.phone)" } ?? ""
        let actor = try seat == .community ? player(Self.keeper).actor : (owner?.actor ?? .house)
        let made = try await perform(
            AddResource(content: content, contact: phone), by: actor, in: seat, resource.key)
        resources[resource.key] = Stock(id: made.id, seat: seat, cast: resource, owner: owner)
        guard seat == .community else {
            let share = ShareResource(resource: made.id, to: try locality(.community).path)
            return try await perform(share, by: actor, in: seat, resource.key).ignored
        }
        if dice.chance(85) {
            let how = dice.pick(VerificationWay.allCases) ?? .visit
            try await perform(VerifyResource(resource: made.id, how: how), by: actor, resource.key)
        }
    }

    private func content(
        of resource: CastResource, _ party: CastParty?, _ seat: Seat, _ owner: Player?, _ dice: inout Dice
    ) throws -> ResourceContent {
        let whole = try locality(seat)
        var place = Site(id: whole.id, path: whole.path)
        if seat == .community, resource.reach.count == 1, let only = resource.reach.first, only != .community
        {
            place = try site(only.code)
        }
        var content = ResourceContent(place: place.id, reach: place.path)
        content.name = resource.name.chinese
        content.kind = resource.kind
        content.ownerKind = party?.kind ?? "resident"
        content.layer = resource.layer
        content.stage =
            dice.pick([("steady", 5), ("agreed", 3), ("on-trial", 1), ("in-touch", 1)]) ?? "agreed"
        content.ownerName = party?.name.chinese ?? owner?.name ?? ""
        content.ownerAccount = owner?.account
        content.classes = resource.classes
        content.groups = resource.groups
        content.description = party?.field ?? ""
        content.hours = resource.hours
        content.conditions = resource.conditions
        content.charge = resource.charge
        content.unit = resource.unit
        content.period = resource.period.kind
        content.capacity = Int64(resource.capacity)
        return content
    }
}

extension CastResource {
    fileprivate var charge: ResourceCharge {
        if conditions.contains("成本") { return .cost }
        return conditions.contains("元") || conditions.contains("另算") ? .paid : .free
    }
}

extension CastResource.Period {
    fileprivate var kind: PeriodKind {
        switch self {
        case .week: .week
        case .month: .month
        case .year: .year
        case .stock: .once
        }
    }
}

extension Identifier {
    /// An answer that the telling does not need.
    var ignored: Void { () }
}
