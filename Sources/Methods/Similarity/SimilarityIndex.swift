import Values

/// Short texts by what they share, in memory: finds for a text the ones that may say the same.
///
/// A text is the set of its Han characters, pairs of neighbouring ones and words, each weighing the more the
/// rarer it is; the score of two texts is the cosine of their angle, from 0 to 1. What is found is exact: the
/// candidates are the best of all texts, whatever was skipped on the way to them.
///
/// Promises candidates for a person to look at, never a finding to merge on (see `SimilarityCandidate`).
///
/// - Insertion and removal take effect at once, in about the time of reading the text. What a feature weighs
///   is as of the last `refresh()`, which happens by itself after 64 changes, or one for each 256 texts if
///   that is more: some milliseconds at 10,000 texts. After it the index answers as one built anew.
/// - Limits: 4,096 scalars of a text, 2³¹ texts. Memory: about 0.4 kB for a text of 40 characters.
/// - Ties: of equal scores the text inserted first comes first.
/// - Source: vector space and inverse document frequency (Salton; Spärck Jones 1972); characters and their
///   pairs for Chinese (Nie and Ren 1999); early termination by MaxScore (Turtle and Flood 1995), in windows.
public struct SimilarityIndex: Sendable {
    /// Below it nothing is offered to someone who is typing.
    ///
    /// Of texts that have nothing to do with one another one in a thousand reaches it; of the Chinese pairs
    /// of PAWS-X that mean the same 97 in 100 (and 95 of those that only look so); of two residents' ways to
    /// put the same trouble, in words of their own, about one in four.
    public static let offered = 0.3

    private(set) var table = FeatureTable()
    private(set) var postings = Postings()
    /// Texts inserted since the last refresh; every query looks at each of them.
    private(set) var waiting = WaitingTexts()
    /// The numbers the texts were given, by position: the refreshed ones, then the waiting ones.
    private var numbers: [Int] = []
    private var isGone: [Bool] = []
    /// Positions by number, from the first change on.
    private var positions: [Int: Int]?
    private var changes = 0

    public init() {}

    /// An index of texts numbered from 0.
    public init(_ texts: [String]) {
        var reading = TextReading()
        for text in texts { waiting.append(reading.features(of: text), &table, postings) }
        numbers = Array(texts.indices)
        isGone = Array(repeating: false, count: texts.count)
        refresh()
    }

    /// The texts it holds.
    public var count: Int { numbers.count - goneCount }
    private var goneCount = 0

    /// Inserts a text as the newest; one that had the number is replaced.
    public mutating func insert(_ text: String, number: Int) {
        remove(number)
        var reading = TextReading()
        waiting.append(reading.features(of: text), &table, postings)
        positions?[number] = numbers.count
        numbers.append(number)
        isGone.append(false)
        countChange()
    }

    /// Takes a text out; false where none has the number.
    @discardableResult
    public mutating func remove(_ number: Int) -> Bool {
        if positions == nil { positions = currentPositions }
        guard let position = positions?.removeValue(forKey: number) else { return false }
        isGone[position] = true
        goneCount += 1
        let refreshed = postings.norms.count
        if position < refreshed { postings.bury(position) } else { waiting.bury(position - refreshed) }
        countChange()
        return true
    }

    private var currentPositions: [Int: Int] {
        var positions: [Int: Int] = [:]
        positions.reserveCapacity(numbers.count)
        for (position, number) in numbers.enumerated() where !isGone[position] {
            positions[number] = position
        }
        return positions
    }

    private mutating func countChange() {
        changes += 1
        if changes >= max(64, postings.count / 256) { refresh() }
    }

    /// Weighs every feature anew and forgets what was removed.
    public mutating func refresh() {
        var kept = [UInt32](repeating: PostingMerge.gone, count: numbers.count)
        var next: UInt32 = 0
        for position in numbers.indices where !isGone[position] {
            kept[position] = next
            next += 1
        }
        let merge = PostingMerge(old: postings, waiting: waiting.lists, kept: kept)
        postings = Postings(merge, table: &table)
        waiting = WaitingTexts()
        if goneCount > 0 {
            numbers = numbers.indices.filter { !isGone[$0] }.map { numbers[$0] }
            isGone = Array(repeating: false, count: numbers.count)
            goneCount = 0
            positions = nil
        }
        changes = 0
    }

    /// The texts most like one, at most `limit` and none under the least score.
    public func candidates(
        for text: String, limit: Int = 10, atLeast: Double = 0, order: SimilarityOrder = .score
    ) -> [SimilarityCandidate] {
        var best = BestCandidates(limit: limit, atLeast: atLeast, order: order)
        let question = Question(text, table, postings, waiting)
        postings.search(question, into: &best)
        waiting.search(question, from: postings.norms.count, into: &best)
        return best.inOrder.map { SimilarityCandidate(number: numbers[$0.position], score: $0.score) }
    }
}

/// The rooms in which a text is read, kept for the next.
struct TextReading {
    private var plain: [Folded] = [], keys: [UInt64] = []

    /// The features of a text, repeated ones as often as they stand there.
    mutating func features(of text: String) -> [UInt64] {
        PlainText.fold(text, into: &plain)
        Features.list(plain, into: &keys)
        return keys
    }
}
