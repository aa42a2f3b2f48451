public import Actions
public import Storage
public import Values

/// One line of the house's only table of addresses: matching, rights, the published interface and the tests
/// read it.
public struct Route: Sendable {
    public let method: Method
    /// Segments; one in braces is a parameter, as `/needs/{number}`.
    public let pattern: String
    /// Nil only where `openTo` says why anybody may.
    public let right: Right
    public let summary: Text
    public let fields: [Input]
    /// Finds the shape of the answer, where that is JSON: only when the published interface is asked for.
    let findSchema: (@Sendable () -> Schema)?
    /// Whether a page stands here that a person can open.
    public let isPage: Bool
    /// Whether proof of the form's origin is asked for: off only for other programs' doors, which carry a
    /// key.
    public let checksOrigin: Bool
    /// The largest body in bytes.
    public let largestBody: Int
    let handle: @Sendable (Entry) async throws -> Reply

    /// What a handler is given: the request before anybody was admitted.
    struct Entry: Sendable {
        let house: House
        let ask: Ask
        let code: String?
        let parameters: [String: String]
        let site: Site
    }
}

extension Route {
    /// The shape of the answer, for the published interface; nil where the answer is not JSON.
    public var schema: Schema? { findSchema?() }

    /// A page at an address, and its model as JSON at the same.
    public static func page<P: Page>(
        _ pattern: String, _ right: Right, _ summary: Text, _ page: P, query: [Input] = []
    ) -> Route {
        Route(
            method: .get, pattern: pattern, right: right, summary: summary, fields: query,
            findSchema: { Schema(of: P.Model.self) }, isPage: true, checksOrigin: false, largestBody: 0
        ) { entry in
            if page.isTheSameForGuests, let guest = GuestPage(entry) {
                return try await entry.kept(guest, right, page)
            }
            let (visit, model) = try await entry.visit(right) { visit, reading in
                try page.load(visit, reading)
            }
            return try entry.site.show(page, model, visit, Fields(), [], status: 200)
        }
    }

    /// A form's action: on success the next page (303) or the answer (201, 200); on refusal the page again,
    /// with
    /// what was typed, or the named refusal.
    public static func verb<P: Page, A: Codable & Sendable>(
        _ method: Method = .post, _ pattern: String, _ right: Right, _ summary: Text, fields: [Input] = [],
        answers: A.Type = Done.self, shows page: P, largestBody: Int = 64 << 10,
        _ act: @escaping @Sendable (Visit, Fields) async throws -> Outcome
    ) -> Route {
        verb(
            method, pattern, right, summary, fields: fields, answers: answers, shows: page,
            largestBody: largestBody, knowing: { _, _, _ in () }
        ) { visit, fields, _ in try await act(visit, fields) }
    }

    /// The same for an action whose form is read with what `know` finds, in the reading that admits the
    /// visitor: a second one would cost as much as the first.
    public static func verb<P: Page, A: Codable & Sendable, K: Sendable>(
        _ method: Method = .post, _ pattern: String, _ right: Right, _ summary: Text, fields: [Input] = [],
        answers: A.Type = Done.self, shows page: P, largestBody: Int = 64 << 10,
        knowing know: @escaping @Sendable (Visit, Fields, any Reading) throws -> K,
        _ act: @escaping @Sendable (Visit, Fields, K) async throws -> Outcome
    ) -> Route {
        Route(
            method: method, pattern: pattern, right: right, summary: summary, fields: fields,
            findSchema: { Schema(of: A.self) }, isPage: false, checksOrigin: true, largestBody: largestBody
        ) { entry in
            try await entry.form(right, shows: page, knowing: know) { visit, fields, known in
                let outcome = try await act(visit, fields, known)
                guard let kept = outcome.kept else { return try entry.site.answer(outcome, visit) }
                return try await entry.again(page, kept, [], status: 200)
            }
        }
    }

    /// A form's action that is answered with a file; on refusal the page again, with what was typed.
    public static func file<P: Page>(
        _ pattern: String, _ right: Right, _ summary: Text, fields: [Input] = [], shows page: P,
        _ answer: @escaping @Sendable (Visit, Fields) async throws -> Reply
    ) -> Route {
        Route(
            method: .post, pattern: pattern, right: right, summary: summary, fields: fields, findSchema: nil,
            isPage: false, checksOrigin: true, largestBody: 64 << 10
        ) { entry in
            try await entry.form(right, shows: page, knowing: { _, _, _ in () }) { visit, fields, _ in
                try await answer(visit, fields)
            }
        }
    }

    /// Anything else: a file, a feed, another program's interface.
    public static func raw(
        _ method: Method, _ pattern: String, _ right: Right, _ summary: Text, fields: [Input] = [],
        checksOrigin: Bool = true, largestBody: Int = 64 << 10,
        _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(
            method: method, pattern: pattern, right: right, summary: summary, fields: fields, findSchema: nil,
            isPage: false, checksOrigin: checksOrigin, largestBody: largestBody
        ) { entry in
            let (visit, _) = try await entry.visit(right) { _, _ in () }
            if checksOrigin, method != .get { try entry.checkForm() }
            return try await answer(visit)
        }
    }

    /// A file out of one reading.
    public static func download(
        _ pattern: String, _ right: Right, _ summary: Text, query: [Input] = [],
        _ load: @escaping @Sendable (Visit, any Reading) throws -> Reply
    ) -> Route {
        Route(
            method: .get, pattern: pattern, right: right, summary: summary, fields: query, findSchema: nil,
            isPage: false,
            checksOrigin: false, largestBody: 0
        ) { entry in
            try await entry.visit(right) { visit, reading in try load(visit, reading) }.1
        }
    }
}

extension Route.Entry {
    /// Reads a form that was sent, and acts on it; refused, the page again with what was typed.
    fileprivate func form<P: Page, K: Sendable>(
        _ right: Right, shows page: P,
        knowing know: @escaping @Sendable (Visit, Fields, any Reading) throws -> K,
        _ act: (Visit, Fields, K) async throws -> Reply
    ) async throws -> Reply {
        let sent = Result { try Fields(ask) }
        let (visit, known) = try await visit(right) { visit, reading in
            sent.flatMap { fields in Result { try know(visit, fields, reading) } }
        }
        try checkOrigin()
        let fields = try sent.get()
        do {
            try checkToken(fields)
            return try await act(visit, fields, try known.get())
        } catch let error where Site.refusals(in: error) != nil {
            let refusals = Site.refusals(in: error) ?? []
            guard !ask.wantsJSON, let status = refusals.first?.status, ![401, 404].contains(status) else {
                throw error
            }
            return try await again(page, fields, refusals, status: status)
        }
    }

    /// The page once more, with what was typed and what is wrong with it.
    fileprivate func again<P: Page>(
        _ page: P, _ fields: Fields, _ refusals: [any Refusal], status: Int
    ) async throws -> Reply {
        let (visit, model) = try await visit(nil) { visit, reading in try page.load(visit, reading) }
        return try site.show(page, model, visit, fields, refusals, status: status)
    }

    /// Admits the visitor and runs `body`, both in one reading.
    func visit<T: Sendable>(
        _ right: Right?, _ body: @escaping @Sendable (Visit, any Reading) throws -> T
    ) async throws -> (Visit, T) {
        try await house.database.read { reading in
            let visit = try admitted(right, reading)
            return (visit, try body(visit, reading))
        }
    }

    func admitted(_ right: Right?, _ reading: any Reading) throws -> Visit {
        let now = house.clock.now
        let admission = try house.doorkeeper.admit(ask, code: code, in: reading, at: now)
        let visit = Visit(
            house: house, ask: ask, parameters: parameters, actor: admission.actor,
            locality: admission.locality, language: ask.language, now: now)
        if let right, !visit.allowsAnywhere(right) {
            throw visit.actor.kind == .anyone
                ? GroundRefusal.signInFirst : GroundRefusal.notAllowed(right)
        }
        return visit
    }
}

extension Route {
    /// An answer that asks nobody's name and needs no database: health, figures of the machine, the
    /// interface itself.
    public static func plain(
        _ pattern: String, _ right: Right, _ summary: Text,
        _ answer: @escaping @Sendable (Ask, Site) async throws -> Reply
    ) -> Route {
        Route(
            method: .get, pattern: pattern, right: right, summary: summary, fields: [], findSchema: nil,
            isPage: false,
            checksOrigin: false, largestBody: 0
        ) { entry in try await answer(entry.ask, entry.site) }
    }
}
