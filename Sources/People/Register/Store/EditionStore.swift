import Actions
import Foundation
import Storage
import Values

/// The public profiles, each written once.
enum EditionStore {
    static func insert(_ profile: Profile, of quarter: Quarter, in work: Work) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = String(decoding: try encoder.encode(profile), as: UTF8.self)
        try work.database.run(
            """
            INSERT INTO profile_edition (community, quarter, day, content, made)
            VALUES (\(work.community), \(quarter.description), \(profile.day.description), \(content),
            \(work.now))
            """)
    }

    static func exists(_ quarter: Quarter, in community: Identifier, _ reading: any Reading) throws -> Bool {
        try reading.exists(
            """
            SELECT 1 FROM profile_edition
            WHERE community = \(community) AND quarter = \(quarter.description)
            """)
    }

    /// The last one up to a quarter; nil where none was published.
    static func edition(
        upTo quarter: Quarter?, in community: Identifier, _ reading: any Reading
    ) throws -> Profile? {
        let last = quarter?.description ?? "9999-4"
        let content = try reading.first(
            """
            SELECT content FROM profile_edition WHERE community = \(community) AND quarter <= \(last)
            ORDER BY quarter DESC LIMIT 1
            """
        ) { $0.text(0) }
        return try content.map { try JSONDecoder().decode(Profile.self, from: Data($0.utf8)) }
    }

    /// All published quarters, the newest first.
    static func quarters(in community: Identifier, _ reading: any Reading) throws -> [Quarter] {
        try reading.all(
            """
            SELECT quarter FROM profile_edition WHERE community = \(community)
            ORDER BY quarter DESC LIMIT 40
            """
        ) { Quarter($0.text(0)) }.compactMap { $0 }
    }
}
