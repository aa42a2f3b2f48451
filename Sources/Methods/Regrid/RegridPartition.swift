/// A division while it is worked on: flat memory, sums kept by difference, every question answered in
/// constant time but for contiguity.
///
/// All sums are of whole numbers and therefore exact, however many moves were made.
struct RegridPartition: ~Copyable {
    /// What is summed up of a group.
    struct Tally {
        /// The squared length of the sum of the features, and that by the number of buildings.
        var square = 0.0
        var weight = 0.0
        /// How many buildings there are.
        var size = 0.0
        var load = 0.0
        var units: Int32 = 0
        /// How many units must stay.
        var anchors: Int32 = 0
    }

    let count: Int
    let groups: Int
    /// Blocks of four features to a unit.
    let stride: Int
    /// The window of loads, and what a load outside of it costs: an entrance, and more with every mean unit's
    /// load.
    var window: RegridWindow
    let entrance = 0.2
    let meanLoad: Double

    let labels: UnsafeMutablePointer<Int32>
    let tallies: UnsafeMutablePointer<Tally>
    let offsets: UnsafeMutablePointer<Int32>
    let around: UnsafeMutablePointer<Int32>
    /// Every border that a unit could move over, from the unit to its neighbour; borders of anchors are left
    /// out.
    let borders: UnsafeMutablePointer<(unit: Int32, neighbor: Int32)>
    let borderCount: Int
    let isAnchored: UnsafeMutablePointer<Bool>
    /// By place in `around`: the squared distance of the two units' features.
    let lengths: UnsafeMutablePointer<Double>
    let features: UnsafeMutablePointer<SIMD4<Double>>
    let sums: UnsafeMutablePointer<SIMD4<Double>>
    let sizes: UnsafeMutablePointer<Double>
    let loads: UnsafeMutablePointer<Double>
    private let squares: UnsafeMutablePointer<Double>
    private let queue: UnsafeMutablePointer<Int32>
    private let marks: UnsafeMutablePointer<Int64>
    private let targets: UnsafeMutablePointer<Int64>
    private var stamp: Int64 = 0
    /// How many borders were looked at to answer whether a group stays connected.
    private(set) var visits = 0

    init(_ units: RegridUnits, groups: Int, window: RegridWindow) {
        count = units.count
        self.groups = groups
        self.window = window
        meanLoad = units.totalLoad > 0 ? units.totalLoad / Double(units.count) : 1
        let width = units.units[0].sum.count
        stride = (width + 3) / 4
        labels = Self.memory(count, 0)
        tallies = Self.memory(groups, Tally())
        features = Self.memory(count * stride, .zero)
        sums = Self.memory(groups * stride, .zero)
        squares = Self.memory(count, 0)
        sizes = Self.memory(count, 0)
        loads = Self.memory(count, 0)
        isAnchored = Self.memory(count, false)
        queue = Self.memory(count, 0)
        marks = Self.memory(count, 0)
        targets = Self.memory(count, 0)
        offsets = Self.memory(count + 1, 0)
        let edges = units.units.reduce(0) { $0 + $1.neighbors.count }
        around = Self.memory(edges, 0)
        lengths = Self.memory(edges, 0)
        borders = Self.memory(edges, (0, 0))
        borderCount = units.units.reduce(0) { $0 + ($1.anchor < 0 ? $1.neighbors.count : 0) }
        fill(units)
    }

    static func memory<Value: BitwiseCopyable>(
        _ count: Int, _ value: Value
    ) -> UnsafeMutablePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
        memory.initialize(repeating: value, count: max(1, count))
        return memory
    }

    private func fill(_ units: RegridUnits) {
        var edge = 0, border = 0
        for (index, unit) in units.units.enumerated() {
            for (feature, value) in unit.sum.enumerated() {
                features[index * stride + feature / 4][feature % 4] = value
            }
            squares[index] = unit.sum.reduce(0) { $0 + $1 * $1 }
            sizes[index] = Double(unit.buildings.count)
            loads[index] = unit.load
            isAnchored[index] = unit.anchor >= 0
            for other in unit.neighbors {
                around[edge] = Int32(other)
                lengths[edge] = Self.length(unit, units.units[other])
                edge += 1
                guard unit.anchor < 0 else { continue }
                borders[border] = (Int32(index), Int32(other))
                border += 1
            }
            offsets[index + 1] = Int32(edge)
        }
    }

    /// How far the means of two units are from one another, squared.
    private static func length(_ one: RegridUnits.Unit, _ other: RegridUnits.Unit) -> Double {
        let size = Double(one.buildings.count), otherSize = Double(other.buildings.count)
        return zip(one.sum, other.sum).reduce(0) {
            let distance = $1.0 / size - $1.1 / otherSize
            return $0 + distance * distance
        }
    }

    deinit {
        labels.deallocate()
        tallies.deallocate()
        offsets.deallocate()
        around.deallocate()
        lengths.deallocate()
        borders.deallocate()
        isAnchored.deallocate()
        features.deallocate()
        sums.deallocate()
        squares.deallocate()
        sizes.deallocate()
        loads.deallocate()
        queue.deallocate()
        marks.deallocate()
        targets.deallocate()
    }
}

extension RegridPartition {
    /// Takes over a division; each group must have a unit.
    mutating func adopt(_ given: [Int32]) {
        for group in 0..<groups { tallies[group] = Tally() }
        for index in 0..<groups * stride { sums[index] = .zero }
        for unit in 0..<count {
            let group = Int(given[unit])
            labels[unit] = given[unit]
            // Written back whole: an access in place for each breaks the compiler's thread sanitizer (Swift
            // 6.3).
            for block in 0..<stride {
                let sum = sums[group * stride + block] + features[unit * stride + block]
                sums[group * stride + block] = sum
            }
            var tally = tallies[group]
            tally.size += sizes[unit]
            tally.load += loads[unit]
            tally.units += 1
            tally.anchors += isAnchored[unit] ? 1 : 0
            tallies[group] = tally
        }
        for group in 0..<groups { weigh(group) }
    }

    /// The within-group sum of squares, in steps squared, but for what no division changes.
    var spread: Double {
        var spread = 0.0
        for group in 0..<groups { spread -= tallies[group].weight }
        return spread
    }

    /// How many groups' loads lie outside the window.
    var outside: Int {
        var outside = 0
        for group in 0..<groups where !window.holds(tallies[group].load) { outside += 1 }
        return outside
    }

    var groupLoads: [Double] { (0..<groups).map { tallies[$0].load } }
    var labelList: [Int32] { Array(UnsafeBufferPointer(start: labels, count: count)) }

    /// What a load outside the window costs; 0 inside.
    @inline(__always)
    func excess(_ load: Double) -> Double {
        if load > window.most { return entrance + (load - window.most) / meanLoad }
        if load < window.least { return entrance + (window.least - load) / meanLoad }
        return 0
    }

    /// By how much the spread changes when a unit moves from its group to another; its group must have a
    /// second unit.
    @inline(__always)
    func gain(_ unit: Int, _ from: Int, _ to: Int) -> Double {
        var left = SIMD4<Double>.zero, right = SIMD4<Double>.zero
        for block in 0..<stride {
            let own = features[unit * stride + block]
            left += own * sums[from * stride + block]
            right += own * sums[to * stride + block]
        }
        let square = squares[unit], size = sizes[unit], one = tallies[from], other = tallies[to]
        let left2 = one.square - 2 * left.sum() + square, right2 = other.square + 2 * right.sum() + square
        return one.weight + other.weight - left2 / (one.size - size) - right2 / (other.size + size)
    }

    /// By how much the cost of loads changes with such a move.
    @inline(__always)
    func strain(_ unit: Int, _ from: Int, _ to: Int) -> Double {
        let load = loads[unit], one = tallies[from].load, other = tallies[to].load
        return excess(one - load) + excess(other + load) - excess(one) - excess(other)
    }

    /// Makes the move.
    @inline(__always)
    func move(_ unit: Int, _ from: Int, _ to: Int) {
        labels[unit] = Int32(to)
        for block in 0..<stride {
            let own = features[unit * stride + block]
            sums[from * stride + block] -= own
            sums[to * stride + block] += own
        }
        tallies[from].size -= sizes[unit]
        tallies[from].load -= loads[unit]
        tallies[from].units -= 1
        tallies[to].size += sizes[unit]
        tallies[to].load += loads[unit]
        tallies[to].units += 1
        weigh(from)
        weigh(to)
    }

    /// Gives a group and another what was theirs in a new way: all of both but what is `apart` goes to the
    /// first.
    func settle(_ one: Int, _ other: Int, apart: Tally, sum: UnsafeMutablePointer<SIMD4<Double>>) {
        for block in 0..<stride {
            sums[one * stride + block] += sums[other * stride + block] - sum[block]
            sums[other * stride + block] = sum[block]
        }
        tallies[one].size += tallies[other].size - apart.size
        tallies[one].load += tallies[other].load - apart.load
        tallies[one].units += tallies[other].units - apart.units
        tallies[other] = apart
        weigh(one)
        weigh(other)
    }

    @inline(__always)
    private func weigh(_ group: Int) {
        var square = SIMD4<Double>.zero
        for block in 0..<stride { square += sums[group * stride + block] * sums[group * stride + block] }
        tallies[group].square = square.sum()
        tallies[group].weight = tallies[group].square / tallies[group].size
    }

    /// Whether a unit's group stays connected, and is not empty, when the unit leaves it.
    ///
    /// A search from one of its neighbours in the group that stops as soon as it has met the others: a few
    /// steps on most maps, the group's size at most.
    mutating func mayLeave(_ unit: Int) -> Bool {
        let group = labels[unit]
        stamp += 1
        var missing = 0
        var first: Int32 = -1
        visits += Int(offsets[unit + 1] - offsets[unit])
        for edge in Int(offsets[unit])..<Int(offsets[unit + 1]) {
            let other = around[edge]
            guard labels[Int(other)] == group else { continue }
            if first < 0 { first = other } else { missing += 1 }
            targets[Int(other)] = stamp
        }
        guard first >= 0, missing > 0 else { return first >= 0 }
        marks[unit] = stamp
        marks[Int(first)] = stamp
        queue[0] = first
        var head = 0, tail = 1
        while head < tail {
            let from = Int(queue[head])
            head += 1
            visits += Int(offsets[from + 1] - offsets[from])
            for edge in Int(offsets[from])..<Int(offsets[from + 1]) {
                let other = Int(around[edge])
                guard labels[other] == group, marks[other] != stamp else { continue }
                marks[other] = stamp
                if targets[other] == stamp {
                    missing -= 1
                    if missing == 0 { return true }
                }
                queue[tail] = Int32(other)
                tail += 1
            }
        }
        return false
    }
}
