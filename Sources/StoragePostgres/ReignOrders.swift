import Storage

/// What stands, and what a person orders of it: for whoever keeps the house.
extension PostgresDatabase {
    /// Who leads, who follows, and on what terms a change is taken.
    public struct State: Sendable {
        public struct Server: Sendable {
            /// Host, port and name of the database.
            public let name: String
            public let role: Role
            /// Bytes of the log that it has not replayed yet; nil where it leads or cannot be measured.
            public let behind: Int64?
        }

        public enum Role: Sendable, Equatable {
            case leads(timeline: Int64)
            case leftBehind(timeline: Int64)
            case follows
            case doesNotAnswer
        }

        public let servers: [Server]
        public let isSecondDemanded: Bool
        public let hasSecond: Bool
        /// Seconds for which a person's order lets the server that leads go on alone, and why.
        public let aloneFor: Int64
        public let aloneReason: String
    }

    /// What the last looks show, and the row of the reign as it is now.
    ///
    /// - Throws: ``StorageFault/away`` where nobody leads.
    public func state() async throws -> State {
        let watch = watch, newest = servers.newest
        return try await alone { connection in
            guard let reign = try Reign(connection.link) else {
                throw StorageFault.other("no house was ever opened there")
            }
            let sights = watch.sights
            let written = sights.compactMap { $0.sight?.timeline == newest ? $0.sight?.position : nil }.max()
            return State(
                servers: sights.map { Self.server("\($0.address)", $0.sight, newest, written) },
                isSecondDemanded: reign.isDoubled, hasSecond: reign.hasSecond,
                aloneFor: reign.aloneOn == connection.promise.timeline ? reign.aloneFor : 0,
                aloneReason: reign.aloneReason)
        }
    }

    private static func server(
        _ name: String, _ sight: Sight?, _ newest: Int64, _ written: Int64?
    ) -> State.Server {
        guard let sight else { return .init(name: name, role: .doesNotAnswer, behind: nil) }
        guard let timeline = sight.timeline else {
            let behind = sight.follows == newest ? written.map { max(0, $0 - sight.position) } : nil
            return .init(name: name, role: .follows, behind: behind)
        }
        let role: State.Role =
            timeline < newest ? .leftBehind(timeline: timeline) : .leads(timeline: timeline)
        return .init(name: name, role: role, behind: nil)
    }

    /// From now on a change counts only when a second server has it; or no longer.
    ///
    /// - Throws: ``StorageFault/alone`` where none stands: nothing could be changed any more.
    public func demandSecond(_ isDemanded: Bool) async throws {
        try await order { connection in
            if !isDemanded { try connection.link.send("SET LOCAL synchronous_commit = 'local'") }
            try connection.run("UPDATE reign SET is_doubled = \(isDemanded ? 1 : 0) WHERE one = 1")
            guard isDemanded else { return }
            guard try Reign(connection.link)?.hasSecond ?? false else { throw StorageFault.alone }
        }
    }

    /// Lets the server that leads go on alone for so many seconds, on its timeline and no other; 0 ends it.
    public func goOnAlone(for seconds: Int64, because reason: String) async throws {
        try await order { connection in
            guard let own = connection.promise.timeline, let reign = try Reign(connection.link),
                reign.timeline <= own
            else { throw StorageFault.away }
            // Nobody stands who could confirm the order itself.
            try connection.link.send("SET LOCAL synchronous_commit = 'local'")
            try connection.run(
                """
                UPDATE reign SET alone_on = \(own), alone_reason = \(reason),
                  alone_until = CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT) + \(seconds)
                WHERE one = 1
                """)
        }
    }

    /// One transaction past the terms that it changes.
    private func order(_ body: @escaping @Sendable (Connection) throws -> Void) async throws {
        try await alone { connection in
            guard try Reign.isThere(connection.link) else {
                throw StorageFault.other("no house was ever opened there")
            }
            try connection.run("BEGIN")
            do {
                try body(connection)
                try connection.commit()
            } catch {
                if !connection.link.isLost { try connection.rollBack() }
                throw error
            }
        }
    }
}
