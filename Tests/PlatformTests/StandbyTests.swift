import Logging
import Testing
import Trials

@testable import Platform

/// What `linli standby` says and orders; with two servers it is tried by `make copies`.
@Suite struct StandbyTests {
    private static let isFile = Engine.all[0].description == "SQLite"

    @Test(.enabled(if: isFile)) func aFileHasNoSecondServer() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            await #expect(throws: StandbyFault.isAFile) {
                try await Standby.run(nil, in: open.directory, log: TrialServer.log)
            }
        }
    }

    @Test(.enabled(if: !isFile)) func oneServerLeadsAndNoneCanBeDemanded() async throws {
        try await withHouse { (open: OpenHouse) async throws -> Void in
            func run(_ order: Standby.Order?) async throws -> String {
                try await Standby.run(order, in: open.directory, log: TrialServer.log).joined(separator: "\n")
            }
            let first = try await run(nil)
            #expect(first.contains("leads, on timeline 1") && first.contains("when the server that leads"))
            await #expect(throws: StandbyFault.noneStands) { try await run(.demand) }
            #expect(try await run(.release) == first)
            #expect(try await run(.alone(hours: 2, reason: "mended")) == first)
            #expect(open.house.database.trouble == nil)
        }
    }
}
