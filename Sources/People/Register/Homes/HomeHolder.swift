public import Values

/// A part of a home that is somebody's: whole numbers, as the certificate writes it, 1/2 or 33/100.
public struct Share: Sendable, Codable, Hashable {
    public let numerator: Int
    public let denominator: Int

    /// The largest denominator that certificates use.
    public static let most = 10_000
    public static let whole = Share(numerator: 1, denominator: 1)

    /// Nil unless it is more than nothing and at most the whole.
    public init?(_ numerator: Int, of denominator: Int) {
        guard (1...Self.most).contains(denominator), (1...denominator).contains(numerator) else { return nil }
        self.init(numerator: numerator, denominator: denominator)
    }

    private init(numerator: Int, denominator: Int) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// Reads `1/2`, `50%`, `33.33%` or `1`, in any width.
    public init?(_ text: String) {
        let plain = Self.halfWidth(text)
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]) {
            self.init(above, of: below)
        } else if plain.hasSuffix("%"), let hundredths = Self.hundredths(plain.dropLast()) {
            self.init(hundredths, of: 10_000)
        } else if plain == "1" {
            self = .whole
        } else {
            return nil
        }
    }

    /// `１／２` as `1/2`, without gaps.
    private static func halfWidth(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { scalar in
            (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// `33.33` as 3333.
    private static func hundredths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isASCII) }),
            let whole = Int(parts[0]), (0...100).contains(whole)
        else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].utf8.count), let rest = Int(parts[1]), rest >= 0 else { return nil }
        return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
    }

    /// Whether shares make one whole, exactly.
    public static func areWhole(_ shares: [Share]) -> Bool {
        var sum = (above: 0, below: 1)
        for share in shares {
            let (above, first) = sum.above.multipliedReportingOverflow(by: share.denominator)
            let (more, second) = share.numerator.multipliedReportingOverflow(by: sum.below)
            let (below, third) = sum.below.multipliedReportingOverflow(by: share.denominator)
            guard !first, !second, !third else { return false }
            let divisor = Self.divisor(above + more, below)
            sum = ((above + more) / divisor, below / divisor)
        }
        return sum == (1, 1)
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? max(1, a) : divisor(b, a % b) }

    /// As people say it: a whole share is all of the home.
    public func said(_ language: Language) -> String {
        self == .whole ? Text("全部", "the whole")[language] : text
    }

    public var text: String { denominator == 1 ? "1" : "\(numerator)/\(denominator)" }
}

/// What somebody is to a home.
public enum HomeRole: String, Sendable, CaseIterable, Codable {
    case owner, tenant

    public var title: Text {
        switch self {
        case .owner: Text("产权人", "Owner")
        case .tenant: Text("租户", "Tenant")
        }
    }
}

/// Somebody to be written down as an owner or a tenant: of the register, or by name.
public struct NewHolder: Sendable {
    public enum Who: Sendable {
        case registered(Identifier)
        case other(name: String, phone: Phone?)
    }

    public let who: Who
    public let share: Share

    public init(_ who: Who, share: Share = .whole) {
        self.who = who
        self.share = share
    }
}

/// Whose a home is and who rents it, from a day on.
public struct NewHolders: Sendable {
    public let home: Identifier
    public let owners: [NewHolder]
    public let tenants: [NewHolder]
    public let since: Day
    public let source: FactSource

    public init(
        of home: Identifier, owners: [NewHolder], tenants: [NewHolder] = [], since: Day, source: FactSource
    ) {
        self.home = home
        self.owners = owners
        self.tenants = tenants
        self.since = since
        self.source = source
    }
}

/// An owner or tenant of a home for a time.
public struct HomeHolder: Sendable, Codable {
    public let id: Identifier
    public let role: HomeRole
    public let person: Identifier?
    /// Opened; nil where the key was destroyed.
    public let name: String?
    public let share: Share
    public let period: Period
    public let source: FactSource
}

/// A home's floor area for a time.
public struct HomeArea: Sendable, Codable {
    public let area: Area
    public let floor: Int
    public let period: Period
    public let source: FactSource
}
