import Needs
import Testing
import Values

/// The table of states: what may follow what.
@Suite struct NeedStateTests {
    @Test(arguments: [
        (NeedState.found, "accepted merged returned withdrawn"),
        (.accepted, "answered closed identified linked merged returned withdrawn"),
        (.identified, "accepted answered closed linked merged using withdrawn"),
        (.linked, "accepted closed identified using withdrawn"),
        (.using, "answered closed identified linked withdrawn"),
        (.answered, "closed identified linked using withdrawn"),
        (.closed, "accepted found"),
        (.returned, "accepted found"),
        (.withdrawn, "accepted found"),
        (.merged, ""),
    ])
    func whatMayFollow(_ state: NeedState, _ next: String) {
        #expect(state.next.map(\.rawValue).sorted().joined(separator: " ") == next)
    }

    @Test func theTableHasEveryStateAndEveryStepItsStates() {
        #expect(NeedState.allCases.count == 10)
        #expect(NeedStep.allCases.flatMap(\.states).count == NeedState.allCases.filter(\.isOpen).count)
        #expect(NeedStep.identified.states == [.accepted, .identified])
    }

    @Test func everyEndingMayBeReopenedButAMerger() {
        for state in NeedState.allCases where !state.isOpen {
            #expect(state.next.contains(.accepted) == (state != .merged))
        }
    }

    @Test(arguments: NeedRefusal.allCases)
    func everyRefusalHasItsOwnSentence(_ refusal: NeedRefusal) {
        let same = NeedRefusal.allCases.filter { $0.text == refusal.text }
        #expect(same == [refusal])
        #expect([403, 404, 409, 422].contains(refusal.status))
        #expect(
            refusal.name.utf8.allSatisfy { $0 != UInt8(ascii: " ") }
                && refusal.name == refusal.name.lowercased())
    }

    @Test(arguments: [
        ("X-1041", 1041 as Int64?), ("x1041", 1041), ("1041", 1041), ("Ｘ－１０４１", 1041), ("Y-3", nil),
        ("灯", nil), ("", nil),
    ])
    func aNumberIsReadAsPeopleWriteIt(_ text: String, _ number: Int64?) {
        #expect(NeedStore.number(text) == number)
    }
}
