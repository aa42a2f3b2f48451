import Actions
import Foundation
import Sealing
import Storage
import Values

/// Owners and tenants of homes, and the homes' floor areas, as they are stored.
enum HolderStore {
    private struct Named: Codable {
        let name: String
        let phone: String
    }

    static func insert(
        _ new: NewHolder, as role: HomeRole, of place: Identifier, since: Day, _ source: FactSource,
        in work: Work
    ) throws -> Identifier {
        let id = work.newIdentifier()
        var person: Identifier?, sealed: [UInt8]?
        switch new.who {
        case .registered(let known): person = known
        case .other(let name, let phone):
            let named = try JSONEncoder().encode(Named(name: name, phone: phone?.digits ?? ""))
            sealed = try work.newKey(of: id).seal(Array(named), context: context(id))
        }
        try work.database.run(
            """
            INSERT INTO home_holder (community, id, place, role, person, sealed, numerator, denominator,
            since, until, source, made)
            VALUES (\(work.community), \(id), \(place), \(role.rawValue), \(person), \(sealed),
            \(new.share.numerator), \(new.share.denominator), \(since.description), NULL, \(source.rawValue),
            \(work.now))
            """)
        return id
    }

    static func end(_ ids: [Identifier], on day: Day, in work: Work) throws {
        try work.database.run(
            """
            UPDATE home_holder SET until = \(day.description) WHERE community = \(work.community)
            AND id IN \(list: ids) AND until IS NULL
            """)
    }

    /// Everybody of a home, the present ones first.
    static func holders(
        of place: Identifier, in community: Identifier, _ keys: KeyRing, _ reading: any Reading
    ) throws -> [HomeHolder] {
        try reading.all(
            """
            SELECT id, role, person, sealed, numerator, denominator, since, until, source FROM home_holder
            WHERE community = \(community) AND place = \(place)
            ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, role, since DESC, id LIMIT 200
            """
        ) { row in
            let id = try row.identifier(0), person = try row.optionalIdentifier(2)
            guard let share = Share(row.int(4), of: row.int(5)) else {
                throw StorageFault.unreadable("share of \(id)")
            }
            return HomeHolder(
                id: id, role: try row.choice(1), person: person,
                name: try name(id, person, row.optionalBytes(3), in: community, keys, reading), share: share,
                period: try row.period(6), source: try row.choice(8))
        }
    }

    /// The homes that are somebody's, or were, and those that they rent.
    static func homes(
        of person: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [(path: PlacePath, role: HomeRole, share: Share, period: Period, source: FactSource)] {
        try reading.all(
            """
            SELECT p.path, h.role, h.numerator, h.denominator, h.since, h.until, h.source FROM home_holder h
            JOIN place p ON p.community = h.community AND p.id = h.place
            WHERE h.community = \(community) AND h.person = \(person) ORDER BY h.since DESC, h.id LIMIT 200
            """
        ) { row in
            guard let share = Share(row.int(2), of: row.int(3)) else {
                throw StorageFault.unreadable("share of a home of \(person)")
            }
            return (
                PlacePath(text: row.text(0)), try row.choice(1), share, try row.period(4),
                try row.choice(6)
            )
        }
    }

    private static func name(
        _ id: Identifier, _ person: Identifier?, _ sealed: [UInt8]?, in community: Identifier,
        _ keys: KeyRing, _ reading: any Reading
    ) throws -> String? {
        if let person { return try PersonStore.person(person, in: community, keys, reading)?.name }
        guard let sealed, let key = try reading.key(of: id, in: community, keys) else { return nil }
        let bytes = try key.open(sealed, context: context(id))
        return try JSONDecoder().decode(Named.self, from: Data(bytes)).name
    }

    private static func context(_ id: Identifier) -> String { "home_holder.sealed \(id)" }

    /// The floor areas of a home, the last first.
    static func areas(
        of place: Identifier, in community: Identifier, _ reading: any Reading
    ) throws -> [HomeArea] {
        try reading.all(
            """
            SELECT area, floor, since, until, source FROM dwelling
            WHERE community = \(community) AND place = \(place) ORDER BY since DESC, id DESC LIMIT 50
            """
        ) { row in
            HomeArea(
                area: Area(units: row.integer(0)), floor: row.int(1), period: try row.period(2),
                source: try row.choice(4))
        }
    }

    /// What was written on the same day was never true otherwise: it is replaced, not ended.
    static func endAreas(of place: Identifier, on day: Day, in work: Work) throws {
        try work.database.run(
            """
            DELETE FROM dwelling WHERE community = \(work.community) AND place = \(place)
            AND since = \(day.description) AND until IS NULL
            """)
        try work.database.run(
            """
            UPDATE dwelling SET until = \(day.description) WHERE community = \(work.community)
            AND place = \(place) AND until IS NULL
            """)
    }
}

/// Homes with what an owners' meeting counts by.
struct HomeList {
    struct Row: Codable, Sendable {
        let place: Identifier
        let path: PlacePath
        let address: String
        let area: Area?
        /// How many owners are written down.
        let owners: Int
    }

    struct Totals: Codable, Sendable {
        let homes: Int, measured: Int, owned: Int
        let area: Area
    }

    let community: Identifier
    let top: Place
    let reading: any Reading

    static let perPage = 50

    /// A page of homes in the order of the tree, after a place of it.
    func page(after: String?) throws -> [Row] {
        let addresses = AddressBook(reading)
        let rows = try reading.all(
            """
            SELECT p.id, p.path, (SELECT d.area FROM dwelling d WHERE d.community = p.community
            AND d.place = p.id AND d.until IS NULL ORDER BY d.since DESC, d.id LIMIT 1),
            (SELECT COUNT(*) FROM home_holder o WHERE o.community = p.community AND o.place = p.id
            AND o.role = \(HomeRole.owner.rawValue) AND o.until IS NULL)
            FROM place p WHERE p.kind = \(PlaceKind.household.rawValue) AND p.tree >= \(top.path.tree)
            AND p.tree < \(top.path.treeEnd) AND p.tree > \(after ?? "") AND p.closed IS NULL
            ORDER BY p.tree LIMIT \(Self.perPage + 1)
            """
        ) { row in
            (
                try row.identifier(0), PlacePath(text: row.text(1)),
                row.isNull(2) ? nil : Area(units: row.integer(2)), row.int(3)
            )
        }
        return try rows.map { id, path, area, owners in
            Row(place: id, path: path, address: try addresses.address(of: path), area: area, owners: owners)
        }
    }

    /// Every home, counted.
    func totals() throws -> Totals {
        let homes = try reading.number(
            """
            SELECT COUNT(*) FROM place p WHERE p.kind = \(PlaceKind.household.rawValue)
            AND p.tree >= \(top.path.tree) AND p.tree < \(top.path.treeEnd) AND p.closed IS NULL
            """)
        let measured = try reading.first(
            """
            SELECT COUNT(*), CAST(COALESCE(SUM(d.area), 0) AS BIGINT) FROM dwelling d
            JOIN place p ON p.community = d.community AND p.id = d.place
            WHERE d.community = \(community) AND d.until IS NULL AND p.tree >= \(top.path.tree)
            AND p.tree < \(top.path.treeEnd) AND p.closed IS NULL
            """
        ) { ($0.int(0), $0.integer(1)) }
        let owned = try reading.number(
            """
            SELECT COUNT(DISTINCT o.place) FROM home_holder o
            JOIN place p ON p.community = o.community AND p.id = o.place
            WHERE o.community = \(community) AND o.role = \(HomeRole.owner.rawValue) AND o.until IS NULL
            AND p.tree >= \(top.path.tree) AND p.tree < \(top.path.treeEnd) AND p.closed IS NULL
            """)
        return Totals(
            homes: Int(homes), measured: measured?.0 ?? 0, owned: Int(owned),
            area: Area(units: measured?.1 ?? 0))
    }
}
