/// Large changes: a whole stretch of one row at once.
extension RotaSearch {
    /// The best row for one person over a stretch, or with `spread` one near it; taken by the same measure as
    /// other changes.
    func rework(_ stretch: RotaPath.Stretch, spread: Float) -> Bool {
        one.pointee.person = stretch.person
        one.pointee.windows = 1
        one.pointee.length = stretch.length
        one.pointee.first = stretch.first
        let found = path.find(desk, stretch, into: one.pointee.firstCells) {
            spread > 0 ? spread * Float(exponential[Int(truncatingIfNeeded: dice.pointee.next() & 4095)]) : 0
        }
        return found && tryOne()
    }

    /// A stretch of somebody's row, of any place and length.
    func stretch(of person: Int) -> RotaPath.Stretch {
        let length = min(7 + below(RotaPath.longest - 6), tables.days)
        return RotaPath.Stretch(
            person: person, first: below(tables.days - length + 1), length: length,
            price: Float(price[person]))
    }

    /// Reworks a stretch of somebody, rather of one who is beyond the rules of amount.
    func reworkSomebody() {
        var person = below(tables.people)
        if desk.totals.pointee.broken > 0, below(2) == 0 {
            while desk.excess[person] == 0 { person = (person + 1) % tables.people }
        }
        _ = rework(stretch(of: person), spread: Float(now.pointee.temperature))
    }

    /// Fills the roster, everyone in turn from the first day to the last, with the best row that what is
    /// there leaves; then reworks those whom that left beyond the rules of amount. Stops early where `share`
    /// says so.
    func fill(share: () -> Double) {
        let days = tables.days
        for person in dice.pointee.shuffled(Array(0..<tables.people)) {
            var first = 0
            while first < days {
                let length = min(RotaPath.longest, days - first)
                let stretch = RotaPath.Stretch(
                    person: person, first: first, length: length,
                    quota: first + length == days ? 65_536 : 65_536 * (first + length) / days,
                    price: Float(price[person]))
                _ = rework(stretch, spread: 0)
                first += max(1, length / 2)
            }
            var tries = 20 + days
            while desk.excess[person] > 0, tries > 0 {
                _ = rework(stretch(of: person), spread: 0)
                tries -= 1
            }
            if share() >= 1 { return }
        }
    }
}
