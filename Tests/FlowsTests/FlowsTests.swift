import Flows
import Testing

@Suite struct FlowsTests {
    @Test func everyFlowIsInTheContents() {
        #expect(Flows.capability.flows.count == 5)
    }
}
