import Values

extension Vocabulary {
    /// What a new community starts with, until it edits its first entry.
    public static let defaults = Vocabulary(defaultTerms)

    static let defaultTerms: [Term] = [
        DefaultServiceArea.all.map { Term(.area, $0.term) },
        DefaultNeedClass.all.map(Term.init),
        DefaultUrgency.all.map(Term.init),
        DefaultFirstChoice.all.map(Term.init),
        short(.group, DefaultNeedTerms.groups),
        short(.source, DefaultNeedTerms.sources),
        short(.outcome, DefaultNeedTerms.outcomes),
        short(.returnReason, DefaultNeedTerms.returnReasons),
        short(.declineReason, DefaultNeedTerms.declineReasons),
        short(.resourceKind, DefaultResourceTerms.kinds),
        short(.layer, DefaultResourceTerms.layers),
        short(.ownerKind, DefaultResourceTerms.ownerKinds),
        short(.stage, DefaultResourceTerms.stages),
    ].flatMap { $0 }

    private static func short(_ list: TermList, _ terms: [DefaultTerm]) -> [Term] {
        terms.map { Term(list, $0) }
    }
}

extension Term {
    init(
        _ list: TermList, _ term: DefaultTerm, hint: Text? = nil, parent: String? = nil,
        details: TermDetails = TermDetails()
    ) {
        self.init(
            list: list, key: term.key, chinese: term.name.chinese, english: term.name.english,
            hintChinese: hint?.chinese ?? "", hintEnglish: hint?.english ?? "", parent: parent,
            sort: Int64(term.sort),
            details: details, isClosed: false)
    }

    fileprivate init(_ entry: DefaultNeedClass) {
        var details = TermDetails()
        details.urgency = entry.urgency
        details.publicSpace = entry.publicSpace
        details.isQuiet = entry.isQuiet
        details.answeredBy = entry.answeredBy
        self.init(
            .need, DefaultTerm(entry.key, entry.name, entry.sort), hint: entry.hint, parent: entry.area,
            details: details)
    }

    fileprivate init(_ entry: DefaultUrgency) {
        var details = TermDetails()
        switch entry.due {
        case .now: details.hours = 0
        case .hours(let hours): details.hours = hours
        case .workingDays(let days): details.workingDays = days
        }
        self.init(.urgency, entry.term, details: details)
    }

    fileprivate init(_ entry: DefaultFirstChoice) {
        var details = TermDetails()
        details.classes = entry.classes
        self.init(.firstChoice, entry.term, parent: entry.area, details: details)
    }
}
