/// How long a stretch may be, and what is numbered within it.
extension RotaPath {
    /// How one person's runs are numbered, and what is left to them within the stretch.
    struct Frame {
        var person = 0
        var first = 0
        var length = 0
        var maxRun = 0
        var minRun = 0
        /// Days off up to the fewest in a row, at least 1: nodes 0..<off.
        var off = 1
        var nodes = 0
        /// Runs have no greatest length: those of `maxRun` days stand for all that are longer.
        var isEndless = false
        /// What the person works outside the stretch, and what is left of the budget within.
        var minutesOutside = 0
        var weekendsOutside = 0
        /// Grains run from 0 to `grains - 1`, weekends from 0 to `weekends - 1`.
        var grains = 0
        var weekends = 0
        /// The day after the stretch is a day at work, so that a Saturday just before it adds no weekend.
        var isSundayWorked = false
        var table: Int { grains * weekends }

        /// How many grains and weekends, nought included, can be worked by the end of so many days.
        @inline(__always)
        func reach(_ days: Int, _ longest: Int) -> (grains: Int, weekends: Int) {
            (min(grains, days * longest + 1), min(weekends, days == 0 ? 1 : (days + 5) / 7 + 2))
        }
    }

    /// Work for `run` days, its shortest length reached or not, ending in a shift of `kind`'s class.
    @inline(__always)
    func node(_ frame: Frame, _ run: Int, _ enough: Bool, _ last: Int) -> Int {
        let lengths = frame.maxRun + frame.minRun - 1
        return frame.off + last * lengths + (enough ? frame.minRun - 1 + run - 1 : run - 1)
    }

    /// A frame of a length, with as many minutes and weekends as can be worked in it.
    func frame(_ person: Int, _ length: Int) -> Frame {
        let rules = tables.rules[person]
        var frame = Frame(person: person, length: length)
        frame.minRun = max(1, rules.minRun)
        frame.isEndless = rules.maxRun >= tables.days
        frame.maxRun = frame.isEndless ? frame.minRun : rules.maxRun
        frame.off = max(1, rules.minOff)
        frame.nodes = frame.off + kinds.classes * (frame.maxRun + frame.minRun - 1)
        frame.grains = length * kinds.longest + 1
        frame.weekends = length / 7 + 3
        return frame
    }

    /// Whether the tables of a stretch of such a length fit in memory, whatever is worked outside it.
    ///
    /// Where the minutes of the shifts share no large divisor, only short stretches do.
    func fits(_ person: Int, _ length: Int) -> Bool {
        let frame = frame(person, length), places = (length + 1) * frame.nodes
        return places <= RotaPath.nodesAtMost && places * frame.table <= RotaPath.capacity
    }

    /// About how many values a stretch of such a length weighs: half the grains, weekends and kinds
    /// are within reach.
    func values(_ person: Int, _ length: Int) -> Int {
        let frame = frame(person, length)
        return length * frame.nodes * frame.table * kinds.count / 8
    }

    /// The frame of a stretch as the roster stands; nil where the person cannot work, or the stretch is too
    /// long.
    func frame(_ desk: RotaDesk, _ stretch: Stretch) -> Frame? {
        let person = stretch.person, rules = tables.rules[person]
        guard rules.maxRun >= 1, stretch.length <= fitting[person] else { return nil }
        var frame = frame(person, stretch.length)
        frame.first = stretch.first
        let end = stretch.first + stretch.length
        frame.isSundayWorked = desk.cells[person * desk.stride + RotaDesk.margin + end] != 0
        let outside = outside(desk, frame)
        frame.minutesOutside = outside.minutes
        frame.weekendsOutside = outside.weekends
        let minutes = rules.maxMinutes * stretch.quota >> 16 - outside.minutes
        let weekends = (min(rules.maxWeekends, tables.days) * stretch.quota + 65_535) >> 16 - outside.weekends
        frame.grains = min(max(0, minutes) / kinds.grain + 1, frame.grains)
        frame.weekends = min(max(0, weekends) + 1, frame.weekends)
        return frame
    }

    /// Minutes and weekends that the person works whatever is done in the stretch.
    func outside(_ desk: RotaDesk, _ frame: Frame) -> (minutes: Int, weekends: Int) {
        let row = desk.cells + frame.person * desk.stride + RotaDesk.margin
        var minutes = desk.minutes[frame.person], weekends = desk.weekends[frame.person]
        let end = frame.first + frame.length
        var day = frame.first
        while day < end {
            minutes -= tables.minutes[Int(row[day])]
            let weekday = (day + tables.firstWeekday) % 7
            if weekday == 5 {
                let sunday = row[day + 1] != 0
                // A Sunday outside keeps its weekend worked.
                if row[day] != 0 || sunday, !(sunday && day + 1 == end) { weekends -= 1 }
            } else if weekday == 6, day == frame.first, row[day] != 0, row[day - 1] == 0 {
                weekends -= 1
            }
            day += 1
        }
        return (minutes, weekends)
    }
}
