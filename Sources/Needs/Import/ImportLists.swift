import Actions
import People
import Storage
import Values

/// What rows are read with beside the rows themselves: looked up once for a whole import.
struct ImportLists: Sendable {
    let places: PlaceBook
    let words: Vocabulary
    let groups: [SpecialGroup]
    let now: Instant
    let today: Day

    init(
        _ kind: ImportKind, in community: Identifier, _ making: PlaceBook.Making, _ now: Instant,
        _ reading: any Reading
    ) throws {
        places = try PlaceBook(community, kind == .people ? making : .nothing, reading)
        words = try VocabularyStore.vocabulary(in: community, reading)
        groups = kind == .people ? try RegisterArrivals.groups(in: community, reading) : []
        self.now = now
        today = now.day(in: .shanghai)
    }
}
