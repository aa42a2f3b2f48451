import Foundation
import Needs
import Testing
import Values

@testable import Village

/// A story becomes deeds that follow each other in time and in law.
@Suite struct StoryPlanTests {
    let cast: Cast
    let calendar = Almanac(today: TellingTests.today, seed: 1)
    init() throws { cast = try Cast() }

    @Test func deedsComeInOrderAndNeverAfterToday() {
        for story in cast.stories {
            let deeds = StoryPlan(story, calendar).deeds
            #expect(deeds.first?.deed == .report)
            #expect(zip(deeds, deeds.dropFirst()).allSatisfy { $0.at <= $1.at }, "\(story.number)")
            #expect(deeds.allSatisfy { $0.at <= calendar.today }, "\(story.number)")
            #expect(deeds.first?.at.day(in: .shanghai) == calendar.day(story.daysAgo), "\(story.number)")
        }
    }

    @Test func nothingIsUsedBeforeItWasPromised() {
        for story in cast.stories {
            var promised: Set<String> = []
            for (_, deed) in StoryPlan(story, calendar).deeds {
                switch deed {
                case .promise(let key), .promiseLater(let key): promised.insert(key)
                default: break
                }
                if case .use(let key) = deed { #expect(promised.contains(key), "\(story.number)") }
            }
        }
    }

    @Test func whatIsClosedEnds() {
        for story in cast.stories where story.state == .closed {
            let ends = StoryPlan(story, calendar).deeds.contains { _, deed in
                switch deed {
                case .close, .merge, .withdraw, .answer(.yes, _): true
                default: false
                }
            }
            #expect(ends, "\(story.number)")
        }
    }

    @Test(arguments: [0, 1, 60, 86_399])
    func theFirstHourOfADayHasRoom(_ seconds: Int64) {
        let today = TellingTests.today.day(in: .shanghai).start(in: .shanghai) + .seconds(seconds)
        let early = Almanac(today: today, seed: 1)
        for story in cast.stories where story.daysAgo == 0 {
            #expect(StoryPlan(story, early).deeds.allSatisfy { $0.at <= today })
        }
    }

    @Test func moreNeedsSpeakOfKnownClasses() {
        let classes = Set(DefaultNeedClass.all.map(\.key)), groups = Set(DefaultNeedTerms.groups.map(\.key))
        #expect(Sentences.all.count > 40)
        #expect(Sentences.all.allSatisfy { classes.contains($0.needClass) && groups.contains($0.group) })
        let needs = MoreNeed.all(3000, seed: 1)
        #expect(Set(needs.map(\.words)).count > 1500)
        #expect(needs.allSatisfy { $0.words.count < 200 })
        for need in needs {
            #expect(need.closedDaysAgo ?? 0 <= need.acceptedDaysAgo ?? 0)
            #expect(need.acceptedDaysAgo ?? 0 <= need.saidDaysAgo)
        }
    }

    @Test func theDrawingIsAPicture() {
        for motif in 0..<4 { #expect(Drawing(motif).png.starts(with: [0x89, 0x50, 0x4e, 0x47])) }
    }
}
