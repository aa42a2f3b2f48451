import Actions
import Needs
import Storage
import Values

extension Stage {
    /// The signing of agreements, the starting of circles, and what was delivered since.
    func promises() -> [Moment] {
        cast.agreements.flatMap(moments(of:)) + cast.circles.flatMap(moments(of:))
    }

    private func moments(of agreement: CastAgreement) -> [Moment] {
        var dice = dice("agreement \(agreement.key)")
        let signing = Moment(at: calendar.moment(agreement.signedDaysAgo, using: &dice)) { stage in
            try await stage.sign(agreement)
        }
        let deliveries = agreement.pledges.enumerated().flatMap { index, pledge in
            DeliveryPlan(pledge, since: agreement.signedDaysAgo, &dice).parts.map { part in
                Moment(at: calendar.moment(part.daysAgo, using: &dice)) { stage in
                    try await stage.deliver(part.quantity, on: "\(agreement.key) \(index)")
                }
            }
        }
        return [signing] + deliveries
    }

    private func sign(_ agreement: CastAgreement) async throws {
        guard let party = cast.parties.first(where: { $0.key == agreement.party }) else { return }
        let signed = calendar.day(agreement.signedDaysAgo), ends = signed.adding(months: agreement.months)
        let owner = players[party.key].flatMap { $0.seat == .community ? $0.account : nil }
        let drafts = agreement.pledges.map { $0.draft(what: agreement.title.chinese, due: ends) }
        let signing = SignAgreement(
            company: party.name.chinese, signed: signed, starts: signed, ends: ends,
            purpose: agreement.title.chinese, pledges: drafts, companyAccount: owner)
        let made = try await perform(signing, by: try player(OwnerPlan.wholeCommunity).actor, agreement.key)
        agreements[agreement.key] = made.id
        let community = try locality(.community).id
        var stored = try await telling.steward.database.read { reading in
            try AgreementStore.pledges(of: [made.id], in: community, reading)
        }
        // Those of one moment come in no order of their own.
        for (index, draft) in drafts.enumerated() {
            guard let at = stored.firstIndex(where: { $0.kind == draft.kind && $0.pledged == draft.pledged })
            else { continue }
            pledges["\(agreement.key) \(index)"] = stored.remove(at: at).id
        }
        try await stand(on: agreement, made.id)
    }

    /// What rests on the agreement says so from now on.
    private func stand(on agreement: CastAgreement, _ id: Identifier) async throws {
        let community = try locality(.community).id
        for stock in resources.values.sorted(by: { $0.id < $1.id })
        where stock.cast.agreement == agreement.key && stock.seat == .community {
            let found = try await telling.steward.database.read { reading in
                try ResourceStore.resource(stock.id, in: community, reading)
            }
            guard var content = found?.content else { continue }
            content.agreement = id
            content.stage = "agreed"
            let editing = EditResource(resource: stock.id, content: content)
            try await perform(editing, by: try player(Self.keeper).actor, stock.cast.key)
        }
    }

    private func deliver(_ quantity: Int64, on pledge: String) async throws {
        guard let id = pledges[pledge] else { throw TellingFault(description: "no pledge \(pledge)") }
        let day = telling.clock.now.day(in: .shanghai)
        let recording = RecordDelivery(pledge: id, day: day, quantity: quantity)
        try await perform(recording, by: try player(Self.keeper).actor, pledge)
    }

    private func moments(of circle: CastCircle) -> [Moment] {
        var dice = dice("circle \(circle.key)")
        let started = 190 + dice.below(10)
        let start = Moment(at: calendar.moment(started, using: &dice)) { try await $0.start(circle) }
        let deliveries = circle.members.enumerated().flatMap { index, member in
            DeliveryPlan(member.pledge, since: started, &dice).parts.map { part in
                Moment(at: calendar.moment(part.daysAgo, using: &dice)) { stage in
                    try await stage.deliver(part.quantity, on: "\(circle.key) \(index)")
                }
            }
        }
        return [start] + deliveries
    }

    private func start(_ circle: CastCircle) async throws {
        let community = try locality(.community), keeper = try player(Self.keeper)
        let purpose = circle.classes.map { Vocabulary.defaults.className($0).chinese }.joined(separator: "、")
        let starting = StartCircle(
            place: community.id, title: circle.name.chinese, purpose: purpose, lead: keeper.name)
        let made = try await perform(starting, by: keeper.actor, circle.key)
        for (index, member) in circle.members.enumerated() {
            guard let party = cast.parties.first(where: { $0.key == member.party }) else { continue }
            let adding = AddCircleMember(
                circle: made.id, member: party.name.chinese, isInside: seat(of: party) == .community,
                pledge: member.pledge.draft(what: member.gives, due: nil))
            pledges["\(circle.key) \(index)"] = try await perform(adding, by: keeper.actor, member.party)
        }
    }
}

/// How what was delivered on a pledge came in: in some parts, days apart.
struct DeliveryPlan {
    private(set) var parts: [(daysAgo: Int, quantity: Int64)] = []

    init(_ pledge: CastPledge, since daysAgo: Int, _ dice: inout Dice) {
        let whole = pledge.units(pledge.delivered)
        guard whole > 0, daysAgo > 1 else { return }
        let count = min(Int64(2 + dice.below(3)), Int64(pledge.delivered))
        for index in 0..<count {
            // The parts add up: each is the difference of two shares of the whole.
            let quantity = whole * (index + 1) / count - whole * index / count
            let day = daysAgo - 1 - Int(index) * (daysAgo - 1) / Int(count)
            let taken = pledge.kind == .share ? quantity * 10_000 / pledge.rate : quantity
            parts.append((daysAgo: max(1, day), quantity: taken))
        }
    }
}

extension CastPledge {
    /// Fen, minutes or pieces out of yuan, hours or pieces.
    func units(_ amount: Int) -> Int64 {
        switch kind {
        case .money, .share: Int64(amount) * 100
        case .hours: Int64(amount) * 60
        case .goods: Int64(amount)
        }
    }

    /// Hundredths of a percent.
    var rate: Int64 { max(1, Int64(pledged) * 100) }

    func draft(what: String, due: Day?) -> PledgeDraft {
        switch kind {
        case .money: PledgeDraft(.money, what, unit: unit, pledged: units(pledged), due: due)
        case .goods: PledgeDraft(.goods, what, unit: unit, pledged: units(pledged), due: due)
        case .hours: PledgeDraft(.hours, what, unit: unit, pledged: units(pledged), due: due)
        case .share:
            PledgeDraft(.share, what, unit: "元", pledged: 0, rate: rate, base: "便民日当天的营业额", due: due)
        }
    }
}
