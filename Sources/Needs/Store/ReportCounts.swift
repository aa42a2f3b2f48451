import Actions
import Storage
import Values

/// How many reports came from one phone or address in an hour.
enum ReportCounts {
    /// Counts one more; how many there are in this hour with it.
    static func add(_ token: [UInt8], in work: Work) throws -> Int64 {
        let hour = hour(work.now)
        return try work.database.number(
            """
            INSERT INTO report_count (community, token, hour, reports)
            VALUES (\(work.community), \(token), \(hour), 1)
            ON CONFLICT (community, token, hour) DO UPDATE SET reports = report_count.reports + 1
            RETURNING reports
            """)
    }

    /// Forgets what was counted more than two days ago.
    static func forget(before now: Instant, _ writing: any Writing) throws {
        try writing.run("DELETE FROM report_count WHERE hour < \(hour(now) - 48)")
    }

    private static func hour(_ now: Instant) -> Int64 { now.seconds / 3600 }
}
