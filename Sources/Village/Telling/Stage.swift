import Actions
import Imaging
import Values

/// The telling under way: who and what is there by now, and the clock by which it happens.
final class Stage {
    let telling: Telling
    let cast: Cast
    let calendar: Almanac
    /// The nodes that hold rows: the city, the district, the street, the community.
    var seats: [Seat: Locality] = [:]
    /// Places of the community by the code that stands on the poster.
    var places: [String: Site] = [:]
    /// People with accounts by their key in the cast.
    var players: [String: Player] = [:]
    var resources: [String: Stock] = [:]
    /// Needs told by the number of their story.
    var needs: [Int: Told] = [:]
    var wishes: [String: Identifier] = [:]
    var agreements: [String: Identifier] = [:]
    /// Pledges of agreements and circles by key and place in their list.
    var pledges: [String: Identifier] = [:]
    /// Needs beyond the stories, by their order.
    var more: [Int: Identifier] = [:]
    let owners: OwnerPlan
    let line = InOrder()
    /// Pictures by motif, made once.
    var photos: [Int: Photo] = [:]
    /// Links by story and resource.
    var links: [LinkKey: Identifier] = [:]

    init(_ telling: Telling, cast: Cast) {
        self.telling = telling
        self.cast = cast
        owners = OwnerPlan(cast)
        calendar = Almanac(today: telling.today, seed: telling.seed)
    }

    struct Locality {
        let id: Identifier
        let path: PlacePath
        let name: String
    }

    struct Site {
        let id: Identifier
        let path: PlacePath
    }

    struct Stock {
        let id: Identifier
        let seat: Seat
        let cast: CastResource
        /// Who answers for it; nil where the staff ask by telephone.
        let owner: Player?
    }

    struct LinkKey: Hashable {
        let story: Int
        let resource: String
    }

    func dice(_ name: String) -> Dice { Dice(seed: telling.seed, for: name) }

    /// Performs an action now, in the demo community or another node.
    @discardableResult
    func perform<A: Action>(
        _ action: A, by actor: Actor, in seat: Seat = .community, _ what: @autoclosure () -> String = ""
    ) async throws -> A.Answer {
        try await perform(action, by: actor, at: try locality(seat).id, what())
    }

    @discardableResult
    func perform<A: Action>(
        _ action: A, by actor: Actor, at community: Identifier, _ what: @autoclosure () -> String = ""
    ) async throws -> A.Answer {
        do {
            return try await telling.steward.perform(action, by: actor, in: community)
        } catch let refusal as any Refusal {
            throw TellingFault(description: "\(A.name) by \(actor.name) \(what()): \(refusal.name)")
        } catch let refusals as Refusals {
            let names = refusals.all.map { "\($0.name) \($0.field ?? "")" }.joined(separator: ", ")
            throw TellingFault(description: "\(A.name) by \(actor.name) \(what()): \(names)")
        }
    }

    func locality(_ seat: Seat) throws -> Locality {
        guard let found = seats[seat] else { throw TellingFault(description: "no \(seat) yet") }
        return found
    }

    func site(_ code: String) throws -> Site {
        guard let found = places[code] else { throw TellingFault(description: "no place \(code)") }
        return found
    }

    func player(_ key: String) throws -> Player {
        guard let found = players[key] else { throw TellingFault(description: "nobody is \(key)") }
        return found
    }
}

/// The nodes of the tree that hold rows of their own, above and with the demo community.
enum Seat: String, CaseIterable {
    case city, district, street, community
}

/// Somebody with an account, as the one who acts.
struct Player: Sendable {
    let key: String
    let name: String
    let account: Identifier
    let seat: Seat
    let phone: String
    var grants: [Grant] = []

    var actor: Actor {
        Actor(kind: .person, account: account, name: name, grants: grants, phoneIsProved: true)
    }
}

/// A need that was told.
struct Told: Sendable {
    let id: Identifier
    /// As `X-1041`.
    let serial: String
    /// Who said it, if they have an account.
    let reporter: Player?
}
