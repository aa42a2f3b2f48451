import Actions
import Foundation
import People
import Testing
import Trials
import Values
import Web

@testable import Needs

/// Every figure that anybody reads counts exactly the rows of the list that its link opens.
@Suite struct PublicCountTests {
    @Test(arguments: Engine.all) func everyFigureCountsTheRowsItOpens(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            try await trial.fillEveryState()
            let front: FrontPage.Model = try await trial.open("/", json: true).decode()
            let figures = front.figures, html = await trial.open("/").text
            var counted: [(String, Int)] = NeedStep.allCases.map {
                ("/needs/public?step=\($0.rawValue)", figures.at($0))
            }
            counted += [
                ("/needs/public?year=2026", figures.toldThisYear),
                ("/needs/public?year=2026&step=done", figures.doneThisYear),
                ("/wishes", figures.openWishes),
            ]
            counted += front.areas.map { ("/needs/public?step=open&at=\($0.code)", $0.figures.open) }
            for (address, count) in counted {
                #expect(html.contains("href=\"\(address.replacing("&", with: "&amp;"))\""), "\(address)")
                #expect(count > 0, "\(address)")
                #expect(try await trial.rows(of: address) == count, "\(address)")
            }
            #expect(try await trial.rows(of: "/needs/public?step=open") == figures.open)
            #expect(html.contains("邻居们说了\(figures.toldThisYear)件事"))
            #expect(html.contains("一共开口\(figures.saidThisYear)次"))

            let lists: ThreeListsPage.Model = try await trial.open("/lists", json: true).decode()
            let hidden = try #require(lists.fields.last?.needs.first)
            #expect(hidden.key == "private" && hidden.count > 0 && front.openPrivate == hidden.count)
            #expect(lists.gaps.map(\.count).reduce(hidden.count, +) == lists.needs)
            #expect(lists.needs == figures.open)
            #expect(front.areas.map(\.figures.open).reduce(hidden.count, +) == figures.open)
            let listsHTML = await trial.open("/lists").text
            for gap in lists.gaps + [hidden] {
                let address = "/needs/public?step=open&class=\(gap.key)"
                #expect(listsHTML.contains(address.replacing("&", with: "&amp;")))
                #expect(try await trial.rows(of: address) == gap.count)
            }
            #expect(try await trial.needs.breaks() == [])
        }
    }

    /// Where a count is kept, it is that of the rows; where none is, none is said.
    @Test(arguments: Engine.all) func everyFilterSaysHowManyItShows(_ engine: Engine) async throws {
        try await PublicTrial.run(engine) { trial in
            try await trial.fillEveryState()
            for part in [""] + PublicPart.allCases.map({ "step=\($0.rawValue)" }) {
                for more in [
                    "", "&year=2026", "&year=2025", "&class=housing-lamp", "&area=housing", "&at=p2",
                    "&class=private", "&area=crisis", "&class=private&at=p1", "&class=private&area=crisis",
                    "&class=crisis-despair",
                ] {
                    let address = "/needs/public?\(part)\(more)"
                    let page: PublicNeedsPage.Model = try await trial.follow(address).decode()
                    let rows = try await trial.rows(of: address)
                    #expect(page.count == nil || page.count == rows, "\(address)")
                    if ["", "&at=p2", "&class=private"].contains(more) {
                        #expect(page.count == rows, "\(address)")
                    }
                }
            }
            let all: PublicNeedsPage.Model = try await trial.follow("/needs/public").decode()
            #expect(all.rows.contains { $0.kind == .wish } && all.rows.contains { $0.state == .returned })
            #expect(!all.rows.contains { $0.state == .merged || $0.state == .withdrawn })
            #expect(await trial.open("/needs/public").text.contains("微心愿"))
        }
    }
}

extension PublicTrial {
    /// Opens an address as it stands in a link, as JSON.
    fileprivate func follow(_ address: String, _ more: [(String, String)] = []) async -> PublicAnswer {
        let parts = address.split(separator: "?", maxSplits: 1)
        let pairs = parts.dropFirst().joined().split(separator: "&").map { pair -> (String, String) in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
        return await open(String(parts[0]), pairs + more, json: true)
    }

    /// How many rows a list shows from its first page to its last.
    fileprivate func rows(of address: String) async throws -> Int {
        struct Page: Decodable {
            struct Row: Decodable { let number: String }
            let rows: [Row]
            let next: Int64?
        }
        var seen: Set<String> = []
        var after: [(String, String)] = []
        repeat {
            let page: Page = try await follow(address, after).decode()
            seen.formUnion(page.rows.map(\.number))
            after = page.next.map { [("after", "\($0)")] } ?? []
        } while !after.isEmpty
        return seen.count
    }

    /// Needs and wishes in every state, here and there, this year's and last year's, and one that is held.
    fileprivate func fillEveryState() async throws {
        for round in 0..<3 {
            for state in NeedState.allCases {
                for (kind, place) in [(NeedKind.need, "s11"), (.wish, "s22"), (.need, "s21")] {
                    let need = try await released("\(round) \(state) \(kind)", at: place, kind: kind)
                    try await bring(need.id, to: state)
                }
                var draft = needs.draft("一个人的难处", at: round == 0 ? "s11" : "s22")
                draft.classKey = "crisis-despair"
                let hidden = try await needs.perform(ReportNeed(draft), by: .anyone).id
                try await bring(hidden, to: state)
            }
        }
        let told = try await released("原先不说，后来写了一句", at: "s12")
        var edit = EditNeed(told.id)
        edit.classKey = "crisis-despair"
        try await needs.perform(edit)
        for outcome in ["partly", "explained"] {
            let need = try await released("办了：\(outcome)")
            try await needs.perform(CloseNeed(need.id, outcome: outcome, reason: "回过话"))
        }
        var draft = needs.draft("去年底说的")
        draft.contact.phone = "13812341234"
        let lastYear = EnterNeed(draft, source: "visit", day: Day(year: 2025, month: 12, day: 31))
        try await needs.perform(CloseNeed(needs.perform(lastYear).id, outcome: "done", reason: "好了"))
        for _ in 0..<6 { try await needs.perform(ReportNeed(draft), by: .anyone) }
        draft.classKey = "support-meals"
        draft.contact.phone = ""
        try await needs.perform(ReportNeed(draft), by: .anyone)
    }

    private func bring(_ need: Identifier, to state: NeedState) async throws {
        switch state {
        case .found: return
        case .accepted: try await needs.perform(AcceptNeed(need))
        case .identified, .linked, .using, .answered:
            try await needs.perform(AcceptNeed(need))
            for step in [NeedState.identified, .linked, .using, .answered] {
                try await needs.advance(need, step)
                if step == state { return }
            }
        case .closed: try await needs.perform(CloseNeed(need, outcome: "done", reason: "办好了"))
        case .returned: try await needs.perform(ReturnNeed(need, reason: "unclear"))
        case .merged:
            let other = try await needs.report(at: "s12").id
            try await needs.perform(MergeNeeds([need], into: other))
        case .withdrawn: try await needs.perform(WithdrawNeed(need), by: needs.holder(of: need))
        }
    }
}
