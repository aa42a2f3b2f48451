public import Actions
public import Values

/// What a resident can do for others and is glad to: an entry of the think-tank 民生智库.
public struct Offer: Sendable, Placed {
    public enum State: String, Sendable, CaseIterable, Codable {
        case made, registered, declined

        public var title: Text {
            switch self {
            case .made: Text("等着联系", "Waiting to be heard")
            case .registered: Text("登记了", "Registered")
            case .declined: Text("谢过了", "Thanked")
            }
        }
    }

    public let id: Identifier
    public let community: Identifier
    public let number: Int64
    public let place: Identifier
    public let path: PlacePath
    public let gridName: String
    public let classKey: String
    public let title: String
    public let words: String
    /// When they have time, in their words.
    public let hours: String
    public var state: State
    public let reporter: Identifier?
    /// Name and phone, sealed under the offer's own key.
    public let contact: [UInt8]?
    /// The resource that it became.
    public var resource: Identifier?
    public let made: Instant
    public var isHeld: Bool

    public var serial: String { "Z-\(number)" }

    public func isOwn(of actor: Actor) -> Bool {
        actor.opened.contains(id) || (reporter != nil && reporter == actor.account)
    }
}
