import Storage
import Testing
import Trials

@testable import StoragePostgres
@testable import Values

/// What PostgreSQL says in its own way: places, numbers, states, and addresses that hold a secret.
@Suite struct DialectTests {
    @Test func placesAreNumberedAndQuotesLeftAlone() {
        let sql: SQL = "SELECT '?', \"a?\", 'it''s ?' FROM t WHERE a = \(1) AND b IN \(list: [2, 3])"
        let text = String(decoding: sql.numbered.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        #expect(text == "SELECT '?', \"a?\", 'it''s ?' FROM t WHERE a = $1 AND b IN ($2, $3)")
    }

    @Test(arguments: [
        ("23505", StorageFault.constraint("need_number")), ("53100", .full), ("53300", .busy),
        ("57014", .busy), ("55P03", .busy), ("40001", .busy), ("40P01", .busy), ("25006", .readOnly),
        ("57P01", .away), ("57P03", .away), ("08006", .away), ("XX001", .corrupt("m")),
        ("22P02", .other("22P02 (a value that does not fit)")), ("42703", .other("42703: m")),
    ])
    func aStateIsAFault(_ state: String, _ fault: StorageFault) {
        #expect(StorageFault(state: state, message: "m", constraint: "need_number") == fault)
    }

    @Test func anAddressKeepsItsPasswordToItself() throws {
        let address = try Address("postgresql://linli:geheim@db.example:5433/linli?sslmode=verify-full")
        #expect("\(address)" == "host=db.example port=5433 dbname=linli")
        var mirrored = ""
        dump(try? Address("postgresql://linli:geheim@[::1"), to: &mirrored)
        #expect(!mirrored.contains("geheim"))
        #expect {
            try Address("postgresql://linli:geheim@db.example/linli?ssl=geheim")
        } throws: {
            ($0 as? StorageFault) != nil && !"\($0)".contains("geheim")
        }
    }

    @Test func whyNobodyIsLetInIsSaidWithoutThePassword() throws {
        #expect {
            _ = try Link(Address("postgresql://linli:geheim@127.0.0.1:1/linli"), Tables())
        } throws: { error in
            "\(error)".contains("127.0.0.1") && !"\(error)".contains("geheim")
        }
    }

    @Test func aLongWordIsKnownByItsBeginningAndQuotesAreDoubled() {
        let marks = WordMarks(.trial(1), "need")
        #expect(marks.marked("路灯 灯") == "need.1.路灯 need.1.灯")
        let hostile = SearchWord(tokens: ["a'", "b\\\u{0301}"], isPrefix: true)
        #expect(marks.question(hostile) == "'need.1.a''' & 'need.1.b\\\\\u{0301}':*")
        let long = String(repeating: "路", count: 5000)
        #expect(marks.marked(long).utf8.count < 300)
    }

    @Test(
        .enabled(if: TrialServer.isThere, "LINLI_POSTGRES names no server"),
        arguments: [
            ("0", Int64(0)), ("1", 1), ("-1", -1), ("9999", 9999), ("10000", 10000),
            ("100000000", 100_000_000),
            ("-123456789012345678", -123_456_789_012_345_678), ("9223372036854775807", .max),
            ("-9223372036854775808", .min), ("99999999999999999999", .max), ("-99999999999999999999", .min),
            ("2.99", 2), ("-2.99", -2), ("0.0001", 0), ("NaN", 0),
        ])
    func aNumericIsAWholeNumber(_ text: String, _ number: Int64) async throws {
        try await withSchema { database in
            let read = try await database.read { try $0.number("SELECT CAST(\(text) AS NUMERIC)") }
            #expect(read == number)
        }
    }

    @Test(.enabled(if: TrialServer.isThere, "LINLI_POSTGRES names no server"))
    func otherTypesAreReadAsTheHousesOwn() async throws {
        try await withSchema { database in
            try await database.read { reading in
                let row: SQL = """
                    SELECT CAST(-7 AS SMALLINT), CAST(-8 AS INTEGER), 1 = 1, 1 = 2,
                      CAST(2.5 AS FLOAT8), '42', 7
                    """
                let numbers = try reading.first(row) { row in (0..<7).map(row.integer) }
                #expect(numbers == [-7, -8, 1, 0, 2, 42, 7])
                let texts = try reading.first(row) { row in [row.text(1), row.text(5)] }
                #expect(texts == ["-8", "42"])
            }
        }
    }
}

/// Runs `body` with a database in a schema of its own.
func withSchema(
    readers: Int = 2, writers: Int = 2, _ body: (PostgresDatabase) async throws -> Void
) async throws {
    try await withSchemaName { schema in
        let database = try await TrialServer.open(schema, readers: readers, writers: writers)
        defer { database.close() }
        try await body(database)
    }
}

func withSchemaName(_ body: (String) async throws -> Void) async throws {
    try await TrialServer.withRoom {
        let schema = try await TrialServer.makeSchema()
        let result: Result<Void, any Error>
        do { result = .success(try await body(schema)) } catch { result = .failure(error) }
        try await TrialServer.drop(schema)
        try result.get()
    }
}
