import Actions
import Needs
import Values

extension Stage {
    /// The further needs, day by day; all of a day's go through one step together, so that one commit
    /// carries many.
    func moreMoments(_ count: Int) -> [Moment] {
        let all = MoreNeed.all(count, seed: telling.seed)
        let steps:
            [(share: Int, day: (MoreNeed) -> Int?, deed: (Stage, [(Int, MoreNeed)]) async throws -> Void)] = [
                (100, { $0.saidDaysAgo }, { try await $0.sayMore($1) }),
                (300, { $0.acceptedDaysAgo }, { try await $0.acceptMore($1) }),
                (500, { $0.isIdentified ? $0.acceptedDaysAgo : nil }, { try await $0.identifyMore($1) }),
                (700, { $0.closedDaysAgo }, { try await $0.closeMore($1) }),
                (900, { $0.satisfaction == nil ? nil : $0.closedDaysAgo }, { try await $0.judgeMore($1) }),
            ]
        return steps.flatMap { step in
            let days = Dictionary(grouping: all.enumerated().map { ($0.offset, $0.element) }) {
                step.day($0.1) ?? -1
            }
            return days.filter { $0.key >= 0 }.sorted { $0.key > $1.key }.map { daysAgo, needs in
                Moment(at: calendar.moment(daysAgo, step.share)) { try await step.deed($0, needs) }
            }
        }
    }

    private func sayMore(_ batch: [(Int, MoreNeed)]) async throws {
        let steward = telling.steward, community = try locality(.community).id
        let bodies = try batch.map { order, need -> @Sendable () async throws -> ReportedNeed in
            let draft = need.draft
            if need.source == "phone" {
                return { try await steward.perform(ReportNeed(draft), by: .anyone, in: community) }
            }
            let writer = try owner(of: need).actor, source = need.source
            return { try await steward.perform(EnterNeed(draft, source: source), by: writer, in: community) }
        }
        let answers = try await line.all(bodies)
        for ((order, _), answer) in zip(batch, answers) { more[order] = answer.id }
    }

    private func acceptMore(_ batch: [(Int, MoreNeed)]) async throws {
        try await each(batch) { id, _ in AcceptNeed(id) }
    }

    private func identifyMore(_ batch: [(Int, MoreNeed)]) async throws {
        try await each(batch) { id, _ in IdentifyResource(id) }
    }

    private func closeMore(_ batch: [(Int, MoreNeed)]) async throws {
        try await each(batch) { id, need in CloseNeed(id, outcome: need.outcome, reason: "办过了，回过话") }
    }

    private func judgeMore(_ batch: [(Int, MoreNeed)]) async throws {
        try await each(batch, isOwn: true) { id, need in GiveFeedback(id, need.satisfaction ?? .yes) }
    }

    /// One action on each need of the batch, by whoever sees to it or by the one who said it.
    private func each<A: Action>(
        _ batch: [(Int, MoreNeed)], isOwn: Bool = false, _ action: (Identifier, MoreNeed) -> A
    ) async throws {
        let steward = telling.steward, community = try locality(.community).id
        let bodies = try batch.map { order, need -> @Sendable () async throws -> Bool in
            guard let id = more[order] else {
                throw TellingFault(description: "need \(order) was not said yet")
            }
            let actor = try isOwn ? Actor(kind: .anyone, opened: [id]) : owner(of: need).actor
            let action = action(id, need)
            return {
                _ = try await steward.perform(action, by: actor, in: community)
                return true
            }
        }
        _ = try await line.all(bodies)
    }

    private func owner(of need: MoreNeed) throws -> Player {
        try player(owners.owner(of: need.needClass, at: need.place))
    }
}

extension MoreNeed {
    fileprivate var draft: NeedDraft {
        var draft = NeedDraft(words, at: .code(place.code))
        draft.classKey = needClass
        draft.group = group
        // What takes longer was planned for longer.
        if closedDaysAgo == nil, saidDaysAgo > 2, !needClass.hasPrefix("crisis-") {
            draft.urgency = "planned"
        }
        draft.contact = Contact(phone: phone)
        return draft
    }
}
