import Methods

/// The outcome of a rule, for people and as JSON. Amounts are exact where they are costs, and else rounded to
/// 6 places.
struct SharesReport: Encodable {
    let rule: String
    /// Ids, in the order in which they were chosen.
    let winners: [String]
    let cost: String
    let budget: String
    let voters: Int
    /// By how much Add1 raised everybody's start.
    let raised: String
    let explanation: Explanation?

    /// Rows for the table; they are not part of the JSON.
    private let rows: [Row]

    private enum CodingKeys: String, CodingKey {
        case rule, winners, cost, budget, voters, raised, explanation
    }

    private struct Row {
        let id: String
        let cost: Rational
        let name: String
    }

    struct Explanation: Encodable {
        /// What everybody began with under equal shares.
        let start: String?
        /// Where Phragmén's rule stopped.
        let stop: String?
        let votersWithWinner: Int
        let shareWithWinner: String
        let winners: [Winner]
        let losers: [Loser]
    }

    struct Winner: Encodable {
        let id: String
        let cost: String
        let supporters: Int
        let from: String
        /// The cost for each supporter.
        let perHead: String?
        /// What a unit of worth cost, rounded and exactly.
        let price: String?
        let priceExactly: String?
        /// Their sum; the cost where the common budget paid.
        let paid: String
        let payments: [Payment]
    }

    struct Payment: Encodable {
        let voters: Int
        let each: String
        let all: Bool
    }

    struct Loser: Encodable {
        let id: String
        let cost: String
        let supporters: Int
        let lacks: [Lack]
    }

    struct Lack: Encodable {
        let from: String
        let had: String
        let missing: String
    }

    init(_ poll: BudgetPoll, _ outcome: ShareOutcome, _ account: ShareAccount?) {
        rule = outcome.rule.name
        winners = outcome.winners.map { poll.projects[$0].id }
        cost = outcome.cost.description
        budget = poll.budget.description
        voters = poll.ballots.count
        raised = outcome.raised.description
        explanation = account.map { Explanation($0, poll) }
        let name = poll.projectColumns.firstIndex(of: "name")
        rows = outcome.winners.map { place in
            let project = poll.projects[place]
            return Row(id: project.id, cost: project.cost, name: name.map { project.fields[$0] } ?? "")
        }
    }
}

extension SharesReport.Explanation {
    init(_ account: ShareAccount, _ poll: BudgetPoll) {
        start = account.start?.decimal(places: 6)
        stop = account.stop.map { poll.projects[$0].id }
        votersWithWinner = account.votersWithWinner
        shareWithWinner = account.shareWithWinner.decimal(places: 6)
        winners = account.winners.map { SharesReport.Winner($0, id: poll.projects[$0.project].id) }
        losers = account.losers.map { loser in
            SharesReport.Loser(
                id: poll.projects[loser.project].id, cost: loser.cost.description,
                supporters: loser.supporters,
                lacks: loser.lacks.map {
                    SharesReport.Lack(
                        from: $0.source.rawValue, had: $0.had.decimal(places: 6),
                        missing: $0.missing.decimal(places: 6))
                })
        }
    }
}

extension SharesReport.Winner {
    init(_ winner: ShareAccount.Winner, id: String) {
        self.id = id
        cost = winner.cost.description
        supporters = winner.supporters
        from = winner.source.rawValue
        perHead = winner.perHead?.decimal(places: 6)
        price = winner.price?.decimal(places: 6)
        priceExactly = winner.price?.description
        paid = winner.paid.description
        payments = winner.payments.map {
            SharesReport.Payment(voters: $0.voters, each: $0.each.decimal(places: 6), all: $0.wasAll)
        }
    }
}

extension SharesReport: CustomStringConvertible {
    var description: String {
        var lines = ["\(rule): \(winners.count) projects for \(cost) of \(budget), by \(voters) voters"]
        if raised != "0" { lines.append("every share was raised by \(raised)") }
        let width = rows.map(\.id.count).max() ?? 0
        let amounts = rows.map { $0.cost.decimal(places: 6) }
        let amountWidth = amounts.map(\.count).max() ?? 0
        for (number, (row, amount)) in zip(rows, amounts).enumerated() {
            let place = Self.right("\(number + 1)", 4)
            lines.append(
                "\(place)  \(Self.left(row.id, width))  \(Self.right(amount, amountWidth))  \(row.name)")
            if let explanation { lines.append(contentsOf: explanation.winners[number].lines) }
        }
        return (lines + (explanation?.lines ?? [])).joined(separator: "\n")
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension SharesReport.Winner {
    /// What its supporters paid, said shortly.
    var lines: [String] {
        guard from != ShareAccount.Source.budget.rawValue else {
            return ["        from the common budget; \(supporters) supporters, \(perHead ?? "0") a head"]
        }
        var parts = payments.filter { !$0.all }.map { "\($0.voters) paid \($0.each) each" }
        if parts.count > 4 { parts = parts.prefix(3) + ["\(parts.count - 3) other sums"] }
        let poor = payments.filter { $0.all && $0.each != "0" }.reduce(0) { $0 + $1.voters }
        let nothing = payments.filter { $0.all && $0.each == "0" }.reduce(0) { $0 + $1.voters }
        if poor > 0 { parts.append("\(poor) gave all they had left") }
        if nothing > 0 { parts.append("\(nothing) had nothing left") }
        return [
            "        \(parts.joined(separator: ", ")); \(supporters) supporters, \(perHead ?? "0") a head"
        ]
    }
}

extension SharesReport.Explanation {
    var lines: [String] {
        var lines = ["\(votersWithWinner) voters have at least one winner: a share of \(shareWithWinner)"]
        if let start { lines.append("everybody began with \(start)") }
        if let stop { lines.append("stopped at \(stop), for which the budget did not suffice") }
        if !losers.isEmpty { lines.append("not chosen:") }
        for loser in losers {
            let lacks = loser.lacks.map { lack in
                switch ShareAccount.Source(rawValue: lack.from) {
                case .shares: "its supporters had \(lack.had), \(lack.missing) too little"
                case .loads:
                    "of the budget \(lack.had) was left, \(lack.missing) too little where the rule stopped"
                default: "of the budget \(lack.had) was left, \(lack.missing) too little"
                }
            }
            let reasons = lacks.joined(separator: "; ")
            lines.append("      \(loser.id)  \(loser.cost)  \(loser.supporters) supporters; \(reasons)")
        }
        return lines
    }
}
