/// Where the participants of a conversation stand to each other, which groups they form, and what each
/// group stands for.
///
/// *Method:* that of Polis. Votes are +1, 0 and −1, a participant's latest on a statement stands; a
/// statement moderated out counts as 0 for everybody; a missing vote counts as its column's mean. The first
/// two principal components span the map; a participant's point is scaled by √(statements / votes cast),
/// those moderated out counted as cast. Participants with at least `Rules.votes` votes are grouped by
/// k-means for k from 2 to 5, and the k of the highest mean silhouette is taken, the least of several.
/// Groups are numbered by their centres' start, from left to right.
/// *Limits:* `OpinionVotes.Limits`; no groups are drawn for fewer than `Rules.participants`. Nothing is
/// random: the same votes give the same map, whatever their order. Time grows with the votes, and with the
/// square of the different points.
/// *Ties:* a component's sign makes its largest entry positive; a statement without variance has entries of
/// 0.
/// *Source:* C. Small et al., Polis: Scaling Deliberation by Mapping High Dimensional Opinion Spaces,
/// Recerca 26(2), 2021; of the details that it leaves open, red-dwarf (polis-community) is the reference.
public struct OpinionMap: Sendable {
    /// From when on people are grouped, and into how many groups.
    public struct Rules: Hashable, Sendable {
        /// Who has cast at least so many votes is grouped.
        public var votes = 7
        /// So many must be there to be grouped: Polis shows no groups to fewer either.
        public var participants = 7
        /// The numbers of groups that are tried; both ends are brought within 2 to 9.
        public var groups = 2...5
        /// At most so many representative statements are named for a group.
        public var representative = 5
        /// So many different points at most are compared with each other for the silhouettes; of more, an
        /// even part. Time grows with the square of it: two seconds at this number.
        public var compared = 65_536

        public init() {}
    }

    /// Somebody who voted.
    public struct Participant: Hashable, Sendable {
        public let id: Int
        /// The point's place along the first component and the second.
        public let x: Double
        public let y: Double
        /// The group's number; nil for who is not grouped.
        public let group: Int?
        /// How many statements the participant voted on, those moderated out included.
        public let votes: Int
    }

    /// A statement that was voted on.
    public struct Statement: Hashable, Sendable {
        public let id: Int
        /// The mean of its votes; 0 where it was moderated out.
        public let mean: Double
        /// Its weight in the first and the second component.
        public let component1: Double
        public let component2: Double
        /// The product over the groups of (agreeing + 1) / (seen + 2); nil without groups.
        public let consensus: Double?
        /// The same of those who disagree.
        public let consensusAgainst: Double?
        public let isModerated: Bool
    }

    /// A group of participants who voted alike.
    public struct Group: Hashable, Sendable {
        public let id: Int
        public let size: Int
        /// What it stands for: agreements, then disagreements, each by weight.
        public let representative: [Representative]
    }

    /// A statement that sets a group apart.
    public struct Representative: Hashable, Sendable {
        /// The statement's number.
        public let statement: Int
        public let stance: OpinionStance
        /// Whether it is the one that the group agrees on best.
        public let isBestAgreed: Bool
    }

    /// Why there are no groups.
    public enum NoGroups: Hashable, Sendable, CustomStringConvertible {
        case tooFew(found: Int, needed: Int, votes: Int)
        case tooAlike(points: Int, needed: Int)

        public var description: String {
            switch self {
            case .tooFew(let found, let needed, let votes):
                "too few to draw groups: \(found) with at least \(votes) votes, \(needed) are needed"
            case .tooAlike(let points, let needed):
                "too alike to draw groups: \(points) different points, \(needed) are needed"
            }
        }
    }

    /// Everybody who voted, by number.
    public let participants: [Participant]
    /// Every statement that was voted on, by number.
    public let statements: [Statement]
    public let groups: [Group]
    /// Why there are none; nil where there are.
    public let noGroups: NoGroups?
    /// The mean silhouette of those grouped, from −1 to 1; nil without groups.
    public let silhouette: Double?
    /// The mean silhouette for each number of groups that was tried.
    public let silhouettes: [Int: Double]
    /// The share of all variance that each component explains.
    public let explained: [Double]

    /// The map of a conversation; numbers of `moderated` that nobody voted on mean nothing.
    public init(of votes: OpinionVotes, moderated: Set<Int> = [], rules: Rules = Rules()) {
        let plane = OpinionPlane(votes, moderated: moderated)
        let eligible = votes.participants.indices.filter { votes.cast(by: $0) >= rules.votes }
        let found = OpinionGroups(eligible.map { plane.points[$0] }, rules)
        var groupOf = [Int](repeating: -1, count: votes.participants.count)
        for (person, group) in zip(eligible, found.labels) { groupOf[person] = group }
        let counts = OpinionCounts(votes, groupOf: groupOf, groups: found.sizes.count)
        participants = votes.participants.indices.map { row in
            Participant(
                id: votes.participants[row], x: plane.points[row].x, y: plane.points[row].y,
                group: groupOf[row] < 0 ? nil : groupOf[row], votes: votes.cast(by: row))
        }
        statements = plane.statements(votes, moderated: moderated, found.sizes.isEmpty ? nil : counts)
        let candidates = votes.statements.indices.filter { !moderated.contains(votes.statements[$0]) }
        groups = found.sizes.indices.map { group in
            let picked = OpinionRepresentatives(of: group, counts, among: candidates)
            return Group(
                id: group, size: found.sizes[group],
                representative: picked.first(rules.representative, numbers: votes.statements))
        }
        (noGroups, silhouette, silhouettes) = (found.reason, found.silhouette, found.silhouettes)
        explained = plane.explained
    }
}

extension OpinionVotes {
    /// How many statements the participant of a row voted on.
    func cast(by row: Int) -> Int { starts[row + 1] - starts[row] }
}

/// The plane of the first two components, and everybody's point in it.
struct OpinionPlane {
    let points: [OpinionPoint]
    let explained: [Double]
    private let means: [Double]
    private let components: [[Double]]

    init(_ votes: OpinionVotes, moderated: Set<Int>) {
        let kept = votes.statements.indices.filter { !moderated.contains(votes.statements[$0]) }
        let rows = OpinionRows(votes, kept: kept)
        let moments = OpinionMoments(rows)
        let axes = OpinionAxes.leading(2, of: moments)
        let scores = axes.map { moments.scores(on: $0.direction) }
        let statements = votes.statements.count
        points = votes.participants.indices.map { row in
            let cast = rows.starts[row + 1] - rows.starts[row] + statements - kept.count
            let scale = (Double(statements) / Double(max(1, cast))).squareRoot()
            return OpinionPoint(x: scores[0][row] * scale, y: scores[1][row] * scale)
        }
        explained = axes.map { moments.total > 0 ? min(1, $0.value / moments.total) : 0 }
        func spread(_ values: [Double]) -> [Double] {
            var all = [Double](repeating: 0, count: statements)
            for (value, place) in zip(values, kept) { all[place] = value }
            return all
        }
        means = spread(rows.means)
        components = axes.map { spread($0.direction) }
    }

    func statements(
        _ votes: OpinionVotes, moderated: Set<Int>, _ counts: OpinionCounts?
    ) -> [OpinionMap.Statement] {
        votes.statements.indices.map { place in
            OpinionMap.Statement(
                id: votes.statements[place], mean: means[place], component1: components[0][place],
                component2: components[1][place], consensus: counts?.consensus(.agree, on: place),
                consensusAgainst: counts?.consensus(.disagree, on: place),
                isModerated: moderated.contains(votes.statements[place]))
        }
    }
}
