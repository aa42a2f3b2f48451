public import Actions
import People
import Sealing
public import Storage
import Values

/// What is sealed in the database, and how much of it the keys that are there open.
public struct KeyInventory: Sendable, Equatable {
    /// Keys of people, needs and accounts, and the boxes of memberships: by how they stand to the masters.
    public private(set) var current = 0
    public private(set) var older = 0
    public private(set) var shut = 0
    /// What cannot be read for want of a key, by what it is, in words; without what is none.
    public private(set) var lost: [String: Int] = [:]

    /// Of nothing.
    init() {}

    /// - Parameters: `communities`: those from one on and before another; all where nothing is said.
    public init(_ keys: KeyRing, _ reading: any Reading, of communities: Span = Span()) throws {
        var closed: [Subject] = []
        try reading.each(
            """
            SELECT community, subject, wrapped FROM subject_key WHERE \(communities.condition)
            ORDER BY community, subject
            """
        ) { row in
            let subject = Subject(community: try row.identifier(0), id: try row.identifier(1))
            let standing = keys.standing(ofWrapped: row.bytes(2), for: subject.id)
            count(standing)
            if standing == .shut { closed.append(subject) }
        }
        try reading.each(
            "SELECT id, person FROM group_member WHERE \(communities.condition) ORDER BY community, id"
        ) { row in
            let standing = RegisterTokens.standing(of: row.bytes(1), try row.identifier(0), keys)
            count(standing)
            if standing == .shut { lost["memberships of groups", default: 0] += 1 }
        }
        try countLost(closed, reading)
    }

    /// Communities that stand side by side in the order of their identifiers.
    public struct Span: Sendable {
        let from: Identifier?
        let before: Identifier?

        public init(from: Identifier? = nil, before: Identifier? = nil) {
            (self.from, self.before) = (from, before)
        }

        /// Spans of so many communities each, which leave out nothing between, before and behind these.
        static func covering(_ communities: [Identifier], each: Int) -> [Span] {
            let cuts = stride(from: each, to: communities.count, by: each).map { communities[$0] }
            let ends: [Identifier?] = cuts + [nil]
            return zip([nil] + cuts, ends).map { Span(from: $0, before: $1) }
        }

        fileprivate var condition: SQL {
            let least = from ?? Identifier(high: 0, low: 0)
            guard let before else { return "community >= \(least)" }
            return "community >= \(least) AND community < \(before)"
        }
    }

    /// Both together.
    static func + (a: KeyInventory, b: KeyInventory) -> KeyInventory {
        var sum = a
        sum.current += b.current
        sum.older += b.older
        sum.shut += b.shut
        sum.lost.merge(b.lost, uniquingKeysWith: +)
        return sum
    }

    private struct Subject {
        let community: Identifier
        let id: Identifier
    }

    private mutating func count(_ standing: KeyRing.Standing) {
        switch standing {
        case .current: current += 1
        case .older: older += 1
        case .shut: shut += 1
        }
    }

    /// What is sealed under the keys of subjects, table by table; `Tests/PlatformTests` holds the list
    /// against the schemas.
    static let sealed: [(what: String, table: String, column: String, subject: String)] = [
        ("children's names", "person", "name_sealed", "id"),
        ("people's telephones", "person", "phone", "id"),
        ("identity numbers", "person", "identity", "id"),
        ("facts of people", "person_fact", "sealed", "person"),
        ("owners and tenants from elsewhere", "home_holder", "sealed", "id"),
        ("who spoke for others", "consent", "details", "person"),
        ("accounts' telephones", "account", "contact", "id"),
        ("second factors", "account", "totp", "id"),
        ("drafts", "draft", "sealed", "account"),
        ("requests about one's own data", "person_request", "typed", "account"),
        ("answers to such requests", "person_request", "answer", "account"),
        ("names and telephones of needs", "need", "contact", "id"),
        ("names and telephones of offers", "offer", "contact", "id"),
        ("telephones of resources", "resource", "contact", "id"),
        ("who was told to helpers", "reservation", "who", "id"),
        ("pictures and papers", "attachment", "sealed", "subject"),
        ("values in the record", "record_value", "sealed", "subject"),
        ("messages to be sent", "outbox", "sealed", "subject"),
        ("letters between communities", "letter", "sealed", "subject"),
        ("rows of files being brought in", "import_row", "cells", "batch"),
    ]

    private mutating func countLost(_ closed: [Subject], _ reading: any Reading) throws {
        for (community, subjects) in Dictionary(grouping: closed, by: \.community) {
            for start in stride(from: 0, to: subjects.count, by: 500) {
                let some = subjects[start..<min(start + 500, subjects.count)].map(\.id)
                for box in Self.sealed {
                    let (table, column, subject) = (
                        SQL(trusted: box.table), SQL(trusted: box.column), SQL(trusted: box.subject)
                    )
                    let count = try reading.number(
                        """
                        SELECT COUNT(*) FROM \(table) WHERE community = \(community)
                        AND \(subject) IN \(list: some) AND \(column) IS NOT NULL
                        """)
                    if count > 0 { lost[box.what, default: 0] += Int(count) }
                }
            }
        }
    }

    /// For the one who keeps the house.
    public var lines: [String] {
        ["keys: \(current) under the master, \(older) under one that is going, \(shut) cannot be opened"]
            + lost.sorted { $0.key < $1.key }.map { "lost: \($0.value) \($0.key)" }
    }
}
