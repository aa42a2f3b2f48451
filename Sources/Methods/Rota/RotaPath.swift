/// The best row for one person over a stretch of days, the others' rows as they are: by dynamic programming.
///
/// Shape: a state is the run so far (days off, or days at work with the class of the last shift), the minutes
/// worked and the weekends worked; a layer holds, for each run, a table over minutes and weekends. Every rule
/// is kept but the greatest numbers of shifts, which are only kept from being passed by what lies outside the
/// stretch.
/// Source: the pricing problem of nurse rostering as a shortest path with resources; Burke and Curtois, EJOR
/// 237 (2014).
final class RotaPath {
    let tables: RotaTables
    let kinds: RotaKinds
    /// What the first toll is raised by, and each later one by twice as much.
    private let tollStep: Float
    /// [day of the stretch, kind]: the cheapest cell of the kind and its cost; 0 for none. Kind `count` is
    /// the day off.
    let cell: UnsafeMutablePointer<UInt8>
    let cost: UnsafeMutablePointer<Float>
    /// [layer, node, weekends, grains].
    let values: UnsafeMutablePointer<Float>
    /// [layer, node]: whether anything leads there.
    let reached: UnsafeMutablePointer<Bool>
    /// [person, cell]: added to the cost of a shift whose greatest number was passed before (a Lagrangian
    /// multiplier).
    let toll: UnsafeMutablePointer<Float>
    /// How many values have been weighed so far: the cost of a search, whatever its shape.
    let weighed: UnsafeMutablePointer<Int>
    var work: Int { weighed.pointee }
    static let capacity = 3_000_000
    static let nodesAtMost = 32_000
    /// In days; no more than a change has room for.
    static let longest = 56
    /// Values that the stretches laid anew all through a search may weigh: longer ones find little more for
    /// their time.
    private static let worthwhile = 1_000_000
    /// [person]: the longest stretch that fits in memory, and the longest that is worth its time.
    private(set) var fitting: [Int] = []
    private(set) var usual: [Int] = []

    init(_ tables: RotaTables, _ kinds: RotaKinds, tollStep: Float) {
        self.tables = tables
        self.kinds = kinds
        self.tollStep = tollStep
        let size = RotaPath.longest * (kinds.count + 1)
        cell = .allocate(capacity: size)
        cost = .allocate(capacity: size)
        values = .allocate(capacity: RotaPath.capacity)
        reached = .allocate(capacity: RotaPath.nodesAtMost)
        weighed = .allocate(capacity: 1)
        weighed.initialize(to: 0)
        toll = .allocate(capacity: tables.people * tables.width)
        toll.initialize(repeating: 0, count: tables.people * tables.width)
        let lengths = (1...min(RotaPath.longest, tables.days)).reversed()
        fitting = (0..<tables.people).map { person in lengths.first { fits(person, $0) } ?? 0 }
        usual = (0..<tables.people).map { person in
            lengths.first { fits(person, $0) && values(person, $0) <= RotaPath.worthwhile } ?? 0
        }
    }

    deinit {
        cell.deallocate()
        cost.deallocate()
        values.deallocate()
        reached.deallocate()
        toll.deallocate()
        weighed.deallocate()
    }

    /// One stretch of one person's row, and what part of the most minutes and weekends may be used up by its
    /// end.
    struct Stretch {
        let person: Int
        let first: Int
        let length: Int
        /// In 65536ths: less than the whole where later days are still to be filled.
        var quota = 65_536
        /// What one minute beyond the rules of amount costs.
        var price: Float
    }

    /// Writes the cells of the cheapest row of a stretch into `fresh`; false where no row keeps the rules of
    /// sequence.
    ///
    /// `noise` is added to every cost, so that a row near the cheapest can be had.
    func find(
        _ desk: RotaDesk, _ stretch: Stretch, into fresh: UnsafeMutablePointer<UInt8>, noise: () -> Float
    ) -> Bool {
        guard let frame = frame(desk, stretch) else { return false }
        var step = tollStep
        for _ in 0..<4 {
            price(desk, frame, quota: stretch.quota, noise)
            start(desk, frame)
            for day in 0..<frame.length { advance(frame, day) }
            guard let end = finish(desk, frame, price: stretch.price) else { return false }
            trace(frame, end, fresh)
            guard tables.limited[frame.person] != 0, setTolls(desk, frame, fresh, step) else { return true }
            step *= 2
        }
        return true
    }
}
