import Synchronization
public import Values

/// How much of the database something was made of.
public enum Ground: Sendable {
    /// The settled tables alone: those whose rows people seldom change, as a schema names them
    /// (``Migration``).
    case settled
    /// Any table: it is old with the next commit.
    case everything
    /// Any table, as it was a while ago: no commit makes it old, and its state names the database alone.
    case lately
}

/// Which state of its ground a reading sees.
///
/// An engine counts its commits, and those that changed settled tables, in the database itself, so that a
/// reading knows the state it sees, whoever wrote it.
public struct GroundState: Hashable, Sendable {
    /// Tells one open database from another in the same process.
    let database: UInt64
    let change: Int64

    public init(database: UInt64, change: Int64) {
        self.database = database
        self.change = change
    }

    func isOlder(than other: GroundState) -> Bool { database == other.database && change < other.change }
}

/// What was made out of its ground, kept until that changes: never older than its reading.
public final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Store {
        var state: GroundState?
        var values: [Key: Value] = [:]
    }

    private let store = Mutex(Store())
    private let most: Int
    private let ground: Ground

    /// - Parameters: `most`: beyond so many all are let go.
    public init(most: Int, of ground: Ground = .settled) {
        self.most = most
        self.ground = ground
    }

    /// The kept value, or what `make` makes of its ground. Nothing that is nil is kept.
    public func value(
        _ key: Key, _ reading: any Reading, _ make: (any Reading) throws -> Value?
    ) throws -> Value? {
        // Where the ground is just being changed, nothing is kept.
        guard let state = try reading.state(of: ground) else { return try make(reading) }
        if let known = store.withLock({ $0.state == state ? $0.values[key] : nil }) { return known }
        let made = try reading.only(ground) { try make(reading) }
        guard let made else { return nil }
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

/// What was made out of many rows of any table, good for a few seconds: for sums over hundreds of
/// communities, of which one always changes.
public final class Lately<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Made {
        let state: GroundState
        let at: ContinuousClock.Instant
        let value: Value
    }

    private let store = Mutex<[Key: Made]>([:])
    private let most: Int
    private let lag: Duration

    /// - Parameters: `most`: beyond so many all are let go. `lag`: how old what is given may be.
    public init(most: Int, lag: Duration) {
        self.most = most
        self.lag = lag
    }

    /// What was made of this database within the lag; else what `make` makes now.
    public func value(_ key: Key, _ reading: any Reading, _ make: () throws -> Value) throws -> Value {
        // A change sees what others do not see yet.
        guard let state = try reading.state(of: .lately) else { return try make() }
        let known = store.withLock { $0[key] }
        if let known, known.state == state, known.at.duration(to: .now) < lag { return known.value }
        let made = Made(state: state, at: .now, value: try make())
        store.withLock { store in
            if store.count >= most { store.removeAll(keepingCapacity: true) }
            store[key] = made
        }
        return made.value
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
