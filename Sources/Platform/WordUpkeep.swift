import Actions
import People
import Storage
import Values
import Web

/// Keeps the words by which things are found as they are cut now: after a program that cuts otherwise was
/// started on an older database, they are written anew while it serves.
public enum WordUpkeep {
    /// Which way of cutting the stored words have; see ``Bigrams/form``.
    static let mark = "words"

    static let job = Job(name: "house.words", every: .minutes(10)) { house in
        let form = try await house.database.read { try HouseMarks.text(mark, $0) }
        if form == "\(Bigrams.form)" { return }
        let renewed = try await renew(in: house.database)
        if renewed > 0 { house.log.info("words written anew", metadata: ["objects": "\(renewed)"]) }
    }

    /// A database that holds nobody yet holds no words of another cut either.
    static func begin(_ database: any Database) async throws {
        let isFresh = try await database.read { reading in
            try HouseMarks.text(mark, reading) == nil && LocalityStore.home(reading) == nil
        }
        guard isFresh else { return }
        try await setMark(in: database)
    }

    private static func setMark(in database: any Database) async throws {
        try await database.write(in: Identifier(high: 0, low: 0)) { writing in
            try HouseMarks.set(mark, "\(Bigrams.form)", writing)
        }
    }

    /// Looks at everything that is found by words and writes what differs; how many objects those were.
    @discardableResult
    public static func renew(in database: any Database) async throws -> Int {
        let communities = try await database.read { reading in
            try LocalityStore.below(.root, reading, limit: 10_000).map(\.id)
        }
        var renewed = 0
        for source in Rooms.all.flatMap(\.words) {
            for community in communities { renewed += try await source.renew(in: community, database) }
        }
        try await setMark(in: database)
        return renewed
    }
}
