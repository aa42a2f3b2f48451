/// The network of a list of tasks: who may serve what, by the rules of the file or by the pairs that it
/// names.
///
/// *Rules.* A volunteer may serve a task when skill and slot agree and the walk is no longer than
/// ``TaskList/furthest``; it costs a point for every ten metres and three for each past service. A task is
/// served at most once by each. A unit left unserved costs a thousand times the task's priority.
///
/// *Index.* Volunteers are gathered in pools: one for each skill and slot that a task asks for and each
/// building. A task's shelves are the pools of its skill and slot in reach, nearest first; tasks of one
/// building, skill and slot share them. Pairs are never listed: the memory is that of volunteers × skills ×
/// slots and of tasks × buildings in reach.
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
        let keys = pairs.map { pair in
            SlotKey(resource: pair.volunteer, slot: oneTaskPerSlot ? list.tasks[pair.task].slot : nil)
        }
        let nodes = SlotNodes(keys)
        nodes.add(to: &network) { $0.slot == nil ? list.volunteers[$0.resource].most : 1 }
        var next = 0
        for task in list.tasks.indices {
            let first = next
            while next < pairs.count, pairs[next].task == task {
                network.addOffer(slot: nodes.node(of: keys[next]), cost: pairs[next].cost)
                next += 1
            }
            if next > first { network.addShelf(network.closePool(), base: 0) }
            addTask(task, row: network.closeRow())
        }
    }
}
