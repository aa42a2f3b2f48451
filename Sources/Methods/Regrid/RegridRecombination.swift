import Values

/// Divides two groups that touch anew: a random spanning tree of both is grown, and cut at its best edge.
///
/// This is the step of recombination (DeFord, Duchin and Solomon, 2021) with the cut chosen by cost, not by
/// load alone. It finds divisions that single units could only reach through much worse ones, on sparse maps
/// above all. Trees lead over short edges more often than over long ones: of two edges drawn the shorter is
/// taken.
struct RegridRecombination: ~Copyable {
    /// The units in the order in which they were reached, and their places in it.
    private let order: UnsafeMutablePointer<Int32>
    private let places: UnsafeMutablePointer<Int32>
    /// By place: the place of the unit that it hangs on; what hangs on it and itself, summed up.
    private let above: UnsafeMutablePointer<Int32>
    private let tallies: UnsafeMutablePointer<RegridPartition.Tally>
    private let sums: UnsafeMutablePointer<SIMD4<Double>>
    private let edges: UnsafeMutablePointer<Edge>
    private let stride: Int
    private var reached = 0

    private struct Edge {
        var place: Int32
        var to: Int32
        var length: Double
    }

    init(_ partition: borrowing RegridPartition) {
        let count = partition.count
        stride = partition.stride
        order = RegridPartition.memory(count, 0)
        places = RegridPartition.memory(count, -1)
        above = RegridPartition.memory(count, -1)
        tallies = RegridPartition.memory(count, RegridPartition.Tally())
        sums = RegridPartition.memory(count * stride, .zero)
        edges = RegridPartition.memory(
            Int(partition.offsets[count]), Edge(place: 0, to: 0, length: 0))
    }

    deinit {
        order.deallocate()
        places.deallocate()
        above.deallocate()
        tallies.deallocate()
        sums.deallocate()
        edges.deallocate()
    }

    /// Grows a tree over the group of a unit and one that touches it.
    mutating func grow(
        from first: Int, with other: Int, _ partition: borrowing RegridPartition, _ dice: inout Dice
    ) {
        let one = partition.labels[first], two = partition.labels[other]
        for place in 0..<reached { places[Int(order[place])] = -1 }
        reached = 0
        var waiting = take(first, above: -1, partition, one, two, waiting: 0)
        while waiting > 0 {
            let draw = dice.next()
            var chosen = Int(((draw >> 32) &* UInt64(waiting)) >> 32)
            let rival = Int(((draw & 0xffff_ffff) &* UInt64(waiting)) >> 32)
            if edges[rival].length < edges[chosen].length { chosen = rival }
            let edge = edges[chosen]
            waiting -= 1
            edges[chosen] = edges[waiting]
            guard places[Int(edge.to)] < 0 else { continue }
            waiting = take(Int(edge.to), above: edge.place, partition, one, two, waiting: waiting)
        }
    }

    /// Adds a unit to the tree, and what it touches to what is waiting; returns how much waits.
    @inline(__always)
    private mutating func take(
        _ unit: Int, above edge: Int32, _ partition: borrowing RegridPartition, _ one: Int32, _ two: Int32,
        waiting: Int
    ) -> Int {
        let place = reached
        reached += 1
        order[place] = Int32(unit)
        places[unit] = Int32(place)
        above[place] = edge
        tallies[place] = RegridPartition.Tally(
            size: partition.sizes[unit], load: partition.loads[unit], units: 1)
        for block in 0..<stride { sums[place * stride + block] = partition.features[unit * stride + block] }
        var waiting = waiting
        for index in Int(partition.offsets[unit])..<Int(partition.offsets[unit + 1]) {
            let next = partition.around[index], label = partition.labels[Int(next)]
            guard label == one || label == two, places[Int(next)] < 0 else { continue }
            edges[waiting] = Edge(place: Int32(place), to: next, length: partition.lengths[index])
            waiting += 1
        }
        return waiting
    }

    /// The edge whose cut costs least, by the place below it: the spread and the loads of both sides
    /// together.
    func bestCut(_ partition: borrowing RegridPartition, _ price: Double) -> (place: Int, cost: Double)? {
        guard reached > 1 else { return nil }
        var best: (place: Int, cost: Double)?
        sumUp()
        for place in 1..<reached {
            var below = SIMD4<Double>.zero, rest = SIMD4<Double>.zero
            for block in 0..<stride {
                let sum = sums[place * stride + block], left = sums[block] - sum
                below += sum * sum
                rest += left * left
            }
            let load = tallies[place].load, size = tallies[place].size
            let strain = partition.excess(load) + partition.excess(tallies[0].load - load)
            let cost = price * strain - below.sum() / size - rest.sum() / (tallies[0].size - size)
            if cost < best?.cost ?? .infinity { best = (place, cost) }
        }
        return best
    }

    private func sumUp() {
        for place in Swift.stride(from: reached - 1, to: 0, by: -1) {
            let upper = Int(above[place])
            tallies[upper].size += tallies[place].size
            tallies[upper].load += tallies[place].load
            tallies[upper].units += tallies[place].units
            for block in 0..<stride { sums[upper * stride + block] += sums[place * stride + block] }
        }
    }

    /// Makes the cut, of groups with these labels; notes the units that change from one to the other.
    mutating func apply(
        _ cut: Int, _ partition: borrowing RegridPartition, _ one: Int32, _ other: Int32,
        changed: inout [Int32]
    ) {
        // What hangs below the cut is marked, and takes the label that most of it has.
        var ofOne = 0, below = 0
        for place in cut..<reached {
            let isBelow = place == cut || tallies[Int(above[place])].anchors == 1
            guard isBelow else { continue }
            tallies[place].anchors = 1
            below += 1
            ofOne += partition.labels[Int(order[place])] == one ? 1 : 0
        }
        let (lower, upper) = ofOne * 2 > below ? (one, other) : (other, one)
        for place in 0..<reached {
            let unit = Int(order[place]), label = tallies[place].anchors == 1 ? lower : upper
            guard partition.labels[unit] != label else { continue }
            partition.labels[unit] = label
            changed.append(Int32(unit))
        }
        var apart = tallies[cut]
        apart.anchors = 0
        partition.settle(Int(upper), Int(lower), apart: apart, sum: sums + cut * stride)
    }
}
