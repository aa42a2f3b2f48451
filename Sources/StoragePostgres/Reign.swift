import Glibc
import Storage

/// Which server leads, and whether it may confirm by itself: one row, that travels with the rest.
///
/// A server writes on a timeline, one more after each promotion. A copy of the program that sees a newer one
/// elsewhere writes it into the row: a server whose own is older was left behind and takes nothing. No group
/// of changes writes the row, so that none that waits for a second server holds up a person's order. Where a
/// second server is demanded, a group is taken only while one stands, or while a person's order lets this
/// timeline go on alone. Why: docs/adr/0024.
struct Reign {
    static let table = "reign"

    static let schema = [
        """
        CREATE TABLE IF NOT EXISTS reign (
          one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1), timeline BIGINT NOT NULL,
          is_doubled BIGINT NOT NULL, alone_on BIGINT NOT NULL, alone_until BIGINT NOT NULL,
          alone_reason TEXT NOT NULL)
        """,
        """
        INSERT INTO reign (one, timeline, is_doubled, alone_on, alone_until, alone_reason)
        VALUES (1, 0, 0, 0, 0, '') ON CONFLICT (one) DO NOTHING
        """,
    ]

    /// The newest timeline that was seen elsewhere.
    let timeline: Int64
    /// Whether a change counts only when a second server has it.
    let isDoubled: Bool
    /// Whether a second server stands that each commit waits for.
    let hasSecond: Bool
    /// The timeline that a person's order lets go on alone, and for how many more seconds.
    let aloneOn: Int64
    let aloneFor: Int64
    let aloneReason: String

    /// The reign as the server tells it at this moment.
    init?(_ link: Link) throws {
        let answer = try link.ask(
            """
            SELECT timeline, is_doubled, alone_on,
              alone_until - CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT), alone_reason,
              CASE WHEN is_doubled = 0 THEN FALSE ELSE \(Self.second(at: 0)) END
            FROM reign WHERE one = 1
            """)
        guard answer.count == 1 else { return nil }
        let row = answer.row(0)
        timeline = row.integer(0)
        isDoubled = row.integer(1) == 1
        aloneOn = row.integer(2)
        aloneFor = max(0, row.integer(3))
        aloneReason = row.text(4)
        hasSecond = row.integer(5) == 1
    }

    /// Whether a second server stands that has the log up to a place, in bytes.
    ///
    /// The server itself also counts what a follower says that has gone another way: a leader of before, that
    /// was made a follower without being led back, tells its own place, which may be farther than any that
    /// was sent to it.
    static func second(at place: Int64) -> SQL {
        """
        EXISTS (SELECT 1 FROM pg_stat_replication
          WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum') AND flush_lsn <= sent_lsn
          AND pg_wal_lsn_diff(flush_lsn, '0/0') >= \(place))
        """
    }

    static func isThere(_ link: Link) throws -> Bool {
        let answer = try link.ask("SELECT to_regclass('reign') IS NOT NULL")
        return answer.count == 1 && answer.row(0).integer(0) == 1
    }

    /// What a group of changes on a server of this timeline owes.
    func terms(on own: Int64) -> Terms {
        if own < timeline { return .fenced }
        if !isDoubled { return .single }
        if hasSecond { return .doubled }
        return aloneOn == own && aloneFor > 0 ? .alone : .refused
    }
}

/// On what terms a group of changes is acknowledged.
enum Terms {
    /// When the server has it on its disk.
    case single
    /// When a second server has it too.
    case doubled
    /// When this server has it: a person ordered so.
    case alone
    /// Not at all: no second server stands.
    case refused
    /// Not here: another server leads.
    case fenced
}

extension Connection {
    /// Asks on what terms the group that was begun will be acknowledged, and prepares its commit for them.
    func agree() throws {
        terms = .single
        guard let own = promise.timeline, try hasReign(), let reign = try Reign(link) else {
            try link.settle()
            return
        }
        terms = reign.terms(on: own)
        switch terms {
        case .refused: throw StorageFault.alone
        case .fenced:
            // Its lock is given back first, for whoever takes the group up over another connection.
            try rollBack()
            link.giveUp()
            throw StorageFault.away
        case .alone: try link.send("SET LOCAL synchronous_commit = 'local'")
        case .single, .doubled: break
        }
    }

    private func hasReign() throws -> Bool {
        if !knowsReign { knowsReign = try Reign.isThere(link) }
        return knowsReign
    }

    /// After a commit on terms of two servers: that a second one has all that this one has by now.
    ///
    /// The server's own wait does not prove it. Who empties the list of standbys lets go, without a word, of
    /// every commit that waits for one; and a group that only finds what is there already waits for nobody,
    /// though what it found may be nowhere else. Mostly the first question is answered with yes; what others
    /// committed meanwhile takes one or two more.
    ///
    /// - Throws: ``StorageFault/unsure``.
    func proveConfirmed() throws {
        guard case .doubled = terms else { return }
        do {
            let place = try number(
                "SELECT CAST(pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0') AS BIGINT)")
            let end = ContinuousClock.now + .seconds(5)
            while try number("SELECT CASE WHEN \(Reign.second(at: place)) THEN 1 ELSE 0 END") == 0 {
                guard ContinuousClock.now < end else { throw StorageFault.unsure }
                usleep(1000)
            }
        } catch { throw StorageFault.unsure }
    }
}
