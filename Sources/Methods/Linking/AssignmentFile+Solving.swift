extension AssignmentFile {
    /// The cheapest answer; `oneTaskPerSlot` holds every volunteer to one task in one slot of time.
    ///
    /// *Refuses* a list too large to weigh, and an objective that overflows.
    public func solve(oneTaskPerSlot: Bool = false) throws(InputFault) -> AssignmentAnswer {
        switch self {
        case .matrix(let matrix): AssignmentAnswer(DenseAssignment(of: matrix))
        case .tasks(let list): try list.solve(oneTaskPerSlot: oneTaskPerSlot)
        }
    }
}

extension AssignmentAnswer {
    fileprivate init(_ assignment: DenseAssignment) {
        objective = assignment.cost
        pairs = assignment.columns.enumerated().compactMap { row, column in
            column.map { Pair(left: row, right: $0) }
        }
        unserved = assignment.columns.enumerated().compactMap { row, column in
            column == nil ? Shortfall(id: row, units: 1, why: .allTaken) : nil
        }
    }
}

extension TaskList {
    fileprivate func solve(oneTaskPerSlot: Bool) throws(InputFault) -> AssignmentAnswer {
        var search = LinkSearch(try TaskNetwork(self, oneTaskPerSlot: oneTaskPerSlot).network)
        search.run()
        var pairs: [AssignmentAnswer.Pair] = []
        for task in tasks.indices {
            let volunteers = search.links(of: task).map { search.network.slotResource[$0.slot] }.sorted()
            for volunteer in volunteers {
                pairs.append(.init(left: self.volunteers[Int(volunteer)].id, right: tasks[task].id))
            }
        }
        let unserved = tasks.indices.filter { search.unserved[$0] > 0 }.map { task in
            AssignmentAnswer.Shortfall(
                id: tasks[task].id, units: search.unserved[task], why: search.reason(for: task))
        }
        return AssignmentAnswer(objective: try search.objective(), pairs: pairs, unserved: unserved)
    }
}
