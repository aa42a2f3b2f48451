import Actions
import Needs
import People
import Values

/// The communities of the city beside the demo's own, filled step by step, each step in all of them at once.
struct CityFilling {
    private let stage: Stage
    private let towns: [Stage.Site]
    /// The codes of a town's buildings, the same in each.
    private let buildings: [String]
    private let plan: [NewPlace]
    /// Each town's staff in the order of `Self.staff`.
    private var staff: [[Actor]]

    /// Two areas of two grids of five buildings.
    private static let shape = (areas: 2, grids: 2, buildings: 5)
    private static let roles: [Role] = [.stationHead, .socialWorker, .communityWorker]
    private static let mostNeeds = 20

    init(_ stage: Stage, _ towns: [Stage.Site]) {
        self.stage = stage
        self.towns = towns
        staff = towns.map { _ in [] }
        var plan: [NewPlace] = [], buildings: [String] = []
        for area in 1...Self.shape.areas {
            let top = plan.count
            plan.append(NewPlace(.area, "\(area)片区", english: "Area \(area)", code: "a\(area)"))
            for grid in 1...Self.shape.grids {
                let number = (area - 1) * Self.shape.grids + grid, middle = plan.count
                plan.append(
                    NewPlace(.grid, "第\(number)网格", english: "Grid \(number)", code: "g\(number)", below: top)
                )
                for building in 1...Self.shape.buildings {
                    let order = (number - 1) * Self.shape.buildings + building
                    plan.append(
                        NewPlace(
                            .building, "\(order)栋", english: "Building \(order)", code: "b\(order)",
                            below: middle,
                            households: 24))
                    buildings.append("b\(order)")
                }
            }
        }
        self.plan = plan
        self.buildings = buildings
    }

    /// One action in each town, all at once; nil passes a town over.
    private func each<A: Action>(_ action: (Int) throws -> (A, Actor)?) async throws -> [A.Answer] {
        let steward = stage.telling.steward
        let bodies = try towns.indices.compactMap { index -> (@Sendable () async throws -> A.Answer)? in
            guard let (action, actor) = try action(index) else { return nil }
            let town = towns[index].id
            return { try await steward.perform(action, by: actor, in: town) }
        }
        return try await stage.line.all(bodies)
    }

    func plant() async throws {
        _ = try await each { (AddPlaces(below: towns[$0].id, plan), .house) }
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

    func provide() async throws {
        stage.telling.clock.set(stage.calendar.moment(200, 300))
        let chosen = stage.cast.resources.filter { $0.layer == "community" && $0.agreement.isEmpty }.prefix(5)
        for resource in chosen {
            let party = stage.cast.parties.first { $0.key == resource.owner }
            _ = try await each { index in
                var content = ResourceContent(place: towns[index].id, reach: towns[index].path)
                content.name = resource.name.chinese
                (content.kind, content.layer, content.stage) = (resource.kind, resource.layer, "agreed")
                content.ownerKind = party?.kind ?? "resident"
                content.ownerName = party?.name.chinese ?? "热心居民"
                (content.classes, content.groups) = (resource.classes, resource.groups)
                (content.hours, content.conditions) = (resource.hours, resource.conditions)
                (content.unit, content.capacity) = (resource.unit, Int64(resource.capacity))
                return (AddResource(content: content), staff[index][1])
            }
        }
    }

    /// Ten to twenty needs in each town, spread over half a year; the last ones are still open.
    func needs() async throws {
        for turn in 0..<Self.mostNeeds {
            let daysAgo = 175 - turn * 9, isOld = daysAgo > 25
            let present = towns.indices.filter { index in turn >= (index * 7 + 3) % 11 }
            var ids: [Int: Identifier] = [:]
            stage.telling.clock.set(stage.calendar.moment(max(0, daysAgo), 200))
            let said = try await each { index -> (EnterNeed, Actor)? in
                guard present.contains(index) else { return nil }
                return (EnterNeed(draft(index, turn), source: "desk"), staff[index][1])
            }
            for (index, answer) in zip(present, said) { ids[index] = answer.id }
            guard turn < Self.mostNeeds - 1 else { continue }
            stage.telling.clock.set(stage.calendar.moment(max(0, daysAgo - 1), 400))
            _ = try await each { index in ids[index].map { (AcceptNeed($0), staff[index][1]) } }
            guard isOld else { continue }
            stage.telling.clock.set(stage.calendar.moment(daysAgo - 6, 600))
            _ = try await each { index in
                ids[index].map { (CloseNeed($0, outcome: "done", reason: "办好了，回过话"), staff[index][1]) }
            }
        }
    }

    private func draft(_ index: Int, _ turn: Int) -> NeedDraft {
        var dice = stage.dice("need \(index) \(turn)")
        let sentence = dice.pick(Sentences.weighted) ?? Sentences.all[0]
        var draft = NeedDraft(sentence.words(&dice), at: .code(dice.pick(buildings) ?? "b1"))
        draft.classKey = sentence.needClass
        draft.group = sentence.group
        if turn > 15, turn % 4 != 0 { draft.urgency = "planned" }
        draft.contact = Contact(phone: InventedPhone.number(dice.below(10_000)))
        return draft
    }
}
