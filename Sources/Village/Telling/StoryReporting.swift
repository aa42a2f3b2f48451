import Actions
import Needs
import Values

extension Stage {
    /// Somebody says it: on their own phone, or to the staff who write it down.
    func report(_ story: NeedStory) async throws {
        let reporter = story.isAnonymous ? nil : account(at: story.place)
        let draft = draft(of: story, reporter)
        let answer: ReportedNeed
        if story.source == "phone" {
            answer = try await perform(
                ReportNeed(draft), by: reporter?.actor ?? .anyone, "\(story.number)")
        } else {
            let writer = try writer(of: story)
            let entering = EnterNeed(draft, source: story.source, reporter: reporter?.account)
            answer = try await perform(entering, by: writer.actor, "\(story.number)")
        }
        needs[story.number] = Told(id: answer.id, serial: answer.number, reporter: reporter)
    }

    private func draft(of story: NeedStory, _ reporter: Player?) -> NeedDraft {
        var draft = NeedDraft(story.text, at: .code(story.place.code))
        draft.classKey = story.needClass
        draft.group = story.group
        draft.urgency = story.urgency
        draft.forWhom = story.beneficiary.forWhom
        if story.turns.contains(.withPhoto) { draft.photos = [photo(story.number)].compactMap { $0 } }
        guard !story.isAnonymous else { return draft }
        var dice = dice("reporter \(story.number)")
        let sex: Names.Sex = dice.chance(60) ? .female : .male
        let name = reporter?.name ?? Names.name(sex, born: 1945 + dice.below(50), using: &dice)
        draft.contact = Contact(
            name: name, phone: reporter?.phone ?? InventedPhone.number(2000 + story.number))
        draft.contactBy = dice.pick([(ContactWay.sms, 5), (.call, 3), (.number, 2)]) ?? .sms
        return draft
    }

    /// Somebody of the cast who lives just there.
    private func account(at place: CastPlace) -> Player? {
        guard case .building(_, _, .some) = place else { return nil }
        return cast.residents.first { $0.home == place }.flatMap { players[$0.key] }
    }

    /// Who writes it down: the grid leader for what grids and patrols see, else the one who sees to it.
    private func writer(of story: NeedStory) throws -> Player {
        let grid: Int? =
            switch story.place {
            case .grid(let number): number
            case .building(let building, _, _): building.grid
            case .community, .estate: nil
            }
        if ["grid", "patrol"].contains(story.source),
            let leader = cast.residents.first(where: { $0.leads == grid })
        {
            return try player(leader.key)
        }
        return try owner(of: story)
    }

    /// Another resident says the same in fewer words; it is merged when its owner reads it.
    func addVoice(_ number: Int, to story: NeedStory) async throws {
        var dice = dice("voice \(story.number) \(number)")
        let words = dice.pick(["我家也一样，盼着早点弄好。", "同一件事，我也说一声。", "我们这边也是这样。", "+1，天天从那儿过。"])
        var draft = NeedDraft(words ?? "我也说一声。", at: .code(story.place.code))
        draft.title = "同一件：" + story.text.prefix(16)
        draft.classKey = story.needClass
        draft.contact.phone = InventedPhone.number(3000 + story.number * 8 + number)
        let answer = try await perform(ReportNeed(draft), by: .anyone, "voice of \(story.number)")
        let merging = MergeNeeds([answer.id], into: try told(story.number).id)
        try await perform(merging, by: try owner(of: story).actor, "\(story.number)")
    }

    /// What would be late by now is done by a day agreed with the one who said it.
    func agreeDay(for story: NeedStory) async throws {
        let need = try told(story.number).id, community = try locality(.community).id
        let due = try await telling.steward.database.read { reading in
            try NeedStore.need(need, in: community, reading)?.due
        }
        guard let due, due < telling.today else { return }
        var dice = dice("day of \(story.number)")
        let day = calendar.lastDay.adding(days: dice.below(12))
        try await perform(
            AgreeDay(need, day, reason: "跟本人说好了"), by: try owner(of: story).actor, "\(story.number)")
    }
}

extension NeedStory.Beneficiary {
    fileprivate var forWhom: ForWhom {
        switch self {
        case .own: .mine
        case .family: .family
        case .neighbour: .neighbour
        case .everyone: .everybody
        }
    }
}
