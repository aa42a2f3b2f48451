import Actions
import Needs
import People
import Values

/// The communities of the city beside the demo's own, filled step by step, each step in all of them at once.
struct CityFilling {
    private let stage: Stage
    private let towns: [Stage.Site]
    private let plans: [TownPlan]
    /// Each town's staff in the order of `Self.roles`.
    private var staff: [[Actor]]
    private var resources: [[TownResource]]

    private static let roles: [Role] = [.stationHead, .socialWorker, .communityWorker]
    private static let resourcesOfATown = 16
    private static let townsTogether = 16

    init(_ stage: Stage, _ towns: [Stage.Site]) {
        self.stage = stage
        self.towns = towns
        staff = towns.map { _ in [] }
        resources = towns.map { _ in [] }
        plans = towns.indices.map { index in
            var dice = stage.dice("town \(index)")
            return TownPlan(&dice)
        }
    }

    /// One action in each town, all at once.
    private func each<A: Action>(_ action: (Int) throws -> (A, Actor)) async throws -> [A.Answer] {
        let steward = stage.telling.steward
        let bodies = try towns.indices.map { index -> @Sendable () async throws -> A.Answer in
            let (action, actor) = try action(index)
            let town = towns[index].id
            return { try await steward.perform(action, by: actor, in: town) }
        }
        return try await stage.line.all(bodies)
    }

    func plant() async throws {
        _ = try await each { (AddPlaces(below: towns[$0].id, plans[$0].places), .house) }
    }

    mutating func people() async throws {
        for (order, role) in Self.roles.enumerated() {
            let names = towns.indices.map { index in
                var dice = stage.dice("staff \(index) \(order)")
                return Names.name(
                    dice.chance(60) ? .female : .male, born: 1970 + dice.below(30), using: &dice)
            }
            // Numbers repeat between communities, never within one.
            let accounts = try await each { index in
                let phone = try Phone(InventedPhone.number(8000 + (index * 3 + order) % 2000))
                return (AddAccount(name: names[index], phone: phone, phoneIsProved: true), .house)
            }
            _ = try await each { index in
                (GrantRole(account: accounts[index], role: role, place: towns[index].id), .house)
            }
            for index in towns.indices {
                let grants = [Grant(role: role, place: towns[index].path)]
                staff[index].append(
                    Actor(kind: .person, account: accounts[index], name: names[index], grants: grants))
            }
        }
    }

    /// What a town has: of each a month's worth for the needs that it may answer.
    mutating func provide(_ needs: Int) async throws {
        stage.telling.clock.set(stage.calendar.moment(200, 300))
        let counts = Self.shares(needs, of: plans)
        let chosen = stage.cast.resources.filter { $0.layer == "community" && $0.agreement.isEmpty }
            .prefix(Self.resourcesOfATown)
        for resource in chosen {
            let party = stage.cast.parties.first { $0.key == resource.owner }
            let ids = try await each { index in
                var content = ResourceContent(place: towns[index].id, reach: towns[index].path)
                content.name = resource.name.chinese
                (content.kind, content.layer, content.stage) = (resource.kind, resource.layer, "agreed")
                content.ownerKind = party?.kind ?? "resident"
                content.ownerName = party?.name.chinese ?? "热心居民"
                (content.classes, content.groups) = (resource.classes, resource.groups)
                (content.hours, content.conditions) = (resource.hours, resource.conditions)
                let monthly = max(resource.capacity, counts[index] / 40)
                (content.unit, content.capacity) = (resource.unit, Int64(monthly))
                return (AddResource(content: content), staff[index][1])
            }
            for (index, id) in zip(towns.indices, ids) {
                resources[index].append(
                    TownResource(id: id.id, classes: resource.classes, hours: resource.hours))
            }
        }
    }

    /// The needs of half a year, as many in each town as it has households; some towns after others, so that
    /// their pages stay at hand.
    func tell(_ needs: Int) async throws {
        let counts = Self.shares(needs, of: plans)
        for first in stride(from: 0, to: towns.count, by: Self.townsTogether) {
            let towns = (first..<min(first + Self.townsTogether, towns.count)).map { index in
                CityCourse.Town(
                    id: self.towns[index].id, number: index, buildings: plans[index].buildings,
                    worker: staff[index][1], resources: resources[index], needs: counts[index])
            }
            var course = CityCourse(stage, towns)
            try await course.run()
        }
    }

    /// So many in all, dealt out by households; what is left over goes to the first.
    static func shares(_ whole: Int, of plans: [TownPlan]) -> [Int] {
        let households = plans.reduce(0) { $0 + $1.households }
        guard households > 0 else { return plans.map { _ in 0 } }
        var shares = plans.map { whole * $0.households / households }
        for index in 0..<(whole - shares.reduce(0, +)) { shares[index % shares.count] += 1 }
        return shares
    }
}

/// A resource of a town, as far as the telling needs to know it.
struct TownResource: Sendable {
    let id: Identifier
    let classes: [String]
    let hours: String
}
