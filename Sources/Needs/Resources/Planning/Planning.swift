import Actions
import Methods
import Storage
import Values
import Web

/// Matches many needs with the resources of today: what `LinkPlan` finds best, in the words of the house.
///
/// A pair is permitted where the recommendation of that resource for that need scores at least ``least`` and
/// the resource reaches the place; it costs the more the lower the score. The urgent come first, and of
/// equals those that are late.
struct Planning {
    /// A resource that scores less for a need is not planned for it. [M]
    static let least = 30
    /// No recommendation scores so much.
    private static let highest = 1000

    let visit: Visit
    let reading: any Reading
    private let vocabulary: Vocabulary
    private let day: Day

    init(_ visit: Visit, _ reading: any Reading) throws {
        self.visit = visit
        self.reading = reading
        vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        day = visit.now.day(in: .shanghai)
    }

    func plan(_ needs: [Need]) throws -> [PlannedNeed] {
        let asked = try needs.map { try Asked($0, all: ranked($0), links: links($0)) }
        let found = try LinkPlan(
            needs: asked.map { need in
                PlanNeed(
                    id: need.key, units: need.units, priority: priority(need.need), mostFromOne: need.units)
            }, resources: resources(asked), permitted: asked.flatMap(\.pairs))
        let given = Dictionary(grouping: found.links, by: \.need)
        let lacks = Dictionary(found.unserved.map { ($0.need, $0.why) }) { first, _ in first }
        return asked.map { planned($0, given[$0.key] ?? [], lacks[$0.key]) }
    }

    /// Why each link was chosen, in words, as its resource's owner and the record read it.
    func reasons(of choices: [PlannedLink.Choice]) throws -> [String] {
        try choices.map { choice in
            guard let need = try NeedStore.need(choice.need, in: visit.community, reading),
                let found = try ranked(need).first(where: { $0.candidate.resource.id == choice.resource })
            else { return "" }
            let option = LinkPanel.Option(found, .chinese)
            return String((option.pros + option.cons).joined(separator: "；").prefix(500))
        }
    }

    // MARK: What is asked

    /// A need as the plan knows it, with the resources permitted to it.
    private struct Asked {
        let need: Need
        let ranked: [Recommendation]
        /// Whether some resource answers it that is not permitted.
        let hasOthers: Bool
        /// What it still asks for: all but what was asked of others and is not over.
        let units: Int

        var key: String { need.id.description }

        init(_ need: Need, all: [Recommendation], links: [ResourceLink]) {
            self.need = need
            let busy = Set(links.filter { $0.state == .sent || $0.state.waitsForOwner }.map(\.resource))
            ranked = all.filter { found in
                found.score >= Planning.least && !busy.contains(found.candidate.resource.id)
                    && !found.reasons.contains { if case .outOfReach = $0 { true } else { false } }
            }
            hasOthers = ranked.count < all.count
            let open = links.filter(\.state.isOpen).reduce(0) { $0 + max($1.asked, $1.promised) }
            units = Int(min(max(1, need.quantity - open), 10_000))
        }

        var pairs: [PermittedPair] {
            ranked.map {
                PermittedPair(
                    need: key, resource: Planning.key($0), cost: max(0, Planning.highest - $0.score))
            }
        }
    }

    private func ranked(_ need: Need) throws -> [Recommendation] {
        try CandidateStore.recommendations(for: need, on: day, at: visit.now, reading)
    }

    private func links(_ need: Need) throws -> [ResourceLink] {
        try LinkStore.links(of: need.id, in: need.community, reading)
    }

    /// The more urgent the higher; what is late stands before what is not.
    private func priority(_ need: Need) -> Int {
        let urgencies = vocabulary.terms(.urgency)
        let place = urgencies.firstIndex { $0.key == need.urgency } ?? urgencies.count
        return 2 * (urgencies.count - place) + (need.due.map { $0 < visit.now } == true ? 1 : 0)
    }

    private func resources(_ asked: [Asked]) -> [PlanResource] {
        var left: [String: Int64] = [:]
        for found in asked.flatMap(\.ranked) {
            let candidate = found.candidate
            // What is not counted is as much as is asked for.
            left[Self.key(found)] = candidate.count.left(of: candidate.resource.capacity) ?? 1_000_000
        }
        return left.sorted { $0.key < $1.key }
            .map { PlanResource(id: $0.key, capacity: Int(min($0.value, 1_000_000)), perSlot: nil) }
    }

    private static func key(_ found: Recommendation) -> String {
        let resource = found.candidate.resource
        return "\(resource.community) \(resource.id)"
    }

    // MARK: What was found

    private func planned(
        _ asked: Asked, _ links: [LinkPlan.Link], _ why: UnservedReason?
    ) -> PlannedNeed {
        let need = asked.need
        let found = Dictionary(asked.ranked.map { (Self.key($0), $0) }) { first, _ in first }
        let planned = links.compactMap { link -> PlannedLink? in
            guard let ranked = found[link.resource] else { return nil }
            let option = LinkPanel.Option(ranked, visit.language)
            let choice = PlannedLink.Choice(
                need: need.id, resource: option.resource, of: option.community, quantity: Int64(link.units))
            return PlannedLink(option: option, quantity: Int64(link.units), choice: choice)
        }
        return PlannedNeed(
            id: need.id, number: need.serial, title: need.title, place: need.gridName,
            className: vocabulary.className(need.classKey)[visit.language], quantity: Int64(asked.units),
            due: need.due, links: planned, lack: why.map { PlanLack($0, hasOthers: asked.hasOthers) })
    }
}
