import Storage
import Testing

/// Tables as the schema writes them.
@Suite struct TableShapeTests {
    @Test(arguments: [
        (
            "CREATE TABLE a (community BYTES NOT NULL, n BIGINT, PRIMARY KEY (community, n)) KEYED;",
            ["community", "n"]
        ),
        ("CREATE TABLE a (\n  name TEXT NOT NULL PRIMARY KEY,\n  text TEXT NOT NULL -- why\n);", ["name"]),
    ])
    func aTableIsRead(_ text: String, _ key: [String]) throws {
        let shapes = try TableShape.all(in: [Migration(name: "a", text: text)])
        #expect(shapes.map(\.name) == ["a"])
        #expect(shapes.map(\.key) == [key])
        #expect(shapes[0].columns.count == 2)
    }

    @Test func aColumnAddedLaterIsTheTables() throws {
        let first = Migration(name: "a/001", text: "CREATE TABLE a (n BIGINT, PRIMARY KEY (n));")
        let second = Migration(
            name: "a/002", text: "ALTER TABLE a ADD COLUMN why TEXT NOT NULL DEFAULT '';")
        let shapes = try TableShape.all(in: [first, second])
        #expect(shapes.map { $0.columns.map(\.name) } == [["n", "why"]])
        #expect(shapes.map(\.key) == [["n"]])
    }

    @Test(arguments: [
        "ALTER TABLE b ADD COLUMN n BIGINT", "CREATE TABLE a (n BIGINT)",
        "CREATE TABLE a (n VARCHAR, PRIMARY KEY (n))", "CREATE TABLE a",
        "CREATE TABLE a (n BIGINT, PRIMARY KEY (m))",
    ])
    func whatCannotBeReadIsRefused(_ text: String) {
        #expect(throws: StorageFault.self) { try TableShape.all(in: [Migration(name: "a", text: text)]) }
    }
}
