public import Actions
public import Storage
public import Values

/// Figures as they are kept by difference at every place of the tree.
public enum FigureStore {
    /// The named figures at some places of one community, by path and name; what is not there is 0.
    public static func figures(
        _ names: [String], at paths: [PlacePath], in community: Identifier, _ reading: any Reading
    ) throws -> [PlacePath: [String: Int64]] {
        var found: [PlacePath: [String: Int64]] = [:]
        try reading.each(
            """
            SELECT path, name, number FROM figure WHERE community = \(community)
            AND path IN \(list: paths) AND name IN \(list: names) ORDER BY path, name LIMIT 100000
            """
        ) { found[PlacePath(text: $0.text(0)), default: [:]][$0.text(1)] = $0.integer(2) }
        try ArrivedPeople.count(into: &found, names, at: paths, in: community, reading)
        return found
    }

    /// The named figures of every community at or below a path, summed; of the community itself for one.
    public static func sums(
        _ names: [String], below path: PlacePath, _ reading: any Reading
    ) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        // The nodes first, by themselves: carried over to the figures, their range would walk them all.
        try reading.each(
            """
            SELECT f.name, SUM(f.number) FROM (SELECT p.community, p.path FROM locality l
            JOIN place p ON p.community = l.community AND p.id = l.community
            WHERE p.path >= \(path) AND p.path < \(path.end) ORDER BY p.path LIMIT 4000) r
            CROSS JOIN figure f WHERE f.community = r.community AND f.path = r.path
            AND f.name IN \(list: names) GROUP BY f.name ORDER BY f.name LIMIT 1000
            """
        ) { sums[$0.text(0)] = $0.integer(1) }
        return sums
    }
}
