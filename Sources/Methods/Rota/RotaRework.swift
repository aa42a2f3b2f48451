/// Large changes: a whole stretch of one row at once.
extension RotaSearch {
    /// The best row for one person over a stretch, or with `spread` one near it; taken by the same measure as
    /// other changes.
    func rework(_ stretch: RotaPath.Stretch, by path: RotaPath, spread: Float) -> Bool {
        one.pointee.person = stretch.person
        one.pointee.windows = 1
        one.pointee.length = stretch.length
        one.pointee.first = stretch.first
        let found = path.find(desk, stretch, into: one.pointee.firstCells) {
            spread > 0 ? spread * Float(exponential[Int(truncatingIfNeeded: dice.pointee.next() & 4095)]) : 0
        }
        return found && tryOne()
    }

    /// A stretch of somebody's row, of any place and any length up to the longest.
    private func stretch(of person: Int, longest: Int) -> RotaPath.Stretch {
        let least = min(7, longest)
        let length = max(1, least + below(longest - least + 1))
        return RotaPath.Stretch(
            person: person, first: below(tables.days - length + 1), length: length,
            price: Float(price[person]))
    }

    private func eitherPath() -> RotaPath {
        guard let rough, below(2) == 0 else { return path }
        return rough
    }

    /// What dynamic programming has weighed so far.
    var work: Int { path.work + (rough?.work ?? 0) }

    /// Reworks a stretch of somebody, rather of one who is beyond the rules of amount.
    func reworkSomebody() {
        var person = below(tables.people)
        if desk.totals.pointee.broken > 0, below(2) == 0 {
            while desk.excess[person] == 0 { person = (person + 1) % tables.people }
        }
        let path = eitherPath()
        let longest = desk.excess[person] > 0 ? path.fitting[person] : path.usual[person]
        _ = rework(stretch(of: person, longest: longest), by: path, spread: Float(now.pointee.temperature))
    }

    /// Fills the roster, everyone in turn from the first day to the last, with the best row that what is
    /// there leaves; then reworks those whom that left beyond the rules of amount. Stops early where `share`
    /// says so.
    func fill(share: () -> Double) {
        for person in dice.pointee.shuffled(Array(0..<tables.people)) {
            lay(person)
            var tries = 20 + tables.days
            while desk.excess[person] > 0, tries > 0 {
                if share() >= 1 { return }
                let path = eitherPath()
                _ = rework(stretch(of: person, longest: path.fitting[person]), by: path, spread: 0)
                tries -= 1
            }
            if share() >= 1 { return }
        }
    }

    /// Lays one row, a stretch after the other; each stretch is laid again from its middle with the next.
    private func lay(_ person: Int) {
        let path = rough ?? path
        let days = tables.days, longest = min(path.fitting[person], max(28, path.usual[person]))
        guard longest > 0 else { return }
        for first in stride(from: 0, to: days, by: max(1, longest / 2)) {
            let end = min(days, first + longest)
            let stretch = RotaPath.Stretch(
                person: person, first: first, length: end - first, quota: 65_536 * end / days,
                price: Float(price[person]))
            _ = rework(stretch, by: path, spread: 0)
        }
    }
}
