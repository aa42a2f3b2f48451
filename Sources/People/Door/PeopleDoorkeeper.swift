public import Actions
public import Logging
public import Sealing
public import Storage
import Synchronization
public import Values
public import Web

/// Finds out by session, personal token or opened need who knocks, and at which community's door.
public final class PeopleDoorkeeper: Doorkeeper {
    private let database: any Database
    private let keys: KeyRing
    private let idleLimit: Instant.Span
    private let log: Logger
    private let touching = Mutex<[Identifier: Task<Void, Never>]>([:])

    /// - Parameters: `idleLimit`: a session without use ends after so long.
    public init(database: any Database, keys: KeyRing, idleLimit: Instant.Span, log: Logger) {
        self.database = database
        self.keys = keys
        self.idleLimit = idleLimit
        self.log = log
    }

    public func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission
    {
        let locality = try LocalityStore.locality(atDoor: code, reading)
        let opened = OpenedNeeds.read(ask, in: locality.id, keys, at: now)
        guard let credential = try Credential.presented(by: ask) else {
            return Admission(actor: Actor(kind: .anyone, opened: opened), locality: locality)
        }
        let actor =
            switch credential.kind {
            case .session: try session(credential, opened, reading, now)
            case .token: try token(credential, opened, reading, now)
            }
        return Admission(actor: actor, locality: locality)
    }

    /// A session that ended, lay idle too long or was never one is a guest's visit.
    private func session(
        _ credential: Credential, _ opened: Set<Identifier>, _ reading: any Reading, _ now: Instant
    ) throws -> Actor {
        let community = credential.community
        guard let session = try SessionStore.live(credential.hash, in: community, reading),
            session.used > now - idleLimit
        else { return Actor(kind: .anyone, opened: opened) }
        if session.used < now - SessionStore.touchEvery { touch(session.id, in: community, at: now) }
        return Actor(
            kind: .person, account: session.account, name: session.name,
            grants: try GrantStore.grants(of: session.account, in: community, reading), opened: opened,
            proof: session.id, phoneIsProved: session.phoneIsProved)
    }

    private func token(
        _ credential: Credential, _ opened: Set<Identifier>, _ reading: any Reading, _ now: Instant
    ) throws -> Actor {
        let community = credential.community
        guard let token = try TokenStore.live(credential.hash, in: community, at: now, reading) else {
            throw PeopleRefusal.tokenWrong
        }
        return Actor(
            kind: .person, account: token.account, name: token.name,
            grants: try GrantStore.grants(of: token.account, in: community, reading), opened: opened,
            tokenRights: token.rights, proof: token.id, phoneIsProved: token.phoneIsProved)
    }

    /// Notes that a session is in use, beside the page and at most once at a time.
    private func touch(_ session: Identifier, in community: Identifier, at now: Instant) {
        touching.withLock { touching in
            guard touching[session] == nil else { return }
            touching[session] = Task { [self] in
                do {
                    try await database.write(in: community) { writing in
                        try SessionStore.touch(session, in: community, at: now, writing)
                    }
                } catch {
                    log.warning("a session was not touched", metadata: ["error": "\(error)"])
                }
                self.touching.withLock { $0[session] = nil }
            }
        }
    }

    /// Waits until nothing is noted any more beside a page: what is then read of the house stays as it is.
    package func rest() async {
        for task in touching.withLock({ Array($0.values) }) { await task.value }
    }
}
