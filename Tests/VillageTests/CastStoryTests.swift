import Needs
import Testing

@testable import Village

/// The hundred and fifty stories: all parse, every key is known, and the telling holds together.
@Suite struct CastStoryTests {
    let cast: Cast
    init() throws { cast = try Cast() }

    @Test func thereAreAHundredAndFiftyInOrder() {
        #expect(cast.stories.map(\.number) == Array(1...150))
        #expect(Set(cast.stories.map(\.text)).count == 150)
        #expect(zip(cast.stories, cast.stories.dropFirst()).allSatisfy { $0.daysAgo >= $1.daysAgo })
        #expect(cast.stories.allSatisfy { (0...182).contains($0.daysAgo) })
    }

    @Test func keysAreKnown() {
        let classes = Set(DefaultNeedClass.all.map(\.key)), groups = keys(DefaultNeedTerms.groups)
        let urgencies = Set(DefaultUrgency.all.map(\.key)), sources = keys(DefaultNeedTerms.sources)
        let outcomes = keys(DefaultNeedTerms.outcomes), resources = Set(cast.resources.map(\.key))
        for story in cast.stories {
            #expect(classes.contains(story.needClass), "\(story.number)")
            #expect(groups.contains(story.group), "\(story.number)")
            #expect(urgencies.contains(story.urgency), "\(story.number)")
            #expect(sources.contains(story.source), "\(story.number)")
            #expect(story.outcome.isEmpty || outcomes.contains(story.outcome), "\(story.number)")
            #expect(story.resources.allSatisfy(resources.contains), "\(story.number)")
        }
    }

    @Test func everyClassGroupAndSourceIsTold() {
        #expect(Set(cast.stories.map(\.needClass)) == Set(DefaultNeedClass.all.map(\.key)))
        #expect(Set(cast.stories.map(\.group)) == keys(DefaultNeedTerms.groups))
        #expect(Set(cast.stories.map(\.source)) == keys(DefaultNeedTerms.sources))
        #expect(Set(cast.stories.map(\.urgency)) == Set(DefaultUrgency.all.map(\.key)))
        #expect(Set(cast.stories.map(\.outcome)) == keys(DefaultNeedTerms.outcomes).union([""]))
    }

    @Test(arguments: [
        (NeedStory.State.found, 12), (.identified, 9), (.linked, 14), (.used, 21), (.awaitingFeedback, 8),
        (.closed, 86),
    ])
    func statesAreAsTheFrontPageTells(_ state: NeedStory.State, _ count: Int) {
        #expect(cast.stories.filter { $0.state == state }.count == count)
    }

    @Test func someResourceAnswersTheClass() {
        for story in cast.stories where !story.resources.isEmpty {
            let classes = cast.resources.filter { story.resources.contains($0.key) }.flatMap(\.classes)
            #expect(classes.contains(story.needClass), "\(story.number) \(story.needClass)")
        }
    }

    @Test func turnsPointAtWhatExists() throws {
        let returns = keys(DefaultNeedTerms.returnReasons), declines = keys(DefaultNeedTerms.declineReasons)
        let resources = Set(cast.resources.map(\.key))
        for story in cast.stories {
            for turn in story.turns {
                switch turn {
                case .returned(let reason): #expect(returns.contains(reason), "\(story.number)")
                case .declined(let resource, let reason):
                    #expect(declines.contains(reason) && resources.contains(resource), "\(story.number)")
                case .merged(let number):
                    let other = try #require(cast.stories.first { $0.number == number })
                    #expect(number < story.number && story.outcome == "merged")
                    // The other was still open on that day.
                    let end = other.state == .closed ? other.daysAgo - other.daysTaken : 0
                    #expect(end < story.daysAgo - story.daysTaken)
                default: break
                }
            }
        }
    }

    /// Whoever is in the hands of a caseworker is on no public page.
    @Test func whatIsConfidentialIsNotReleased() {
        for story in cast.stories where story.turns.contains(.toCase) {
            #expect(story.released.isEmpty, "\(story.number)")
        }
    }

    /// The public list speaks: nearly every open need of public space has a sentence, and no quiet one.
    @Test func openNeedsOfPublicSpaceAreReadByAll() {
        let open = cast.stories.filter { $0.state != .closed }
        let places = open.filter { Vocabulary.defaults.isPublicSpace($0.needClass) }
        #expect(places.filter { !$0.released.isEmpty }.count * 10 >= places.count * 8)
        #expect(open.filter { !$0.released.isEmpty }.count >= 40)
        for story in open where Vocabulary.defaults.isQuiet(story.needClass) {
            #expect(story.released.isEmpty, "\(story.number)")
        }
    }

    @Test func hardOnesAreAmongThem() {
        let turns = cast.stories.flatMap(\.turns)
        #expect(turns.filter { $0 == .late }.count >= 10)
        #expect(turns.filter { $0 == .reopened }.count >= 2)
        #expect(turns.filter { $0 == .anonymous }.count >= 10)
        #expect(turns.filter { $0 == .toCouncil }.count >= 5)
    }

    @Test func textsAreShortAndPunctuatedAsChinese() {
        for story in cast.stories {
            #expect((8...80).contains(story.text.count), "\(story.number): \(story.text.count)")
            for text in [story.text, story.feedback, story.released, story.note] {
                #expect(text.count <= 500)
                #expect(!mixesPunctuation(text), "\(story.number): \(text)")
                #expect(!text.contains("1990000"), "\(story.number)")
            }
        }
    }

    private func keys(_ terms: [DefaultTerm]) -> Set<String> { Set(terms.map(\.key)) }
}

/// Whether a half-width mark stands next to a Chinese character.
func mixesPunctuation(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    let marks = Set(",.;:?!()\"'[]".unicodeScalars)
    func isHan(_ index: Int) -> Bool {
        scalars.indices.contains(index) && (0x4e00...0x9fff).contains(scalars[index].value)
    }
    return scalars.indices.contains { marks.contains(scalars[$0]) && (isHan($0 - 1) || isHan($0 + 1)) }
}
