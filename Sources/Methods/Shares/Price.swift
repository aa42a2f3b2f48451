/// What supporters of a project would pay per unit of worth, between two bounds.
struct Price {
    /// A fraction in fixed point: `price / per`, the worth and the project's weight taken into `per`.
    struct Bound {
        let price: Int64
        /// The worth on ballots over which the price is shared.
        let worth: Int64
        /// The worth times what a unit of it stands for.
        let per: Int128

        init(price: Int64, worth: Int64, weight: Int64) {
            (self.price, self.worth) = (price, worth)
            per = Int128(worth) * Int128(weight)
        }

        /// Whether it is less than the other, exactly.
        @inline(__always)
        func isBelow(_ other: Bound) -> Bool {
            if per <= Int128(Int64.max), other.per <= Int128(Int64.max) {
                return Int128(price) &* other.per < Int128(other.price) &* per
            }
            return Whole(Int(price)) * Whole(other.per) < Whole(Int(other.price)) * Whole(per)
        }

        /// What a voter to whom the project is worth so much would pay, rounded up.
        @inline(__always)
        func payment(_ voterWorth: Int64) -> Int64 {
            if voterWorth == 1 { return price / worth + (price % worth == 0 ? 0 : 1) }
            let (high, low) = price.magnitude.multipliedFullWidth(by: voterWorth.magnitude)
            guard high < worth.magnitude else { return .max }
            let (quotient, remainder) = worth.magnitude.dividingFullWidth((high, low))
            // Far beyond all money it does not matter by how much.
            return quotient < Int64.max ? Int64(quotient) + (remainder == 0 ? 0 : 1) : .max
        }
    }

    let project: Int
    /// The price is at most this: it is what they would pay had they the least they may have.
    let high: Bound
    /// And at least this.
    let low: Bound
}

/// Projects by the least floors of their prices: a binary heap whose keys lie elsewhere.
struct FloorHeap {
    private var heap: [Int32] = []

    mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

    /// All of them, in no order.
    var projects: some Sequence<Int> { heap.lazy.map { Int($0) } }

    var first: Int? { heap.first.map(Int.init) }

    mutating func push(_ project: Int, _ floors: [Price.Bound]) {
        heap.append(Int32(truncatingIfNeeded: project))
        var at = heap.count - 1
        while at > 0 {
            let above = (at - 1) / 2
            guard floors[Int(heap[at])].isBelow(floors[Int(heap[above])]) else { return }
            heap.swapAt(at, above)
            at = above
        }
    }

    mutating func pop(_ floors: [Price.Bound]) {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var at = 0
        while true {
            var least = at
            for below in [2 * at + 1, 2 * at + 2] where below < heap.count {
                if floors[Int(heap[below])].isBelow(floors[Int(heap[least])]) { least = below }
            }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }
}
