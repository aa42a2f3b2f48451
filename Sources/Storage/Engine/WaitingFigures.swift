import Values

/// Differences of figures that wait to be written: summed, so that a row is touched once for a whole group.
///
/// They stand in the order in which they came, so that a change that is undone takes its own away, as its
/// savepoint does with rows: what is written is only counted off, and comes back with the mark.
package struct WaitingFigures {
    private var differences: [(figure: FigureKey, number: Int64)] = []
    private var written = 0

    /// A moment to go back to.
    package struct Mark {
        fileprivate let count: Int
        fileprivate let written: Int
    }

    package init() {}

    package var mark: Mark { Mark(count: differences.count, written: written) }
    package var isEmpty: Bool { written == differences.count }

    package mutating func add(_ number: Int64, to figure: FigureKey) { differences.append((figure, number)) }

    /// Forgets what came since, and takes for unwritten what was written since.
    package mutating func goBack(to mark: Mark) {
        differences.removeLast(differences.count - mark.count)
        written = mark.written
    }

    package mutating func removeAll() {
        differences.removeAll(keepingCapacity: true)
        written = 0
    }

    /// What is not written yet, summed, in the order of the table's key; it counts as written from now on.
    package mutating func take() -> [(figure: FigureKey, number: Int64)] {
        var sums: [FigureKey: Int64] = [:]
        sums.reserveCapacity(differences.count - written)
        for (figure, number) in differences[written...] { sums[figure, default: 0] += number }
        written = differences.count
        return sums.lazy.filter { $0.value != 0 }.map { ($0.key, $0.value) }
            .sorted { Self.stand($0.figure, before: $1.figure) }
    }

    private static func stand(_ a: FigureKey, before b: FigureKey) -> Bool {
        if a.community != b.community { return a.community < b.community }
        return a.path != b.path ? a.path < b.path : a.name < b.name
    }
}
