import Actions
import Storage
import Values

/// The tree of places as it was on a day: what was moved since stands where it stood, what was made since is
/// not there yet.
///
/// Today's tree is the rows of `place`; only what is no longer so is kept beside it (`place_past`), so that a
/// day after the last change costs one small question.
struct PlacesOn: Sendable {
    /// Where something stood: nowhere, or below a place as its child of that number.
    private struct Former: Sendable {
        let above: PlacePath?
        let sort: Int
    }

    let day: Day
    private let community: Identifier
    /// By the path of today.
    private var former: [PlacePath: Former] = [:]

    init(_ day: Day, in community: Identifier, _ reading: any Reading) throws {
        self.day = day
        self.community = community
        try reading.each(
            """
            SELECT p.path, a.path, o.sort FROM place_past o
            JOIN place p ON p.community = o.community AND p.id = o.place
            LEFT JOIN place a ON a.community = o.community AND a.id = o.parent
            WHERE o.community = \(community) AND o.until > \(day.description)
            AND o.since <= \(day.description) ORDER BY o.place, o.since LIMIT 100000
            """
        ) { row in
            former[PlacePath(text: row.text(0))] = Former(
                above: row.optionalText(1).map(PlacePath.init), sort: row.int(2))
        }
    }

    /// Whether everything stood where it stands today.
    var isAsToday: Bool { former.isEmpty }

    /// The path on the day of what has this path today; nil where it was not there.
    func path(_ today: PlacePath) -> PlacePath? {
        for level in today.upward {
            guard let then = former[level] else { continue }
            guard let above = then.above, let stood = path(above) else { return nil }
            let rest = today.text.utf8.dropFirst(level.text.utf8.count)
            return PlacePath(text: stood.child(then.sort).text + String(Substring(rest)))
        }
        return today
    }

    /// The places of a kind that there were at or below the place of this path of the day, in the order of
    /// that day's tree; those closed since are among them.
    func places(
        _ kind: PlaceKind, below top: PlacePath, _ reading: any Reading
    ) throws -> [(place: Place, path: PlacePath)] {
        let all = try reading.all(
            """
            SELECT \(PlaceStore.columns), closed FROM place
            WHERE community = \(community) AND kind = \(kind.rawValue) ORDER BY tree LIMIT 20000
            """
        ) { (try PlaceStore.decode($0), $0.optionalInstant(9)) }
        let there = all.compactMap { place, closed -> (place: Place, path: PlacePath)? in
            if let closed, closed.day(in: .shanghai) <= day { return nil }
            guard let path = path(place.path), top.contains(path) else { return nil }
            return (place, path)
        }
        return isAsToday ? there : there.inTreeOrder(\.path)
    }
}

/// Where places stood before, as it is stored.
enum PastPlaceStore {
    /// Notes where a place stands until a day, for it is about to be moved. What was moved twice on one day
    /// stood on no day where it was in between.
    static func note(_ place: Place, until day: Day, in work: Work) throws {
        guard let above = place.parent, let number = place.path.number else { return }
        let last = try work.database.first(
            """
            SELECT until FROM place_past WHERE community = \(work.community) AND place = \(place.id)
            ORDER BY since DESC LIMIT 1
            """
        ) { try $0.day(0) }
        try write(place.id, (last ?? .first, day), above: above, number, in: work)
    }

    /// Notes that a place was not there before a day.
    static func noteNew(_ place: Identifier, from day: Day, in work: Work) throws {
        try write(place, (.first, day), above: nil, 0, in: work)
    }

    private static func write(
        _ place: Identifier, _ days: (since: Day, until: Day), above: Identifier?, _ number: Int,
        in work: Work
    ) throws {
        guard days.since < days.until else { return }
        try work.database.run(
            """
            INSERT INTO place_past (community, place, since, until, parent, sort)
            VALUES (\(work.community), \(place), \(days.since.description), \(days.until.description),
            \(above), \(number))
            """)
    }
}

extension PlacePath {
    /// The number of the node among its siblings; nil for the root.
    var number: Int? { text.split(separator: "/").last.flatMap { Int($0) } }
}
