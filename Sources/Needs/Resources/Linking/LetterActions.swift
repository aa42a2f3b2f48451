import Actions
import People
import Values

/// Takes capacity for a need of another community, and answers by letter.
struct ReserveForLetter: Action {
    static let name = "links.reserve"
    static let right = ResourceRights.reserve
    let ask: LinkAsk
    let from: Identifier

    func subject(in work: Work) throws -> Resource {
        guard let resource = try ResourceStore.resource(ask.resource, in: work.community, work.database)
        else {
            throw GroundRefusal.notFound
        }
        return resource
    }

    func run(on resource: Resource, in work: Work) throws -> Done {
        let news: LinkNews
        do {
            _ = try Booking.reserve(ask, of: resource, from: from, overbook: false, in: work)
            news = .reserved
        } catch ResourceRefusal.notEnough(_, let left, _) {
            news = .refused(left: left)
            try Booking.note(ask, of: resource, from: from, in: work)
        } catch ResourceRefusal.paused {
            news = .refused(left: 0)
            try Booking.note(ask, of: resource, from: from, in: work)
        }
        let letter = LinkNewsLetter(link: ask.link, news: news)
        try work.write(letter, ResourceLetters.news, to: from, about: ask.link)
        return Done()
    }

    func object(of resource: Resource, _ answer: Done, in work: Work) -> Identifier { resource.id }
}

/// Notes what the resource's side wrote.
struct HearNews: Action {
    static let name = "links.hear"
    static let right = ResourceRights.reserve
    let link: Identifier
    let news: LinkNews

    func subject(in work: Work) throws -> ResourceLink {
        guard let found = try LinkStore.link(link, in: work.community, work.database) else {
            throw LinkFault.notYetHere
        }
        return found
    }

    func run(on link: ResourceLink, in work: Work) throws -> Done {
        try LinkBook.hear(news, of: link, in: work)
        return Done()
    }

    func object(of link: ResourceLink, _ answer: Done, in work: Work) -> Identifier { link.need }
}

/// Does what the need's side wrote.
struct HeedWord: Action {
    static let name = "links.heed"
    static let right = ResourceRights.reserve
    let link: Identifier
    let word: LinkWord

    func subject(in work: Work) throws -> Reservation {
        guard let found = try ReservationStore.reservation(link, in: work.community, work.database) else {
            throw LinkFault.notYetHere
        }
        return found
    }

    func run(on reservation: Reservation, in work: Work) throws -> Done {
        guard
            let resource = try ResourceStore.resource(reservation.resource, in: work.community, work.database)
        else { throw GroundRefusal.notFound }
        try Booking.heed(word, on: reservation, of: resource, in: work)
        return Done()
    }

    func object(of reservation: Reservation, _ answer: Done, in work: Work) -> Identifier {
        reservation.resource
    }
}
