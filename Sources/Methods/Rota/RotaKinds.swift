/// Shifts that no rule tells apart, so that a search over rows need look only at the cheapest of them.
final class RotaKinds {
    /// A class for each set of shifts that may follow.
    let classes: Int
    /// [cell]: the class, for a shift.
    let classOf: UnsafeMutablePointer<Int>
    let count: Int
    /// [kind]: its class, its minutes in grains, and a bit for each class it may follow.
    let kindClass: UnsafeMutablePointer<Int>
    let kindGrains: UnsafeMutablePointer<Int>
    let kindAfter: UnsafeMutablePointer<UInt64>
    /// [cell]: the kind, for a shift.
    let kindOf: UnsafeMutablePointer<Int>
    /// The minutes of every shift are a multiple of this, or near one where there were too many grains.
    let grain: Int
    /// The minutes of the longest shift, in grains.
    let longest: Int

    /// With `most`, no shift has more grains than that: grains are then rounded, by as little as can be.
    init(_ tables: RotaTables, most: Int = .max) {
        let width = tables.width
        classOf = .allocate(capacity: width)
        kindOf = .allocate(capacity: width)
        kindClass = .allocate(capacity: width)
        kindGrains = .allocate(capacity: width)
        kindAfter = .allocate(capacity: width)
        classOf.initialize(repeating: 0, count: width)
        kindOf.initialize(repeating: 0, count: width)
        var masks: [UInt64: Int] = [:], divisor = 0
        for cell in 1..<width {
            // Only the bits of shifts tell classes apart.
            let mask = tables.after[cell] & (width < 64 ? (1 << UInt64(width)) - 1 : .max)
            classOf[cell] = masks[mask] ?? masks.count
            masks[mask] = classOf[cell]
            divisor = RotaKinds.divisor(divisor, tables.minutes[cell])
        }
        classes = masks.count
        grain = RotaKinds.grain((1..<width).map { tables.minutes[$0] }, exact: max(1, divisor), most: most)
        var known: [[UInt64]: Int] = [:], longest = 0
        for cell in 1..<width {
            var follows: UInt64 = 0
            for before in 1..<width where tables.after[before] >> UInt64(cell) & 1 == 1 {
                follows |= 1 << UInt64(classOf[before])
            }
            let grains = (tables.minutes[cell] + grain / 2) / grain
            let key = [follows, UInt64(classOf[cell]), UInt64(grains), tables.nights >> UInt64(cell) & 1]
            let kind = known[key] ?? known.count
            known[key] = kind
            kindOf[cell] = kind
            kindClass[kind] = classOf[cell]
            kindGrains[kind] = grains
            kindAfter[kind] = follows
            longest = max(longest, grains)
        }
        count = known.count
        self.longest = longest
    }

    deinit {
        classOf.deallocate()
        kindOf.deallocate()
        kindClass.deallocate()
        kindGrains.deallocate()
        kindAfter.deallocate()
    }

    /// The grain of at most twice the size needed that rounds the shifts by the least in sum; the smallest of
    /// equals.
    private static func grain(_ minutes: [Int], exact: Int, most: Int) -> Int {
        let longest = minutes.max() ?? 0
        guard longest / exact > most else { return exact }
        let needed = (longest + most - 1) / most
        let error = { (grain: Int) in
            minutes.reduce(0) { $0 + abs(($1 + grain / 2) / grain * grain - $1) }
        }
        return (needed...2 * needed).min { error($0) < error($1) } ?? needed
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
