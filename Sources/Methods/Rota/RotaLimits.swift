extension RotaProblem {
    /// Every index in its range, every number within `Limits`, every name once.
    func refuseWhatContradicts() throws(InputFault) {
        try RotaProblem.expect((1...Limits.days).contains(days), "a rota has 1 to \(Limits.days) days")
        try RotaProblem.expect(
            (1...Limits.shifts).contains(shifts.count), "a rota has 1 to \(Limits.shifts) kinds of shift")
        try RotaProblem.expect(
            (1...Limits.people).contains(people.count), "a rota has 1 to \(Limits.people) people")
        try RotaProblem.expect(
            people.count * days * shifts.count <= Limits.cells,
            "people × days × shifts are above \(Limits.cells)")
        try RotaProblem.expect(
            max(wishes.count, cover.count) <= Limits.lines, "more than \(Limits.lines) wishes or requirements"
        )
        try refuseShifts()
        for person in people { try refuse(person) }
        try RotaProblem.expect(Set(people.map(\.name)).count == people.count, "two people have the same name")
        try refuseWishesAndCover()
        if let fairness {
            try RotaProblem.expect(
                min(fairness.nights, fairness.weekends) >= 0
                    && max(fairness.nights, fairness.weekends) <= 10_000,
                "a weight of fairness is 0 to 10000")
        }
    }

    private func refuseShifts() throws(InputFault) {
        for shift in shifts {
            try RotaProblem.expect(
                !shift.name.isEmpty && (0...Limits.minutesOfShift).contains(shift.minutes),
                "a shift has a name and 0 to \(Limits.minutesOfShift) minutes")
            try RotaProblem.expect(
                shift.refusedNext.allSatisfy(shifts.indices.contains),
                "a shift refuses one that does not exist")
        }
        try RotaProblem.expect(Set(shifts.map(\.name)).count == shifts.count, "two shifts have the same name")
    }

    private func refuse(_ person: RotaPerson) throws(InputFault) {
        let numbers = [
            person.minutes.lowerBound, person.minutes.upperBound, person.inARow.lowerBound,
            person.inARow.upperBound, person.minDaysOff, person.maxWeekends, person.nightsBefore,
            person.weekendsBefore,
        ]
        try RotaProblem.expect(
            !person.name.isEmpty && (numbers + person.maxOfShift).allSatisfy((0...Limits.number).contains),
            "a person has a name, and numbers from 0 to \(Limits.number)")
        try RotaProblem.expect(
            person.maxOfShift.count == shifts.count, "a person has one greatest number for each shift")
        try RotaProblem.expect(
            person.daysOff.allSatisfy((0..<days).contains), "a day off lies outside the rota's days")
    }

    /// What wishes for one cell weigh together has to fit the solver's tables.
    private func refuseHeavyWishes() throws(InputFault) {
        var weights: [Int: Int] = [:]
        for wish in wishes { weights[wish.person * days + wish.day, default: 0] += wish.weight }
        try RotaProblem.expect(
            weights.values.allSatisfy { $0 <= 1_000_000_000 },
            "one person's wishes for one day weigh above 1000000000")
    }

    private func refuseWishesAndCover() throws(InputFault) {
        for wish in wishes {
            try RotaProblem.expect(
                people.indices.contains(wish.person) && (0..<days).contains(wish.day)
                    && shifts.indices.contains(wish.shift) && (0...Limits.weight).contains(wish.weight),
                "a wish names a person, day or shift that does not exist, or weighs too much")
        }
        try refuseHeavyWishes()
        var seen = Set<Int>()
        for need in cover {
            try RotaProblem.expect(
                (0..<days).contains(need.day) && shifts.indices.contains(need.shift)
                    && (-Limits.number...Limits.number).contains(need.needed)
                    && (0...Limits.weight).contains(need.under)
                    && (0...Limits.weight).contains(need.over),
                "a requirement names a day or shift that does not exist, or is too large")
            try RotaProblem.expect(
                seen.insert(need.day * shifts.count + need.shift).inserted,
                "a shift has two requirements on one day")
        }
    }

    private static func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) throws(InputFault) {
        if !holds { throw InputFault(sentence()) }
    }
}
