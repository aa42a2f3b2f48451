/// The network of a list of tasks: who may serve what, by the rules of the file or by the pairs that it names.
///
/// *Rules.* A volunteer may serve a task when skill and slot agree and the walk is no longer than ``TaskList/furthest``;
/// it costs a point for every ten metres and three for each past service. A task is served at most once by each. A unit
/// left unserved costs a thousand times the task's priority.
///
/// *Index.* Volunteers are gathered in pools: one for each skill and slot that a task asks for and each building. A
/// task's shelves are the pools of its skill and slot in reach, nearest first; tasks of one building, skill and slot share
/// them. Pairs are never listed: the memory is that of volunteers × skills × slots and of tasks × buildings in reach.
struct TaskNetwork {
    static let pastCost = 3
    static let priorityCost = 1000

    let list: TaskList
    let oneTaskPerSlot: Bool
    var network = LinkNetwork()

    /// *Refuses* a list whose network would have more than two thousand million parts.
    init(_ list: TaskList, oneTaskPerSlot: Bool) throws(InputFault) {
        self.list = list
        self.oneTaskPerSlot = oneTaskPerSlot
        for volunteer in list.volunteers { _ = network.addResource(capacity: volunteer.most) }
        if let pairs = list.pairs {
            addPairs(pairs)
        } else {
            try addRules()
        }
    }

    mutating func addTask(_ task: Int, row: Int32) {
        let (units, priority) = (list.tasks[task].units, list.tasks[task].priority)
        network.addNeed(units: units, penalty: Self.priorityCost * priority, mostFromOne: 1, row: row)
    }
}

// MARK: - Pairs named by the file

extension TaskNetwork {
    private mutating func addPairs(_ pairs: [TaskList.Pair]) {
        let nodes = PairSlots(list, pairs, oneTaskPerSlot: oneTaskPerSlot)
        nodes.add(to: &network)
        var next = 0
        for task in list.tasks.indices {
            let first = next
            while next < pairs.count, pairs[next].task == task {
                network.addOffer(slot: nodes.slot(of: pairs[next]), cost: pairs[next].cost)
                next += 1
            }
            if next > first { network.addShelf(network.closePool(), base: 0) }
            addTask(task, row: network.closeRow())
        }
    }

    /// The slots that pairs need: a volunteer's one, or one for each time that a task asks the volunteer for.
    private struct PairSlots {
        private var keys: [Key] = []
        private let list: TaskList
        private let oneTaskPerSlot: Bool

        struct Key: Comparable {
            let volunteer: Int
            let slot: Int

            static func < (one: Key, other: Key) -> Bool {
                (one.volunteer, one.slot) < (other.volunteer, other.slot)
            }
        }

        init(_ list: TaskList, _ pairs: [TaskList.Pair], oneTaskPerSlot: Bool) {
            self.list = list
            self.oneTaskPerSlot = oneTaskPerSlot
            guard oneTaskPerSlot else { return }
            let all = pairs.map { Key(volunteer: $0.volunteer, slot: list.tasks[$0.task].slot) }.sorted()
            for key in all where key != keys.last { keys.append(key) }
        }

        func add(to network: inout LinkNetwork) {
            if oneTaskPerSlot {
                for key in keys { _ = network.addSlot(of: key.volunteer, room: 1) }
            } else {
                for (place, one) in list.volunteers.enumerated() {
                    _ = network.addSlot(of: place, room: one.most)
                }
            }
        }

        func slot(of pair: TaskList.Pair) -> Int32 {
            guard oneTaskPerSlot else { return Int32(truncatingIfNeeded: pair.volunteer) }
            let key = Key(volunteer: pair.volunteer, slot: list.tasks[pair.task].slot)
            var (low, high) = (0, keys.count)
            while low < high {
                let middle = (low + high) / 2
                if keys[middle] < key { low = middle + 1 } else { high = middle }
            }
            return Int32(truncatingIfNeeded: low)
        }
    }
}
