import Actions
import People
public import Sealing
import Storage
import Values

/// Exchanges a key while the house serves: the new one is accepted first, then it seals, then what stands
/// under the old one is sealed anew in chunks, then the old one is taken away.
///
/// Each step can be cut off and is gone on with by running it again. Between the steps every program that has
/// the house open is given time to take the keys up: it looks each five seconds, and at once where a box does
/// not open.
public struct KeyExchange: Sendable {
    public struct Outcome: Sendable, Equatable {
        /// Boxes sealed anew, or rows whose hashes were written anew.
        public var renewed = 0
        /// What no key opens; it stays as it is.
        public var shut = 0
    }

    private let open: OpenHouse
    private let kind: KeyFolder.Kind
    private let folder: KeyFolder
    private let wait: @Sendable () async throws -> Void
    private let tell: @Sendable (String) -> Void

    /// - Parameters: `wait`: returns when all programs have looked at the keys again.
    public init(
        _ open: OpenHouse, _ kind: KeyFolder.Kind, wait: @escaping @Sendable () async throws -> Void,
        tell: @escaping @Sendable (String) -> Void
    ) {
        self.open = open
        self.kind = kind
        folder = KeyFolder(open.directory.keys)
        self.wait = wait
        self.tell = tell
    }

    static let chunk = 500

    private var keys: KeyRing { open.house.keys }
    private var database: any Database { open.house.database }

    public func run() async throws -> Outcome {
        if folder.stage(of: kind) == .settled {
            try folder.bring(kind)
            tell("a new key is accepted")
        }
        if folder.stage(of: kind) == .coming {
            try await wait()
            try folder.exchange(kind)
            tell("the new key seals, the old one opens still")
        }
        try keys.refresh()
        try await wait()
        let outcome = try await renew()
        if kind == .master {
            let left = try await database.read { [keys] in try KeyInventory(keys, $0) }
            guard left.older == 0 else { throw KeyExchangeFault.oldIsUsed(left.older) }
        }
        try folder.retire(kind)
        try keys.refresh()
        try await note()
        tell("the old key is gone")
        return outcome
    }

    private func renew() async throws -> Outcome {
        switch kind {
        case .master: try await rewrap()
        case .register: try await retoken()
        }
    }

    /// The record of each community says that its keys were exchanged.
    private func note() async throws {
        for community in try await communities() {
            _ = try await open.steward.perform(NoteExchange(kind), by: .house, in: community)
        }
    }

    private func communities() async throws -> [Identifier] {
        try await database.read { try LocalityStore.below(.root, $0, limit: 10_000).map(\.id) }
    }
}

/// Why an exchange did not end.
public enum KeyExchangeFault: Error, Equatable, CustomStringConvertible {
    /// Some program went on sealing under the old key; run it again.
    case oldIsUsed(Int)

    public var description: String {
        switch self {
        case .oldIsUsed(let count):
            "\(count) boxes were sealed under the old key meanwhile: it stays, run the exchange again"
        }
    }
}

// MARK: Masters

extension KeyExchange {
    /// Seals every subject's key and every membership's box anew that stands under the old master.
    private func rewrap() async throws -> Outcome {
        var outcome = Outcome()
        for table in SealedTable.all {
            var last: SealedTable.Row?
            while true {
                let after = last
                let rows = try await database.read { try table.rows(after: after, limit: Self.chunk, $0) }
                guard let end = rows.last else { break }
                last = end
                outcome.shut += rows.count { table.standing($0, keys) == .shut }
                let stale = rows.filter { table.standing($0, keys) == .older }
                for (community, some) in Dictionary(grouping: stale, by: \.community) {
                    outcome.renewed += try await database.write(in: community) { [keys] writing in
                        try table.renew(some.map(\.id), in: community, keys, writing)
                    }
                }
            }
            tell("\(table.name): \(outcome.renewed) sealed anew so far")
        }
        return outcome
    }
}

/// A table whose rows hold one box under the master.
struct SealedTable: Sendable {
    struct Row: Sendable {
        let community: Identifier
        let id: Identifier
        let box: [UInt8]
    }

    let name: String
    private let id: String
    private let column: String
    private let renewed: @Sendable (Row, KeyRing) throws -> [UInt8]?
    let standing: @Sendable (Row, KeyRing) -> KeyRing.Standing

    static let all = [
        SealedTable(name: "subject_key", id: "subject", column: "wrapped") { row, keys in
            try keys.rewrapped(row.box, for: row.id)
        } standing: { row, keys in
            keys.standing(ofWrapped: row.box, for: row.id)
        },
        SealedTable(name: "group_member", id: "id", column: "person") { row, keys in
            try RegisterTokens.resealed(row.box, of: row.id, keys)
        } standing: { row, keys in
            RegisterTokens.standing(of: row.box, row.id, keys)
        },
    ]

    func rows(after last: Row?, limit: Int, _ reading: any Reading) throws -> [Row] {
        let none = Identifier(high: 0, low: 0)
        let (community, start) = (last?.community ?? none, last?.id ?? none)
        let (table, id, column) = (SQL(trusted: name), SQL(trusted: id), SQL(trusted: column))
        return try reading.all(
            """
            SELECT community, \(id), \(column) FROM \(table)
            WHERE community > \(community) OR (community = \(community) AND \(id) > \(start))
            ORDER BY community, \(id) LIMIT \(limit)
            """, Self.decode)
    }

    private static func decode(_ row: any Storage.Row) throws -> Row {
        Row(community: try row.identifier(0), id: try row.identifier(1), box: row.bytes(2))
    }

    /// Reads the rows once more, within the change, and writes those that still stand under the old master.
    func renew(
        _ ids: [Identifier], in community: Identifier, _ keys: KeyRing, _ writing: any Writing
    ) throws -> Int {
        let (table, id, column) = (SQL(trusted: name), SQL(trusted: id), SQL(trusted: column))
        let rows = try writing.all(
            """
            SELECT community, \(id), \(column) FROM \(table)
            WHERE community = \(community) AND \(id) IN \(list: ids) ORDER BY \(id) LIMIT \(ids.count)
            """, Self.decode)
        var count = 0
        for row in rows {
            guard let box = try renewed(row, keys) else { continue }
            try writing.run(
                "UPDATE \(table) SET \(column) = \(box) WHERE community = \(community) AND \(id) = \(row.id)")
            count += 1
        }
        return count
    }

    private init(
        name: String, id: String, column: String,
        renewed: @escaping @Sendable (Row, KeyRing) throws -> [UInt8]?,
        standing: @escaping @Sendable (Row, KeyRing) -> KeyRing.Standing
    ) {
        self.name = name
        self.id = id
        self.column = column
        self.renewed = renewed
        self.standing = standing
    }
}

// MARK: The register's hashes

extension KeyExchange {
    private func retoken() async throws -> Outcome {
        var outcome = Outcome()
        for community in try await communities() {
            for renew in [RegisterTokens.renewPeople, RegisterTokens.renewMembers] {
                var last: Identifier?
                repeat {
                    let after = last
                    let (end, renewed) = try await database.write(in: community) { [keys] writing in
                        try renew(after, Self.chunk, community, keys, writing)
                    }
                    last = end
                    outcome.renewed += renewed
                } while last != nil
            }
        }
        return outcome
    }
}

/// That a key was exchanged: a row of the record.
struct NoteExchange: Action {
    static let name = "house.exchange-key"
    /// Nobody's but the house's: no row of the table gives it.
    static let right = Right("house.exchange-key", Text("换主密钥", "Exchange the keys"))

    let kind: KeyFolder.Kind

    init(_ kind: KeyFolder.Kind) { self.kind = kind }

    func subject(in work: Work) throws -> Place {
        guard let place = try PlaceStore.place(work.community, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return place
    }

    func run(on place: Place, in work: Work) throws -> Done {
        switch kind {
        case .master: work.record(reason: "master")
        case .register: work.record(reason: "register")
        }
        return Done()
    }

    func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
