/// How much of the invented city is told.
public enum VillageSize: String, CaseIterable, Sendable {
    /// One community with all its homes and its two hundred needs, wishes and merged voices among them: what
    /// the demo shows.
    case small
    /// The same community with ten thousand needs.
    case community
    /// Seven hundred communities from a stairwell up, each with its staff and resources, and a million needs
    /// of half a year.
    case city

    /// Needs of the city beside those of the demo community.
    public static let cityNeeds = 1_000_000

    /// Needs told beside the two hundred of the cast.
    var moreNeeds: Int { self == .community ? 9_800 : 0 }
}
