import Actions
import Values
import Web

/// What may be done on a need's page: each a form, each the same as JSON.
enum NeedVerbs {
    static let all: [Route] = handling + passing + ending + telling

    /// One verb on the need of the address; afterwards its page again.
    private static func verb<A: NeedAction>(
        _ pattern: String, _ right: Right, _ summary: Text, fields: [Input] = [],
        _ action: @escaping @Sendable (Identifier, inout FormReader) throws -> A
    ) -> Route {
        Route.verb(
            .post, "/needs/{number}/" + pattern, right, summary, fields: fields, shows: StaffNeedPage()
        ) {
            visit, fields in
            let need = try await id(visit)
            var reader = FormReader(fields)
            let done = try action(need.id, &reader)
            try reader.finish()
            try await visit.perform(done, fields: fields)
            return .done(see: "/needs/\(need.number)")
        }
    }

    /// The need of the address, by its number, if the visitor may see it at all.
    static func id(_ visit: Visit) async throws -> (id: Identifier, number: String) {
        try await visit.house.database.read { reading in
            let need = try StaffNeedPage.need(visit, reading)
            return (need.id, need.serial)
        }
    }

    static let reason = Input("reason", Text("为什么", "Why"), .line(200), required: true)
    private static let heard = Input("heard", Text("怎么听到的", "How it was heard"), .line(200))

    private static let handling: [Route] = [
        verb("acceptance", NeedsRights.handle, Text("接办", "Accept")) { id, _ in AcceptNeed(id) },
        verb("admission", NeedsRights.admit, Text("收下先放着的", "Let a held report in")) { id, _ in
            ReleaseHeld(id)
        },
        verb("refusal", NeedsRights.admit, Text("不收先放着的", "Refuse a held report"), fields: [reason]) {
            id, reader in
            RefuseHeld(id, reason: reader.line("reason", 200))
        },
        verb(
            "notes", NeedsRights.note, Text("记一笔", "Note"),
            fields: [
                Input("words", Text("写什么", "Words"), .lines(2000), required: true),
                Input("public", Text("居民也看得到", "The reporter reads it"), .flag),
            ]
        ) { id, reader in
            AddNote(id, words: reader.lines("words", 2000), isPublic: reader.flag("public"))
        },
        verb("contact-openings", NeedsRights.contact, Text("看联系方式", "See the contact"), fields: [reason]) {
            id, reader in
            OpenContact(id, reason: reader.fields["reason"] ?? "")
        },
        verb("consent", NeedsRights.consent, Text("本人同意", "The person agreed"), fields: [heard]) {
            id, reader in
            GiveConsent(id, true, heard: reader.line("heard", 200, required: false))
        },
        verb(
            "edition", NeedsRights.handle, Text("改类别、急不急", "Set class and urgency"),
            fields: [
                Input("title", Text("事由", "Title"), .line(60)),
                Input("class", Text("类别", "Class"), .choice([])),
                Input("group", Text("人群", "Group"), .choice([])),
                Input("urgency", Text("急不急", "Urgency"), .choice([])),
            ]
        ) { id, reader in
            var edit = EditNeed(id)
            edit.title = reader.line("title", 60, required: false).nonEmpty
            edit.classKey = reader.fields["class"]?.nonEmpty
            edit.group = reader.fields["group"]
            edit.urgency = reader.fields["urgency"]?.nonEmpty
            return edit
        },
    ]

    private static let passing: [Route] = [
        verb(
            "transfer", NeedsRights.transfer, Text("请人接手", "Ask another to take it over"),
            fields: [
                Input("to", Text("请谁", "Whom"), .identifier, required: true), reason,
            ]
        ) { id, reader in
            let to = reader.identifier("to") ?? id
            return TransferNeed(id, to: to, reason: reader.line("reason", 200))
        },
        verb("transfer/acceptance", NeedsRights.transfer, Text("接手", "Take it over")) { id, _ in
            AnswerTransfer(id, accepts: true)
        },
        verb("transfer/refusal", NeedsRights.transfer, Text("不接手", "Do not take it over"), fields: [reason]) {
            id, reader in
            AnswerTransfer(id, accepts: false, reason: reader.line("reason", 200))
        },
        verb(
            "referral", NeedsRights.transfer, Text("转给别处帮忙", "Refer"),
            fields: [
                Input("body", Text("请哪里", "Which body"), .line(60), required: true), reason,
            ]
        ) { id, reader in
            ReferNeed(id, to: reader.line("body", 60), reason: reader.line("reason", 200))
        },
        Route.verb(
            .post, "/needs/{number}/owner", NeedsRights.assign, Text("定下谁来办", "Set the owner"),
            fields: [Input("owner", Text("谁", "Who"), .identifier, required: true)],
            answers: AssignedNeeds.self,
            shows: StaffNeedPage()
        ) { visit, fields in
            let need = try await id(visit)
            var reader = FormReader(fields)
            let owner = reader.identifier("owner")
            try reader.finish()
            let answer = try await visit.perform(AssignNeeds([need.id], to: owner ?? need.id), fields: fields)
            return .done(answer, see: "/needs/\(need.number)")
        },
        Route.verb(
            .post, "/needs/{number}/merge", NeedsRights.handle, Text("并入另一件", "Merge into another"),
            fields: [Input("into", Text("并入哪件", "Into which"), .line(20), required: true)],
            shows: StaffNeedPage()
        ) { visit, fields in
            let need = try await id(visit)
            var reader = FormReader(fields)
            let serial = reader.line("into", 20)
            try reader.finish()
            let into = try await visit.house.database.read { reading in
                try NeedStore.need(serial: serial, in: visit.community, reading)
            }
            guard let into, into.held != .arriving else {
                throw FieldRefusal("into", NeedPhrase.noSuchNumber, name: "needs.no-such-number")
            }
            try await visit.perform(MergeNeeds([need.id], into: into.id), fields: fields)
            return .done(see: "/needs/\(into.serial)")
        },
    ]

    private static let ending: [Route] = [
        verb(
            "return", NeedsRights.handle, Text("退回", "Return"),
            fields: [
                Input("reason", Text("为什么", "Why"), .choice([]), required: true),
                Input("said", Text("说明", "Words"), .line(200)),
            ]
        ) { id, reader in
            ReturnNeed(
                id, reason: reader.fields["reason"] ?? "", words: reader.line("said", 200, required: false))
        },
        verb("withdrawal", NeedsRights.withdraw, Text("撤回", "Withdraw"), fields: [reason]) { id, reader in
            WithdrawNeed(id, reason: reader.line("reason", 200))
        },
        verb(
            "closure", NeedsRights.handle, Text("办结", "Close"),
            fields: [
                Input("outcome", Text("结果", "Outcome"), .choice([]), required: true), reason,
            ]
        ) { id, reader in
            CloseNeed(id, outcome: reader.fields["outcome"] ?? "", reason: reader.line("reason", 200))
        },
        verb("reopening", NeedsRights.handle, Text("重新办", "Reopen"), fields: [reason]) { id, reader in
            ReopenNeed(id, note: reader.line("reason", 200))
        },
    ]

    private static let telling: [Route] = [
        verb(
            "sentence", NeedsRights.release, Text("放出给大家看的话", "Release the public sentence"),
            fields: [
                Input("sentence", Text("给大家看的话", "Sentence"), .line(120), required: true),
                Input("who", Text("怎么称呼", "How to call them"), .line(40)),
                Input("picture", Text("放出哪些照片", "Pictures to release"), .choices([])),
            ]
        ) { id, reader in
            let pictures = Set(reader.fields.all("picture").compactMap { Identifier($0) })
            return ReleaseSentence(
                id, sentence: reader.line("sentence", 120), who: reader.line("who", 40, required: false),
                pictures: pictures)
        },
        verb("sentence/removal", NeedsRights.release, Text("收回给大家看的话", "Take the sentence back")) { id, _ in
            TakeSentenceBack(id)
        },
        verb(
            "feedback/heard", NeedsRights.handle, Text("替居民记下反馈", "Write feedback down"),
            fields: [
                .choice(
                    "satisfaction", Text("好不好", "How it went"), of: SatisfactionText.self, required: true),
                Input("said", Text("原话", "Their words"), .lines(500)), heard,
            ]
        ) { id, reader in
            let satisfaction =
                reader.number("satisfaction", 1...3).flatMap { Satisfaction(rawValue: $0) } ?? .almost
            return GiveFeedback(
                id, satisfaction, words: reader.lines("said", 500, required: false),
                heard: reader.line("heard", 200))
        },
    ]

    /// The numbers of ``Satisfaction`` as a form writes them.
    private enum SatisfactionText: String, CaseIterable {
        case no = "1", almost = "2", yes = "3"
    }
}

extension String {
    /// Nil where there is nothing.
    var nonEmpty: String? { isEmpty ? nil : self }
}
