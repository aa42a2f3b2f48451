import Values

extension RotaProblem {
    /// Reads an instance in the text format of schedulingbenchmarks.org, strictly.
    ///
    /// Shape: sections `SECTION_HORIZON`, `_SHIFTS`, `_STAFF`, then in any order `_DAYS_OFF`,
    /// `_SHIFT_ON_REQUESTS`, `_SHIFT_OFF_REQUESTS` and `_COVER`; fields stand between commas; `#` begins a
    /// comment line; UTF-8. A shift that a person's limits leave out is not limited for them. Day 0 is a
    /// Monday. Refuses, with the line: unknown or repeated sections, names not declared or declared twice,
    /// numbers that are not whole, negative or above `Limits`, a second requirement for the same shift and
    /// day.
    public init(reading bytes: [UInt8]) throws(InputFault) {
        var reading = RotaReading()
        var start = bytes.startIndex, line = 0
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            line += 1
            try reading.take(bytes[start..<end], line: line)
            start = end + 1
        }
        try self.init(reading)
    }

    private init(_ reading: RotaReading) throws(InputFault) {
        guard let days = reading.days else {
            throw InputFault("there is no SECTION_HORIZON with a number of days")
        }
        guard !reading.shifts.isEmpty else { throw InputFault("there is no SECTION_SHIFTS with a shift") }
        guard !reading.staff.isEmpty else { throw InputFault("there is no SECTION_STAFF with a person") }
        try self.init(
            days: days, shifts: reading.shifts,
            people: reading.staff.enumerated().map { $1.person(daysOff: reading.daysOff[$0] ?? []) },
            wishes: reading.wishes, cover: reading.cover)
    }
}

/// What has been read of an instance so far.
private struct RotaReading {
    enum Section: String, CaseIterable {
        case horizon = "SECTION_HORIZON"
        case shifts = "SECTION_SHIFTS"
        case staff = "SECTION_STAFF"
        case daysOff = "SECTION_DAYS_OFF"
        case wanted = "SECTION_SHIFT_ON_REQUESTS"
        case unwanted = "SECTION_SHIFT_OFF_REQUESTS"
        case cover = "SECTION_COVER"

        /// The sections whose names this one uses.
        var needs: [Section] {
            switch self {
            case .horizon: []
            case .shifts: [.horizon]
            case .staff: [.shifts]
            default: [.staff]
            }
        }
    }

    struct Staff {
        let name: String
        let maxOfShift: [Int]
        let numbers: [Int]

        func person(daysOff: Set<Int>) -> RotaPerson {
            RotaPerson(
                name: name, maxOfShift: maxOfShift, minutes: numbers[1]...numbers[0],
                inARow: numbers[3]...numbers[2], minDaysOff: numbers[4], maxWeekends: numbers[5],
                daysOff: daysOff)
        }
    }

    private(set) var days: Int?
    private(set) var shifts: [RotaShift] = []
    private(set) var staff: [Staff] = []
    private(set) var daysOff: [Int: Set<Int>] = [:]
    private(set) var wishes: [RotaWish] = []
    private(set) var cover: [RotaCover] = []

    private var section: Section?
    private var seen: Set<Section> = []
    private var shiftIndex: [String: Int] = [:]
    private var personIndex: [String: Int] = [:]
    private var covered: Set<Int> = []
    /// Refusals name shifts that may be declared on a later line: kept with their line until the section
    /// ends.
    private var refusals: [(names: [String], line: Int)] = []

    mutating func take(_ bytes: ArraySlice<UInt8>, line: Int) throws(InputFault) {
        guard bytes.count <= 100_000 else {
            throw InputFault("a line is longer than 100000 bytes", line: line)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputFault("the text is not UTF-8", line: line)
        }
        var fields = RotaFields(text, line: line)
        if fields.isEmpty { return }
        if fields.text.hasPrefix("SECTION_") { return try open(fields) }
        switch section {
        case nil: throw InputFault("expected a section before anything else", line: line)
        case .horizon?: try takeHorizon(&fields)
        case .shifts?: try takeShift(&fields)
        case .staff?: try takePerson(&fields)
        case .daysOff?: try takeDaysOff(&fields)
        case .wanted?: try takeWish(&fields, wanted: true)
        case .unwanted?: try takeWish(&fields, wanted: false)
        case .cover?: try takeCover(&fields)
        }
    }

    private mutating func open(_ fields: RotaFields) throws(InputFault) {
        guard let next = Section(rawValue: fields.text) else {
            throw fields.fault("unknown section \(fields.text.prefix(40))")
        }
        guard seen.insert(next).inserted else { throw fields.fault("\(next.rawValue) stands twice") }
        if let missing = next.needs.first(where: { !seen.contains($0) }) {
            throw fields.fault("\(missing.rawValue) must stand before \(next.rawValue)")
        }
        if section == .shifts { try resolveRefusals() }
        section = next
    }

    private mutating func takeHorizon(_ fields: inout RotaFields) throws(InputFault) {
        guard days == nil else { throw fields.fault("the number of days stands twice") }
        days = try fields.number("the number of days", within: 1...RotaProblem.Limits.days)
        try fields.end()
    }

    private mutating func takeShift(_ fields: inout RotaFields) throws(InputFault) {
        let name = try fields.name("the shift")
        let minutes = try fields.number("minutes", within: 0...RotaProblem.Limits.minutesOfShift)
        let refused = try fields.next("the shifts that cannot follow")
        try fields.end()
        guard shifts.count < RotaProblem.Limits.shifts else {
            throw fields.fault("more than \(RotaProblem.Limits.shifts) shifts")
        }
        guard shiftIndex.updateValue(shifts.count, forKey: name) == nil else {
            throw fields.fault("shift \(name.prefix(20)) is declared twice")
        }
        refusals.append((refused.isEmpty ? [] : refused.split("|"), fields.line))
        shifts.append(RotaShift(name: name, minutes: minutes))
    }

    private mutating func resolveRefusals() throws(InputFault) {
        for (index, refusal) in refusals.enumerated() {
            var refused: [Int] = []
            for name in refusal.names {
                guard let shift = shiftIndex[name] else {
                    throw InputFault("unknown shift \(name.prefix(20))", line: refusal.line)
                }
                refused.append(shift)
            }
            shifts[index] = RotaShift(
                name: shifts[index].name, minutes: shifts[index].minutes, refusedNext: refused)
        }
    }

    private mutating func takePerson(_ fields: inout RotaFields) throws(InputFault) {
        let name = try fields.name("the person")
        guard let days, staff.count < RotaProblem.Limits.people else {
            throw fields.fault("more than \(RotaProblem.Limits.people) people, or no number of days")
        }
        var limits = [Int](repeating: days, count: shifts.count)
        var limited = Set<Int>()
        for part in try fields.next("the greatest number of each shift").split("|") {
            var pair = RotaFields(part, separator: "=", line: fields.line)
            let shift = try index(of: pair.name("a limited shift"), in: shiftIndex, "shift", fields)
            guard limited.insert(shift).inserted else { throw fields.fault("a shift is limited twice") }
            limits[shift] = try pair.number("a greatest number")
            try pair.end()
        }
        var numbers: [Int] = []
        for what in [
            "the most minutes", "the least minutes", "the most shifts in a row", "the fewest shifts in a row",
            "the fewest days off in a row", "the most weekends",
        ] { numbers.append(try fields.number(what)) }
        try fields.end()
        guard numbers[1] <= numbers[0] else { throw fields.fault("the least minutes are above the most") }
        guard numbers[3] <= numbers[2] else {
            throw fields.fault("the fewest shifts in a row are above the most")
        }
        guard personIndex.updateValue(staff.count, forKey: name) == nil else {
            throw fields.fault("person \(name.prefix(20)) is declared twice")
        }
        staff.append(Staff(name: name, maxOfShift: limits, numbers: numbers))
    }

    private mutating func takeDaysOff(_ fields: inout RotaFields) throws(InputFault) {
        let person = try index(of: fields.name("the person"), in: personIndex, "person", fields)
        repeat { daysOff[person, default: []].insert(try day(&fields)) } while fields.hasMore
    }

    private mutating func takeWish(_ fields: inout RotaFields, wanted: Bool) throws(InputFault) {
        let person = try index(of: fields.name("the person"), in: personIndex, "person", fields)
        let day = try day(&fields)
        let shift = try index(of: fields.name("the shift"), in: shiftIndex, "shift", fields)
        let weight = try fields.number("the weight", within: 0...RotaProblem.Limits.weight)
        try fields.end()
        guard wishes.count < RotaProblem.Limits.lines else { throw fields.fault("too many wishes") }
        wishes.append(RotaWish(person: person, day: day, shift: shift, weight: weight, wanted: wanted))
    }

    private mutating func takeCover(_ fields: inout RotaFields) throws(InputFault) {
        let day = try day(&fields)
        let shift = try index(of: fields.name("the shift"), in: shiftIndex, "shift", fields)
        // Published files hold "-0", and the rule means something below it too: each one present is then too
        // many.
        let needed = try fields.number(
            "the requirement", within: -RotaProblem.Limits.number...RotaProblem.Limits.number)
        let under = try fields.number("the weight for under", within: 0...RotaProblem.Limits.weight)
        let over = try fields.number("the weight for over", within: 0...RotaProblem.Limits.weight)
        try fields.end()
        guard covered.insert(day * shifts.count + shift).inserted else {
            throw fields.fault("a second requirement for the same shift and day")
        }
        cover.append(RotaCover(day: day, shift: shift, needed: needed, under: under, over: over))
    }

    private func day(_ fields: inout RotaFields) throws(InputFault) -> Int {
        guard let days else { throw fields.fault("the number of days is missing") }
        return try fields.number("the day", within: 0...days - 1)
    }

    private func index(
        of name: String, in known: [String: Int], _ what: String, _ fields: RotaFields
    ) throws(InputFault) -> Int {
        guard let index = known[name] else { throw fields.fault("unknown \(what) \(name.prefix(20))") }
        return index
    }
}

/// The fields of one line, taken from left to right.
private struct RotaFields {
    let text: String
    let line: Int
    private var fields: [String]
    private var taken = 0

    init(_ text: String, separator: Unicode.Scalar = ",", line: Int) {
        self.text = text.trimmed
        self.line = line
        fields = self.text.isEmpty || self.text.hasPrefix("#") ? [] : self.text.split(separator)
    }

    var isEmpty: Bool { fields.isEmpty }
    var hasMore: Bool { taken < fields.count }

    func fault(_ sentence: String) -> InputFault { InputFault(sentence, line: line) }

    mutating func next(_ what: String) throws(InputFault) -> String {
        guard hasMore else { throw fault("\(what) is missing") }
        taken += 1
        return fields[taken - 1]
    }

    mutating func name(_ what: String) throws(InputFault) -> String {
        let name = try next(what)
        guard !name.isEmpty else { throw fault("the name of \(what) is empty") }
        return name
    }

    mutating func number(
        _ what: String, within range: ClosedRange<Int> = 0...RotaProblem.Limits.number
    ) throws(InputFault) -> Int {
        let field = try next(what)
        let digits = range.lowerBound < 0 && field.hasPrefix("-") ? field.dropFirst() : field[...]
        guard digits.utf8.count <= 9, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int(field)
        else {
            throw fault("\(what) must be a whole number, not \(field.prefix(20))")
        }
        guard range.contains(value) else {
            throw fault("\(what) must lie from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func end() throws(InputFault) {
        if hasMore { throw fault("expected \(taken) fields, found \(fields.count)") }
    }
}

extension String {
    fileprivate var trimmed: String {
        let blank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 13 }
        let bytes = utf8.drop(while: blank)
        guard let last = bytes.lastIndex(where: { !blank($0) }) else { return "" }
        return String(self[bytes.startIndex...last])
    }

    fileprivate func split(_ separator: Unicode.Scalar) -> [String] {
        unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
    }
}
