import Actions
import Values
import Web

/// The addresses of the vocabulary and of the owners' rules.
enum SettingsRoutes {
    static let all: [Route] = [
        .page("/settings/terms", NeedsRights.editTerms, Text("类别和期限", "Vocabulary"), TermsPage()),
        term("/settings/terms/{list}", Text("加一项", "Add an entry")),
        term("/settings/terms/{list}/{key}", Text("改一项", "Change an entry")),
        .page("/settings/owners", NeedsRights.setOwners, Text("哪类事归谁", "Rules of owners"), OwnersPage()),
        addRule, removeRule,
    ]

    private static let inputs: [Input] = [
        Input("chinese", Text("中文名", "Chinese name"), .line(40), required: true),
        Input("english", Text("英文名", "English name"), .line(40)),
        Input("parent", Text("服务领域", "Area of service"), .choice([])),
        Input("urgency", Text("急不急", "Urgency"), .choice([])),
        Input("public-space", Text("公共地方的事", "Of public space"), .flag),
        Input("quiet", Text("不公开是哪类事、在哪里", "Neither class nor place made public"), .flag),
        Input("hours", Text("几小时内", "Within hours"), .number(0...10_000)),
        Input("days", Text("几个工作日内", "Within working days"), .number(1...1000)),
        Input("closed", Text("不再用", "No longer used"), .flag),
    ]

    private static func term(_ pattern: String, _ summary: Text) -> Route {
        .verb(
            .post, pattern, NeedsRights.editTerms, summary, fields: inputs, answers: EditedTerm.self,
            shows: TermsPage()
        ) { visit, fields in
            guard let list = TermList(rawValue: try visit.parameter("list")) else {
                throw GroundRefusal.notFound
            }
            var reader = FormReader(fields)
            let key = visit.parameters["key"]
            var edit = EditTerm(list, key: key, chinese: reader.line("chinese", 40))
            edit.english = reader.line("english", 40, required: false)
            edit.isClosed = reader.flag("closed")
            let known = try await visit.house.database.read { reading in
                try VocabularyStore.vocabulary(in: visit.community, reading).term(list, key ?? "")
            }
            edit.hint = known?.hint ?? .empty
            edit.parent = list == .need ? fields["parent"]?.nonEmpty : known?.parent
            edit.details = details(list, known?.details ?? TermDetails(), &reader)
            try reader.finish()
            let answer = try await visit.perform(edit, fields: fields)
            return .done(answer, see: "/settings/terms?list=\(list.rawValue)")
        }
    }

    /// What the rules read of an entry; only what its list uses is taken from the form.
    private static func details(
        _ list: TermList, _ known: TermDetails, _ reader: inout FormReader
    ) -> TermDetails {
        var details = known
        switch list {
        case .need:
            details.urgency = reader.fields["urgency"]?.nonEmpty
            details.isQuiet = reader.flag("quiet")
            details.publicSpace = reader.flag("public-space")
            if details.isQuiet == true, details.publicSpace == true {
                reader.refuse("quiet", SettingsPhrase.quietOrPublic)
            }
        case .urgency:
            details.hours = reader.number("hours", 0...10_000, required: false).map { Int($0) }
            details.workingDays = reader.number("days", 1...1000, required: false).map { Int($0) }
            if details.hours != nil, details.workingDays != nil {
                reader.refuse("days", SettingsPhrase.oneDue)
            }
        default: break
        }
        return details
    }

    private static let addRule = Route.verb(
        .post, "/settings/owners", NeedsRights.setOwners, Text("定一条", "Set a rule"),
        fields: [
            Input("place", Text("地方的代号", "Code of the place"), .line(40)),
            Input("class", Text("类别或领域", "Class or area"), .choice([])),
            Input("owner", Text("归谁", "Owner"), .identifier, required: true),
        ], answers: OwnerRule.self, shows: OwnersPage()
    ) { visit, fields in
        var reader = FormReader(fields)
        let owner = reader.identifier("owner")
        try reader.finish()
        let key = fields["class"] ?? ""
        let words = try await visit.house.database.read {
            try VocabularyStore.vocabulary(in: visit.community, $0)
        }
        let reach: OwnerReach = key.isEmpty ? .every : words.term(.area, key) != nil ? .area(key) : .need(key)
        let place: PlaceMark = fields["place"]?.nonEmpty.map { .code($0) } ?? .id(visit.community)
        let rule = try await visit.perform(
            SetOwnerRule(at: place, for: reach, account: owner ?? visit.community), fields: fields)
        return .made(rule, see: "/settings/owners")
    }

    private static let removeRule = Route.verb(
        .post, "/settings/owners/{rule}/removal", NeedsRights.setOwners, Text("去掉一条", "Remove a rule"),
        shows: OwnersPage()
    ) { visit, fields in
        guard let rule = Identifier(try visit.parameter("rule")) else { throw GroundRefusal.notFound }
        try await visit.perform(RemoveOwnerRule(rule), fields: fields)
        return .done(see: "/settings/owners")
    }
}
