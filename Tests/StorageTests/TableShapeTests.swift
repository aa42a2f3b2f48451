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

    @Test(arguments: [
        "CREATE TABLE a (n BIGINT)", "CREATE TABLE a (n VARCHAR, PRIMARY KEY (n))", "CREATE TABLE a",
        "CREATE TABLE a (n BIGINT, PRIMARY KEY (m))",
    ])
    func whatCannotBeReadIsRefused(_ text: String) {
        #expect(throws: StorageFault.self) { try TableShape.all(in: [Migration(name: "a", text: text)]) }
    }
}
