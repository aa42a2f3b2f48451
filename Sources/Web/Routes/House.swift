public import Actions
public import Logging
public import Sealing
public import Storage
public import Values

/// What every handler stands in: the database, the steward, the keys, the clock and the settings.
public struct House: Sendable {
    public let database: any Database
    public let steward: Steward
    public let keys: KeyRing
    public let clock: any Clock
    public let rights: Rights
    public let settings: Settings
    public let doorkeeper: any Doorkeeper
    public let log: Logger
    public let cupboard = Cupboard()
    /// The forms' token of all who have no session.
    let visitorToken: String

    public init(
        steward: Steward, settings: Settings, doorkeeper: any Doorkeeper, log: Logger
    ) {
        database = steward.database
        self.steward = steward
        keys = steward.keys
        clock = steward.clock
        rights = steward.rights
        self.settings = settings
        self.doorkeeper = doorkeeper
        self.log = log
        visitorToken = Guard.token(boundTo: "visitor", steward.keys)
    }
}

/// What the one who runs the house has set.
public struct Settings: Sendable {
    /// The database carries the demo's mark and the server listens on loopback: one-click sign-in is shown.
    public var isDemo = false
    /// The address under which people reach the house, as `https://linli.example`; for QR codes and notices.
    public var baseAddress = "http://127.0.0.1:8080"
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String> = []
    /// The bearer that may read `/metrics`; nil lets only the same machine.
    public var metricsToken: String?
    /// An HTTP gateway for short messages; nil turns codes by phone off.
    public var smsGateway: String?
    public var smsToken: String?
    /// Where the style sheet and script lie.
    public var assets = "Sources/Web/Assets"
    /// The largest body of a form with a spreadsheet, and of any other.
    public var largestUpload = 20 << 20
    public var largestForm = 10 << 20
    /// A session without use ends after so long.
    public var idleLimit = Instant.Span.hours(12)
    public var keysDirectory = ""

    public init() {}
}

/// Finds out who knocks, and at which community's door; People is one.
public protocol Doorkeeper: Sendable {
    /// Who asks and where, inside the page's own reading. Who sends neither cookie nor bearer is a guest.
    ///
    /// - Parameters: `code`: the community named in the address, nil for the house's own.
    /// - Throws: ``GroundRefusal/notFound`` for an unknown community.
    func admit(_ ask: Ask, code: String?, in reading: any Reading, at now: Instant) throws -> Admission
}

/// Who was let in, and where.
public struct Admission: Sendable {
    public let actor: Actor
    public let locality: Locality

    public init(actor: Actor, locality: Locality) {
        self.actor = actor
        self.locality = locality
    }
}

/// The community at whose door one stands, as pages name it.
public struct Locality: Sendable, Hashable, Codable {
    public let id: Identifier
    public let path: PlacePath
    /// Short and stable, for addresses.
    public let code: String
    public let name: String
    /// The names above it, as `湖滨区 荷塘街道`.
    public let parents: String
    /// Address, hours and telephone, for the foot of each page.
    public let footLine: String
    public let kind: String
    /// Whether addresses need no code: the house's only or chosen community.
    public let isHome: Bool

    public init(
        id: Identifier, path: PlacePath, code: String, name: String, parents: String, footLine: String,
        kind: String, isHome: Bool
    ) {
        self.id = id
        self.path = path
        self.code = code
        self.name = name
        self.parents = parents
        self.footLine = footLine
        self.kind = kind
        self.isHome = isHome
    }
}
