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
            var generator = Dice(seed: present)
            defer { seed = generator.state }
            return Identifier(at: instant, using: &generator)
        }
    }
}
