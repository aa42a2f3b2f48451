import Actions
import Sealing
import Storage
import Values
import Web

/// The ways in: password with or without a second factor, code by telephone, slip, link, the demo's click.
///
/// Passwords are checked here, before and beside any transaction.
struct SignIn: Sendable {
    let visit: Visit
    let passwords: PasswordCheck

    /// Between password and second factor.
    struct Half: Codable, Sendable {
        let community: Identifier
        let account: Identifier
        let next: String
    }

    static let half = SealedCookie<Half>(name: "half")

    var house: House { visit.house }

    func byPassword(_ phone: Phone, _ typed: String, next: String) async throws -> Outcome {
        let tries = mark(.phone, phone.digits)
        try await admit([tries, address])
        let locality = visit.locality, keys = house.keys
        let found = try await house.database.read { reading in
            Candidate.meant(try AccountStore.candidates(phone, keys, reading), at: locality)
        }
        guard try await matches(typed, found?.password), let found else { throw PeopleRefusal.wrongProof }
        try await succeed(tries)
        if found.hasSecondFactor {
            let half = Half(community: found.community, account: found.id, next: next)
            return Outcome.done(see: "/sign-in/second").with(try Self.half.cookie(half, visit, minutes: 5))
        }
        return try await start(found.id, in: found.community, means: "password", next: next)
    }

    func bySecondFactor(_ typed: String) async throws -> Outcome {
        guard let half = Self.half.read(visit) else { throw PeopleRefusal.secondFactorGone }
        let tries = mark(.factor, half.account.description)
        try await admit([tries, address])
        let keys = house.keys, now = visit.now
        let counter = try await house.database.read { reading -> Int64? in
            let factor = try AccountStore.secondFactor(
                of: half.account, in: half.community, keys, reading)
            return factor.flatMap { $0.code.check(typed, at: now, lastUsed: $0.last) }
        }
        guard let counter else { throw PeopleRefusal.secondFactorWrong }
        try await succeed(tries)
        return try await start(
            half.account, in: half.community, means: "password", next: half.next, counter: counter
        ).with(Self.half.gone)
    }

    /// Whether the typed password is the stored one; takes as long where none is stored.
    func matches(_ typed: String, _ stored: PasswordHash?) async throws -> Bool {
        do { return try await passwords.matches(typed, stored) } catch { throw WebRefusal.busy }
    }

    /// The hash of a new password, or what is wrong with it beside its field.
    func hash(_ typed: String, field: String, phone: Phone?) async throws -> PasswordHash {
        do {
            return try await passwords.hash(Password(typed, phone: phone?.digits))
        } catch {
            throw FieldRefusal(field, error, name: "people.password")
        }
    }

    // MARK: Sessions

    /// Begins a session and says where to go.
    func start(
        _ account: Identifier, in community: Identifier, means: String, next: String, counter: Int64? = nil
    ) async throws -> Outcome {
        let token = RandomToken()
        let agent = Agent.short(visit.ask.headers["user-agent"])
        let actor = Actor(kind: .person, account: account)
        _ = try await house.steward.perform(
            StartSession(account, token: token, agent: agent, means: means, counter: counter), by: actor,
            in: community)
        let grants = try await house.database.read { try GrantStore.grants(of: account, in: community, $0) }
        return Outcome.done(Entered(account: account), see: local(next) ?? home(of: grants.map(\.role)))
            .with(Credential.cookie(community, token))
    }

    /// The day's work where a role has one, else the people that it sees to, else the front page.
    private func home(of roles: [Role]) -> Link {
        let held = Set(
            roles.filter(\.isStaff).flatMap { role in house.rights.held(by: role).map { $0.0.name } })
        if held.contains("needs.list") { return "/day" }
        return held.contains(PeopleRights.seePeople.name) ? "/people" : "/"
    }

    /// The page asked for before, freed of this community's own code, which is put back on the way.
    private func local(_ next: String) -> Link? {
        let code = "/~\(visit.locality.code)/"
        return Link.local(
            visit.locality.isHome || !next.hasPrefix(code) ? next : String(next.dropFirst(code.count - 1)))
    }

    // MARK: Tries

    func mark(_ kind: FailureStore.Kind, _ what: String) -> FailureStore.Mark {
        FailureStore.Mark(kind, what, house.keys)
    }

    private var address: FailureStore.Mark { mark(.address, visit.ask.remote) }

    /// Counts a try, or refuses while earlier ones must be waited off; the same whether the number is known.
    func admit(_ marks: [FailureStore.Mark]) async throws {
        let now = visit.now
        let isAdmitted = try await house.database.write(in: FailureStore.everywhere) { writing in
            try FailureStore.admit(marks, at: now, writing)
        }
        if !isAdmitted { throw PeopleRefusal.tryLater }
    }

    /// Forgets the failures of whoever proved themselves.
    private func succeed(_ tries: FailureStore.Mark) async throws {
        let address = address, now = visit.now
        try await house.database.write(in: FailureStore.everywhere) { writing in
            try FailureStore.forget([tries], writing)
            try FailureStore.forgive(address, at: now, writing)
        }
    }
}

/// What a machine hears after signing in.
struct Entered: Codable, Sendable {
    let account: Identifier
}
