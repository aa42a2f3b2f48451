/// The statements that set a group apart, by the choice of Polis.
///
/// First the one statement that the group agrees on best, then those whose agreement or disagreement is
/// significant both by itself and beside everybody else's, by weight; where there is neither, the one that
/// comes nearest. Equal ones keep the order of their numbers.
/// The best agreed is named with those who agree; Polis may name those who disagree, where these set the
/// group further apart, though the statement was chosen for the agreement.
struct OpinionRepresentatives {
    private struct Candidate {
        let place: Int
        let agree: OpinionStance
        let disagree: OpinionStance

        /// The side on which the group differs more from the others.
        var stance: OpinionStance {
            agree.representativenessTest > disagree.representativenessTest ? agree : disagree
        }
        var isSignificant: Bool { agree.isSignificant || disagree.isSignificant }
    }

    private let candidates: [Candidate]

    init(of group: Int, _ counts: OpinionCounts, among places: [Int]) {
        candidates = places.map { place in
            Candidate(
                place: place, agree: counts.stance(.agree, on: place, in: group),
                disagree: counts.stance(.disagree, on: place, in: group))
        }
    }

    /// At most so many, agreements first; `numbers` are the statements' by place.
    func first(_ count: Int, numbers: [Int]) -> [OpinionMap.Representative] {
        let best = bestAgreed
        var significant = candidates.filter { $0.isSignificant && $0.place != best?.place }
        // The sort must not disturb equal ones: their order of numbers decides.
        significant.sort {
            ($0.stance.weight, $1.place) > ($1.stance.weight, $0.place)
        }
        var chosen =
            best.map {
                [
                    OpinionMap.Representative(
                        statement: numbers[$0.place], stance: $0.agree, isBestAgreed: true)
                ]
            } ?? []
        if best == nil && significant.isEmpty, let nearest { significant = [nearest] }
        chosen += significant.map {
            OpinionMap.Representative(statement: numbers[$0.place], stance: $0.stance, isBestAgreed: false)
        }
        chosen = Array(chosen.prefix(max(0, count)))
        return chosen.filter { $0.stance.opinion == .agree } + chosen.filter { $0.stance.opinion != .agree }
    }

    /// The statement that the group agrees on best: most of its own once one is found that others agree on
    /// less, else the one most agreed on.
    private var bestAgreed: Candidate? {
        var best: Candidate?
        for candidate in candidates where candidate.agree.saying + candidate.disagree.saying > 0 {
            let stance = candidate.agree
            guard let leader = best?.agree else {
                if stance.probabilityTest > OpinionStance.significant
                    || (stance.representativeness > 1 && stance.probability > 0.5)
                {
                    best = candidate
                }
                continue
            }
            let beats =
                leader.representativeness > 1
                ? stance.weight > leader.weight
                : stance.probability * stance.probabilityTest > leader.probability * leader.probabilityTest
            if beats { best = candidate }
        }
        return best
    }

    /// The one on which the group differs most from the others.
    private var nearest: Candidate? {
        var best: Candidate?
        for candidate in candidates {
            let test = candidate.stance.representativenessTest
            if test > best?.stance.representativenessTest ?? -.infinity { best = candidate }
        }
        return best
    }
}
