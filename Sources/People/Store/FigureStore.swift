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
        return found
    }

    /// The named figures of every community at or below a path, summed; of the community itself for one.
    public static func sums(
        _ names: [String], below path: PlacePath, _ reading: any Reading
    ) throws -> [String: Int64] {
        let roots = try LocalityStore.below(path, reading, limit: 2000).map(\.path)
        var sums: [String: Int64] = [:]
        try reading.each(
            """
            SELECT name, SUM(number) FROM figure WHERE name IN \(list: names) AND path IN \(list: roots)
            GROUP BY name ORDER BY name LIMIT 1000
            """
        ) { sums[$0.text(0)] = $0.integer(1) }
        return sums
    }
}
