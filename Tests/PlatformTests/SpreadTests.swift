import Storage
import Testing

@testable import Platform

/// The schema can be spread over a cluster by community: each row's key begins with it.
@Suite struct SpreadTests {
    /// Of the whole database and small: every node of a cluster would have a copy.
    static let references: Set<String> = ["house_mark", "job_run", "calendar_day"]

    @Test func everyKeyBeginsWithTheCommunity() throws {
        let shapes = try TableShape.all(in: Rooms.migrations)
        #expect(shapes.count > 40)
        for shape in shapes where !Self.references.contains(shape.name) {
            #expect(shape.key.first == "community", "\(shape.name)")
        }
        #expect(Self.references.isSubset(of: shapes.map(\.name)))
    }

    /// What is unique is unique within a community, or a cluster could not promise it.
    @Test func everyUniqueIndexBeginsWithTheCommunity() {
        let indexes = Rooms.migrations.flatMap(\.statements).filter { $0.hasPrefix("CREATE UNIQUE INDEX") }
        #expect(indexes.count > 10)
        for index in indexes {
            let columns = index.split(separator: "(", maxSplits: 1).last ?? ""
            #expect(columns.hasPrefix("community,") || columns.hasPrefix("community)"), "\(index)")
        }
    }

    /// No reference leaves its community: none is a foreign key of the engine's.
    @Test func noForeignKeyLeavesItsCommunity() {
        for statement in Rooms.migrations.flatMap(\.statements) {
            #expect(!statement.contains("REFERENCES"), "\(statement.prefix(60))")
        }
    }
}
