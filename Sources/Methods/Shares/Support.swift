/// Who supports what, made ready for the rules: projects in the order that settles ties, and voters whose
/// ballots are worth the same taken together.
///
/// Voters of one class pay the same for the same projects in every rule, so a class is one voter so many
/// times over; each voter of it still pays alone.
struct Support: Sendable {
    /// Everybody who voted, also those who support nothing.
    let voters: Int
    /// The poll's places of the projects, in order of their ids' bytes: the order that settles ties.
    let places: [Int]
    /// By project in that order: its cost in the poll's smallest parts.
    let costs: [Int64]
    /// By project: what a unit of worth on a ballot stands for. The cost, over a divisor common to all, where
    /// projects are worth their cost; otherwise 1.
    let weights: [Int64]
    /// By project: all that ballots hold for it, opposition taken off.
    let totals: [Int64]

    /// The class of each voter, -1 for one who supports nothing.
    let classes: [Int32]
    /// By class: how many voters.
    let counts: [Int64]
    /// By class: where its choices begin; one more at the end.
    let choiceStarts: [Int32]
    /// The projects of each class, ascending, and what they are worth to it; worths are left out where all
    /// are 1.
    let choices: [Int32]
    let worths: [Int64]

    /// By project: where its groups begin; one more at the end.
    let groupStarts: [Int32]
    /// Supporters of a project to whom it is worth the same: the worth, and the range of `supporters`.
    let groups: [Group]
    /// Classes by project and group.
    let supporters: [Int32]

    struct Group: Sendable {
        let worth: Int64
        let range: Range<Int>
        /// Voters of all the classes.
        let voters: Int64
    }

    /// What a choice of a class is worth to each of its voters.
    @inline(__always)
    func worth(at choice: Int) -> Int64 { worths.isEmpty ? 1 : worths[choice] }

    func choices(of group: Int) -> Range<Int> { Int(choiceStarts[group])..<Int(choiceStarts[group + 1]) }
    func groups(of project: Int) -> Range<Int> { Int(groupStarts[project])..<Int(groupStarts[project + 1]) }

    /// Voters who support a project.
    func supporterCount(_ project: Int) -> Int64 { groups(of: project).reduce(0) { $0 + groups[$1].voters } }

    init(_ poll: BudgetPoll, worth: ShareRule.Worth) {
        voters = poll.ballots.count
        places = ProjectIndex.order(poll.projects.map(\.id))
        costs = places.map { poll.money.costs[$0] }
        weights = Self.weights(costs, worth)
        var ranks = [Int32](repeating: 0, count: places.count)
        for (rank, place) in places.enumerated() { ranks[place] = Int32(rank) }
        var gathering = ClassGathering(projects: places.count, hasWorths: worth == .points || worth == .borda)
        gathering.gather(poll.ballots, ranks: ranks, worth: worth)
        (totals, classes, counts) = (gathering.totals, gathering.classes, gathering.counts)
        (choiceStarts, choices, worths) = (gathering.starts, gathering.choices, gathering.worths)
        (groupStarts, groups, supporters) = gathering.transposed()
    }

    private static func weights(_ costs: [Int64], _ worth: ShareRule.Worth) -> [Int64] {
        guard worth == .cost else { return Array(repeating: 1, count: costs.count) }
        let common = costs.reduce(UInt64(0)) { Whole.commonDivisor($0, $1.magnitude) }
        return costs.map { common == 0 ? 0 : $0 / Int64(common) }
    }
}
