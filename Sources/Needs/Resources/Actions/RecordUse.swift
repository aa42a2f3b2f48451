public import Actions
import Storage
public import Values

/// Records that a promised resource was used: when, how much, and by whom.
///
/// Refuses: a link not accepted, a day still to come, more than is left of the promise unless said.
public struct RecordUse: Action {
    public static let name = "links.use"
    public static let right = ResourceRights.use
    public let link: Identifier
    public let day: Day
    public let quantity: Int64
    public let note: String
    /// More was given than promised, and that is meant.
    public let mayExceed: Bool

    public init(link: Identifier, day: Day, quantity: Int64, note: String = "", mayExceed: Bool = false) {
        self.link = link
        self.day = day
        self.quantity = quantity
        self.note = note
        self.mayExceed = mayExceed
    }

    public func subject(in work: Work) throws -> ResourceLink { try work.link(link) }

    public func run(on before: ResourceLink, in work: Work) throws -> Identifier {
        let delivered = try checked(before, in: work)
        guard let need = try NeedStore.need(before.need, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        let late = before.agreedDay.map { Int64(max(0, day - $0)) } ?? 0
        let use = ResourceUse(
            id: work.newIdentifier(), link: before.id, need: need.id, resource: before.resource, day: day,
            quantity: quantity, lateDays: late, note: note, recorded: work.now, recordedName: work.actor.name,
            satisfaction: nil)
        let receiver = UseStore.Receiver(path: need.path, token: need.phoneToken ?? need.reporter?.bytes)
        try UseStore.insert(use, receiver, in: work)
        let told = UseNote(
            use: use.id, day: day, quantity: quantity, lateDays: late, note: note,
            recordedName: work.actor.name)
        try LinkBook.tell(.used(told), of: before, in: work)
        var now = before
        now.delivered = delivered
        now.state = .using
        try LinkBook.write(now, was: before, in: work)
        work.tell(
            ResourceUsed(
                link: before.id, need: need.id, resource: before.resource, quantity: quantity, day: day))
        return use.id
    }

    private func checked(_ link: ResourceLink, in work: Work) throws -> Int64 {
        guard link.state == .accepted || link.state == .using else {
            throw link.state.isOpen ? ResourceRefusal.notAccepted : ResourceRefusal.linkClosed
        }
        guard day <= work.now.day(in: .shanghai) else { throw ResourceRefusal.dayAhead }
        let (delivered, overflow) = link.delivered.addingReportingOverflow(quantity)
        guard quantity >= 1, !overflow, delivered <= 1_000_000_000_000 else { throw ResourceRefusal.overflow }
        guard delivered <= link.promised || mayExceed else {
            throw ResourceRefusal.moreThanPromised(
                left: max(0, link.promised - link.delivered), unit: link.unit)
        }
        return delivered
    }

    public func object(of link: ResourceLink, _ answer: Identifier, in work: Work) -> Identifier { link.need }
}

/// Says that all was used and asks the one who received how it went.
///
/// Refuses: a need for which nothing was used.
public struct AskFeedback: Action {
    public static let name = "links.ask-feedback"
    public static let right = ResourceRights.use
    public let need: Identifier

    public init(need: Identifier) { self.need = need }

    public func subject(in work: Work) throws -> Need {
        guard let found = try NeedStore.need(need, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        return found
    }

    public func run(on need: Need, in work: Work) throws -> Done {
        let uses = try UseStore.uses(for: need.id, in: work.community, work.database, limit: 1)
        guard !uses.isEmpty else { throw ResourceRefusal.nothingUsed }
        guard need.state.isOpen else { throw ResourceRefusal.needClosed }
        try NeedCourse.markAnswered(need, in: work)
        return Done()
    }

    public func object(of need: Need, _ answer: Done, in work: Work) -> Identifier { need.id }
}
