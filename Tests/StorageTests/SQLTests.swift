import Storage
import Testing
import Values

@Suite struct SQLTests {
    @Test func bindsWhatIsInterpolated() {
        let name = "'; DROP TABLE need; --"
        let sql: SQL = "SELECT a FROM t WHERE name = \(name) AND n = \(3) AND ok = \(true)"
        #expect(sql.text == "SELECT a FROM t WHERE name = ? AND n = ? AND ok = ?")
        #expect(sql.values == [.text(name), .integer(3), .integer(1)])
    }

    @Test func listsBecomePlaces() {
        let sql: SQL = "n IN \(list: [1, 2, 3])"
        #expect(sql.text == "n IN (?, ?, ?)")
        let none: SQL = "n IN \(list: [Int]())"
        #expect(none.text == "n IN (NULL)")
    }

    @Test func nilIsNull() {
        let id: Identifier? = nil
        let sql: SQL = "x = \(id)"
        #expect(sql.values == [.null])
    }

    @Test func partsJoinWithTheirValues() {
        var sql: SQL = "SELECT a FROM t WHERE b = \(1)"
        sql += " AND c = \("x")"
        let nested: SQL = "SELECT 1 WHERE EXISTS (\(sql)) AND d = \(2)"
        #expect(nested.text == "SELECT 1 WHERE EXISTS (SELECT a FROM t WHERE b = ? AND c = ?) AND d = ?")
        #expect(nested.values == [.integer(1), .text("x"), .integer(2)])
    }

    @Test func migrationsSplitIntoStatements() {
        let migration = Migration(
            name: "x",
            text: "-- a remark; with a semicolon\nCREATE TABLE a (b BYTES);\n\n  CREATE INDEX c ON a (b);\n")
        #expect(migration.statements == ["CREATE TABLE a (b BYTES)", "CREATE INDEX c ON a (b)"])
    }
}
