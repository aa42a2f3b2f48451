import Actions
import Storage
import Values

/// The resource's side of links: capacity is taken and given back here, always together with the period's
/// numbers.
enum Booking {
    /// Takes the quantity out of the period of the day asked for.
    ///
    /// - Throws: ``ResourceRefusal/notEnough(name:left:unit:)`` where the period has less, unless `overbook`.
    static func reserve(
        _ ask: LinkAsk, of resource: Resource, from community: Identifier, overbook: Bool, in work: Work
    ) throws -> Reservation {
        guard resource.isActive else { throw ResourceRefusal.paused(name: resource.name) }
        let made = reservation(ask, of: resource, from: community, .proposed, taken: ask.quantity, in: work)
        let more = PeriodCount(asked: made.asked, taken: made.taken)
        try add(more, to: resource, made.period, overbook: overbook, in: work)
        try ReservationStore.insert(made, in: work)
        return made
    }

    /// Keeps an ask that could not be met: it was asked all the same, and takes nothing.
    static func note(
        _ ask: LinkAsk, of resource: Resource, from community: Identifier, in work: Work
    ) throws {
        let made = reservation(ask, of: resource, from: community, .declined, taken: 0, in: work)
        try PeriodStore.add(PeriodCount(asked: made.asked), to: resource, made.period, in: work)
        try ReservationStore.insert(made, in: work)
    }

    private static func reservation(
        _ ask: LinkAsk, of resource: Resource, from community: Identifier, _ state: LinkState, taken: Int64,
        in work: Work
    ) -> Reservation {
        Reservation(
            id: ask.link, community: work.community, resource: resource.id, resourceName: resource.name,
            resourceNumber: resource.number, unit: resource.unit, path: resource.path,
            ownerAccount: resource.content.ownerAccount, period: resource.period(of: ask.day),
            fromCommunity: community, fromName: ask.fromName, className: ask.className,
            gridName: ask.gridName,
            note: ask.note, who: nil, state: state, asked: ask.quantity, promised: 0, delivered: 0,
            taken: taken,
            wantedDay: ask.isDayWanted ? ask.day : nil, offeredDay: nil, reason: "", made: work.now)
    }

    /// Writes a changed reservation, moving its numbers from the period it was in to the one it is in now.
    static func write(
        _ now: Reservation, was before: Reservation, of resource: Resource, overbook: Bool, in work: Work
    ) throws {
        if now.period == before.period {
            let more = try PeriodCount(
                asked: difference(now.asked, before.asked),
                promised: difference(now.promised, before.promised),
                delivered: difference(now.delivered, before.delivered),
                taken: difference(now.taken, before.taken))
            try add(more, to: resource, now.period, overbook: overbook, in: work)
        } else {
            let gone = PeriodCount(
                asked: -before.asked, promised: -before.promised, delivered: -before.delivered,
                taken: -before.taken)
            try PeriodStore.add(gone, to: resource, before.period, in: work)
            let come = PeriodCount(
                asked: now.asked, promised: now.promised, delivered: now.delivered, taken: now.taken)
            try add(come, to: resource, now.period, overbook: overbook, in: work)
        }
        try ReservationStore.update(now, in: work)
    }

    /// The one place where a period's capacity is held against what is taken of it.
    private static func add(
        _ more: PeriodCount, to resource: Resource, _ period: String, overbook: Bool, in work: Work
    ) throws {
        var more = more
        if more.taken > 0, let capacity = resource.capacity {
            let count = try PeriodStore.count(of: resource.id, period, in: work.community, work.database)
            let (after, overflow) = count.taken.addingReportingOverflow(more.taken)
            guard !overflow else { throw ResourceRefusal.overflow }
            if after > capacity {
                let left = max(0, capacity - count.taken)
                guard overbook else {
                    throw ResourceRefusal.notEnough(name: resource.name, left: left, unit: resource.unit)
                }
                more.overbooked = max(0, after - capacity - count.overbooked)
            }
        }
        try PeriodStore.add(more, to: resource, period, in: work)
    }

    private static func difference(_ a: Int64, _ b: Int64) throws -> Int64 {
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        guard !overflow else { throw ResourceRefusal.overflow }
        return difference
    }
}

extension Booking {
    /// Does what the need's side said; a word that comes twice or too late changes nothing.
    static func heed(
        _ word: LinkWord, on reservation: Reservation, of resource: Resource, in work: Work
    ) throws {
        var now = reservation
        switch word {
        case .acceptsOtherDay:
            guard now.state == .otherDay else { return }
            now.state = .accepted
            now.promised = now.asked
        case .withdrawn, .ended:
            guard now.state.isOpen else { return }
            now.state = now.promised > 0 || now.delivered > 0 ? .ended : .withdrawn
            now.taken = now.delivered
        case .used(let note):
            guard try UseStore.use(note.use, in: work.community, work.database) == nil || reservation.isLocal
            else { return }
            try heedUse(note, &now, in: work)
        case .judged(let use, let word):
            return try judge(use, word, of: reservation, in: work)
        case .who(let text):
            return try ReservationStore.writeWho(text, of: reservation.id, in: work)
        }
        // What was really given is never refused: the period then says that it is over.
        try write(now, was: reservation, of: resource, overbook: true, in: work)
    }

    private static func heedUse(_ note: UseNote, _ now: inout Reservation, in work: Work) throws {
        let (delivered, overflow) = now.delivered.addingReportingOverflow(note.quantity)
        guard !overflow else { throw ResourceRefusal.overflow }
        now.delivered = delivered
        now.taken = max(now.taken, delivered)
        if now.state.isOpen { now.state = .using }
        try ResourceStore.add(ResourceResults(uses: 1, lateDays: note.lateDays), to: now.resource, in: work)
        guard !now.isLocal else { return }
        let use = ResourceUse(
            id: note.use, link: now.id, need: nil, resource: now.resource, day: note.day,
            quantity: note.quantity,
            lateDays: note.lateDays, note: note.note, recorded: work.now, recordedName: note.recordedName,
            satisfaction: nil)
        try UseStore.insert(use, UseStore.Receiver(path: nil, token: nil), in: work)
    }

    private static func judge(
        _ use: Identifier, _ word: Int64, of reservation: Reservation, in work: Work
    ) throws {
        guard let satisfaction = Satisfaction(rawValue: word),
            let found = try UseStore.use(use, in: work.community, work.database), found.satisfaction == nil
        else { return }
        try UseStore.judge(use, satisfaction, in: work)
        let good: Int64 = satisfaction == .yes ? 1 : 0
        try ResourceStore.add(ResourceResults(judged: 1, good: good), to: reservation.resource, in: work)
    }
}
