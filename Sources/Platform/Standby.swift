public import Logging
import Storage
import StoragePostgres

/// The second server: whether changes wait for it, and what is done while there is none.
public enum Standby {
    /// What a person may order.
    public enum Order: Sendable {
        /// A change counts only when a second server has it.
        case demand
        /// A change counts when the server that leads has it.
        case release
        /// The server that leads goes on alone for so many hours, 0 ends it.
        case alone(hours: Int, reason: String)
    }

    /// Carries an order out, if there is one, and says line by line what stands then.
    ///
    /// - Throws: ``StandbyFault``, a ``StorageFault``.
    public static func run(_ order: Order?, in directory: DataDirectory, log: Logger) async throws -> [String]
    {
        guard case .server(let address) = directory.place else { throw StandbyFault.isAFile }
        let database = try await PostgresDatabase.open(address, directory.plan(small: true), log: log)
        defer { database.close() }
        do { try await carry(order, out: database) } catch StorageFault.alone {
            throw StandbyFault.noneStands
        }
        return lines(try await database.state())
    }

    private static func carry(_ order: Order?, out database: PostgresDatabase) async throws {
        switch order {
        case .demand: try await database.demandSecond(true)
        case .release: try await database.demandSecond(false)
        case .alone(let hours, let reason):
            try await database.goOnAlone(for: Int64(hours) * 3600, because: reason)
        case nil: break
        }
    }

    private static func lines(_ state: PostgresDatabase.State) -> [String] {
        state.servers.map { "\($0.name): \(words($0))" } + [terms(state)]
    }

    private static func words(_ server: PostgresDatabase.State.Server) -> String {
        switch server.role {
        case .leads(let timeline): "leads, on timeline \(timeline)"
        case .leftBehind(let timeline): "left behind on timeline \(timeline): nothing is taken there"
        case .follows: "follows, \(server.behind.map { "\($0) bytes behind" } ?? "how near is not known")"
        case .doesNotAnswer: "does not answer"
        }
    }

    private static func terms(_ state: PostgresDatabase.State) -> String {
        guard state.isSecondDemanded else { return "a change counts when the server that leads has it" }
        if state.hasSecond { return "a change counts when a second server has it, and one stands" }
        guard state.aloneFor > 0 else {
            return "no second server stands: changes are refused until one does, or with --alone"
        }
        return "no second server stands: by order the first goes on alone for \(state.aloneFor / 60) more "
            + "minutes (\(state.aloneReason))"
    }
}

public enum StandbyFault: Error, CustomStringConvertible {
    case isAFile, noneStands

    public var description: String {
        switch self {
        case .isAFile: "the rows are in a file of this machine: there is no second server"
        case .noneStands:
            "no synchronous standby streams (synchronous_standby_names, pg_stat_replication; the role needs "
                + "pg_read_all_stats): nothing was ordered"
        }
    }
}
