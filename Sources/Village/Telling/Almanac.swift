import Values

/// When things happen in the telling: days counted back from today, hours drawn by lot.
struct Almanac: Sendable {
    let today: Instant
    let seed: UInt64

    var lastDay: Day { today.day(in: .shanghai) }

    func day(_ daysAgo: Int) -> Day { lastDay.adding(days: -daysAgo) }

    /// A moment of a day between 8:00 and 18:00, or of today before the present; `share` is 0 to 1000.
    func moment(_ daysAgo: Int, _ share: Int) -> Instant {
        let start = day(daysAgo).start(in: .shanghai)
        guard daysAgo <= 0 else { return start + .minutes(480 + Int64(share) * 600 / 1000) }
        let gone = (today - start).microseconds
        return start + Instant.Span(microseconds: gone / 1010 * Int64(share))
    }

    /// A moment of a day by lot.
    func moment(_ daysAgo: Int, using dice: inout Dice) -> Instant { moment(daysAgo, dice.below(1000)) }
}

/// Something that happens at its time.
struct Moment {
    let at: Instant
    let deed: (Stage) async throws -> Void
}

extension Stage {
    /// Lets things happen in the order of time; those of one moment in the order given.
    func happen(_ moments: [Moment]) async throws {
        let order = moments.indices.sorted { (moments[$0].at, $0) < (moments[$1].at, $1) }
        for index in order {
            telling.clock.set(moments[index].at)
            try await moments[index].deed(self)
        }
    }
}
