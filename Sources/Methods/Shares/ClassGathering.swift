/// Takes voters together whose ballots are worth the same.
struct ClassGathering {
    private(set) var totals: [Int64]
    private(set) var classes: [Int32] = []
    private(set) var counts: [Int64] = []
    private(set) var starts: [Int32] = [0]
    private(set) var choices: [Int32] = []
    private(set) var worths: [Int64] = []

    private let hasWorths: Bool
    /// Classes by the hash of their choices, -1 where nothing stands.
    private var table: [Int32] = []
    /// The ballot in hand: its projects ascending, with their worths.
    private var ballot: [Int32] = []
    private var ballotWorths: [Int64] = []

    init(projects: Int, hasWorths: Bool) {
        totals = Array(repeating: 0, count: projects)
        self.hasWorths = hasWorths
    }

    mutating func gather(_ ballots: Ballots, ranks: [Int32], worth: ShareRule.Worth) {
        classes.reserveCapacity(ballots.count)
        table = Array(repeating: -1, count: 1024)
        for voter in 0..<ballots.count {
            let range = Int(ballots.starts[voter])..<Int(ballots.starts[voter + 1])
            take(ballots, range, ranks: ranks, worth: worth)
            classes.append(ballot.isEmpty ? -1 : Int32(truncatingIfNeeded: placed()))
        }
    }

    /// Takes a ballot in hand: what is worth something to the voter, ascending.
    @inline(__always)
    private mutating func take(
        _ ballots: Ballots, _ range: Range<Int>, ranks: [Int32], worth: ShareRule.Worth
    ) {
        ballot.removeAll(keepingCapacity: true)
        ballotWorths.removeAll(keepingCapacity: true)
        for place in range {
            let project = ranks[Int(ballots.projects[place])]
            let value: Int64 =
                switch worth {
                case .cost, .card: 1
                case .points: ballots.points[place]
                case .borda: Int64(range.upperBound - place - 1)
                }
            totals[Int(project)] += value
            if value <= 0 { continue }
            ballot.append(project)
            if hasWorths { ballotWorths.append(value) }
        }
        if ballot.count > 32 { sortLong() } else { sortShort() }
    }

    /// By insertion, which is the fastest for the few projects that most ballots name.
    @inline(__always)
    private mutating func sortShort() {
        for end in ballot.indices {
            var at = end
            while at > 0, ballot[at - 1] > ballot[at] {
                ballot.swapAt(at - 1, at)
                if hasWorths { ballotWorths.swapAt(at - 1, at) }
                at -= 1
            }
        }
    }

    private mutating func sortLong() {
        let order = ballot.indices.sorted { ballot[$0] < ballot[$1] }
        if hasWorths { ballotWorths = order.map { ballotWorths[$0] } }
        ballot = order.map { ballot[$0] }
    }

    /// The class of the ballot in hand, a new one where it is the first of its like; the voter is counted.
    private mutating func placed() -> Int {
        if counts.count * 2 >= table.count { grow() }
        var slot = hash(ballot[...], ballotWorths[...]) & (table.count - 1)
        while table[slot] >= 0 {
            let known = Int(table[slot])
            if isAlike(known) {
                counts[known] += 1
                return known
            }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = Int32(truncatingIfNeeded: counts.count)
        counts.append(1)
        choices.append(contentsOf: ballot)
        worths.append(contentsOf: ballotWorths)
        starts.append(Int32(truncatingIfNeeded: choices.count))
        return counts.count - 1
    }

    private func isAlike(_ known: Int) -> Bool {
        let range = Int(starts[known])..<Int(starts[known + 1])
        guard range.count == ballot.count else { return false }
        for (offset, place) in range.enumerated() {
            if choices[place] != ballot[offset] { return false }
            if hasWorths, worths[place] != ballotWorths[offset] { return false }
        }
        return true
    }

    /// The library's keyed hash: nobody can choose ballots that collide. No result depends on it.
    private func hash(_ projects: ArraySlice<Int32>, _ values: ArraySlice<Int64>) -> Int {
        var hasher = Hasher()
        projects.withUnsafeBytes { hasher.combine(bytes: $0) }
        if hasWorths { values.withUnsafeBytes { hasher.combine(bytes: $0) } }
        return hasher.finalize() & Int.max
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 2)
        for known in counts.indices {
            let range = Int(starts[known])..<Int(starts[known + 1])
            let values = hasWorths ? worths[range] : []
            var slot = hash(choices[range], values) & (table.count - 1)
            while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = Int32(truncatingIfNeeded: known)
        }
    }

    /// The classes by project, those to whom it is worth the same side by side, the highest worth first.
    func transposed() -> (starts: [Int32], groups: [Support.Group], supporters: [Int32]) {
        var ends = [Int](repeating: 0, count: totals.count + 1)
        for project in choices { ends[Int(project) + 1] += 1 }
        for project in totals.indices { ends[project + 1] += ends[project] }
        var next = ends
        var supporters = [Int32](repeating: 0, count: choices.count)
        var values = [Int64](repeating: 1, count: hasWorths ? choices.count : 0)
        for known in counts.indices {
            for place in Int(starts[known])..<Int(starts[known + 1]) {
                let slot = next[Int(choices[place])]
                next[Int(choices[place])] += 1
                supporters[slot] = Int32(truncatingIfNeeded: known)
                if hasWorths { values[slot] = worths[place] }
            }
        }
        var groupStarts: [Int32] = [0]
        var groups: [Support.Group] = []
        for project in totals.indices {
            let range = ends[project]..<ends[project + 1]
            if hasWorths { sort(&supporters, &values, range) }
            append(&groups, supporters, values, range)
            groupStarts.append(Int32(truncatingIfNeeded: groups.count))
        }
        return (groupStarts, groups, supporters)
    }

    private func sort(_ supporters: inout [Int32], _ values: inout [Int64], _ range: Range<Int>) {
        let sorted = range.map { (values[$0], supporters[$0]) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
        for (offset, place) in range.enumerated() { (values[place], supporters[place]) = sorted[offset] }
    }

    private func append(
        _ groups: inout [Support.Group], _ supporters: [Int32], _ values: [Int64], _ range: Range<Int>
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            let value = hasWorths ? values[start] : 1
            var (end, voters) = (start, Int64(0))
            while end < range.upperBound, !hasWorths || values[end] == value {
                voters += counts[Int(supporters[end])]
                end += 1
            }
            groups.append(Support.Group(worth: value, range: start..<end, voters: voters))
            start = end
        }
    }
}
