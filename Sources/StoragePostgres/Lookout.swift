import Dispatch
import Foundation
import Logging
import Storage
import Synchronization

/// What a server said of itself a moment ago.
struct Sight: Sendable {
    /// The timeline on which it writes; nil where it follows another.
    let timeline: Int64?
    let cluster: Int64
    /// How far its log is written, or replayed where it follows, in bytes.
    let position: Int64
    /// The timeline of the server that it follows just now; nil where it follows none, or may not say so.
    let follows: Int64?
    /// The row of the reign, where it leads a house.
    var reign: Reign?

    init(_ link: Link) throws {
        let answer = try link.ask(
            """
            SELECT CASE WHEN pg_is_in_recovery() THEN '' ELSE pg_walfile_name(pg_current_wal_lsn()) END,
              CAST(pg_wal_lsn_diff(COALESCE(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                ELSE pg_current_wal_lsn() END, '0/0'), '0/0') AS BIGINT),
              COALESCE((SELECT received_tli FROM pg_stat_wal_receiver WHERE status = 'streaming'), 0),
              (SELECT system_identifier FROM pg_control_system())
            """)
        guard answer.count == 1 else { throw StorageFault.other("the server does not know itself") }
        let row = answer.row(0)
        timeline = Promise.timeline(ofFile: row.text(0))
        position = row.integer(1)
        follows = row.integer(2) == 0 ? nil : row.integer(2)
        cluster = row.integer(3)
    }
}

/// Looks at one server every second, over a connection and on a thread of its own, so that one that hangs
/// holds up no look at another.
final class Lookout: @unchecked Sendable {
    private let address: Address
    private let tables: Tables
    private let outage: Outage
    private let tell: @Sendable (Link, Sight) throws -> Void
    private let condition = NSCondition()
    private var last: (sight: Sight, at: ContinuousClock.Instant)?
    private var hasLooked = false
    private var isClosed = false
    /// The thread's own.
    private var link: Link?
    private var knowsReign = false

    /// - Parameters: `tell`: hears each sight, on the thread and over the connection of the look.
    init(
        _ address: Address, _ tables: Tables, _ log: Logger,
        tell: @escaping @Sendable (Link, Sight) throws -> Void
    ) {
        self.address = address
        self.tables = tables
        outage = Outage(address, log)
        self.tell = tell
    }

    /// What was seen last; nil where the server was not reached, or not for ten seconds.
    var sight: Sight? {
        condition.lock()
        defer { condition.unlock() }
        guard let last, last.at.duration(to: .now) < .seconds(10) else { return nil }
        return last.sight
    }

    func serve() {
        while !isOver(after: 1) {
            do {
                note(try look())
                outage.end()
            } catch {
                outage.begin(error)
                note(nil)
            }
        }
        link = nil
    }

    /// Waits for the first look: a few seconds where nobody answers.
    func waitForFirst() {
        condition.lock()
        while !hasLooked, !isClosed { condition.wait() }
        condition.unlock()
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    private func look() throws -> Sight {
        if link?.isLost ?? true {
            (link, knowsReign) = (nil, false)
            let fresh = try Link(address, tables, patience: 2)
            try fresh.send("SET statement_timeout = '5s'")
            // What a look writes is a fence, on a server that nobody may wait for any more.
            try fresh.send("SET synchronous_commit = 'local'")
            link = fresh
        }
        guard let link else { throw StorageFault.away }
        var sight = try Sight(link)
        if sight.timeline != nil {
            if !knowsReign { knowsReign = try Reign.isThere(link) }
            if knowsReign { sight.reign = try Reign(link) }
        }
        try tell(link, sight)
        return sight
    }

    private func note(_ sight: Sight?) {
        condition.lock()
        last = sight.map { ($0, .now) }
        hasLooked = true
        condition.broadcast()
        condition.unlock()
    }

    private func isOver(after seconds: Double) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        let end = Date(timeIntervalSinceNow: hasLooked ? seconds : 0)
        while !isClosed, condition.wait(until: end) {}
        return isClosed
    }
}

/// Everything that this copy of the program sees of its servers: who leads, who follows how near.
final class Watch: Sendable {
    private let servers: Servers
    private let lookouts: [Lookout]
    private let followers: [Follower]
    private let followerLookouts: [Lookout]

    init(_ servers: Servers, _ followers: [Follower], _ tables: Tables, log: Logger) {
        self.servers = servers
        self.followers = followers
        let marks = Marks()
        lookouts = servers.all.enumerated().map { number, address in
            Lookout(address, tables, log) { link, sight in
                guard let timeline = sight.timeline else { return }
                if servers.note(timeline, of: sight.cluster, at: number) {
                    marks.note(sight.position, on: timeline)
                } else {
                    try Self.fence(link, sight, servers, address, log)
                }
            }
        }
        followerLookouts = followers.map { follower in
            Lookout(follower.address, tables, log) { _, sight in
                let turn = servers.turn
                follower.note(isNear: marks.isNear(sight) && sight.cluster == servers.cluster, in: turn)
            }
        }
    }

    /// Tells a server that was left behind so, in its own row of the reign: a copy of the program that
    /// reaches it alone reads that in each change.
    private static func fence(
        _ link: Link, _ sight: Sight, _ servers: Servers, _ address: Address, _ log: Logger
    ) throws {
        let newest = servers.newest
        guard sight.cluster == servers.cluster, let reign = sight.reign, reign.timeline < newest else {
            return
        }
        _ = try link.ask("UPDATE reign SET timeline = \(newest) WHERE one = 1 AND timeline < \(newest)")
        log.notice(
            "a server that was left behind is fenced",
            metadata: ["database": "\(address)", "newest": "\(newest)"])
    }

    /// Begins to look, and returns after the first look at each server.
    func begin(_ threads: DispatchGroup) {
        for lookout in lookouts + followerLookouts {
            startThread("lookout", done: threads) { lookout.serve() }
        }
        lookouts.forEach { $0.waitForFirst() }
    }

    /// What keeps changes from being taken, as the last looks show it.
    var trouble: StorageFault? {
        guard let leader else { return .away }
        guard let timeline = leader.timeline, let reign = leader.reign else { return nil }
        return switch reign.terms(on: timeline) {
        case .refused: .alone
        case .fenced: .away
        case .single, .doubled, .alone: nil
        }
    }

    /// Who leads: the newest timeline, and none that is older than one once seen.
    private var leader: Sight? {
        lookouts.compactMap(\.sight)
            .filter { $0.cluster == servers.cluster && ($0.timeline ?? 0) >= max(1, servers.newest) }
            .max { ($0.timeline ?? 0) < ($1.timeline ?? 0) }
    }

    /// What was seen of each server, for whoever keeps the house.
    var sights: [(address: Address, sight: Sight?)] {
        zip(servers.all, lookouts).map { ($0, $1.sight) }
            + zip(followers, followerLookouts).map {
                ($0.address, $1.sight)
            }
    }

    func close() { (lookouts + followerLookouts).forEach { $0.close() } }
}
