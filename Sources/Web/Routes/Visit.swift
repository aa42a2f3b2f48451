public import Actions
public import Storage
public import Values

/// One person's one request at one community's door.
public struct Visit: Sendable {
    public let house: House
    public let ask: Ask
    /// The named parts of the address, decoded.
    public let parameters: [String: String]
    public let actor: Actor
    public let locality: Locality
    public let language: Language
    public let now: Instant

    public var community: Identifier { locality.id }

    /// A part of the address that must be there.
    ///
    /// - Throws: ``GroundRefusal/notFound``.
    public func parameter(_ name: String) throws -> String {
        guard let value = parameters[name], !value.isEmpty else { throw GroundRefusal.notFound }
        return value
    }

    public func value(_ name: String) -> String? { ask.value(name) }

    public func allows(_ right: Right, on object: some Placed) -> Bool {
        house.rights.allow(actor, right, on: object)
    }

    public func allowsAnywhere(_ right: Right) -> Bool { house.rights.allowAnywhere(actor, right) }

    /// The way to an object for a query: refuses as if it were not there.
    public func require(_ right: Right, on object: some Placed) throws {
        guard allows(right, on: object) else {
            throw actor.kind == .anyone ? GroundRefusal.signInFirst : GroundRefusal.notAllowed(right)
        }
    }

    /// Performs an action as this visitor in this community, once for a form's mark.
    @discardableResult
    public func perform<A: Action>(_ action: A, fields: Fields? = nil) async throws -> A.Answer {
        let mark = (fields?["rid"] ?? ask.headers["idempotency-key"]).flatMap { Identifier($0) }
        return try await house.steward.perform(action, by: actor, in: community, mark: mark)
    }

    /// An address within this community: its code stands in front unless it is the house's own.
    public func at(_ link: Link) -> Link { locality.isHome ? link : link.under(code: locality.code) }
}
