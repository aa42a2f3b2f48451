extension BudgetPoll {
    /// The poll as a Pabulib file, with line feeds: what is read from it is this poll again.
    ///
    /// The head is written as it was read, but its budget, its kind of vote and its counts are the poll's
    /// own. A text that no file of the format can hold, such as a name with a line feed, has its control
    /// characters written as spaces.
    public var pabulib: String {
        var writer = PollWriter()
        writer.write(head)
        writer.row(["PROJECTS"])
        writer.row(["project_id", "cost"] + projectColumns)
        for project in projects {
            writer.row([project.id, Self.text(project.cost)] + project.fields)
        }
        writer.row(["VOTES"])
        let hasPoints = ballots.kind.hasPoints
        writer.row(voters.columns + ["vote"] + (hasPoints ? ["points"] : []))
        for voter in 0..<ballots.count {
            let choices = ballots[voter]
            var cells = voters[voter]
            cells.append(choices.map { projects[$0.project].id }.joined(separator: ","))
            if hasPoints { cells.append(choices.map { Self.points($0.points) }.joined(separator: ",")) }
            writer.row(cells)
        }
        return writer.text
    }

    /// The remarks, with the keys that the poll itself answers.
    private var head: [Remark] {
        let isChoiceOfOne = remarks.contains { $0.key == "vote_type" && $0.value == "choose-1" }
        let answers = [
            "num_projects": "\(projects.count)", "num_votes": "\(ballots.count)", "budget": Self.text(budget),
            "vote_type": isChoiceOfOne ? "choose-1" : ballots.kind.rawValue,
        ]
        let written = remarks.map { Remark($0.key, answers[$0.key] ?? $0.value) }
        let missing = PollHead.deciding.filter { key in !remarks.contains { $0.key == key } }
        return written + missing.map { Remark($0, answers[$0] ?? "") }
    }

    /// An amount with a point where that is exact, otherwise as a fraction.
    private static func text(_ amount: Rational) -> String {
        let text = amount.decimal(places: 12)
        return PollNumber(text.utf8)?.rational == amount ? text : amount.description
    }

    private static func points(_ points: Rational) -> String {
        points.sign < 0 ? "-" + text(-points) : text(points)
    }
}

/// Puts rows of cells together.
private struct PollWriter {
    private(set) var text = ""

    mutating func write(_ head: [BudgetPoll.Remark]) {
        row(["META"])
        row(["key", "value"])
        for remark in head { row([remark.key, remark.value]) }
    }

    mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(";") }
            text.append(PollRow.written(cell))
        }
        text.append("\n")
    }
}
