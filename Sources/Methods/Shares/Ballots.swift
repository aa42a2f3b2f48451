/// Everybody's ballot, one after another in flat lists.
public struct Ballots: Sendable, Equatable {
    public let kind: BallotKind
    /// Where each ballot begins in `projects`; one more at the end.
    let starts: [Int32]
    /// Projects by their places in the poll's list, in the ballot's order.
    let projects: [Int32]
    /// Points of each choice, times `scale`; empty where the kind has none.
    let points: [Int64]
    /// How many parts a point has here: 1 where all points are whole.
    let scale: Int64

    /// How many ballots there are.
    public var count: Int { starts.count - 1 }
    /// Choices on all ballots together.
    public var choiceCount: Int { projects.count }

    /// A voter's ballot.
    public subscript(voter: Int) -> [Choice] {
        (Int(starts[voter])..<Int(starts[voter + 1])).map { place in
            let part =
                points.isEmpty ? Rational.one : Rational(Whole(Int(points[place])), over: Whole(Int(scale)))
            return Choice(Int(projects[place]), points: part ?? .one)
        }
    }

    /// Of ballots read, whose points are written as they stand with the few that are not whole beside them.
    init(
        kind: BallotKind, starts: [Int32], projects: [Int32], points: [Int64], finer: [FinePoints]
    ) throws(InputFault) {
        (self.kind, self.starts, self.projects) = (kind, starts, projects)
        guard !finer.isEmpty else {
            (self.points, scale) = (points, 1)
            return
        }
        var scale: Int64 = 1
        for fine in finer {
            scale = try Self.common(scale, fine.parts, line: fine.line)
        }
        var scaled = points.map { $0.multipliedReportingOverflow(by: scale).partialValue }
        for fine in finer { scaled[fine.place] = fine.points * (scale / fine.parts) }
        guard
            zip(points, scaled).allSatisfy({
                $0.magnitude <= PollLimits.points && $1.magnitude <= PollLimits.points
            })
        else { throw InputFault("points are beyond 10^9 of their finest part") }
        (self.points, self.scale) = (scaled, scale)
    }

    /// Points that are not whole: `points` over `parts`, at a place of the flat list.
    struct FinePoints {
        let place: Int
        let points: Int64
        let parts: Int64
        let line: Int?
    }

    private static func common(_ a: Int64, _ b: Int64, line: Int?) throws(InputFault) -> Int64 {
        // Both are a million at most before they are multiplied.
        let common = b > PollLimits.parts ? b : a / Int64(Whole.commonDivisor(a.magnitude, b.magnitude)) * b
        guard common <= PollLimits.parts else {
            throw InputFault("points are finer than a millionth together", line: line)
        }
        return common
    }

    /// Of ballots made by hand.
    init(kind: BallotKind, choices: [[Choice]], projects count: Int) throws(InputFault) {
        var starts: [Int32] = [0]
        var projects: [Int32] = []
        var points: [Int64] = []
        var finer: [FinePoints] = []
        var seen: [Int] = Array(repeating: -1, count: count)
        for (voter, ballot) in choices.enumerated() {
            for choice in ballot {
                guard seen.indices.contains(choice.project) else {
                    throw InputFault("ballot \(voter + 1) names a project that is not in the list")
                }
                if seen[choice.project] == voter {
                    throw InputFault("ballot \(voter + 1) names a project twice")
                }
                seen[choice.project] = voter
                projects.append(Int32(choice.project))
                if kind.hasPoints {
                    let (whole, fine) = try Self.part(choice.points, at: points.count, of: voter)
                    points.append(whole)
                    if let fine { finer.append(fine) }
                }
            }
            guard let end = Int32(exactly: projects.count) else { throw InputFault("too many choices") }
            starts.append(end)
        }
        try self.init(kind: kind, starts: starts, projects: projects, points: points, finer: finer)
    }

    private static func part(
        _ points: Rational, at place: Int, of voter: Int
    ) throws(InputFault) -> (Int64, FinePoints?) {
        let limit = Whole(Int128(PollLimits.points))
        guard let top = points.numerator.narrow, let bottom = points.denominator.narrow,
            Whole(top) <= limit, Whole(-top) <= limit, bottom <= Int128(PollLimits.parts)
        else { throw InputFault("ballot \(voter + 1) gives points beyond the limits") }
        if bottom == 1 { return (Int64(top), nil) }
        return (0, FinePoints(place: place, points: Int64(top), parts: Int64(bottom), line: nil))
    }
}
