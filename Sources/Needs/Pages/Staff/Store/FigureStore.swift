import Actions
import Storage
import Values

/// The kept figures as pages read them.
enum FigureStore {
    /// The named figures of a few places of one community added up; what is not there is left out.
    static func figures(
        _ names: [String], at paths: [PlacePath], in community: Identifier, _ reading: any Reading
    ) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        try reading.each(
            """
            SELECT name, number FROM figure WHERE community = \(community) AND path IN \(list: paths)
            AND name IN \(list: names)
            """
        ) { row in
            sums[row.text(0), default: 0] += row.integer(1)
        }
        return sums
    }
}
