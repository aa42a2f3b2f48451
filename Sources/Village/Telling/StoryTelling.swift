import Actions
import Needs
import Values

extension Stage {
    /// Plays the stories, wishes, offers and promises in the order of time.
    func play() async throws {
        var moments = promises() + wishMoments() + offerMoments() + moreMoments(telling.size.moreNeeds)
        for story in cast.stories {
            for (at, deed) in StoryPlan(story, calendar).deeds {
                moments.append(Moment(at: at) { try await $0.perform(deed, of: story) })
            }
        }
        try await happen(moments)
    }

    func perform(_ deed: Deed, of story: NeedStory) async throws {
        switch deed {
        case .report: try await report(story)
        case .propose, .promise, .decline, .use, .ask: try await link(deed, of: story)
        case .answer, .close, .withdraw, .merge: try await end(deed, of: story)
        default: try await handle(deed, of: story)
        }
    }

    private func handle(_ deed: Deed, of story: NeedStory) async throws {
        let need = try told(story.number).id, owner = try owner(of: story), what = "\(story.number)"
        switch deed {
        case .accept: try await perform(AcceptNeed(need), by: owner.actor, what)
        case .note(let words): try await perform(AddNote(need, words: words, isPublic: false), by: owner.actor, what)
        case .giveBack(let reason): try await perform(ReturnNeed(need, reason: reason), by: owner.actor, what)
        case .reopen: try await perform(ReopenNeed(need, note: "问清楚了，接着办"), by: owner.actor, what)
        case .release(let sentence):
            try await perform(ReleaseSentence(need, sentence: sentence), by: owner.actor, what)
        case .voice(let number): try await addVoice(number, to: story)
        case .agreeDay: try await agreeDay(for: story)
        case .handOver: try await handOver(story)
        default: throw TellingFault(description: "\(deed) is told elsewhere")
        }
    }

    func told(_ number: Int) throws -> Told {
        guard let found = needs[number] else { throw TellingFault(description: "need \(number) was not told yet") }
        return found
    }

    func owner(of story: NeedStory) throws -> Player {
        try player(owners.owner(of: story.needClass, at: story.place))
    }

    /// Asks the supervisor to take it over; in half the cases she does, and hands it back once she has looked.
    private func handOver(_ story: NeedStory) async throws {
        let need = try told(story.number).id, owner = try owner(of: story), what = "\(story.number)"
        let supervisor = try player("shen-yingzhu")
        let reason = story.turns.contains(.toCase) ? "要开个案，请督导看一眼" : "要上议事会，请督导先看"
        try await perform(
            TransferNeed(need, to: supervisor.account, reason: reason), by: owner.actor, what)
        let answer = AnswerTransfer(need, accepts: false, reason: "看过了，还是您接着办，我每周一起看")
        try await perform(answer, by: supervisor.actor, what)
    }
}
