import Testing
import Values

@testable import Methods

@Suite struct LinkPlanTests {
    @Test func pressingNeedsComeFirstHoweverDear() throws {
        let plan = try LinkPlan(
            needs: [PlanNeed(id: "tap", priority: 1), PlanNeed(id: "fall", priority: 9)],
            resources: [PlanResource(id: "Wang")],
            permitted: [
                PermittedPair(need: "tap", resource: "Wang", cost: 1),
                PermittedPair(need: "fall", resource: "Wang", cost: 5000),
            ])
        #expect(plan.links == [.init(need: "fall", resource: "Wang", units: 1, cost: 5000)])
        #expect(plan.cost == 5000)
        #expect(plan.unserved == [.init(need: "tap", units: 1, why: .allTaken, holders: ["fall"])])
    }

    @Test func onePersonIsInOnePlaceAtATime() throws {
        let needs = [PlanNeed(id: "a", slot: 3), PlanNeed(id: "b", slot: 3), PlanNeed(id: "c", slot: 4)]
        let pairs = ["a", "b", "c"].map { PermittedPair(need: $0, resource: "Li", cost: 2) }
        func served(_ perSlot: Int?) throws -> [String] {
            let resources = [PlanResource(id: "Li", capacity: 3, perSlot: perSlot)]
            return try LinkPlan(needs: needs, resources: resources, permitted: pairs).links.map(\.need)
        }
        #expect(try served(1) == ["a", "c"])
        #expect(try served(nil) == ["a", "b", "c"])
        #expect(try served(0) == [])
    }

    @Test func goodsComeInBulk() throws {
        let plan = try LinkPlan(
            needs: [PlanNeed(id: "feast", units: 70, mostFromOne: 100)],
            resources: [
                PlanResource(id: "hall", capacity: 50, perSlot: nil),
                PlanResource(id: "school", capacity: 50, perSlot: nil),
            ],
            permitted: [
                PermittedPair(need: "feast", resource: "school", cost: 1),
                PermittedPair(need: "feast", resource: "hall", cost: 2),
            ])
        #expect(plan.links.map(\.units) == [20, 50])
        #expect(plan.cost == 90)
    }

    @Test func whatStaysUnservedSaysWhy() throws {
        let needs = [
            PlanNeed(id: "alone"), PlanNeed(id: "many", units: 3, priority: 2),
            PlanNeed(id: "shut"), PlanNeed(id: "late"),
        ]
        let resources = [
            PlanResource(id: "A"), PlanResource(id: "B"), PlanResource(id: "none", capacity: 0),
        ]
        let pairs = [("many", "A"), ("many", "B"), ("shut", "none"), ("late", "B")]
        let plan = try LinkPlan(
            needs: needs, resources: resources,
            permitted: pairs.map { PermittedPair(need: $0.0, resource: $0.1, cost: 0) })
        #expect(
            plan.unserved == [
                .init(need: "alone", units: 1, why: .nobodyPermitted, holders: []),
                .init(need: "late", units: 1, why: .allTaken, holders: ["many"]),
                .init(need: "many", units: 1, why: .tooFewPermitted, holders: []),
                .init(need: "shut", units: 1, why: .nobodyPermitted, holders: []),
            ])
    }

    @Test(arguments: [
        ("a need twice", [PlanNeed(id: "a"), PlanNeed(id: "a")], [], []),
        ("negative units", [PlanNeed(id: "a", units: -1)], [], []),
        ("priority 0", [PlanNeed(id: "a", priority: 0)], [], []),
        ("a resource twice", [], [PlanResource(id: "r"), PlanResource(id: "r")], []),
        ("negative capacity", [], [PlanResource(id: "r", capacity: -1)], []),
        ("negative room", [], [PlanResource(id: "r", perSlot: -2)], []),
        ("an unknown need", [], [PlanResource(id: "r")], [PermittedPair(need: "x", resource: "r", cost: 0)]),
        ("an unknown resource", [PlanNeed(id: "a")], [], [PermittedPair(need: "a", resource: "x", cost: 0)]),
        (
            "a pair twice", [PlanNeed(id: "a")], [PlanResource(id: "r")],
            [
                PermittedPair(need: "a", resource: "r", cost: 0),
                PermittedPair(need: "a", resource: "r", cost: 1),
            ]
        ),
        (
            "a cost without magnitude", [PlanNeed(id: "a")], [PlanResource(id: "r")],
            [PermittedPair(need: "a", resource: "r", cost: .min)]
        ),
        (
            "too large to weigh", [PlanNeed(id: "a", units: 1 << 30, mostFromOne: 1 << 30)],
            [PlanResource(id: "r", capacity: 1 << 30, perSlot: nil)],
            [PermittedPair(need: "a", resource: "r", cost: 1 << 40)]
        ),
    ])
    func refuses(
        _ name: String, _ needs: [PlanNeed], _ resources: [PlanResource], _ permitted: [PermittedPair]
    ) {
        #expect(throws: InputFault.self, "\(name)") {
            try LinkPlan(needs: needs, resources: resources, permitted: permitted)
        }
    }

    @Test func unitsBeyondAllThatAreGivenDoNotOverflow() throws {
        let most = 1 << 40
        let plan = try LinkPlan(
            needs: [PlanNeed(id: "a", units: most, mostFromOne: most)],
            resources: (0..<9).map { PlanResource(id: "r\($0)", capacity: most, perSlot: nil) },
            permitted: (0..<9).map { PermittedPair(need: "a", resource: "r\($0)", cost: $0 - 4) })
        #expect(plan.links.map(\.units) == [most])
        #expect(plan.cost == -4 * most)
    }

    @Test func noneIsAPlanToo() throws {
        let plan = try LinkPlan(needs: [], resources: [], permitted: [])
        #expect(plan.links.isEmpty && plan.unserved.isEmpty && plan.cost == 0)
    }
}

// MARK: - Against all plans there are

/// A problem small enough to try every plan.
private struct SmallProblem {
    var needs: [PlanNeed] = []
    var resources: [PlanResource] = []
    var pairs: [PermittedPair] = []

    init(_ dice: inout Dice) {
        for index in 0..<dice.within(1...4) {
            needs.append(
                PlanNeed(
                    id: "n\(index)", units: dice.within(0...2), priority: dice.within(1...3),
                    slot: dice.chance(70) ? dice.below(2) : nil, mostFromOne: dice.within(1...2)))
        }
        for index in 0..<dice.within(1...3) {
            resources.append(
                PlanResource(
                    id: "r\(index)", capacity: dice.within(0...3),
                    perSlot: dice.chance(70) ? dice.within(0...2) : nil))
        }
        for need in needs {
            for resource in resources where dice.chance(70) {
                pairs.append(
                    PermittedPair(need: need.id, resource: resource.id, cost: dice.within(-3...9)))
            }
        }
    }

    func plan() throws -> LinkPlan {
        try LinkPlan(needs: needs, resources: resources, permitted: pairs)
    }

    /// What a plan is judged by: units left, the most pressing first, and the cost.
    func measure(_ unserved: [Int], _ cost: Int) -> [Int] {
        [3, 2, 1].map { priority in
            zip(needs, unserved).reduce(0) { $0 + ($1.0.priority == priority ? $1.1 : 0) }
        } + [cost]
    }

    /// The best measure of all plans.
    func best() -> [Int] {
        var best: [Int] = []
        var amounts = Array(repeating: 0, count: pairs.count)
        func choose(_ index: Int) {
            guard index < pairs.count else {
                guard let measure = measure(amounts) else { return }
                if best.isEmpty || measure.lexicographicallyPrecedes(best) { best = measure }
                return
            }
            for amount in 0...2 {
                amounts[index] = amount
                choose(index + 1)
            }
            amounts[index] = 0
        }
        choose(0)
        return best
    }

    private func measure(_ amounts: [Int]) -> [Int]? {
        var left = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0.units) })
        var load: [String: Int] = [:]
        var atOnce: [String: Int] = [:]
        var cost = 0
        for (pair, amount) in zip(pairs, amounts) where amount > 0 {
            guard let need = needs.first(where: { $0.id == pair.need }),
                let resource = resources.first(where: { $0.id == pair.resource }),
                amount <= need.mostFromOne
            else { return nil }
            left[need.id, default: 0] -= amount
            load[resource.id, default: 0] += amount
            cost += amount * pair.cost
            if left[need.id, default: 0] < 0 || load[resource.id, default: 0] > resource.capacity {
                return nil
            }
            guard let slot = need.slot, let most = resource.perSlot else { continue }
            atOnce["\(resource.id) \(slot)", default: 0] += amount
            if atOnce["\(resource.id) \(slot)", default: 0] > most { return nil }
        }
        return measure(needs.map { left[$0.id, default: 0] }, cost)
    }

    func measure(_ plan: LinkPlan) -> [Int]? {
        let amounts = pairs.map { pair in
            plan.links.first { $0.need == pair.need && $0.resource == pair.resource }?.units ?? 0
        }
        return measure(amounts)
    }
}

@Suite struct LinkPlanBruteForceTests {
    @Test(arguments: 0..<8) func noPlanIsBetter(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var unserved = 0
        for _ in 0..<25 {
            let problem = SmallProblem(&dice)
            let plan = try problem.plan()
            #expect(problem.measure(plan) == problem.best())
            let left = problem.needs.map { need in plan.unserved.first { $0.need == need.id }?.units ?? 0 }
            #expect(problem.measure(left, plan.cost) == problem.best())
            unserved += plan.unserved.count
        }
        #expect(unserved > 0)
    }

    @Test func theOrderOfWhatIsGivenChangesNothing() throws {
        var dice = Dice(seed: 5)
        for _ in 0..<200 {
            var problem = SmallProblem(&dice)
            let plan = try problem.plan()
            problem.needs = dice.shuffled(problem.needs)
            problem.resources = dice.shuffled(problem.resources)
            problem.pairs = dice.shuffled(problem.pairs)
            #expect(try problem.plan() == plan)
        }
    }

    @Test func costsInAnotherUnitGiveTheSamePlan() throws {
        var dice = Dice(seed: 6)
        for _ in 0..<200 {
            var problem = SmallProblem(&dice)
            let plan = try problem.plan()
            problem.pairs = problem.pairs.map {
                PermittedPair(need: $0.need, resource: $0.resource, cost: 100 * $0.cost)
            }
            let scaled = try problem.plan()
            #expect(scaled.cost == 100 * plan.cost)
            #expect(scaled.unserved.map(\.units).reduce(0, +) == plan.unserved.map(\.units).reduce(0, +))
        }
    }

    @Test func onlyTheOrderOfPrioritiesCounts() throws {
        var dice = Dice(seed: 7)
        for _ in 0..<200 {
            var problem = SmallProblem(&dice)
            let plan = try problem.plan()
            problem.needs = problem.needs.map {
                PlanNeed(
                    id: $0.id, units: $0.units, priority: [1, 5, 1 << 62][$0.priority - 1], slot: $0.slot,
                    mostFromOne: $0.mostFromOne)
            }
            #expect(try problem.plan() == plan)
        }
    }

    @Test func oneMoreResourceNeverServesFewer() throws {
        var dice = Dice(seed: 8)
        for _ in 0..<200 {
            var problem = SmallProblem(&dice)
            guard let before = problem.measure(try problem.plan()) else { continue }
            problem.resources.append(PlanResource(id: "more", capacity: 2, perSlot: nil))
            problem.pairs += problem.needs.map { PermittedPair(need: $0.id, resource: "more", cost: 4) }
            let after = try #require(problem.measure(try problem.plan()))
            #expect(!before.dropLast().lexicographicallyPrecedes(after.dropLast()))
        }
    }
}
