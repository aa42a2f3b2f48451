import Testing

@testable import Village

/// The reader of tables is strict: a slip in the cast is named by its line.
@Suite struct CastTableTests {
    @Test func readsRowsThatGoOn() throws {
        let table = try CastTable(
            "t", columns: 3,
            """
            # a remark
            a | 一 | -
            b | 二
            + 3

            """)
        #expect(table.rows.map(\.fields) == [["a", "一", "-"], ["b", "二", "3"]])
        #expect(table.rows[0].text(2) == "")
        #expect(try table.rows[1].number(2) == 3)
        #expect(table.rows[1].line == 3)
    }

    @Test(arguments: [("a | b", 1), ("x | y | z\na | b | c | d", 2), ("+ a", 1)])
    func refusesWrongRows(_ text: String, _ line: Int) {
        #expect { try CastTable("t", columns: 3, text) } throws: { ($0 as? CastFault)?.line == line }
    }

    @Test(arguments: [
        "g0", "g28", "hefeng-26", "hefeng-12-3", "hefeng-12-2-703", "nowhere", "", "g", "hefeng-",
    ])
    func refusesPlacesThatAreNot(_ text: String) { #expect(CastPlace(text) == nil) }

    @Test func readsPlaces() throws {
        #expect(CastPlace("g27") == .grid(27))
        #expect(CastPlace("all") == .community)
        let building = try #require(CastBuilding.at("hefeng", 12))
        #expect(CastPlace("hefeng-12-2-501") == .building(building, stairwell: 2, door: "501"))
    }
}
