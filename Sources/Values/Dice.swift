/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// SplitMix64, as published by Steele, Lea and Flood (OOPSLA 2014). Not for secrets.
public struct Dice: RandomNumberGenerator, Sendable {
    /// Where the sequence stands: dice made of it go on from here.
    public private(set) var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// Dice that depend on the seed and a name alone, so that one part of a whole can grow
    /// without the others changing.
    public init(seed: UInt64, for name: String) {
        // FNV-1a over the name, 64 bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        state = seed ^ hash
    }

    public mutating func next() -> UInt64 {
        state = state &+ 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `bound`; 0 where the bound is not positive.
    public mutating func below(_ bound: Int) -> Int {
        // The high half of the product is the same everywhere, which the library's ranges do not promise.
        bound > 0 ? Int(next().multipliedFullWidth(by: UInt64(bound)).high) : 0
    }

    /// A number within the range, both ends included.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True `share` times in a hundred.
    public mutating func chance(_ share: Int) -> Bool { below(100) < share }

    /// One of the list, each as likely; nil for an empty list.
    public mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[below(list.count)]
    }

    /// One of the list, as likely as its weight; nil where no weight is positive.
    public mutating func pick<Element>(_ list: [(Element, Int)]) -> Element? {
        let total = list.reduce(0) { $0 + max(0, $1.1) }
        var rest = below(total)
        for (element, weight) in list where weight > 0 {
            if rest < weight { return element }
            rest -= weight
        }
        return nil
    }

    /// The list in a new order (Fisher and Yates).
    public mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, below(index + 1)) }
        return list
    }
}
