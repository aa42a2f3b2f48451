import Actions
import Methods
import Storage
import Synchronization
import Values

/// The open needs of the communities that are asked about, by what they say, in memory.
///
/// Two shelves a community stand apart: the needs in their own words, for those who may read them, and the
/// sentences that were released. Whoever may not read the words is compared with released sentences alone, so
/// that nobody can find out by guessing what a neighbour wrote.
///
/// A shelf may lag behind the database by ``lag``; what it finds is read again before it is shown. It holds
/// the newest ``most`` needs, and the shelves asked for last stay (``shelvesKept``).
final class AlikeShelves: Sendable {
    enum Kind: Hashable { case words, released }

    static let lag = Instant.Span.seconds(10)
    static let most = 10_000
    static let shelvesKept = 16

    private struct Key: Hashable {
        let community: Identifier
        let kind: Kind
    }

    private struct Shelf {
        let index: SimilarityIndex
        /// The community's last row of the record when it was filled.
        let record: Int64
        let filled: Instant
        var asked: Instant
    }

    private let shelves = Mutex<[Key: Shelf]>([:])

    /// The numbers of open needs that may say the same as the words, the most alike first.
    func candidates(
        for words: String, among kind: Kind, in community: Identifier, _ reading: any Reading, now: Instant
    ) throws -> [SimilarityCandidate] {
        let index = try index(Key(community: community, kind: kind), reading, now)
        return index.candidates(for: words, limit: 12, atLeast: SimilarityIndex.offered)
    }

    private func index(_ key: Key, _ reading: any Reading, _ now: Instant) throws -> SimilarityIndex {
        let record = try reading.first(
            "SELECT number FROM record WHERE community = \(key.community) ORDER BY number DESC LIMIT 1"
        ) { $0.integer(0) }
        let kept = shelves.withLock { shelves in
            shelves[key]?.asked = now
            return shelves[key]
        }
        if let kept, kept.record == record ?? 0 || now - kept.filled < Self.lag { return kept.index }
        let index = try filled(key, reading)
        shelves.withLock { shelves in
            shelves[key] = Shelf(index: index, record: record ?? 0, filled: now, asked: now)
            guard shelves.count > Self.shelvesKept else { return }
            let oldest = shelves.min {
                ($0.value.asked, $0.key.community) < ($1.value.asked, $1.key.community)
            }
            shelves[oldest?.key ?? key] = nil
        }
        return index
    }

    private func filled(_ key: Key, _ reading: any Reading) throws -> SimilarityIndex {
        let column: SQL = key.kind == .words ? "n.words" : "n.sentence"
        let isReleased: SQL =
            key.kind == .words ? "" : "AND n.released IS NOT NULL AND n.sentence IS NOT NULL"
        var index = SimilarityIndex()
        try reading.each(
            """
            SELECT n.number, \(column) FROM need n WHERE n.community = \(key.community)
            AND n.kind = 'need' AND n.is_open = 1 AND n.held = 0 \(isReleased)
            ORDER BY n.number DESC LIMIT \(Self.most)
            """
        ) { index.insert($0.text(1), number: Int($0.integer(0))) }
        index.refresh()
        return index
    }
}
