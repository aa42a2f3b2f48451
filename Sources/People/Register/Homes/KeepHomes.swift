public import Actions
import Storage
public import Values

/// An action on one home, a place of kind `household`.
public protocol HomeAction: Action where Subject == Place, Answer == Done {
    var home: Identifier { get }
}

extension HomeAction {
    public static var right: Right { RegisterRights.change }

    public func subject(in work: Work) throws -> Place {
        let place = try work.place(home)
        guard place.kind == .household else { throw RegisterRefusal.notAHome }
        return place
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { home }
}

/// Writes down how large a home is, from a day on.
public struct MeasureHome: HomeAction {
    public static let name = "register.measure-home"
    /// In hundredths of a square metre: up to 10,000 m².
    public static let sizes: ClosedRange<Int64> = 100...1_000_000

    public let home: Identifier
    let area: Area
    let floor: Int
    let day: Day
    let source: FactSource

    public init(_ home: Identifier, _ area: Area, floor: Int, since day: Day, source: FactSource) {
        (self.home, self.area, self.floor) = (home, area, floor)
        (self.day, self.source) = (day, source)
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard Self.sizes.contains(area.units) else { throw RegisterRefusal.areaOutOfRange }
        guard day <= work.now.day(in: .shanghai) else { throw RegisterRefusal.dayAhead }
        let known = try HolderStore.areas(of: home, in: work.community, work.database)
        if let last = known.first, day < last.period.since { throw RegisterRefusal.endsBeforeStart }
        try HolderStore.endAreas(of: home, on: day, in: work)
        try HomeStore.insert(area, floor: floor, of: home, Period(since: day), source, in: work)
        return Done()
    }
}

/// Writes down whose a home is from a day on: all owners together, whose shares make one whole.
public struct SetOwners: HomeAction {
    public static let name = "register.set-owners"
    public static let most = 20

    public let home: Identifier
    let owners: [NewHolder]
    let day: Day
    let source: FactSource

    public init(_ home: Identifier, _ owners: [NewHolder], since day: Day, source: FactSource) {
        (self.home, self.owners, self.day, self.source) = (home, owners, day, source)
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard (1...Self.most).contains(owners.count) else { throw RegisterRefusal.noOwners }
        guard Share.areWhole(owners.map(\.share)) else { throw RegisterRefusal.sharesNotWhole }
        guard day <= work.now.day(in: .shanghai) else { throw RegisterRefusal.dayAhead }
        try work.check(owners)
        let before = try work.holders(of: home, .owner)
        guard before.allSatisfy({ $0.period.since < day }) else { throw RegisterRefusal.endsBeforeStart }
        try HolderStore.end(before.map(\.id), on: day, in: work)
        for owner in owners {
            _ = try HolderStore.insert(owner, as: .owner, of: home, since: day, source, in: work)
        }
        return Done()
    }
}

/// Somebody rents a home from a day on.
public struct EnterTenant: HomeAction {
    public static let name = "register.enter-tenant"

    public let home: Identifier
    let tenant: NewHolder
    let day: Day
    let source: FactSource

    public init(_ home: Identifier, _ tenant: NewHolder, since day: Day, source: FactSource) {
        (self.home, self.tenant, self.day, self.source) = (home, tenant, day, source)
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard day <= work.now.day(in: .shanghai) else { throw RegisterRefusal.dayAhead }
        try work.check([tenant])
        let known = try work.holders(of: home, .tenant)
        if case .registered(let person) = tenant.who, known.contains(where: { $0.person == person }) {
            throw RegisterRefusal.rentsAlready
        }
        _ = try HolderStore.insert(tenant, as: .tenant, of: home, since: day, source, in: work)
        return Done()
    }
}

/// Writes down owners and tenants of many homes at once, as a list brings them; all or none.
public struct AddHolders: Action {
    public static let name = "register.add-holders"
    public static let right = RegisterRights.change
    public static let most = 500

    let homes: [NewHolders]

    public init(_ homes: [NewHolders]) { self.homes = homes }

    public func subject(in work: Work) throws -> PlacePath {
        guard (1...Self.most).contains(homes.count) else { throw RegisterRefusal.tooManyHouseholds }
        return try work.place(work.community).path
    }

    public func run(on whole: PlacePath, in work: Work) throws -> Done {
        for new in homes {
            let owning = SetOwners(new.home, new.owners, since: new.since, source: new.source)
            let place = try owning.subject(in: work)
            _ = try owning.run(on: place, in: work)
            for tenant in new.tenants {
                let renting = EnterTenant(new.home, tenant, since: new.since, source: new.source)
                _ = try renting.run(on: place, in: work)
            }
        }
        return Done()
    }

    public func object(of subject: PlacePath, _ answer: Done, in work: Work) -> Identifier { work.community }
}

/// Somebody rents a home no longer.
public struct EndTenant: HomeAction {
    public static let name = "register.end-tenant"

    public let home: Identifier
    let tenant: Identifier
    let day: Day

    public init(_ tenant: Identifier, of home: Identifier, on day: Day) {
        (self.home, self.tenant, self.day) = (home, tenant, day)
    }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard let known = try work.holders(of: home, .tenant).first(where: { $0.id == tenant }) else {
            throw RegisterRefusal.nothingThere
        }
        guard day <= work.now.day(in: .shanghai) else { throw RegisterRefusal.dayAhead }
        guard day > known.period.since else { throw RegisterRefusal.endsBeforeStart }
        try HolderStore.end([tenant], on: day, in: work)
        return Done()
    }
}

extension Work {
    /// Those of a home who are there now in one role.
    fileprivate func holders(of home: Identifier, _ role: HomeRole) throws -> [HomeHolder] {
        try HolderStore.holders(of: home, in: community, keys, database).filter {
            $0.role == role && $0.period.until == nil
        }
    }

    /// Everybody is named, and nobody twice.
    fileprivate func check(_ new: [NewHolder]) throws {
        var seen: Set<Identifier> = []
        for holder in new {
            switch holder.who {
            case .registered(let id):
                _ = try living(id)
                guard seen.insert(id).inserted else { throw RegisterRefusal.ownsTwice }
            case .other(let name, _): guard !name.isEmpty else { throw RegisterRefusal.holderUnnamed }
            }
        }
    }
}
