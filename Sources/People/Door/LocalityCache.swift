import Actions
import Storage
import Synchronization
import Web

/// The localities that this process has met, forgotten together when any of them changes.
final class LocalityCache: Sendable {
    private struct State {
        var revision: String?
        var bySlug: [String: Locality] = [:]
        var home: Locality?
    }

    private let state = Mutex(State())
    /// More slugs than a city has communities are somebody guessing.
    private static let most = 5000

    /// - Throws: ``GroundRefusal/notFound`` for an unknown code.
    func locality(_ code: String?, _ reading: any Reading) throws -> Locality {
        let revision = try LocalityStore.revision(reading)
        if let known = known(code, revision) { return known }
        guard let code else {
            guard let home = try LocalityStore.home(reading) else { throw PeopleRefusal.noHome }
            state.withLock { if $0.revision == revision { $0.home = home } }
            return home
        }
        guard let found = try LocalityStore.locality(slug: code, reading) else {
            throw GroundRefusal.notFound
        }
        state.withLock {
            if $0.revision == revision, $0.bySlug.count < Self.most { $0.bySlug[code] = found }
        }
        return found
    }

    private func known(_ code: String?, _ revision: String) -> Locality? {
        state.withLock { state in
            if state.revision != revision { state = State(revision: revision) }
            return code.map { state.bySlug[$0] } ?? state.home
        }
    }
}
