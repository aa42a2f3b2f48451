/// A need that asks for so many units of help.
public struct PlanNeed: Hashable, Sendable {
    public let id: String
    public let units: Int
    /// What is more pressing has the higher number; only the order of the numbers counts.
    public let priority: Int
    /// The slot of time in which help must come; nil where any time will do.
    public let slot: Int?
    /// The most units that one resource may give to it.
    public let mostFromOne: Int

    public init(id: String, units: Int = 1, priority: Int = 1, slot: Int? = nil, mostFromOne: Int = 1) {
        self.id = id
        self.units = units
        self.priority = priority
        self.slot = slot
        self.mostFromOne = mostFromOne
    }
}

/// A resource that can give so many units in all.
public struct PlanResource: Hashable, Sendable {
    public let id: String
    public let capacity: Int
    /// The most units in one slot of time: 1 for a person; nil for what is not bound by time.
    public let perSlot: Int?

    public init(id: String, capacity: Int = 1, perSlot: Int? = 1) {
        self.id = id
        self.capacity = capacity
        self.perSlot = perSlot
    }
}

/// A need and a resource that may be linked, and what a unit of it costs: the lower, the better they fit.
public struct PermittedPair: Hashable, Sendable {
    public let need: String
    public let resource: String
    public let cost: Int

    public init(need: String, resource: String, cost: Int) {
        self.need = need
        self.resource = resource
        self.cost = cost
    }
}

/// The best links between many needs and many resources, and what stays unserved, and why.
///
/// *Best.* First as many units as possible of the most pressing needs, then of the next, and so on; among all
/// such plans one of least cost. (The units that can be served together form a matroid, so that to serve one
/// priority as far as possible never costs a unit of a higher one, and the least sum of unserved priorities
/// is the same plan.)
/// *Units.* Whole units; cost in whatever whole unit the pairs are given in.
/// *Ties.* Of plans equally good the one found depends on ids alone, in the order of their UTF-8: the order
/// in which needs, resources and pairs are given changes nothing.
/// *Bounds.* See ``LinkSearch``. A city's quarter of 20,000 volunteers and 15,000 tasks takes a fraction of a
/// second.
/// *Source.* Minimum-cost flow by successive shortest paths; see ``LinkSearch``.
public struct LinkPlan: Hashable, Sendable {
    public struct Link: Hashable, Sendable {
        public let need: String
        public let resource: String
        public let units: Int
        /// What each unit costs.
        public let cost: Int
    }

    /// A need that gets less than it asks.
    public struct Unserved: Hashable, Sendable {
        public let need: String
        public let units: Int
        public let why: UnservedReason
        /// The needs that hold what would have been permitted to it, in order of id.
        public let holders: [String]
    }

    /// Every link once, in order of need and resource.
    public let links: [Link]
    /// In order of need.
    public let unserved: [Unserved]
    /// What all links cost.
    public let cost: Int
}

extension LinkPlan {
    /// Finds the best plan.
    ///
    /// *Refuses* an id given twice, a pair given twice or of somebody unknown, negative numbers where there
    /// can be none, and numbers so large that priority and cost could not be weighed within 64 bits.
    public init(
        needs: [PlanNeed], resources: [PlanResource], permitted: [PermittedPair]
    ) throws(InputFault) {
        let problem = try PlanProblem(needs: needs, resources: resources, permitted: permitted)
        var search = LinkSearch(problem.network)
        search.run()
        let slotResource = search.network.slotResource
        func name(_ slot: Int) -> String { problem.resources[Int(slotResource[slot])].id }

        var links: [Link] = []
        var unserved: [Unserved] = []
        var cost = 0
        for (index, need) in problem.needs.enumerated() {
            for link in search.links(of: index).sorted(by: { slotResource[$0.slot] < slotResource[$1.slot] })
            {
                links.append(
                    Link(need: need.id, resource: name(link.slot), units: link.amount, cost: link.cost))
                cost += link.amount * link.cost
            }
            guard search.unserved[index] > 0 else { continue }
            unserved.append(
                Unserved(
                    need: need.id, units: search.unserved[index], why: search.reason(for: index),
                    holders: search.holders(of: index).map { problem.needs[$0].id }))
        }
        (self.links, self.unserved, self.cost) = (links, unserved, cost)
    }
}
