import Synchronization

/// What capabilities keep in memory between requests: one thing of each type, made when it is first asked
/// for.
///
/// Never the only copy of anything: it is gone with the program, and every copy of the program has its own.
public final class Cupboard: Sendable {
    private let kept = Mutex<[ObjectIdentifier: any Sendable]>([:])

    public init() {}

    /// The thing of that type.
    public func take<Thing: Sendable>(_ make: @Sendable () -> Thing) -> Thing {
        kept.withLock { kept in
            if let thing = kept[ObjectIdentifier(Thing.self)] as? Thing { return thing }
            let thing = make()
            kept[ObjectIdentifier(Thing.self)] = thing
            return thing
        }
    }
}
