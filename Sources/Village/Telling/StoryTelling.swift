import Actions
import Needs
import People
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
        case .propose, .promise, .promiseLater, .decline, .consent, .use, .ask:
            try await link(deed, of: story)
        case .answer, .close, .withdraw, .merge: try await end(deed, of: story)
        default: try await handle(deed, of: story)
        }
    }

    private func handle(_ deed: Deed, of story: NeedStory) async throws {
        let need = try told(story.number).id, owner = try owner(of: story), what = "\(story.number)"
        switch deed {
        case .accept: try await perform(AcceptNeed(need), by: owner.actor, what)
        case .note(let words):
            try await perform(AddNote(need, words: words, isPublic: false), by: owner.actor, what)
        case .giveBack(let reason): try await perform(ReturnNeed(need, reason: reason), by: owner.actor, what)
        case .reopen: try await perform(ReopenNeed(need, note: "问清楚了，接着办"), by: owner.actor, what)
        case .release(let sentence):
            let releasing = ReleaseSentence(
                need, sentence: sentence, pictures: try await publicPictures(of: story))
            try await perform(releasing, by: owner.actor, what)
        case .voice(let number): try await addVoice(number, to: story)
        case .agreeDay: try await agreeDay(for: story)
        case .handOver: try await handOver(story)
        default: throw TellingFault(description: "\(deed) is told elsewhere")
        }
    }

    func told(_ number: Int) throws -> Told {
        guard let found = needs[number] else {
            throw TellingFault(description: "need \(number) was not told yet")
        }
        return found
    }

    func owner(of story: NeedStory) throws -> Player {
        try player(owners.owner(of: story.needClass, at: story.place))
    }

    /// Every second picture of a place open to all may be seen by all.
    private func publicPictures(of story: NeedStory) async throws -> Set<Identifier> {
        guard story.turns.contains(.withPhoto), story.beneficiary == .everyone, story.number % 2 == 0 else {
            return []
        }
        let owner = AttachmentOwner("need", try told(story.number).id),
            community = try locality(.community).id
        return try await telling.steward.database.read { reading in
            Set(try AttachmentStore.list(of: owner, in: community, releasedOnly: false, reading).map(\.id))
        }
    }

    /// Asks the supervisor to take it over: every second case she does, all else she hands back.
    private func handOver(_ story: NeedStory) async throws {
        let need = try told(story.number).id, owner = try owner(of: story), what = "\(story.number)"
        let supervisor = try player("shen-yingzhu"), isCase = story.turns.contains(.toCase)
        let reason = isCase ? "要开个案，请督导看一眼" : "要上议事会，请督导先看"
        try await perform(
            TransferNeed(need, to: supervisor.account, reason: reason), by: owner.actor, what)
        let accepts = isCase && story.number % 2 == 0
        let answer = AnswerTransfer(need, accepts: accepts, reason: accepts ? "" : "看过了，还是您接着办，我每周一起看")
        try await perform(answer, by: supervisor.actor, what)
    }
}
