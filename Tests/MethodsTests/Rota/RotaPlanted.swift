import Methods
import Values

/// Problems that have a roster within the rules because one was laid first, and the rules drawn around it.
struct RotaPlanted {
    let days: Int
    let shifts: [RotaShift]
    /// How much above what the laid roster has each rule of amount allows, in hundredths.
    let slack: Int

    init(
        days: Int, kinds: Int, slack: Int, minutes: [Int] = [480, 600, 720], _ dice: inout Dice
    ) {
        self.days = days
        self.slack = slack
        shifts = (0..<kinds).map { index in
            RotaShift(
                name: "S\(index)", minutes: minutes[dice.below(minutes.count)],
                refusedNext: (0..<index).filter { _ in dice.chance(60) }, isNight: index == kinds - 1)
        }
    }

    func problem(people: Int, _ dice: inout Dice) throws -> RotaProblem {
        var staff: [RotaPerson] = [], present: [Int: Int] = [:], wishes: [RotaWish] = []
        for index in 0..<people {
            let inARow = dice.within(1...3)
            let rules = (inARow: inARow...inARow + dice.within(1...3), minDaysOff: dice.within(1...3))
            let row = row(rules.inARow, rules.minDaysOff, &dice)
            staff.append(person("P\(index)", rules.inARow, rules.minDaysOff, around: row))
            for (day, shift) in row.enumerated() {
                guard let shift else { continue }
                present[day * shifts.count + shift, default: 0] += 1
                if dice.chance(10) {
                    wishes.append(
                        RotaWish(
                            person: index, day: dice.below(days), shift: shift, weight: dice.within(1...3),
                            wanted: dice.chance(50)))
                }
            }
        }
        let cover = (0..<days * shifts.count).map { place in
            RotaCover(
                day: place / shifts.count, shift: place % shifts.count, needed: present[place] ?? 0,
                under: 100,
                over: 1)
        }
        return try RotaProblem(days: days, shifts: shifts, people: staff, wishes: wishes, cover: cover)
    }

    /// A row that keeps the rules of sequence, run after run.
    private func row(_ inARow: ClosedRange<Int>, _ minDaysOff: Int, _ dice: inout Dice) -> [Int?] {
        var row: [Int?] = []
        while row.count < days {
            for _ in 0..<dice.within(minDaysOff...minDaysOff + 2) { row.append(nil) }
            for _ in 0..<dice.within(inARow) {
                let refused = (row.last ?? nil).map { shifts[$0].refusedNext } ?? []
                let able = shifts.indices.filter { !refused.contains($0) }
                row.append(able[dice.below(able.count)])
            }
        }
        return Array(row.prefix(days))
    }

    private func person(
        _ name: String, _ inARow: ClosedRange<Int>, _ minDaysOff: Int, around row: [Int?]
    ) -> RotaPerson {
        let minutes = row.reduce(0) { $0 + ($1.map { shifts[$0].minutes } ?? 0) }
        let weekends = stride(from: 5, to: days, by: 7).count {
            row[$0] != nil || ($0 + 1 < days && row[$0 + 1] != nil)
        }
        return RotaPerson(
            name: name,
            maxOfShift: shifts.indices.map { shift in
                let count = row.count { $0 == shift }
                return count + (count * slack + 99) / 100
            },
            minutes: minutes...minutes + (minutes * slack + 99) / 100, inARow: inARow, minDaysOff: minDaysOff,
            maxWeekends: weekends + weekends * slack / 100)
    }
}
