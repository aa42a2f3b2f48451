/// The features met so far, numbered from 0 in the order they came.
///
/// Open addressing with linear probing, at most half full.
struct FeatureTable: Sendable {
    private struct Slot {
        var key: UInt64
        var number: UInt32
    }

    private static let none = UInt32.max

    private var slots: [Slot]
    private var shift: UInt64
    /// The keys by number.
    private(set) var keys: [UInt64] = []

    /// An empty table with room for so many before it grows.
    init(room: Int = 0) {
        var bits: UInt64 = 8
        while 1 << bits < room * 2 { bits += 1 }
        slots = Array(repeating: Slot(key: 0, number: Self.none), count: 1 << bits)
        shift = 64 - bits
    }

    /// Keyed as the library's own tables are, so that nobody can prepare texts whose features all meet in one
    /// slot; nothing that is found depends on it.
    private static let salt = UInt64(truncatingIfNeeded: "features".hashValue)

    private func home(_ key: UInt64) -> Int {
        var mixed = (key ^ Self.salt) &* 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ (mixed >> 32)) &* 0xd6e8_feb8_6659_fd93
        return Int(mixed >> shift)
    }

    func number(of key: UInt64) -> UInt32? {
        var place = home(key)
        while slots[place].number != Self.none {
            if slots[place].key == key { return slots[place].number }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of a feature, which joins the table if it is new.
    mutating func number(adding key: UInt64) -> UInt32 {
        var place = home(key)
        while slots[place].number != Self.none {
            if slots[place].key == key { return slots[place].number }
            place = (place + 1) & (slots.count - 1)
        }
        let number = UInt32(keys.count)
        slots[place] = Slot(key: key, number: number)
        keys.append(key)
        if keys.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(key: 0, number: Self.none), count: slots.count * 2)
        shift -= 1
        for (number, key) in keys.enumerated() {
            var place = home(key)
            while slots[place].number != Self.none { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(key: key, number: UInt32(number))
        }
    }
}
