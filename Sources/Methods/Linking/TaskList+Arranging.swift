extension TaskList {
    /// Puts volunteers and tasks in order of id, and pairs, which name ids, in order of task, cost and
    /// volunteer.
    mutating func arrange(_ named: [Pair]?) throws(InputFault) {
        try Self.sort(&volunteers, by: { $0.id }, "volunteer")
        try Self.sort(&tasks, by: { $0.id }, "task")
        guard var pairs = named else { return }
        let volunteerPlaces = Places(volunteers.map(\.id))
        let taskPlaces = Places(tasks.map(\.id))
        for index in pairs.indices {
            guard let volunteer = volunteerPlaces[pairs[index].volunteer] else {
                throw InputFault("an edge names volunteer \(pairs[index].volunteer), who is not listed")
            }
            guard let task = taskPlaces[pairs[index].task] else {
                throw InputFault("an edge names task \(pairs[index].task), which is not listed")
            }
            (pairs[index].volunteer, pairs[index].task) = (volunteer, task)
        }
        pairs.sort { ($0.task, $0.cost, $0.volunteer) < ($1.task, $1.cost, $1.volunteer) }
        try refuseTwice(pairs)
        self.pairs = pairs
    }

    private func refuseTwice(_ pairs: [Pair]) throws(InputFault) {
        var lastTask = [Int](repeating: -1, count: volunteers.count)
        for pair in pairs {
            if lastTask[pair.volunteer] == pair.task {
                let (volunteer, task) = (volunteers[pair.volunteer].id, tasks[pair.task].id)
                throw InputFault("the edge of volunteer \(volunteer) and task \(task) is given twice")
            }
            lastTask[pair.volunteer] = pair.task
        }
    }

    private static func sort<Element>(
        _ list: inout [Element], by id: (Element) -> Int, _ name: StaticString
    ) throws(InputFault) {
        let ids = list.map(id)
        if zip(ids, ids.dropFirst()).allSatisfy(<) { return }
        list.sort { id($0) < id($1) }
        for (one, next) in zip(list, list.dropFirst()) where id(one) == id(next) {
            throw InputFault("\(name) \(id(one)) is listed twice")
        }
    }

    /// Where an id stands in a list in order of ids: at once where they are 0, 1, 2 and so on.
    private struct Places {
        private let ids: [Int]
        private let areCounted: Bool

        init(_ ids: [Int]) {
            self.ids = ids
            areCounted = ids.isEmpty || ids[0] == 0 && ids[ids.count - 1] == ids.count - 1
        }

        subscript(id: Int) -> Int? {
            if areCounted { return ids.indices.contains(id) ? id : nil }
            var (low, high) = (0, ids.count)
            while low < high {
                let middle = (low + high) / 2
                if ids[middle] < id { low = middle + 1 } else { high = middle }
            }
            return low < ids.count && ids[low] == id ? low : nil
        }
    }
}
