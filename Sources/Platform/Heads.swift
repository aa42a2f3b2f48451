import Actions
import Foundation
import Storage
import Values
import Web

/// Writes each day's heads of the record outside the database, so that a rewritten chain can be told from
/// the true one.
enum Heads {
    static let job = Job(name: "record.heads", every: .hours(24)) { house in
        guard !house.settings.keysDirectory.isEmpty else { return }
        let heads = try await house.database.read { reading in try Heads.lines(reading) }
        let day = house.clock.now.day(in: .shanghai)
        let folder = URL(fileURLWithPath: house.settings.keysDirectory).deletingLastPathComponent()
            .appendingPathComponent("heads")
        try Data((heads.joined(separator: "\n") + "\n").utf8).write(
            to: folder.appendingPathComponent("\(day).txt"))
        let erasures = try await house.database.read { try Erasures.lines($0) }
        try Erasures.write(erasures, in: folder)
    }

    /// `community number hash` for each community.
    static func lines(_ reading: any Reading) throws -> [String] {
        try reading.all(
            """
            SELECT r.community, r.number, r.hash FROM record r
            JOIN (SELECT community, MAX(number) AS number FROM record GROUP BY community) l
            ON l.community = r.community AND l.number = r.number ORDER BY r.community LIMIT 100000
            """
        ) { row in
            let hash = row.bytes(2).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return "\(try row.identifier(0)) \(row.integer(1)) \(hash)"
        }
    }
}

/// Takes away what was only needed for a while: answered requests after a week, ended counts.
enum Sweep {
    static let job = Job(name: "house.sweep", every: .hours(6)) { house in
        let old = house.clock.now - .days(7)
        try await house.database.write(in: Identifier(high: 0, low: 0)) { writing in
            _ = try writing.run("DELETE FROM request_mark WHERE at < \(old)")
        }
    }
}
