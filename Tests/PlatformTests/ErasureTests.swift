import Actions
import Foundation
import Storage
import Testing
import Trials
import Values

@testable import People
@testable import Platform

/// A backup of before does not bring back whoever was erased.
@Suite struct ErasureTests {
    @Test func whoWasErasedIsErasedAgainInWhatWasPutBack() async throws {
        try await withHouse { open in
            let house = try await CanaryHouse(open)
            // The list of a later day, held against rows of before.
            let list = "\(house.community) \(house.child)\n"
            #expect(try await Erasures.apply(list, to: open) == 1)
            #expect(try await Erasures.apply(list, to: open) == 0)
            let community = house.community, keys = open.house.keys, child = house.child
            let person = try await open.house.database.read {
                try PersonStore.person(child, in: community, keys, $0)
            }
            #expect(person == nil)
            #expect(
                try await open.house.database.read { try Erasures.lines($0) } == [
                    "\(house.community) \(house.child)"
                ])
            await #expect(throws: ErasureFault.unreadable("nobody")) {
                try await Erasures.apply("nobody", to: open)
            }
            #expect(try await Proof.of(open).breaks == [])
        }
    }

    @Test func theListOnlyGrows() async throws {
        try await withFolder { folder in
            try Erasures.write(["b 2"], in: folder)
            try Erasures.write(["a 1"], in: folder)
            try Erasures.write([], in: folder)
            let text = try String(
                contentsOf: folder.appendingPathComponent(Erasures.fileName), encoding: .utf8)
            #expect(text == "a 1\nb 2\n")
        }
    }
}
