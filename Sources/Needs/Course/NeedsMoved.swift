public import Actions
public import People
import Storage
import Values

/// What it means for needs that places have other paths: they, the rules of owners and the offers go along.
///
/// The figures were carried by whoever moved the places.
public enum NeedsMoved {
    public static func carry(from old: PlacePath, to new: PlacePath, in work: Work) throws {
        try carry([(old, new)], in: work)
        try NeedOwners.handOver(below: [new], in: work)
    }

    /// The same for places that are moved one after another, in their order: owners are looked at when all
    /// stand where they belong (``settle``), for in between a role may seem not to reach.
    public static func carry(_ moves: [(old: PlacePath, new: PlacePath)], in work: Work) throws {
        for move in moves { try carryPaths(from: move.old, to: move.new, in: work) }
        for move in moves { try rename(below: move.new, in: work) }
    }

    /// Everything stands where it belongs: what was right in places that ended goes on in others, and whoever
    /// may not own a need where it stands now hands it over.
    public static func settle(
        _ absorbed: [PlaceAbsorbed], below grids: [PlacePath], in work: Work
    ) throws {
        for end in absorbed { try absorb(end, in: work) }
        try NeedOwners.handOver(below: grids + absorbed.map(\.new), in: work)
    }

    /// What was said of a whole grid or area goes on as said of the one that took most of its homes; so do
    /// the rules of who owns it, where that one has none of its own.
    private static func absorb(_ end: PlaceAbsorbed, in work: Work) throws {
        try work.database.run(
            """
            UPDATE need SET place = \(end.place), path = \(end.new), grid_name = \(end.name)
            WHERE community = \(work.community) AND path = \(end.old)
            """)
        try work.database.run(
            """
            UPDATE offer SET place = \(end.place), path = \(end.new), grid_name = \(end.name)
            WHERE community = \(work.community) AND path = \(end.old)
            """)
        try work.database.run(
            """
            UPDATE owner_rule SET path = \(end.new) WHERE community = \(work.community)
            AND path = \(end.old) AND class NOT IN
            (SELECT class FROM owner_rule WHERE community = \(work.community) AND path = \(end.new))
            """)
        try work.database.run(
            "DELETE FROM owner_rule WHERE community = \(work.community) AND path = \(end.old)")
        try NeedStore.index(at: end.new, in: work)
    }

    private static func carryPaths(from old: PlacePath, to new: PlacePath, in work: Work) throws {
        let rest = old.text.utf8.count + 1
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
    }

    /// What stands below a grid takes the name of the grid it came to; an area brings its own grids along.
    private static func rename(below new: PlacePath, in work: Work) throws {
        let line = try PlaceStore.line(to: new, work.database).filter { $0.community == work.community }
        guard let moved = line.last, moved.kind > .grid,
            let name = line.last(where: { $0.kind <= .grid })?.name
        else { return }
        try work.database.run(
            """
            UPDATE need SET grid_name = \(name)
            WHERE community = \(work.community) AND path >= \(new) AND path < \(new.end)
            """)
        try work.database.run(
            """
            UPDATE offer SET grid_name = \(name)
            WHERE community = \(work.community) AND path >= \(new) AND path < \(new.end)
            """)
        try NeedStore.index(below: new, in: work)
    }
}
