import Actions
import Needs
import Values

extension Stage {
    /// The steps with a resource: asked, promised or declined, used; the receiver asked how it went.
    func link(_ deed: Deed, of story: NeedStory) async throws {
        let owner = try owner(of: story), what = "\(story.number)"
        switch deed {
        case .propose(let resource, _): try await propose(resource, for: story, by: owner)
        case .promise(let resource): try await answer(.accept(quantity: nil), for: resource, story)
        case .promiseLater(let resource): try await promiseLater(resource, story)
        case .consent(let resource): try await agreeToBeNamed(resource, story)
        case .decline(let resource, let key):
            let reason = Vocabulary.defaults.name(.declineReason, key).chinese
            try await answer(.decline(reason: reason), for: resource, story)
        case .use(let resource):
            let link = try link(story, resource), day = telling.clock.now.day(in: .shanghai)
            let quantity = try stock(resource).quantity
            try await perform(RecordUse(link: link, day: day, quantity: quantity), by: owner.actor, what)
            try await carryLetters(for: resource)
        case .ask: try await perform(AskFeedback(need: try told(story.number).id), by: owner.actor, what)
        default: throw TellingFault(description: "\(deed) is no step with a resource")
        }
    }

    private func propose(_ key: String, for story: NeedStory, by owner: Player) async throws {
        let stock = try stock(key), seat = try locality(stock.seat)
        let reasons = "类别对得上；\(seat.name)；\(stock.cast.hours)"
        var day = telling.clock.now.day(in: .shanghai)
        // Where a period is full, the next one is asked for: a month at most four times.
        for attempt in 0...4 {
            let proposing = ProposeLink(
                need: try told(story.number).id, resource: stock.id, of: seat.id, quantity: stock.quantity,
                wantedDay: day, kind: stock.seat == .community ? .use : .referral, reasons: reasons)
            do {
                let community = try locality(.community).id
                let link = try await telling.steward.perform(proposing, by: owner.actor, in: community)
                links[LinkKey(story: story.number, resource: key)] = link
                return try await carryLetters(for: key)
            } catch let refusal as ResourceRefusal {
                guard case .notEnough = refusal, attempt < 4 else {
                    throw TellingFault(description: "propose \(key) for \(story.number): \(refusal.name)")
                }
                day = day.startOfMonth.adding(months: 1)
            }
        }
    }

    /// The resource's owner answers, or the desk has heard it from them.
    private func answer(_ answer: LinkAnswer, for key: String, _ story: NeedStory) async throws {
        let stock = try stock(key), desk = try player(Self.keeper)
        let actor = stock.owner?.actor ?? (stock.seat == .community ? desk.actor : .house)
        let answering = AnswerLink(reservation: try link(story, key), answer: answer)
        try await perform(answering, by: actor, in: stock.seat, "\(key) for \(story.number)")
        try await carryLetters(for: key)
    }

    /// The owner proposes the next day, and the one who sees to the need takes it up.
    private func promiseLater(_ key: String, _ story: NeedStory) async throws {
        let day = telling.clock.now.day(in: .shanghai).adding(days: 1)
        try await answer(.otherDay(day, reason: "当天排不开"), for: key, story)
        let accepting = AcceptOtherDay(link: try link(story, key))
        try await perform(accepting, by: try owner(of: story).actor, "\(key) for \(story.number)")
        try await carryLetters(for: key)
    }

    private func agreeToBeNamed(_ key: String, _ story: NeedStory) async throws {
        let told = try told(story.number)
        try await perform(GiveConsent(told.id, true), by: told.reporterActor, "\(story.number)")
        let telling = TellOwner(link: try link(story, key))
        try await perform(telling, by: try owner(of: story).actor, "\(key) for \(story.number)")
        try await carryLetters(for: key)
    }

    func carryLetters(for key: String) async throws {
        guard try stock(key).seat != .community else { return }
        try await carryLetters()
    }

    func carryLetters() async throws {
        try await LetterCarrier(steward: telling.steward, kinds: ResourceLetters.kinds, log: telling.log)
            .carry()
    }

    private func link(_ story: NeedStory, _ resource: String) throws -> Identifier {
        guard let found = links[LinkKey(story: story.number, resource: resource)] else {
            throw TellingFault(description: "\(story.number) has no link with \(resource)")
        }
        return found
    }

    private func stock(_ key: String) throws -> Stock {
        guard let found = resources[key] else { throw TellingFault(description: "no resource \(key)") }
        return found
    }
}

extension Stage.Stock {
    /// How much one need takes: a piece, a place, a turn; of money, some hundreds.
    var quantity: Int64 { cast.unit == "元" ? min(600, Int64(cast.capacity)) : 1 }
}
