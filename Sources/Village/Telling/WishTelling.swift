import Actions
import Needs
import Values

extension Stage {
    /// The micro-wishes: written down and released by staff, claimed by neighbours, granted.
    func wishMoments() -> [Moment] {
        cast.wishes.flatMap { wish in
            var dice = dice("wish \(wish.key)")
            let said = Moment(at: calendar.moment(wish.daysAgo, using: &dice)) { try await $0.say(wish) }
            guard wish.state != .open else { return [said] }
            let claimed = Moment(at: calendar.moment(max(0, wish.daysAgo * 2 / 3), 600 + dice.below(200))) {
                try await $0.claim(wish)
            }
            guard wish.state == .granted else { return [said, claimed] }
            let granted = Moment(at: calendar.moment(wish.daysAgo / 3, 800 + dice.below(200))) {
                try await $0.grant(wish)
            }
            return [said, claimed, granted]
        }
    }

    private func keeper(of wish: CastWish) throws -> Player {
        try player(owners.owner(of: "comfort-wish", at: .grid(wish.grid)))
    }

    private func say(_ wish: CastWish) async throws {
        var draft = NeedDraft(wish.wish, at: .code("g\(wish.grid)"))
        draft.kind = .wish
        draft.classKey = "comfort-wish"
        draft.group = wish.group
        draft.urgency = "planned"
        draft.bestBy = wish.before
        let keeper = try keeper(of: wish)
        let answer = try await perform(EnterNeed(draft, source: "visit"), by: keeper.actor, wish.key)
        wishes[wish.key] = answer.id
        try await perform(AcceptNeed(answer.id), by: keeper.actor, wish.key)
        try await perform(
            ReleaseSentence(answer.id, sentence: wish.wish, who: wish.who), by: keeper.actor, wish.key)
    }

    private func claim(_ wish: CastWish) async throws {
        try await perform(ClaimWish(try id(wish)), by: try player(wish.claimedBy).actor, wish.key)
    }

    private func grant(_ wish: CastWish) async throws {
        let closing = CloseNeed(try id(wish), outcome: "done", reason: "心愿圆了")
        try await perform(closing, by: try keeper(of: wish).actor, wish.key)
    }

    private func id(_ wish: CastWish) throws -> Identifier {
        guard let id = wishes[wish.key] else {
            throw TellingFault(description: "nobody wished \(wish.key) yet")
        }
        return id
    }

    /// What residents offer; what came more than a week ago was answered.
    func offerMoments() -> [Moment] {
        cast.offers.flatMap { offer in
            var dice = dice("offer \(offer.resident) \(offer.daysAgo)")
            let at = calendar.moment(offer.daysAgo, using: &dice)
            return [Moment(at: at) { try await $0.tell(offer) }]
        }
    }

    private func tell(_ offer: CastOffer) async throws {
        let player = try player(offer.resident)
        let home = cast.residents.first { $0.key == offer.resident }?.home ?? .community
        var draft = NeedDraft(offer.offer, at: .code(home.code))
        draft.classKey = offer.classes.first
        draft.bestBy = offer.when
        draft.contact = Contact(name: player.name, phone: player.phone)
        let answer = try await perform(ReportOffer(draft), by: player.actor, offer.resident)
        guard offer.daysAgo > 7 else { return }
        let own = cast.resources.first { $0.owner == offer.resident }.flatMap { resources[$0.key]?.id }
        let registering = AnswerOffer(answer.id, isRegistered: true, resource: own)
        try await perform(registering, by: try self.player(Self.keeper).actor, offer.resident)
    }
}
