import Synchronization
public import Values

/// Which state of the settled tables a reading sees: those whose rows people seldom change.
///
/// A schema names its settled tables (``Migration``). An engine counts the commits that changed any of them,
/// in the database itself, so that a reading knows the state it sees, whoever wrote it.
public struct SettledState: Hashable, Sendable {
    /// Tells one open database from another in the same process.
    let database: UInt64
    let change: Int64

    public init(database: UInt64, change: Int64) {
        self.database = database
        self.change = change
    }

    func isOlder(than other: SettledState) -> Bool { database == other.database && change < other.change }
}

/// What was made out of settled tables alone, kept until any of them changes: never older than its reading.
public final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Store {
        var state: SettledState?
        var values: [Key: Value] = [:]
    }

    private let store = Mutex(Store())
    private let most: Int

    /// - Parameters: `most`: beyond so many all are let go.
    public init(most: Int) { self.most = most }

    /// The kept value, or what `make` makes of settled tables. Nothing that is nil is kept.
    public func value(
        _ key: Key, _ reading: any Reading, _ make: (any Reading) throws -> Value?
    ) throws -> Value? {
        // Where settled tables are just being changed, nothing is kept.
        guard let state = try reading.settledState() else { return try make(reading) }
        if let known = store.withLock({ $0.state == state ? $0.values[key] : nil }) { return known }
        guard let made = try reading.onlySettled({ try make(reading) }) else { return nil }
        store.withLock { store in
            if let known = store.state, known != state {
                // A reading that began before the last change leaves what others have kept since.
                if state.isOlder(than: known) { return }
                store.values.removeAll(keepingCapacity: true)
            }
            if store.values.count >= most { store.values.removeAll(keepingCapacity: true) }
            store.state = state
            store.values[key] = made
        }
        return made
    }
}

/// A row of one community, as a key of what is kept.
public struct RowKey: Hashable, Sendable {
    let community: Identifier
    let id: Identifier

    public init(_ community: Identifier, _ id: Identifier) {
        self.community = community
        self.id = id
    }
}
