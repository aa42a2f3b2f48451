public import Actions
import Storage
public import Values

/// Publishes the community's profile of a quarter: cut on the quarter's first day, small counts hidden, never
/// changed again.
///
/// One cut a quarter: cuts on two days of one's choice could be subtracted from one another.
public struct PublishProfile: Action {
    public static let name = "register.publish-profile"
    public static let right = RegisterRights.publish

    let day: Day

    /// - Parameters: `day`: any day of the quarter.
    public init(quarterOf day: Day) { self.day = day }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        let quarter = Quarter(of: day)
        guard quarter.firstDay <= work.now.day(in: .shanghai) else { throw RegisterRefusal.dayAhead }
        guard try !EditionStore.exists(quarter, in: work.community, work.database) else {
            throw RegisterRefusal.publishedAlready
        }
        let profile = try Profile(on: quarter.firstDay, of: place, work.keys, work.database)
        try EditionStore.insert(profile.forPublic, of: quarter, in: work)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
