import Synchronization

/// What an engine counts of itself; several threads add to it.
package final class Tally: Sendable {
    private let commits = Atomic<Int64>(0)
    private let changes = Atomic<Int64>(0)
    private let undone = Atomic<Int64>(0)
    private let reads = Atomic<Int64>(0)
    private let followed = Atomic<Int64>(0)
    private let writing = Atomic<Int64>(0)
    private let longest = Atomic<Int64>(0)

    package init() {}

    /// A group of so many changes was made durable; since `begun` nobody else could write there.
    package func committed(_ count: Int, since begun: ContinuousClock.Instant) {
        commits.add(1, ordering: .relaxed)
        changes.add(Int64(count), ordering: .relaxed)
        let held = Int64(begun.duration(to: .now) / .microseconds(1))
        writing.add(held, ordering: .relaxed)
        longest.max(held, ordering: .relaxed)
    }

    /// A change threw, and was undone alone.
    package func undid() { undone.add(1, ordering: .relaxed) }

    package func didRead() { reads.add(1, ordering: .relaxed) }

    /// A reading was answered by a server that follows another.
    package func didFollow() { followed.add(1, ordering: .relaxed) }

    package var all: [String: Int64] {
        [
            "commits": commits.load(ordering: .relaxed), "changes": changes.load(ordering: .relaxed),
            "undone": undone.load(ordering: .relaxed), "reads": reads.load(ordering: .relaxed),
            "followed": followed.load(ordering: .relaxed),
            "writing_us": writing.load(ordering: .relaxed),
            "longest_group_us": longest.load(ordering: .relaxed),
        ]
    }
}
