import Values

/// A section of the head's menu, or an address in the foot.
public struct NavItem: Sendable {
    public let title: String
    public let link: Link
    public let current: Bool

    public init(title: String, link: Link, current: Bool = false) {
        self.title = title
        self.link = link
        self.current = current
    }
}

/// Light or dark paper; the reader's device decides unless the reader has chosen.
public enum Theme: String, Sendable, CaseIterable {
    case system, light, dark
}

/// For whom a page is set: roomy for residents, dense for the people who work with it all day.
public enum Audience: Sendable {
    case `public`, staff
}

/// What all pages that answer one request share: whose they are, in which language, how large, with which
/// menu.
public struct Frame: Sendable {
    public var language: Language
    public var largeType = false
    public var theme = Theme.system
    public var audience = Audience.public
    /// The community, "水秀里社区".
    public var placeName: String
    /// What it belongs to, "湖滨区 荷塘街道".
    public var placeParents: String
    /// Address, hours and telephone, in one line.
    public var footLine: String
    public var nav: [NavItem] = []
    public var footLinks: [NavItem] = []
    /// The signed-in reader's name; nil for a guest.
    public var personName: String?
    /// Where a guest signs in, and where a signed-in reader finds what is theirs.
    public var signIn: Link = "/sign-in", me: Link = "/me"
    /// The front page of the community.
    public var home: Link = "/"
    /// The token that every form of this reader carries.
    public var csrf: String
    /// The present page, so that 大字 and 夜间 come back to it.
    public var path: Link
    /// True where people and events are invented; says so on top of every page.
    public var demo = false
    /// Changes with the content of the assets, so that they may be cached for ever.
    public var assetVersion: String

    public init(
        language: Language, placeName: String, placeParents: String, footLine: String, csrf: String,
        path: Link, assetVersion: String
    ) {
        self.language = language
        self.placeName = placeName
        self.placeParents = placeParents
        self.footLine = footLine
        self.csrf = csrf
        self.path = path
        self.assetVersion = assetVersion
    }
}
