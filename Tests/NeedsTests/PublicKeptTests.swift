import Actions
import People
import Testing
import Trials
import Values
import Web

@testable import Needs

/// What is kept for guests is at every moment what would be made for them anew.
@Suite struct PublicKeptTests {
    private static let addresses: [(path: String, query: [(String, String)])] = [
        ("/", []), ("/~shuixiuli/", []), ("/needs/public", []), ("/needs/public", [("step", "done")]),
        ("/needs/public", [("year", "2026"), ("at", "p1")]), ("/lists", []), ("/lists/sheet", []),
    ]

    /// Each page as a guest has it, twice; and as somebody whose cookie is nothing, for whom nothing is kept.
    private static func look(_ trial: PublicTrial) async throws -> [String] {
        var pages: [String] = []
        for (path, query) in addresses {
            for language in Language.allCases {
                let anew = await trial.open(path, query, cookies: ["none": "1"], language: language)
                for _ in 1...2 {
                    let guests = await trial.open(path, query, language: language)
                    #expect(guests.status == 200 && guests.text == anew.text, "\(path) \(query) \(language)")
                }
                pages.append(anew.text)
            }
        }
        #expect(Set(pages).count == pages.count)
        return pages
    }

    /// Which of the pages say something else after `step`.
    private static func changes(
        _ trial: PublicTrial, _ before: inout [String], _ step: () async throws -> Void
    ) async throws -> Set<String> {
        try await step()
        let now = try await look(trial)
        defer { before = now }
        let changed = zip(0..., zip(before, now)).filter { $1.0 != $1.1 }
        return Set(changed.map { addresses[$0.0 / Language.allCases.count].path })
    }

    @Test(arguments: Engine.all) func aGuestNeverReadsWhatWas(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            let all = Set(Self.addresses.map(\.path)), head = trial.needs.staff[.stationHead]
            var pages = try await Self.look(trial)
            var need: Need?
            #expect(
                try await Self.changes(trial, &pages) { need = try await trial.released("灯修好了") } == all)
            let id = try #require(need).id
            var term = EditTerm(.need, key: "housing-lamp", chinese: "路灯与楼道灯", english: "Lamps")
            term.parent = "housing"
            // A word of the vocabulary is a setting: no need changes with it.
            let lists: Set = ["/lists", "/lists/sheet"]
            #expect(
                try await Self.changes(trial, &pages) {
                    try await trial.needs.perform(term, by: head)
                }.isSuperset(of: lists))
            #expect(
                try await Self.changes(trial, &pages) {
                    let name = ChangeLocality(
                        name: "荷塘社区", english: "Lotus", foot: .init(line: "荷溪路90号"))
                    try await trial.needs.perform(name, by: head)
                } == all)
            #expect(
                try await Self.changes(trial, &pages) {
                    try await trial.needs.serve(id)
                    try await trial.needs.perform(
                        GiveFeedback(id, .yes), by: trial.needs.holder(of: id))
                } == all)
            // The date at the top, and in the new year dates that now want theirs: without any commit.
            let day = trial.needs.clock.now.day(in: .shanghai)
            #expect(
                try await Self.changes(trial, &pages) {
                    trial.needs.clock.set(day.adding(days: 1).start(in: .shanghai))
                } == ["/", "/~shuixiuli/", "/lists/sheet"])
            #expect(
                try await Self.changes(trial, &pages) {
                    trial.needs.clock.set(
                        try #require(Day(year: day.year + 1, month: 1, day: 1)).start(in: .shanghai))
                } == ["/", "/~shuixiuli/", "/needs/public", "/lists/sheet"])
        }
    }
}
