import Synchronization
import Values

/// Where identifiers get their random bits: the machine in service, a seed in the demo's telling and in
/// tests.
public final class RandomSource: Sendable {
    private let state: Mutex<UInt64?>

    /// Nil takes the machine's randomness.
    public init(seed: UInt64? = nil) { state = Mutex(seed) }

    func identifier(at instant: Instant) -> Identifier {
        state.withLock { seed in
            guard let present = seed else {
                var machine = SystemRandomNumberGenerator()
                return Identifier(at: instant, using: &machine)
            }
            var generator = SplitMix(state: present)
            defer { seed = generator.state }
            return Identifier(at: instant, using: &generator)
        }
    }
}

/// SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
