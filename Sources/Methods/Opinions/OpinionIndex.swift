/// The different numbers of a column in ascending order, and where each entry of the column stands among
/// them.
struct OpinionIndex {
    let ids: [Int]
    let positions: [Int32]

    /// The index of a column of at most `OpinionVotes.Limits.votes` numbers.
    init(of column: [Int]) {
        guard let least = column.min(), let most = column.max() else {
            ids = []
            positions = []
            return
        }
        // Numbers that lie close together are found in a table; others in a sorted list.
        let (span, overflow) = most.subtractingReportingOverflow(least)
        if !overflow && span < 4 * column.count + 65_536 {
            (ids, positions) = Self.byTable(column, least: least, span: span + 1)
        } else {
            (ids, positions) = Self.bySorting(column)
        }
    }

    private static func byTable(_ column: [Int], least: Int, span: Int) -> ([Int], [Int32]) {
        var table = [Int32](repeating: -1, count: span)
        for id in column { table[id - least] = 0 }
        var ids: [Int] = []
        for offset in 0..<span where table[offset] == 0 {
            table[offset] = Int32(ids.count)
            ids.append(least + offset)
        }
        return (ids, column.map { table[$0 - least] })
    }

    private static func bySorting(_ column: [Int]) -> ([Int], [Int32]) {
        var ids: [Int] = []
        for id in column.sorted() where ids.last != id { ids.append(id) }
        return (ids, column.map { Int32(place(of: $0, in: ids)) })
    }

    /// Where an id that is in the ascending list stands in it.
    private static func place(of id: Int, in ids: [Int]) -> Int {
        var low = 0
        var high = ids.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
