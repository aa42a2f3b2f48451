import Actions
import Storage
import Values
import Web

/// Delivers the outbox: at least once, with growing pauses after a failure, and never a number or a text in
/// the log.
enum Outgoing {
    static let mostAttempts: Int64 = 8

    struct Waiting: Sendable {
        let community: Identifier
        let id: Identifier
        let channel: Channel
        let subject: Identifier
        let sealed: [UInt8]
        let attempts: Int64
    }

    static let job = Job(name: "outbox", every: .seconds(10)) { house in
        let now = house.clock.now
        let waiting = try await house.database.read { reading in try due(reading, now) }
        for message in waiting { try await deliver(message, house) }
    }

    private static func due(_ reading: any Reading, _ now: Instant) throws -> [Waiting] {
        try reading.all(
            """
            SELECT community, id, channel, subject, sealed, attempts FROM outbox
            WHERE state = 'waiting' AND due <= \(now) ORDER BY due, id LIMIT 100
            """
        ) { row in
            Waiting(
                community: try row.identifier(0), id: try row.identifier(1), channel: try row.choice(2),
                subject: try row.identifier(3), sealed: row.bytes(4), attempts: row.integer(5))
        }
    }

    private static func deliver(_ message: Waiting, _ house: House) async throws {
        let state = try await attempt(message, house)
        let pause = Instant.Span.minutes(1 << min(message.attempts, 10))
        let now = house.clock.now
        try await house.database.write(in: message.community) { writing in
            _ = try writing.run(
                """
                UPDATE outbox SET state = \(state), attempts = attempts + 1, due = \(now + pause), told = \
                \(now)
                WHERE community = \(message.community) AND id = \(message.id)
                """)
        }
    }

    /// The state after one attempt: told, waiting for another, given up, or without a gateway.
    private static func attempt(_ message: Waiting, _ house: House) async throws -> String {
        guard let gateway = house.settings.smsGateway, message.channel == .sms else { return "no-gateway" }
        let key = try await house.database.read { reading in
            try reading.key(of: message.subject, in: message.community, house.keys)
        }
        guard let key else { return "erased" }
        let notice = try key.open(message.sealed, context: "notice \(message.id)")
        let headers =
            ["Content-Type: application/json", "Idempotency-Key: \(message.id)"]
            + (house.settings.smsToken.map { ["Authorization: Bearer \($0)"] } ?? [])
        let isTaken: Bool
        do throws(GatewayFault) {
            isTaken = (200..<300).contains(try await Gateway.post(notice, to: gateway, headers: headers))
        } catch {
            house.log.warning("gateway", metadata: ["fault": "\(error)"])
            isTaken = false
        }
        return isTaken ? "told" : message.attempts + 1 >= mostAttempts ? "given-up" : "waiting"
    }
}
