public import Actions
import Storage
public import Values

/// Sets how many days something may take, or is kept.
public struct SetPeriod: Action {
    public static let name = "privacy.set-period"
    public static let right = PrivacyRights.rules

    let period: PrivacyPeriod

    public init(_ period: PrivacyPeriod) { self.period = period }

    public func subject(in work: Work) throws -> Place { try work.place(work.community) }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard (1...3650 * 3).contains(period.days) else { throw PrivacyRefusal.noSuchPeriod }
        try PeriodStore.set(period.name, period.days, in: work)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { work.community }
}
