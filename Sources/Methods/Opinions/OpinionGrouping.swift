/// The points in k groups, by k-means.
///
/// Lloyd's rounds from fixed centres, the first k different points from left to right; a point as near to
/// two centres is the lower one's. The rounds end when no point changes its group, when the centres move by
/// no more than a ten-thousandth of the mean variance of the two coordinates (squares summed), or after
/// 300: the stopping rule of scikit-learn, whose results are the field's reference. Should a centre lose
/// all its points, it moves to the point farthest from its own.
/// *Source:* S. P. Lloyd, IEEE Transactions on Information Theory 28, 1982.
struct OpinionGrouping {
    /// The group of each point, from 0.
    private(set) var labels: [UInt8]
    private(set) var centres: [OpinionPoint]

    private static let rounds = 300
    private static let tolerance = 1e-4

    /// `points` holds at least `k` points.
    init(_ points: OpinionPoints, k: Int) {
        labels = [UInt8](repeating: 0, count: points.count)
        centres = Array(points.points.prefix(k))
        let limit = Self.tolerance * Self.meanVariance(of: points)
        var former = [UInt8](repeating: .max, count: points.count)
        for _ in 0..<Self.rounds {
            assign(points)
            let moved = moveCentres(points)
            if labels == former { return }
            if moved <= limit { break }
            swap(&former, &labels)
        }
        assign(points)
    }

    private static func meanVariance(of points: OpinionPoints) -> Double {
        let people = Double(points.people)
        var mean = OpinionPoint(x: 0, y: 0)
        for (point, weight) in zip(points.points, points.weights) {
            mean.x += weight * point.x / people
            mean.y += weight * point.y / people
        }
        var sum = 0.0
        for (point, weight) in zip(points.points, points.weights) {
            sum += weight * point.squaredDistance(to: mean)
        }
        return sum / people / 2
    }

    /// Gives each point to the nearest centre.
    private mutating func assign(_ points: OpinionPoints) {
        labels.withUnsafeMutableBufferPointer { labels in
            points.points.withUnsafeBufferPointer { points in
                centres.withUnsafeBufferPointer { centres in
                    for (place, point) in points.enumerated() {
                        var nearest = 0
                        var least = point.squaredDistance(to: centres[0])
                        for centre in 1..<centres.count {
                            let distance = point.squaredDistance(to: centres[centre])
                            if distance < least { (nearest, least) = (centre, distance) }
                        }
                        labels[place] = UInt8(nearest)
                    }
                }
            }
        }
    }

    /// Moves each centre to the mean of its people; answers by how much, squares summed.
    private mutating func moveCentres(_ points: OpinionPoints) -> Double {
        var sums = [OpinionPoint](repeating: OpinionPoint(x: 0, y: 0), count: centres.count)
        var weights = [Double](repeating: 0, count: centres.count)
        for place in 0..<points.count {
            let group = Int(labels[place])
            let weight = points.weights[place]
            sums[group].x += weight * points.points[place].x
            sums[group].y += weight * points.points[place].y
            weights[group] += weight
        }
        if weights.contains(0) { fill(&sums, &weights, from: points) }
        var moved = 0.0
        for group in centres.indices where weights[group] > 0 {
            let mean = OpinionPoint(x: sums[group].x / weights[group], y: sums[group].y / weights[group])
            moved += mean.squaredDistance(to: centres[group])
            centres[group] = mean
        }
        return moved
    }

    /// Gives each empty group one person of the points farthest from their centres.
    private func fill(_ sums: inout [OpinionPoint], _ weights: inout [Double], from points: OpinionPoints) {
        let distances = points.points.indices.map {
            points.points[$0].squaredDistance(to: centres[Int(labels[$0])])
        }
        var farthest = points.points.indices.sorted { (distances[$0], $1) > (distances[$1], $0) }[...]
        for empty in centres.indices where weights[empty] == 0 {
            // Who is alone in a group would only leave another one empty.
            farthest = farthest.drop { weights[Int(labels[$0])] < 2 }
            guard let place = farthest.popFirst() else { return }
            let group = Int(labels[place])
            sums[group].x -= points.points[place].x
            sums[group].y -= points.points[place].y
            weights[group] -= 1
            sums[empty] = points.points[place]
            weights[empty] = 1
        }
    }
}
