import Actions
import Storage
import Values
import Web

/// What needs do by the clock.
enum NeedsJobs {
    static let all: [Job] = [
        Job(name: "needs.late", every: .minutes(5), run: { try await late($0.steward) }),
        Job(name: "needs.purge", every: .hours(6), run: { try await purge($0.steward) }),
    ]

    /// Tells of every need that has passed its due time and was not told of yet.
    static func late(_ steward: Steward) async throws {
        let now = steward.clock.now
        let found = try await steward.database.read { reading in try NeedStore.untoldLate(at: now, reading) }
        // Some at once, so that one commit carries many and people's own changes come between.
        for start in stride(from: 0, to: found.count, by: 32) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (community, need) in found[start..<min(start + 32, found.count)] {
                    group.addTask {
                        _ = try await steward.perform(TellLate(need: need), by: .house, in: community)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Forgets the throttle's old counts.
    static func purge(_ steward: Steward) async throws {
        let now = steward.clock.now
        try await steward.database.write(in: Identifier(high: 0, low: 0)) { writing in
            try ReportCounts.forget(before: now, writing)
        }
    }
}

extension NeedStore {
    /// Late needs of every community that nobody was told of, at most 1,000.
    static func untoldLate(at now: Instant, _ reading: any Reading) throws -> [(Identifier, Identifier)] {
        try reading.all(
            """
            SELECT community, id FROM need
            WHERE late_told IS NULL AND is_open = 1 AND due < \(now) AND held = 0
            ORDER BY due, community, id LIMIT 1000
            """
        ) { (try $0.identifier(0), try $0.identifier(1)) }
    }
}
