import Foundation
import Values

/// A walk over rosters that takes a worse one now and then, less and less often (simulated annealing).
final class RotaSearch {
    let tables: RotaTables
    let desk: RotaDesk
    var dice: Dice
    var one: RotaChange
    var other: RotaChange
    private let buffers: UnsafeMutablePointer<UInt8>
    private let exponential: UnsafeMutablePointer<Double>
    var temperature = 0.0
    /// What one minute beyond a rule of amount costs.
    var price = 0.0
    private var best: [UInt8]
    private(set) var bestCost = Int.max
    private(set) var bestBroken = Int.max
    private var bestIsHere = false
    var tried = [Int](repeating: 0, count: 8)
    var taken = [Int](repeating: 0, count: 8)
    var gains = [Int](repeating: 0, count: 8)

    init(_ problem: RotaProblem, seed: UInt64) {
        tables = RotaTables(problem)
        desk = RotaDesk(tables)
        dice = Dice(seed: seed)
        let size = 64
        buffers = .allocate(capacity: 4 * size)
        buffers.initialize(repeating: 0, count: 4 * size)
        one = RotaChange(firstCells: buffers, secondCells: buffers + size)
        other = RotaChange(firstCells: buffers + 2 * size, secondCells: buffers + 3 * size)
        exponential = .allocate(capacity: 4096)
        for index in 0..<4096 { exponential[index] = -log((Double(index) + 0.5) / 4096) }
        best = []
        keepIfBest()
    }

    deinit {
        buffers.deallocate()
        exponential.deallocate()
    }

    @inline(__always)
    func accepts(_ cost: Int, _ excess: Int) -> Bool {
        let delta = Double(cost) + price * Double(excess)
        return delta <= 0 || delta < temperature * exponential[Int(truncatingIfNeeded: dice.next() & 4095)]
    }

    /// Notes the roster where it is the best so far; it is copied only before it is left.
    @inline(__always)
    func keepIfBest() {
        if desk.broken < bestBroken || (desk.broken == bestBroken && desk.cost < bestCost) {
            bestBroken = desk.broken
            bestCost = desk.cost
            bestIsHere = true
        }
    }

    @inline(__always)
    func leave() {
        if bestIsHere { copyBest() }
    }

    private func copyBest() {
        bestIsHere = false
        let people = tables.people, days = tables.days
        if best.isEmpty { best = [UInt8](repeating: 0, count: people * days) }
        best.withUnsafeMutableBufferPointer { best in
            for person in 0..<people {
                let row = desk.cells + person * desk.stride + RotaDesk.margin
                for day in 0..<days { best[person * days + day] = row[day] }
            }
        }
    }

    func result() -> Roster {
        leave()
        return Roster(people: tables.people, days: tables.days, cells: best)
    }

    /// Judges and weighs a change to one person's row, and makes it where it is accepted.
    @inline(__always)
    func tryOne() -> Bool {
        guard desk.judge(&one) else { return false }
        desk.weighCover(&one)
        guard accepts(one.cost + one.cover, one.excess) else { return false }
        leave()
        desk.make(one)
        keepIfBest()
        return true
    }

    /// The same for an exchange between two people on the same days, which leaves the cover as it is.
    @inline(__always)
    func tryBoth() -> Bool {
        guard desk.judge(&one), desk.judge(&other),
            accepts(one.cost + other.cost, one.excess + other.excess)
        else { return false }
        one.cover = 0
        other.cover = 0
        leave()
        desk.make(one)
        desk.make(other)
        keepIfBest()
        return true
    }
}
