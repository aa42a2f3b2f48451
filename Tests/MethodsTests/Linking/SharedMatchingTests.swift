import Foundation
import Testing
import Values

@testable import Methods

/// The public instances, with the optimum that the references agree on.
@Suite(.enabled(if: SharedData.folder != nil)) struct SharedMatchingTests {
    private static func files(_ prefix: String) -> [URL] {
        SharedData.files(in: "matching", withExtension: "json").filter {
            $0.lastPathComponent.hasPrefix(prefix)
        }
    }

    private static func object(_ bytes: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    @Test(arguments: files("assign")) func theOptimumOfEveryMatrix(_ file: URL) throws {
        let bytes = try Data(contentsOf: file)
        let object = try Self.object(bytes)
        let answer = try AssignmentFile.read([UInt8](bytes)).solve()
        #expect(answer.objective == object["optimal"] as? Int)
        let costs = try #require(object["cost"] as? [[Int]])
        #expect(answer.pairs.map(\.left) == Array(costs.indices))
        #expect(Set(answer.pairs.map(\.right)).count == costs.count)
        #expect(answer.pairs.reduce(0) { $0 + costs[$1.left][$1.right] } == answer.objective)
    }

    @Test(arguments: files("match"), [false, true])
    func theOptimumOfEveryList(_ file: URL, _ oneTaskPerSlot: Bool) throws {
        let bytes = try Data(contentsOf: file)
        let expected = try #require(try Self.object(bytes)["expected"] as? [String: Any])
        let read = try AssignmentFile.read([UInt8](bytes))
        let answer = try read.solve(oneTaskPerSlot: oneTaskPerSlot)
        let key = oneTaskPerSlot ? "obj_one_task_per_slot" : "obj_no_conflict"
        #expect(answer.objective == expected[key] as? Int)
        guard case .tasks(var list) = read else {
            Issue.record("expected a list of tasks")
            return
        }
        #expect(Self.cost(of: answer, in: list, oneTaskPerSlot: oneTaskPerSlot) == answer.objective)
        try Self.prove(list, oneTaskPerSlot: oneTaskPerSlot, pairs: expected["edges"] as? Int)
        // The same by the rules where the file names the pairs itself.
        list.pairs = nil
        try Self.prove(list, oneTaskPerSlot: oneTaskPerSlot, pairs: expected["edges"] as? Int)
        let byRule = try AssignmentFile.tasks(list).solve(oneTaskPerSlot: oneTaskPerSlot)
        #expect(byRule.objective == answer.objective)
    }

    private static func prove(_ list: TaskList, oneTaskPerSlot: Bool, pairs: Int?) throws {
        var search = LinkSearch(try TaskNetwork(list, oneTaskPerSlot: oneTaskPerSlot).network)
        search.run()
        let proof = LinkProof(search)
        #expect(proof.breaches.isEmpty)
        #expect(proof.bound == (try search.objective()))
        var offers = 0
        for need in search.network.needs { search.network.forEachOffer(to: need) { _, _ in offers += 1 } }
        #expect(offers == pairs)
    }

    /// What an answer costs by the rules as the domain states them; nil where it breaks one.
    private static func cost(of answer: AssignmentAnswer, in list: TaskList, oneTaskPerSlot: Bool) -> Int? {
        let volunteers = Dictionary(uniqueKeysWithValues: list.volunteers.map { ($0.id, $0) })
        let tasks = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0) })
        var left = tasks.mapValues(\.units)
        var load: [Int: Int] = [:]
        var met: Set<[Int]> = []
        var cost = 0
        for pair in answer.pairs {
            guard let volunteer = volunteers[pair.left], let task = tasks[pair.right],
                list.numbers[volunteer.skills].contains(task.skill),
                list.numbers[volunteer.slots].contains(task.slot),
                met.insert([pair.left, oneTaskPerSlot ? task.slot : pair.right]).inserted
            else { return nil }
            let (one, other) = (volunteer.building, task.building)
            let distance = 60 * (abs(one / 15 - other / 15) + abs(one % 15 - other % 15))
            load[pair.left, default: 0] += 1
            left[pair.right, default: 0] -= 1
            if distance > list.furthest || load[pair.left, default: 0] > volunteer.most { return nil }
            if left[pair.right, default: 0] < 0 { return nil }
            cost += distance / 10 + 3 * volunteer.past
        }
        let short = left.filter { $0.value > 0 }
        guard short.keys.sorted() == answer.unserved.map(\.id) else { return nil }
        return short.reduce(cost) { $0 + $1.value * 1000 * (tasks[$1.key]?.priority ?? 0) }
    }
}
