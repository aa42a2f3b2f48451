public import Actions
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
}
