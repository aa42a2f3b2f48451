import Sealing
import Storage
import Values

/// Growing delays after failed tries, by telephone and by address; only keyed hashes of these are kept.
///
/// They are no part of any community's record: they are forgotten after a day and say nothing of a person.
enum FailureStore {
    /// All doors share one count, so that a hundred communities do not give a hundred times the tries.
    static let everywhere = Identifier(high: 0, low: 0)

    /// What failed: a telephone's sign-in, an address's, an account's second factor, codes asked for.
    enum Kind: String { case phone, address, factor, codes }

    struct Mark: Sendable {
        let token: [UInt8]
        /// So many failures cost nothing: a neighbourhood may share one address.
        let free: Int64

        init(_ kind: Kind, _ what: String, _ keys: KeyRing) {
            token = keys.token(.keyedToken, Array("failure \(kind.rawValue) \(what)".utf8))
            free = kind == .address || kind == .codes ? 20 : 3
        }

        /// 5 seconds after the first that costs, twice as long after each more, at most 15 minutes.
        func delay(after failures: Int64) -> Instant.Span {
            let over = failures - free
            return over <= 0 ? .seconds(0) : .seconds(min(900, 5 << min(over - 1, 10)))
        }
    }

    static func isBlocked(_ marks: [Mark], at now: Instant, _ reading: any Reading) throws -> Bool {
        try reading.exists(
            """
            SELECT 1 FROM sign_in_failure WHERE community = \(everywhere)
            AND token IN \(list: marks.map(\.token)) AND blocked_until > \(now)
            """)
    }

    static func note(_ marks: [Mark], at now: Instant, _ writing: any Writing) throws {
        for mark in marks {
            let before = try writing.number(
                """
                SELECT failures FROM sign_in_failure WHERE community = \(everywhere) AND token = \(mark.token)
                AND last > \(now - .days(1))
                """)
            let until = now + mark.delay(after: before + 1)
            try writing.run(
                """
                INSERT INTO sign_in_failure (community, token, failures, last, blocked_until)
                VALUES (\(everywhere), \(mark.token), 1, \(now), \(until))
                ON CONFLICT (community, token) DO UPDATE SET failures = \(before + 1), last = \(now),
                blocked_until = \(until)
                """)
        }
    }

    /// Counts a try before it is checked, so that many at once are many; false where they must wait.
    static func admit(_ marks: [Mark], at now: Instant, _ writing: any Writing) throws -> Bool {
        if try isBlocked(marks, at: now, writing) { return false }
        try note(marks, at: now, writing)
        return true
    }

    /// Takes a counted try back: it was a good one.
    static func forgive(_ mark: Mark, at now: Instant, _ writing: any Writing) throws {
        try writing.run(
            """
            UPDATE sign_in_failure SET failures = failures - 1, blocked_until = \(now)
            WHERE community = \(everywhere) AND token = \(mark.token) AND failures > 0
            """)
    }

    static func forget(_ marks: [Mark], _ writing: any Writing) throws {
        try writing.run(
            """
            DELETE FROM sign_in_failure WHERE community = \(everywhere)
            AND token IN \(list: marks.map(\.token))
            """)
    }

    /// Forgets what is a day old, and codes that are past.
    static func purge(at now: Instant, _ writing: any Writing) throws {
        try writing.run(
            "DELETE FROM sign_in_failure WHERE last < \(now - .days(1)) AND blocked_until < \(now)")
        try writing.run("DELETE FROM phone_code WHERE expires < \(now - .days(1))")
    }
}
