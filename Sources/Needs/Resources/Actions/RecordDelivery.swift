public import Actions
import Storage
public import Values

/// Where a pledge stands: the agreement or the circle that it belongs to.
public struct PledgeSite: Sendable, Placed {
    public let path: PlacePath
    let whole: Identifier
    let isEnded: Bool
    let agreementPledge: AgreementPledge?
}

/// Records what came in on a pledge of an agreement or of a circle's member.
///
/// Shape: money in fen, goods in pieces, hours in minutes; for a share, the takings, of which the rate is
/// taken.
/// Refuses: an agreement or a circle that has ended, a day to come, nothing at all.
public struct RecordDelivery: Action {
    public static let name = "agreements.deliver"
    public static let right = ResourceRights.deliver
    public let pledge: Identifier
    public let day: Day
    /// What came; for a share of takings, the takings.
    public let quantity: Int64
    public let note: String

    public init(pledge: Identifier, day: Day, quantity: Int64, note: String = "") {
        self.pledge = pledge
        self.day = day
        self.quantity = quantity
        self.note = note
    }

    public func subject(in work: Work) throws -> PledgeSite { try work.pledgeSite(pledge) }

    public func run(on site: PledgeSite, in work: Work) throws -> Identifier {
        guard !site.isEnded else { throw ResourceRefusal.agreementEnded }
        guard day <= work.now.day(in: .shanghai) else { throw ResourceRefusal.dayAhead }
        guard (1...1_000_000_000_000).contains(quantity) else { throw ResourceRefusal.overflow }
        var amount = quantity
        var takings: Int64?
        if let pledge = site.agreementPledge, pledge.kind == .share {
            guard let share = AgreementPledge.share(of: quantity, rate: pledge.rate) else {
                throw ResourceRefusal.overflow
            }
            takings = quantity
            amount = share
        }
        let delivery = Delivery(
            id: work.newIdentifier(), pledge: pledge, day: day, quantity: amount, takings: takings,
            note: note,
            recorded: work.now, recordedName: work.actor.name, reverses: nil)
        try DeliveryStore.add(delivery, in: work)
        return delivery.id
    }

    public func object(of site: PledgeSite, _ answer: Identifier, in work: Work) -> Identifier { site.whole }
}

/// Takes a wrong entry back by one of the opposite sign; both stay written.
///
/// Refuses: an entry reversed already, a reversing entry, no reason.
public struct ReverseDelivery: Action {
    public static let name = "agreements.reverse"
    public static let right = ResourceRights.deliver
    public let delivery: Identifier
    public let reason: String

    public init(delivery: Identifier, reason: String) {
        self.delivery = delivery
        self.reason = reason
    }

    private func found(in work: Work) throws -> Delivery {
        guard let found = try DeliveryStore.delivery(delivery, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func subject(in work: Work) throws -> PledgeSite {
        try work.pledgeSite(try found(in: work).pledge)
    }

    public func run(on site: PledgeSite, in work: Work) throws -> Identifier {
        let wrong = try found(in: work)
        guard wrong.reverses == nil else { throw ResourceRefusal.cannotReverse }
        guard !reason.isEmpty else { throw ResourceRefusal.reasonMissing }
        guard !(try DeliveryStore.isReversed(wrong.id, in: work)) else {
            throw ResourceRefusal.alreadyReversed
        }
        let back = Delivery(
            id: work.newIdentifier(), pledge: wrong.pledge, day: work.now.day(in: .shanghai),
            quantity: -wrong.quantity, takings: wrong.takings.map { -$0 }, note: reason, recorded: work.now,
            recordedName: work.actor.name, reverses: wrong.id)
        try DeliveryStore.add(back, in: work)
        return back.id
    }

    public func object(of site: PledgeSite, _ answer: Identifier, in work: Work) -> Identifier { site.whole }
}

extension Work {
    func pledgeSite(_ id: Identifier) throws -> PledgeSite {
        if let pledge = try AgreementStore.pledge(id, in: community, database) {
            let whole = try agreement(pledge.agreement)
            return PledgeSite(
                path: whole.path, whole: whole.id, isEnded: whole.ended != nil, agreementPledge: pledge)
        }
        guard let member = try CircleStore.member(id, in: community, database) else {
            throw GroundRefusal.notFound
        }
        let whole = try circle(member.circle)
        return PledgeSite(
            path: whole.path, whole: whole.id, isEnded: whole.ended != nil || member.ended != nil,
            agreementPledge: nil)
    }
}
