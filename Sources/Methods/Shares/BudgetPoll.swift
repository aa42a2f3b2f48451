/// A vote on projects under a budget: what may be spent, what could be done, and everybody's ballot.
///
/// Money is in whatever unit the poll is held in, exactly, up to 4·10^18 of its finest part. Projects and
/// voters keep the order they were given in; no rule depends on it. Source of the model and of its file
/// format: Faliszewski et al., Participatory Budgeting: Data, Tools, and Analysis (IJCAI 2023), the Pabulib
/// format.
public struct BudgetPoll: Sendable {
    /// What may be spent; not below zero.
    public let budget: Rational
    public let projects: [PollProject]
    public let ballots: Ballots
    /// The head of the file, in its order; of the keys that the poll itself answers, the poll is right.
    public let remarks: [Remark]
    /// The columns of `PollProject.fields`.
    public let projectColumns: [String]
    /// What else is known of each voter.
    public let voters: VoterRows
    /// The money of the poll in whole parts.
    let money: PollMoney

    /// A key of the file's head and what it says.
    public struct Remark: Hashable, Sendable {
        public let key: String
        public let value: String

        public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
    }

    init(
        budget: Rational, projects: [PollProject], ballots: Ballots,
        rest: (remarks: [Remark], projectColumns: [String], voters: VoterRows)
    ) throws(InputFault) {
        money = try PollMoney(budget: budget, costs: projects.map(\.cost))
        (self.budget, self.projects, self.ballots) = (budget, projects, ballots)
        (remarks, projectColumns, voters) = rest
    }

    /// A poll made by hand: its ballots name projects by their places in the list.
    ///
    /// Refuses what the reader of files refuses: a project or a voter's choice named twice, amounts below
    /// zero or beyond the limits.
    public init(
        budget: Rational, projects: [PollProject], kind: BallotKind, ballots: [[Choice]]
    ) throws(InputFault) {
        let limits = PollLimits()
        guard projects.count <= limits.projects else {
            throw InputFault("more than \(limits.projects) projects")
        }
        guard ballots.count <= limits.voters else { throw InputFault("more than \(limits.voters) ballots") }
        var names: Set<[UInt8]> = []
        for project in projects {
            if let fault = PollLimits.fault(ofID: project.id) { throw InputFault(fault) }
            if !names.insert(Array(project.id.utf8)).inserted {
                throw InputFault("project \(shown(project.id)) stands twice")
            }
            guard project.fields.isEmpty else { throw InputFault("fields of a project need their columns") }
        }
        try self.init(
            budget: budget, projects: projects,
            ballots: Ballots(kind: kind, choices: ballots, projects: projects.count),
            rest: ([], [], VoterRows(count: ballots.count)))
    }
}

/// Something that could be done, and what it costs.
public struct PollProject: Hashable, Sendable {
    /// Its name in ballots; ties are settled by it, compared by its UTF-8 bytes.
    public let id: String
    /// In the poll's unit of money; not below zero.
    public let cost: Rational
    /// What else the file says of it, by `BudgetPoll.projectColumns`.
    public let fields: [String]

    public init(id: String, cost: Rational, fields: [String] = []) {
        (self.id, self.cost, self.fields) = (id, cost, fields)
    }
}

/// How people vote.
public enum BallotKind: String, Sendable, CaseIterable {
    /// Any projects, all alike. `choose-1` is the same with one.
    case approval
    /// A sum of points divided among projects.
    case cumulative
    /// Points for each project, without a sum to divide.
    case scoring
    /// Projects in order, the best first.
    case ordinal

    /// Whether a choice carries points.
    public var hasPoints: Bool { self == .cumulative || self == .scoring }
}

/// A project on a ballot, by its place in the poll's list; with points where the kind has them.
public struct Choice: Hashable, Sendable {
    public let project: Int
    public let points: Rational

    public init(_ project: Int, points: Rational = .one) { (self.project, self.points) = (project, points) }
}

/// A few characters of a text from outside, fit to be shown in a fault.
func shown(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars
    let kept = scalars.prefix(24).filter { $0.value >= 0x20 && $0.value != 0x7f }
    var short = "“"
    short.unicodeScalars.append(contentsOf: kept)
    return short + (scalars.count > 24 ? "…”" : "”")
}
