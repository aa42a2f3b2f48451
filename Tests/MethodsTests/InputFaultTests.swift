import Methods
import Testing

@Suite struct InputFaultTests {
    @Test func namesItsLineWhereThereIsOne() {
        #expect(InputFault("expected 3 columns", line: 7).description == "line 7: expected 3 columns")
        #expect(InputFault("no votes").description == "no votes")
    }
}
