import Foundation
import Testing

@testable import Methods

/// The references of pabutools in exact mode, on every instance that has them.
@Suite(.enabled(if: SharedData.folder != nil)) struct ShareReferenceTests {
    private struct Expected: Decodable {
        let n: Int
        let m: Int
        let rules: [String: Winners]

        struct Winners: Decodable {
            let winners: [String]
            let ordered: Bool
            let cost: String
        }
    }

    static let instances = SharedData.files(in: "grants", withExtension: "expected.json")

    @Test(arguments: instances) func choosesWhatTheReferenceChose(_ url: URL) throws {
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: url))
        let file = url.path.replacingOccurrences(of: ".expected.json", with: ".pb")
        let poll = try BudgetPoll(pabulib: [UInt8](Data(contentsOf: URL(fileURLWithPath: file))))
        #expect(poll.ballots.count == expected.n)
        #expect(poll.projects.count == expected.m)
        #expect(!expected.rules.isEmpty)
        for (name, reference) in expected.rules {
            let rule = try #require(ShareRule(name: name))
            let outcome = try poll.outcome(by: rule)
            let winners = outcome.winners.map { poll.projects[$0].id }
            if reference.ordered {
                #expect(winners == reference.winners, "\(name)")
            } else {
                #expect(winners.sorted() == reference.winners.sorted(), "\(name)")
            }
            #expect(outcome.cost.description == reference.cost)
        }
    }

    @Test(arguments: SharedData.files(in: "grants", withExtension: "pb"))
    func whatIsWrittenIsReadAgain(_ url: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: url))
        // The largest would take the most of the time for nothing that the others do not show.
        if bytes.count > 1_000_000 { return }
        let poll = try BudgetPoll(pabulib: bytes)
        let text = poll.pabulib
        let again = try BudgetPoll(pabulib: [UInt8](text.utf8))
        #expect(again.ballots == poll.ballots)
        #expect(again.projects == poll.projects)
        #expect(again.budget == poll.budget)
        #expect(again.remarks == poll.remarks)
        #expect(again.voters.columns == poll.voters.columns)
        for voter in stride(from: 0, to: poll.voters.count, by: 17) {
            #expect(again.voters[voter] == poll.voters[voter])
        }
        #expect(again.pabulib == text)
    }
}
