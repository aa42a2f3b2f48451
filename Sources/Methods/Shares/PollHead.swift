/// The head of a file: what its section META says.
struct PollHead {
    let remarks: [BudgetPoll.Remark]
    let budget: Rational
    let kind: BallotKind
    /// The lines of the keys that decide something.
    private let lines: [String: Int]

    /// Keys that decide something: each may stand once.
    static let deciding = ["budget", "vote_type", "num_projects", "num_votes"]

    init(_ rows: [(cells: [String], line: Int)]) throws(InputFault) {
        var remarks: [BudgetPoll.Remark] = []
        var lines: [String: Int] = [:]
        for (cells, line) in rows {
            guard cells.count >= 2 else { throw InputFault("expected key;value", line: line) }
            var values = cells.dropFirst()
            while values.count > 1, values.last == "" { values.removeLast() }
            remarks.append(BudgetPoll.Remark(cells[0], values.joined(separator: ";")))
            guard Self.deciding.contains(cells[0]) else { continue }
            if lines.updateValue(line, forKey: cells[0]) != nil {
                throw InputFault("\(cells[0]) stands twice", line: line)
            }
        }
        (self.remarks, self.lines) = (remarks, lines)
        kind = try Self.kind(Self.value("vote_type", remarks), line: lines["vote_type"])
        let text = try Self.value("budget", remarks)
        guard let number = PollNumber(text.utf8) else {
            throw InputFault("the budget \(shown(text)) \(PollNumber.fault)", line: lines["budget"])
        }
        budget = number.rational
    }

    private static func value(_ key: String, _ remarks: [BudgetPoll.Remark]) throws(InputFault) -> String {
        guard let remark = remarks.first(where: { $0.key == key }) else {
            throw InputFault("the head does not say \(key)")
        }
        return remark.value
    }

    private static func kind(_ text: String, line: Int?) throws(InputFault) -> BallotKind {
        if text == "choose-1" { return .approval }
        guard let kind = BallotKind(rawValue: text) else {
            let known = BallotKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw InputFault("vote_type \(shown(text)) is none of \(known), choose-1", line: line)
        }
        return kind
    }

    /// Refuses a count that the head states otherwise: the file may be cut off.
    func check(_ count: Int, _ key: String, _ name: String) throws(InputFault) {
        guard let remark = remarks.first(where: { $0.key == key }) else { return }
        guard remark.value == "\(count)" else {
            throw InputFault(
                "\(key) is \(shown(remark.value)), but \(count) \(name) stand here", line: lines[key])
        }
    }
}
