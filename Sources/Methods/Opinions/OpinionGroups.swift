/// The groups of the highest mean silhouette, or why there are none.
struct OpinionGroups {
    /// Each person's group, in the order given; empty without groups.
    private(set) var labels: [Int] = []
    private(set) var sizes: [Int] = []
    private(set) var silhouette: Double?
    private(set) var silhouettes: [Int: Double] = [:]
    private(set) var reason: OpinionMap.NoGroups?

    init(_ people: [OpinionPoint], _ rules: OpinionMap.Rules) {
        guard people.count >= max(3, rules.participants) else {
            reason = .tooFew(found: people.count, needed: max(3, rules.participants), votes: rules.votes)
            return
        }
        let points = OpinionPoints(people)
        let least = min(max(rules.groups.lowerBound, 2), 9)
        // A silhouette needs somebody who is not alone in a group.
        let most = min(max(rules.groups.upperBound, 2), 9, points.count, people.count - 1)
        guard least <= most else {
            reason = .tooAlike(points: points.count, needed: least)
            return
        }
        let numbers = least...most
        let groupings = numbers.map { OpinionGrouping(points, k: $0) }
        let means = OpinionSilhouettes.means(of: groupings, points, compared: rules.compared)
        silhouettes = Dictionary(zip(numbers, means)) { first, _ in first }
        var best = 0
        for index in means.indices where means[index] > means[best] { best = index }
        silhouette = means[best]
        number(points.places.map { Int(groupings[best].labels[$0]) })
    }

    /// Numbers the groups in their order; one that lost all its people in the last round is none.
    private mutating func number(_ found: [Int]) {
        let numbers = Array(Set(found)).sorted()
        labels = found.map { numbers.firstIndex(of: $0) ?? 0 }
        sizes = [Int](repeating: 0, count: numbers.count)
        for group in labels { sizes[group] += 1 }
    }
}
