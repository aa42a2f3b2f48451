public import Actions
import Storage
public import Values

/// What a resource's owner says when asked.
public enum LinkAnswer: Sendable, Hashable {
    /// Nil promises all that was asked.
    case accept(quantity: Int64?)
    case decline(reason: String)
    case otherDay(Day, reason: String)
}

/// The owner of a resource, or staff who heard from them, answers what was asked.
///
/// Refuses: a reservation already answered, a quantity above what was asked, a refusal without its reason,
/// a day
/// past, a day whose period has too little left.
public struct AnswerLink: Action {
    public static let name = "links.answer"
    public static let right = ResourceRights.answer
    public let reservation: Identifier
    public let answer: LinkAnswer

    public init(reservation: Identifier, answer: LinkAnswer) {
        self.reservation = reservation
        self.answer = answer
    }

    public func subject(in work: Work) throws -> Reservation {
        guard let found = try ReservationStore.reservation(reservation, in: work.community, work.database)
        else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on before: Reservation, in work: Work) throws -> Done {
        guard before.state.isOpen else { throw ResourceRefusal.linkClosed }
        let resource = try work.resource(before.resource)
        var now = before
        let news: LinkNews
        switch answer {
        case .accept(let quantity): news = try accept(quantity, &now)
        case .decline(let reason): news = try decline(reason, &now)
        case .otherDay(let day, let reason): news = try move(to: day, reason, &now, resource, in: work)
        }
        try Booking.write(now, was: before, of: resource, overbook: false, in: work)
        if case .declined = news {
            try ResourceStore.add(ResourceResults(declines: 1), to: resource.id, in: work)
        }
        try LinkBook.tell(news, of: now, in: work)
        return Done()
    }

    private func accept(_ quantity: Int64?, _ now: inout Reservation) throws -> LinkNews {
        guard now.state.waitsForOwner else { throw ResourceRefusal.notWaiting }
        let promised = quantity ?? now.asked
        guard promised >= 1, promised <= now.asked else { throw ResourceRefusal.moreThanAsked(now.asked) }
        now.state = .accepted
        now.promised = promised
        now.taken = promised
        return .accepted(quantity: promised)
    }

    /// A promise may be taken back until something of it was delivered.
    private func decline(_ reason: String, _ now: inout Reservation) throws -> LinkNews {
        guard !reason.isEmpty else { throw ResourceRefusal.reasonMissing }
        guard now.delivered == 0 else { throw ResourceRefusal.notWaiting }
        now.state = .declined
        now.promised = 0
        now.taken = 0
        now.reason = reason
        return .declined(reason: reason)
    }

    private func move(
        to day: Day, _ reason: String, _ now: inout Reservation, _ resource: Resource, in work: Work
    ) throws -> LinkNews {
        guard now.state.waitsForOwner else { throw ResourceRefusal.notWaiting }
        guard day >= work.now.day(in: .shanghai) else { throw ResourceRefusal.dayPast }
        now.state = .otherDay
        now.offeredDay = day
        now.reason = reason
        now.period = resource.period(of: day)
        return .otherDay(day, reason: reason)
    }

    public func object(of subject: Reservation, _ answer: Done, in work: Work) -> Identifier {
        subject.resource
    }
}
