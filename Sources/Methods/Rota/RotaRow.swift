/// One person's days at work as a plain list, for rules that reach further than one machine word.
struct RotaRow {
    private let atWork: [Bool]

    /// The row as it would be after a change.
    init(_ desk: RotaDesk, _ change: UnsafeMutablePointer<RotaChange>) {
        let row = desk.cells + change.pointee.person * desk.stride + RotaDesk.margin
        var atWork = (0..<desk.tables.days).map { row[$0] != 0 }
        for offset in 0..<change.pointee.length {
            atWork[change.pointee.first + offset] = change.pointee.firstCells[offset] != 0
            if change.pointee.windows == 2 {
                atWork[change.pointee.second + offset] = change.pointee.secondCells[offset] != 0
            }
        }
        self.atWork = atWork
    }

    func runsHold(_ rules: RotaRules) -> Bool {
        var start = 0
        for day in 1...atWork.count where day == atWork.count || atWork[day] != atWork[start] {
            let length = day - start, inner = start > 0 && day < atWork.count
            if atWork[start] {
                if length > rules.maxRun || (inner && length < rules.minRun) { return false }
            } else if inner, length < rules.minOff {
                return false
            }
            start = day
        }
        return true
    }

    func weekends(_ tables: RotaTables) -> Int {
        var sum = 0
        for day in atWork.indices {
            let weekday = (day + tables.firstWeekday) % 7
            let next = day + 1 < atWork.count && atWork[day + 1]
            if weekday == 5, atWork[day] || next { sum += 1 }
            if weekday == 6, day == 0, atWork[day] { sum += 1 }
        }
        return sum
    }
}
