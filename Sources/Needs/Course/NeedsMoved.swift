public import Actions
import People
import Storage
import Values

/// What it means for needs that a place has another path: they, the rules of owners and the offers go along.
///
/// The figures were carried by whoever moved the place.
public enum NeedsMoved {
    public static func carry(from old: PlacePath, to new: PlacePath, in work: Work) throws {
        let rest = old.text.utf8.count + 1
        var isRenamed = false
        let line = try PlaceStore.line(to: new, work.database).filter { $0.community == work.community }
        // What stands below a grid takes the name of the grid it came to; an area brings its own grids along.
        if let moved = line.last, moved.kind > .grid, let name = line.last(where: { $0.kind <= .grid })?.name
        {
            isRenamed = true
            try work.database.run(
                """
                UPDATE need SET grid_name = \(name)
                WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
                """)
            try work.database.run(
                """
                UPDATE offer SET grid_name = \(name)
                WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
                """)
        }
        try work.database.run(
            """
            UPDATE need SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
        try work.database.run(
            """
            UPDATE owner_rule SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
        try work.database.run(
            """
            UPDATE offer SET path = \(new) || \(SQL.rest(of: "path", from: rest))
            WHERE community = \(work.community) AND path >= \(old) AND path < \(old.end)
            """)
        if isRenamed { try NeedStore.index(below: new, in: work) }
        // Whose role reached the old path may not reach the new one.
        try NeedOwners.handOver(below: new, in: work)
    }
}
