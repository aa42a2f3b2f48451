public import Actions
import People
import Storage
public import Values

/// A resource was promised to a need.
public struct LinkAccepted: Fact {
    public let link: Identifier
    public let need: Identifier
    public let resource: Identifier
    public let quantity: Int64
}

/// A resource was used for a need.
public struct ResourceUsed: Fact {
    public let link: Identifier
    public let need: Identifier
    public let resource: Identifier
    public let quantity: Int64
    public let day: Day
}

/// The need's side of links: its own row, the need's course and the figures move together.
enum LinkBook {
    /// Notes what the resource's side said; news that comes twice or too late changes nothing.
    static func hear(_ news: LinkNews, of link: ResourceLink, in work: Work) throws {
        var now = link
        now.answered = work.now
        switch news {
        case .reserved:
            guard link.state == .sent else { return }
            now.state = .proposed
            now.answered = nil
        case .refused(let left):
            guard link.state == .sent else { return }
            now.state = .declined
            let refusal = ResourceRefusal.notEnough(name: link.resourceName, left: left, unit: link.unit)
            now.answerReason = refusal.text.chinese
        case .accepted(let quantity):
            guard link.state == .sent || link.state.waitsForOwner else { return }
            now.state = .accepted
            now.promised = quantity
            work.tell(
                LinkAccepted(link: link.id, need: link.need, resource: link.resource, quantity: quantity))
        case .declined(let reason):
            guard link.state.isOpen, link.delivered == 0 else { return }
            now.state = .declined
            now.promised = 0
            now.answerReason = reason
        case .otherDay(let day, let reason):
            guard link.state == .sent || link.state.waitsForOwner else { return }
            now.state = .otherDay
            now.offeredDay = day
            now.answerReason = reason
        }
        try write(now, was: link, in: work)
    }

    /// Writes a changed link, its figures, and what it means for the need.
    static func write(_ now: ResourceLink, was before: ResourceLink, in work: Work) throws {
        try LinkStore.update(now, in: work)
        try count(now.promised - before.promised, .promised, at: now.path, in: work)
        try count(now.delivered - before.delivered, .delivered, at: now.path, in: work)
        try LinkCourse.follow(now.need, after: now, in: work)
    }

    enum Figure: String { case asked, promised, delivered }

    static func count(_ difference: Int64, _ figure: Figure, at path: PlacePath, in work: Work) throws {
        guard difference != 0 else { return }
        try work.add(difference, to: "links.\(figure.rawValue)", at: path, below: try work.communityPath())
    }

    /// Tells the resource's side, in this transaction where it stands here, else by letter.
    static func tell(_ word: LinkWord, of link: ResourceLink, in work: Work) throws {
        guard link.isLocal else {
            let letter = LinkWordLetter(link: link.id, word: word)
            return try work.write(letter, ResourceLetters.word, to: link.resourceCommunity, about: link.need)
        }
        guard
            let reservation = try ReservationStore.reservation(link.id, in: work.community, work.database),
            let resource = try ResourceStore.resource(link.resource, in: work.community, work.database)
        else { throw GroundRefusal.notFound }
        try Booking.heed(word, on: reservation, of: resource, in: work)
    }

    /// Tells the need's side, in this transaction where it stands here, else by letter.
    static func tell(_ news: LinkNews, of reservation: Reservation, in work: Work) throws {
        guard reservation.isLocal else {
            let letter = LinkNewsLetter(link: reservation.id, news: news)
            return try work.write(
                letter, ResourceLetters.news, to: reservation.fromCommunity, about: reservation.id)
        }
        guard let link = try LinkStore.link(reservation.id, in: work.community, work.database) else {
            throw GroundRefusal.notFound
        }
        try hear(news, of: link, in: work)
    }
}

extension Work {
    /// Where this community stands in the tree.
    func communityPath() throws -> PlacePath {
        guard let path = try PlaceStore.place(community, in: community, database)?.path else {
            throw GroundRefusal.notFound
        }
        return path
    }
}
