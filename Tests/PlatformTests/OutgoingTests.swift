import Actions
import Foundation
import Hummingbird
import Logging
import People
import Sealing
import ServiceLifecycle
import Synchronization
import Testing
import Trials
import Values
import Web

@testable import Platform

/// What leaves the house goes to the gateway once, again after a failure, and is given up in the end.
@Suite struct OutgoingTests {
    private struct Taken: Sendable, Equatable {
        let path: String, key: String?, token: String?, body: String
    }

    /// Somebody else's server, which answers as it is told and notes what it took.
    private final class Counterpart: Sendable {
        let taken = Mutex<[Taken]>([])
        let answers: Mutex<[HTTPResponse.Status]>

        init(_ answers: [HTTPResponse.Status]) { self.answers = Mutex(answers) }

        func answer(_ request: Request) async throws -> HTTPResponse.Status {
            let body = try await request.body.collect(upTo: 1 << 16)
            let key = request.headers.first { $0.name.canonicalName == "idempotency-key" }?.value
            taken.withLock {
                $0.append(
                    Taken(
                        path: request.uri.path, key: key, token: request.headers[.authorization],
                        body: String(buffer: body)))
            }
            return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        }
    }

    private func with(
        _ answers: [HTTPResponse.Status],
        _ body: @escaping @Sendable (OpenHouse, HandClock, Counterpart) async throws -> Void
    ) async throws {
        let counterpart = Counterpart(answers), clock = HandClock()
        let router = Router()
        router.post("/sms") { request, _ in try await counterpart.answer(request) }
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) })
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: application)], logger: Logger(label: "gateway")))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            try await withHouseFolder { folder in
                let directory = try await trialDirectory(in: folder)
                var settings = trialSettings
                settings.keysDirectory = directory.keys
                settings.smsGateway = "http://127.0.0.1:\(port)/sms"
                settings.smsToken = "t-123"
                let open = try await OpenHouse.open(
                    directory, settings: settings, clock: clock, log: Logger(label: "trial"))
                defer { open.close() }
                _ = try await FirstStart.link(open, communityName: "水秀里社区")
                let community = try await Errand(open, at: nil).community
                _ = try await open.steward.perform(
                    SendCode(
                        to: Phone("13800001234"), for: .enter, OneTimeCode(), message: "邻里：您的验证码是一二三"),
                    by: .house, in: community)
                try await body(open, clock, counterpart)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func states(_ open: OpenHouse) async throws -> [String] {
        try await open.house.database.read { reading in
            try reading.all("SELECT state, attempts FROM outbox") { "\($0.text(0)) \($0.integer(1))" }
        }
    }

    @Test func aMessageIsSentAgainAfterAFailureAndOnceWhenTaken() async throws {
        try await with([.internalServerError, .ok]) { open, clock, counterpart in
            try await Outgoing.job.run(open.house)
            #expect(try await states(open) == ["waiting 1"])
            // Not yet due.
            try await Outgoing.job.run(open.house)
            #expect(counterpart.taken.withLock { $0.count } == 1)
            clock.move(by: .minutes(2))
            try await Outgoing.job.run(open.house)
            try await Outgoing.job.run(open.house)
            #expect(try await states(open) == ["told 2"])
            let taken = counterpart.taken.withLock { $0 }
            try #require(taken.count == 2)
            // The same message under the same key, so that a gateway may know it again.
            #expect(taken[0] == taken[1] && taken[0].key != nil)
            #expect(taken[0].path == "/sms" && taken[0].token == "Bearer t-123")
            let notice = try JSONDecoder().decode(Notice.self, from: Data(taken[0].body.utf8))
            #expect(notice.to == "13800001234" && notice.text == "邻里：您的验证码是一二三")
        }
    }

    @Test func itIsGivenUpAfterSoManyAttempts() async throws {
        try await with([.serviceUnavailable]) { open, clock, counterpart in
            for _ in 0..<Outgoing.mostAttempts + 2 {
                try await Outgoing.job.run(open.house)
                clock.move(by: .minutes(2000))
            }
            #expect(try await states(open) == ["given-up \(Outgoing.mostAttempts)"])
            #expect(counterpart.taken.withLock { $0.count } == Int(Outgoing.mostAttempts))
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1:1/sms", GatewayFault.unanswered(7)), ("file:///etc/hostname", .unanswered(1)),
        ("no address", .unanswered(3)),
    ]) func whatGoesWrongIsNamed(_ address: String, _ fault: GatewayFault) async throws {
        await #expect(throws: fault) { try await Gateway.post([1], to: address, headers: []) }
    }
}
