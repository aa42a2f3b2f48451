extension NeedStory {
    /// Reads the hundred and fifty stories.
    ///
    /// A story begins with a head of eleven fields over two lines: number, class, group, urgency, source, for
    /// whom, place; then behind a `+` days ago and days taken, state, resources, turns. The resident's words
    /// follow, then, each on its line behind a mark: `>` feedback, `=` the sentence released, `~` the staff's
    /// note.
    static func read() throws -> [NeedStory] {
        let tables = [first, second, third, fourth, fifth]
        return try tables.enumerated().flatMap { try read($1, named: "needs \($0 + 1)") }
    }

    private static func read(_ text: String, named name: String) throws -> [NeedStory] {
        var stories: [NeedStory] = []
        var block: [Substring] = [], start = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = CastTable.trimmed(line)
            if line.isEmpty { continue }
            // A head begins with its number; what residents say may too, but holds no bar.
            let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
            if let first = line.utf8.first, digits.contains(first), line.contains("|") {
                if !block.isEmpty { stories.append(try story(block, name, start)) }
                block = []
                start = index + 1
            }
            block.append(line)
        }
        if !block.isEmpty { stories.append(try story(block, name, start)) }
        return stories
    }

    private static func story(_ block: [Substring], _ table: String, _ line: Int) throws -> NeedStory {
        var row = CastTable.Row(table: table, line: line, fields: [])
        row.fields = CastTable.fields(block[0])
        if let more = block.dropFirst().first, more.utf8.first == UInt8(ascii: "+") {
            row.fields += CastTable.fields(more.dropFirst())
        }
        guard row.fields.count == 11 else { throw row.fault("\(row.fields.count) fields, not 11") }
        let telling = try Telling(block.dropFirst(2), row)
        let beneficiary: Beneficiary = try row.word(5)
        let (daysAgo, daysTaken) = try days(row), (state, outcome) = try ending(row)
        return NeedStory(
            number: try row.number(0), text: telling.text, needClass: row.fields[1], group: row.fields[2],
            urgency: row.fields[3], source: row.fields[4], beneficiary: beneficiary,
            place: try CastPlace(row, 6), daysAgo: daysAgo, daysTaken: daysTaken, state: state,
            outcome: outcome, resources: row.words(9),
            turns: try row.words(10).map { try turn($0, row) },
            feedback: telling.feedback, released: telling.released, note: telling.note)
    }

    /// Reads `158+9`: said 158 days ago, took nine.
    private static func days(_ row: CastTable.Row) throws -> (Int, Int) {
        let parts = row.fields[7].split(separator: "+")
        guard parts.count == 2, let ago = Int(parts[0]), let taken = Int(parts[1]), taken >= 0, taken <= ago
        else {
            throw row.fault("days \(row.fields[7])")
        }
        return (ago, taken)
    }

    /// Reads a state, or `closed:done` with its outcome.
    private static func ending(_ row: CastTable.Row) throws -> (State, String) {
        let parts = row.fields[8].split(separator: ":").map(String.init)
        guard let state = State(rawValue: parts.first ?? ""), (parts.count == 2) == (state == .closed) else {
            throw row.fault("state \(row.fields[8])")
        }
        return (state, parts.count == 2 ? parts[1] : "")
    }

    /// Reads `late`, `voices=8`, `merged=17`, `returned=unclear`, `declined=full:chess-table`.
    private static func turn(_ word: String, _ row: CastTable.Row) throws -> Turn {
        let parts = word.split(whereSeparator: { $0 == "=" || $0 == ":" }).map(String.init)
        switch (parts.first, parts.count) {
        case ("anonymous", 1): return .anonymous
        case ("photo", 1): return .withPhoto
        case ("late", 1): return .late
        case ("reopened", 1): return .reopened
        case ("council", 1): return .toCouncil
        case ("case", 1): return .toCase
        case ("returned", 2): return .returned(reason: parts[1])
        case ("declined", 3): return .declined(resource: parts[2], reason: parts[1])
        case ("voices", 2): return .voices(try count(parts[1], row))
        case ("merged", 2): return .merged(try count(parts[1], row))
        default: throw row.fault("turn \(word)")
        }
    }

    private static func count(_ text: String, _ row: CastTable.Row) throws -> Int {
        guard let count = Int(text), count > 0 else { throw row.fault("no count: \(text)") }
        return count
    }

    /// The lines below a head.
    private struct Telling {
        var text = "", feedback = "", released = "", note = ""

        init(_ lines: ArraySlice<Substring>, _ row: CastTable.Row) throws {
            for line in lines {
                let rest = String(CastTable.trimmed(line.dropFirst()))
                switch line.utf8.first {
                case UInt8(ascii: ">"): feedback = rest
                case UInt8(ascii: "="): released = rest
                case UInt8(ascii: "~"): note = rest
                default: text += line
                }
            }
            if text.isEmpty { throw row.fault("no words") }
        }
    }
}
