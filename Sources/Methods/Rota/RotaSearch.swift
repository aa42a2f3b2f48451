import Foundation
import Values

/// A walk over rosters that takes a worse one now and then, less and less often (simulated annealing).
final class RotaSearch {
    let tables: RotaTables
    let desk: RotaDesk
    let path: RotaPath
    /// The same with rounded minutes, for longer stretches, where exact ones make too large tables.
    let rough: RotaPath?
    /// Pointers, because a variable of a class would be guarded at every use, which costs a third of the
    /// time.
    let dice: UnsafeMutablePointer<Dice>
    let one: UnsafeMutablePointer<RotaChange>
    let other: UnsafeMutablePointer<RotaChange>
    private let buffers: UnsafeMutablePointer<UInt8>
    let exponential: UnsafeMutablePointer<Double>
    let now: UnsafeMutablePointer<Standing>
    /// [person]: what one minute beyond a rule of amount costs.
    let price: UnsafeMutablePointer<Double>
    private let best: UnsafeMutablePointer<UInt8>

    private static let fewGrains = 16

    struct Standing {
        var temperature = 0.0
        var bestCost = Int.max
        var bestBroken = Int.max
        /// The best roster is the one on the desk, and not yet copied.
        var bestIsHere = false
    }

    init(_ problem: RotaProblem, seed: UInt64) {
        tables = RotaTables(problem)
        desk = RotaDesk(tables)
        let kinds = RotaKinds(tables), tollStep = Float(0.15 * RotaCooling(problem).scale)
        path = RotaPath(tables, kinds, tollStep: tollStep)
        rough =
            kinds.longest > RotaSearch.fewGrains
            ? RotaPath(tables, RotaKinds(tables, most: RotaSearch.fewGrains), tollStep: tollStep) : nil
        dice = .allocate(capacity: 1)
        dice.initialize(to: Dice(seed: seed))
        let size = RotaChange.room
        buffers = .allocate(capacity: 4 * size)
        buffers.initialize(repeating: 0, count: 4 * size)
        one = .allocate(capacity: 1)
        other = .allocate(capacity: 1)
        one.initialize(to: RotaChange(firstCells: buffers, secondCells: buffers + size))
        other.initialize(to: RotaChange(firstCells: buffers + 2 * size, secondCells: buffers + 3 * size))
        now = .allocate(capacity: 1)
        now.initialize(to: Standing())
        price = .allocate(capacity: tables.people)
        price.initialize(repeating: 0, count: tables.people)
        exponential = .allocate(capacity: 4096)
        for index in 0..<4096 { exponential[index] = -log((Double(index) + 0.5) / 4096) }
        best = .allocate(capacity: tables.people * tables.days)
        best.initialize(repeating: 0, count: tables.people * tables.days)
        keepIfBest()
    }

    deinit {
        dice.deallocate()
        one.deallocate()
        other.deallocate()
        buffers.deallocate()
        exponential.deallocate()
        now.deallocate()
        price.deallocate()
        best.deallocate()
    }

    /// Whether a change that costs so much more is taken at the temperature there is.
    @inline(__always)
    func accepts(_ delta: Double) -> Bool {
        delta <= 0
            || delta < now.pointee.temperature
                * exponential[Int(truncatingIfNeeded: dice.pointee.next() & 4095)]
    }

    /// Notes the roster where it is the best so far; it is copied only before it is left.
    @inline(__always)
    private func keepIfBest() {
        let broken = desk.totals.pointee.broken, cost = desk.totals.pointee.cost
        guard broken <= now.pointee.bestBroken, broken < now.pointee.bestBroken || cost < now.pointee.bestCost
        else {
            return
        }
        now.pointee.bestBroken = broken
        now.pointee.bestCost = cost
        now.pointee.bestIsHere = true
    }

    private func copyBest() {
        now.pointee.bestIsHere = false
        for person in 0..<tables.people {
            let row = desk.cells + person * desk.stride + RotaDesk.margin
            (best + person * tables.days).update(from: row, count: tables.days)
        }
    }

    /// The roster as it stands.
    var roster: Roster {
        var cells: [UInt8] = []
        for person in 0..<tables.people {
            let row = desk.cells + person * desk.stride + RotaDesk.margin
            cells.append(contentsOf: UnsafeBufferPointer(start: row, count: tables.days))
        }
        return Roster(people: tables.people, days: tables.days, cells: cells)
    }

    /// The best roster so far.
    func result() -> Roster {
        if now.pointee.bestIsHere { copyBest() }
        let cells = Array(UnsafeBufferPointer(start: best, count: tables.people * tables.days))
        return Roster(people: tables.people, days: tables.days, cells: cells)
    }

    /// Judges and weighs a change to one person's row, and makes it where it is accepted.
    @inline(__always)
    func tryOne() -> Bool {
        guard desk.judge(one) else { return false }
        desk.weighCover(one)
        let cost = one.pointee.cost + one.pointee.cover
        guard accepts(Double(cost) + price[one.pointee.person] * Double(one.pointee.excess)) else {
            return false
        }
        if now.pointee.bestIsHere { copyBest() }
        desk.make(one)
        keepIfBest()
        return true
    }

    /// The same for an exchange between two people on the same days, which leaves the cover as it is.
    @inline(__always)
    func tryBoth() -> Bool {
        guard desk.judge(one), desk.judge(other) else { return false }
        let excess =
            price[one.pointee.person] * Double(one.pointee.excess)
            + price[other.pointee.person] * Double(other.pointee.excess)
        guard accepts(Double(one.pointee.cost + other.pointee.cost) + excess) else { return false }
        one.pointee.cover = 0
        other.pointee.cover = 0
        if now.pointee.bestIsHere { copyBest() }
        desk.make(one)
        desk.make(other)
        keepIfBest()
        return true
    }

    func setPrices(to price: Double) {
        for person in 0..<tables.people { self.price[person] = price }
    }

    /// Raises the price for those beyond their rules of amount, and lowers it for the others.
    func movePrices(within range: ClosedRange<Double>, up: Double, down: Double) {
        for person in 0..<tables.people {
            let next = price[person] * (desk.excess[person] > 0 ? up : down)
            price[person] = min(max(next, range.lowerBound), range.upperBound)
        }
    }
}
