import Foundation
import Methods
import Values

/// The opinion map once more, by the plainest means: whole matrices, all pairs, no cleverness.
struct OpinionModel {
    let participants: [Int]
    let statements: [Int]
    /// A row for each participant; nil where nothing was said.
    let votes: [[Int?]]
    let means: [Double]
    /// Eigenvalues of the scatter matrix, largest first, and their vectors.
    let values: [Double]
    let vectors: [[Double]]
    let points: [(x: Double, y: Double)]

    init(_ given: [OpinionVote], moderated: Set<Int> = []) {
        let participants = Set(given.map(\.participant)).sorted()
        let statements = Set(given.map(\.statement)).sorted()
        var table = [[Int?]](
            repeating: [Int?](repeating: nil, count: statements.count), count: participants.count)
        for vote in given {
            guard let row = participants.firstIndex(of: vote.participant),
                let column = statements.firstIndex(of: vote.statement)
            else { continue }
            table[row][column] = Int(vote.opinion.rawValue)
        }
        let zeroed = table.map { row in
            row.indices.map { moderated.contains(statements[$0]) ? 0 : row[$0] }
        }
        let means = statements.indices.map { column -> Double in
            let seen = zeroed.compactMap { $0[column] }
            return Double(seen.reduce(0, +)) / Double(seen.count)
        }
        let centred = zeroed.map { row in row.indices.map { row[$0].map { Double($0) } ?? means[$0] } }
            .map { row in row.indices.map { row[$0] - means[$0] } }
        let scatter = statements.indices.map { one in
            statements.indices.map { other in centred.reduce(0) { $0 + $1[one] * $1[other] } }
        }
        let (values, vectors) = Self.eigen(scatter)
        self.participants = participants
        self.statements = statements
        self.votes = table
        self.means = means
        self.values = values
        self.vectors = vectors
        points = participants.indices.map { row in
            let cast = zeroed[row].compactMap { $0 }.count
            let scale = (Double(statements.count) / Double(cast)).squareRoot()
            func score(_ vector: [Double]) -> Double {
                scale * statements.indices.reduce(0) { $0 + centred[row][$1] * vector[$1] }
            }
            return (score(vectors[0]), vectors.count > 1 ? score(vectors[1]) : 0)
        }
    }

    /// Whether the first two vectors stand clearly apart from each other and from the rest.
    var isDetermined: Bool {
        let next = values.count > 2 ? values[2] : 0
        return values.count > 1 && values[0] - values[1] > 1e-3 * values[0]
            && values[1] - next > 1e-3 * values[0]
    }

    /// Jacobi's rotations until nothing is left beside the diagonal; each vector's largest entry is
    /// positive.
    static func eigen(_ matrix: [[Double]]) -> ([Double], [[Double]]) {
        var a = matrix
        let size = a.count
        var v = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
        for _ in 0..<60 {
            for p in 0..<size {
                for q in (p + 1)..<max(p + 1, size) where abs(a[p][q]) > 1e-300 {
                    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    for k in 0..<size {
                        (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
                    }
                    for k in 0..<size {
                        (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
                    }
                    for k in 0..<size {
                        (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q])
                    }
                }
            }
        }
        let order = (0..<size).sorted { a[$0][$0] > a[$1][$1] }
        let vectors = order.map { column -> [Double] in
            let vector = v.map { $0[column] }
            let largest = vector.map { abs($0) }.max() ?? 0
            let first = vector.first { abs($0) >= largest * (1 - 1e-9) } ?? 0
            return first < 0 ? vector.map { -$0 } : vector
        }
        return (order.map { a[$0][$0] }, vectors)
    }

    /// Lloyd's rounds over people, with scikit-learn's stopping rule; and whether a centre lost all its
    /// people.
    static func group(_ people: [(x: Double, y: Double)], k: Int) -> (labels: [Int], refilled: Bool) {
        var centres: [(x: Double, y: Double)] = []
        for point in people.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) where centres.count < k {
            if centres.last.map({ $0 != point }) ?? true { centres.append(point) }
        }
        func nearest() -> [Int] {
            people.map { person in
                centres.indices.min { square(person, centres[$0]) < square(person, centres[$1]) } ?? 0
            }
        }
        let count = Double(people.count)
        let mean = (x: people.map(\.x).reduce(0, +) / count, y: people.map(\.y).reduce(0, +) / count)
        let limit = 1e-4 * people.map { square($0, mean) }.reduce(0, +) / count / 2
        var former: [Int] = []
        var refilled = false
        for _ in 0..<300 {
            let labels = nearest()
            var owners = labels
            for empty in centres.indices where !owners.contains(empty) {
                let shared = people.indices.filter { person in owners.count { $0 == owners[person] } > 1 }
                let farthest = shared.max {
                    square(people[$0], centres[labels[$0]]) < square(people[$1], centres[labels[$1]])
                }
                if let farthest { owners[farthest] = empty }
                refilled = true
            }
            var moved = 0.0
            for group in centres.indices {
                let own = people.indices.filter { owners[$0] == group }.map { people[$0] }
                let size = Double(own.count)
                let next = (x: own.map(\.x).reduce(0, +) / size, y: own.map(\.y).reduce(0, +) / size)
                moved += square(next, centres[group])
                centres[group] = next
            }
            if labels == former { return (labels, refilled) }
            if moved <= limit { break }
            former = labels
        }
        return (nearest(), refilled)
    }

    static func silhouette(_ people: [(x: Double, y: Double)], _ labels: [Int]) -> Double {
        let groups = Set(labels)
        let each = people.indices.map { person -> Double in
            func mean(_ group: Int) -> Double {
                let others = people.indices.filter { labels[$0] == group && $0 != person }
                let sum = others.reduce(0) { $0 + square(people[person], people[$1]).squareRoot() }
                return sum / Double(others.count)
            }
            guard labels.filter({ $0 == labels[person] }).count > 1 else { return 0 }
            let own = mean(labels[person])
            let other = groups.filter { $0 != labels[person] }.map(mean).min() ?? 0
            return (other - own) / max(own, other)
        }
        return each.reduce(0, +) / Double(people.count)
    }

    static func square(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
        (one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)
    }

    /// A conversation of a few camps, each of which leans to answers of its own; in no order.
    static func conversation(
        people: Int, statements: Int, camps: Int = 3, seen: Int = 80, seed: UInt64
    ) -> [OpinionVote] {
        var dice = Dice(seed: seed)
        let answers: [Opinion] = [.disagree, .pass, .agree, .agree]
        let leanings = (0..<camps).map { _ in (0..<statements).map { _ in dice.pick(answers) ?? .pass } }
        var votes: [OpinionVote] = []
        for person in 0..<people {
            let camp = dice.below(camps)
            for statement in 0..<statements where dice.chance(seen) {
                let opinion = dice.chance(70) ? leanings[camp][statement] : dice.pick(answers) ?? .pass
                votes.append(
                    OpinionVote(participant: 3 * person + 1, statement: 2 * statement, opinion: opinion))
            }
        }
        return dice.shuffled(votes)
    }
}
