import Actions
import Storage
import Values

/// The kept figures as pages read them.
enum FigureStore {
    /// The figures of a few places of one community added up, by name.
    static func figures(
        at paths: [PlacePath], in community: Identifier, _ reading: any Reading
    ) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        try reading.each(
            "SELECT name, number FROM figure WHERE community = \(community) AND path IN \(list: paths)"
        ) { row in
            sums[row.text(0), default: 0] += row.integer(1)
        }
        return sums
    }
}
