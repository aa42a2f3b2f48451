import Logging
import Storage

/// A thread's way to the server: connects when it is needed, and after a loss again, ever more seldom.
final class Line {
    private let address: Address
    private let tables: Tables
    private let log: Logger
    private var connection: Connection?
    private var failures = 0
    private var nextTry: ContinuousClock.Instant?

    init(_ address: Address, _ tables: Tables, _ log: Logger) {
        self.address = address
        self.tables = tables
        self.log = log
    }

    /// The connection, made anew where it was lost.
    ///
    /// - Throws: ``StorageFault/away``, at once while the next try is not due.
    func ready() throws -> Connection {
        if let connection, !connection.link.isLost { return connection }
        if connection != nil {
            log.warning("the database was lost", metadata: ["database": "\(address)"])
            connection = nil
            tables.beAnother()
        }
        if let nextTry, .now < nextTry { throw StorageFault.away }
        do {
            let fresh = try Connection(address, tables)
            if failures > 0 {
                log.notice(
                    "the database is back", metadata: ["database": "\(address)", "tries": "\(failures)"])
            }
            (connection, failures, nextTry) = (fresh, 0, nil)
            return fresh
        } catch {
            failures += 1
            if failures == 1 {
                log.error("no database", metadata: ["database": "\(address)", "fault": "\(error)"])
            }
            // 0.1, 0.2, 0.4 … up to 5 seconds, each a little off, so that not all come at once.
            let pause = min(5, 0.1 * Double(1 << min(failures - 1, 6))) * Double.random(in: 0.8...1.2)
            nextTry = .now + .seconds(pause)
            throw error
        }
    }
}

extension Turn {
    /// Whether it waited for longer than anybody waits for a page.
    var isStale: Bool { asked.duration(to: .now) > .seconds(10) }
}
