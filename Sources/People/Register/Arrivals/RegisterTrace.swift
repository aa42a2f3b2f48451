public import Actions
import Storage
public import Values

/// What a row of a table did to somebody: enough to undo it, and nothing else.
public struct RegisterTrace: Sendable, Codable {
    /// Rows of a person that a change may make or end.
    struct Rows: Sendable, Codable {
        var stays: Set<Identifier> = [], facts: Set<Identifier> = [], members: Set<Identifier> = []

        init() {}

        /// Those that have not ended, or with `all` every one.
        init(of person: Identifier, all: Bool = false, in work: Work) throws {
            let (community, database) = (work.community, work.database)
            func isTaken(_ period: Period) -> Bool { all || period.until == nil }
            stays = Set(
                try ResidenceStore.stays(of: person, in: community, database)
                    .filter { isTaken($0.period) }.map(\.id))
            facts = Set(
                try FactStore.facts(of: person, in: community, work.keys, database)
                    .filter { isTaken($0.period) }.map(\.id))
            let groups = try GroupStore.groups(in: community, database)
            members = Set(
                try GroupStore.memberships(of: person, among: groups, in: community, work.keys, database)
                    .filter { isTaken($0.period) }.map(\.id))
        }

        func subtracting(_ other: Rows) -> Rows {
            var rest = self
            rest.stays.subtract(other.stays)
            rest.facts.subtract(other.facts)
            rest.members.subtract(other.members)
            return rest
        }
    }

    /// What stood there before, where it was changed.
    var name: String?, sex: Sex?, born: Day?
    /// Empty where there was none.
    var phone: String?, identity: String?
    private(set) var made = Rows()
    private(set) var ended = Rows()
    /// The relation and standing of the stays before, for those that were changed in place.
    var stays: [Residence] = []
    private var before = Rows()
    /// The last row of the record that was about them when the change was done.
    private(set) var record: Int64 = 0

    init(_ known: KnownPerson, _ parts: [RegisterPart], in work: Work) throws {
        let (community, keys, database) = (work.community, work.keys, work.database)
        if parts.contains(.name) { name = known.name }
        if parts.contains(.sex) { sex = known.sex }
        if parts.contains(.born) { born = known.born }
        if parts.contains(.phone) {
            phone = try PersonStore.phone(of: known.id, in: community, keys, database)?.digits ?? ""
        }
        if parts.contains(.identity) {
            identity = try PersonStore.identity(of: known.id, in: community, keys, database)?.text ?? ""
        }
        stays = try work.presentStays(of: known.id)
        before = try Rows(of: known.id, all: true, in: work)
    }

    /// Notes which rows are new, and which have ended.
    mutating func finish(_ person: Identifier, _ open: Rows, in work: Work) throws {
        made = try Rows(of: person, all: true, in: work).subtracting(before)
        ended = open.subtracting(try Rows(of: person, in: work))
        before = Rows()
        record = try work.lastRecord(about: person)
    }
}

extension Work {
    /// The number of the last row of the record about somebody; 0 where there is none.
    func lastRecord(about person: Identifier) throws -> Int64 {
        try database.number(
            "SELECT MAX(number) FROM record WHERE community = \(community) AND object = \(person)")
    }
}
