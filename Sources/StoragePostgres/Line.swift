import Logging
import Storage
import Synchronization

/// A thread's way to the server that leads: connects when it is needed, and after a loss again, ever more
/// seldom.
final class Line {
    private let servers: Servers
    private let tables: Tables
    private let outage: Outage
    private var connection: Connection?
    private var failures = 0
    private var nextTry: (at: ContinuousClock.Instant, turn: Int)?

    init(_ servers: Servers, _ tables: Tables, _ outage: Outage) {
        self.servers = servers
        self.tables = tables
        self.outage = outage
    }

    /// The connection, made anew where it was lost.
    ///
    /// - Throws: ``StorageFault/away``, at once while the next try is not due.
    func ready() throws -> Connection {
        if let connection, !connection.link.isLost, isCurrent(connection) { return connection }
        if connection != nil {
            connection = nil
            tables.beAnother()
        }
        if let nextTry, .now < nextTry.at, nextTry.turn == servers.turn { throw StorageFault.away }
        let turn = servers.turn
        do {
            let fresh = try connect()
            outage.end()
            (connection, failures, nextTry) = (fresh, 0, nil)
            return fresh
        } catch {
            failures += 1
            // 0.1, 0.2, 0.4 … up to 5 seconds, each a little off, so that not all come at once.
            let pause = min(5, 0.1 * Double(1 << min(failures - 1, 6))) * Double.random(in: 0.8...1.2)
            nextTry = (.now + .seconds(pause), turn)
            outage.begin(error)
            throw error is NoConnection ? StorageFault.away : error
        }
    }

    /// Whether the server still leads, as far as this copy knows.
    private func isCurrent(_ connection: Connection) -> Bool {
        (connection.promise.timeline ?? 0) >= servers.newest
    }

    /// Goes from server to server, the one that led last first.
    private func connect() throws -> Connection {
        var reasons: [String] = []
        for (number, address) in servers.inOrder {
            do {
                let connection = try Connection(address, tables)
                guard let timeline = connection.promise.timeline else {
                    throw NoConnection(description: "\(address) follows another server")
                }
                if servers.note(timeline, of: connection.promise.cluster, at: number) { return connection }
                throw NoConnection(
                    description: "\(address) was left behind on timeline \(timeline), or never was of this "
                        + "house, which is on \(servers.newest)")
            } catch let reason as NoConnection { reasons.append(reason.description) }
        }
        throw NoConnection(description: reasons.joined(separator: "; "))
    }
}

/// Whether the server is away, said once for all who wait for it.
final class Outage: Sendable {
    private let since = Mutex<ContinuousClock.Instant?>(nil)
    private let address: Address
    private let log: Logger

    init(_ address: Address, _ log: Logger) {
        self.address = address
        self.log = log
    }

    func begin(_ reason: any Error) {
        let isNew = since.withLock { since in
            defer { since = since ?? .now }
            return since == nil
        }
        guard isNew else { return }
        log.error("no database", metadata: ["database": "\(address)", "reason": "\(reason)"])
    }

    func end() {
        let before = since.withLock { since in
            defer { since = nil }
            return since
        }
        guard let before else { return }
        let seconds = before.duration(to: .now).components.seconds
        log.notice("the database is back", metadata: ["database": "\(address)", "seconds": "\(seconds)"])
    }
}

/// The server did not let one in, in libpq's words, which hold no password.
struct NoConnection: Error, CustomStringConvertible {
    let description: String
}

extension Turn {
    /// Whether it waited for longer than anybody waits for a page.
    var isStale: Bool { asked.duration(to: .now) > .seconds(10) }
}
