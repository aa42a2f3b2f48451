public import Actions
public import People
import Storage
import Values

/// What it means for resources that a place has another path: they, their reach, their uses and their
/// circles go along.
///
/// The figures were carried by whoever moved the place.
public enum ResourcesMoved {
    public static func carry(from old: PlacePath, to new: PlacePath, in work: Work) throws {
        let rest = old.text.utf8.count + 1
        try work.database.run(
            """
            UPDATE resource SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
        try work.database.run(
            """
            UPDATE resource SET reach = \(new) || \(SQL.rest(of: "reach", from: rest))
            WHERE community = \(work.community) AND reach >= \(old) AND reach < \(old.end)
            """)
        try work.database.run(
            """
            UPDATE resource_use SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
        try work.database.run(
            """
            UPDATE circle SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
    }

    /// What stood right in a grid or area that ended goes on in the one that took most of its homes.
    public static func absorb(_ end: PlaceAbsorbed, in work: Work) throws {
        try work.database.run(
            """
            UPDATE resource SET place = \(end.place), path = \(end.new)
            WHERE community = \(work.community) AND path = \(end.old)
            """)
        try work.database.run(
            """
            UPDATE resource SET reach = \(end.new), reach_name = \(end.name)
            WHERE community = \(work.community) AND reach = \(end.old)
            """)
        try work.database.run(
            """
            UPDATE resource_use SET path = \(end.new)
            WHERE community = \(work.community) AND path = \(end.old)
            """)
        try work.database.run(
            """
            UPDATE circle SET path = \(end.new)
            WHERE community = \(work.community) AND path = \(end.old)
            """)
    }
}
