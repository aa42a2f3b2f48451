import Actions
import People
import Storage
import Values
import Web

/// What the forms of resources do.
enum ResourceVerbs {
    static func add(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        var filled = try ResourceForm.read(fields)
        filled.content.ownerAccount = try await ResourceForm.owner(filled.ownerPhone, visit)
        // Whoever registers without being staff registers their own.
        if !visit.actor.isStaff { filled.content.ownerAccount = visit.actor.account }
        let action = AddResource(content: filled.content, contact: filled.contact)
        let made = try await visit.perform(action, fields: fields)
        return .made(made, see: "/resources/\(made.number)")
    }

    /// The resource that the address names.
    private static func resource(_ visit: Visit) async throws -> Resource {
        try await visit.house.database.read { try ResourcePage.resource(visit, $0) }
    }

    static func edit(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        var filled = try ResourceForm.read(fields)
        let resource = try await resource(visit)
        filled.content.ownerAccount =
            try await ResourceForm.owner(filled.ownerPhone, visit) ?? resource.content.ownerAccount
        let action = EditResource(
            resource: resource.id, content: filled.content,
            contact: filled.contact.isEmpty ? nil : filled.contact,
            mayOverbook: filled.mayOverbook)
        _ = try await visit.perform(action, fields: fields)
        return .done(see: "/resources/\(resource.number)")
    }

    static func pause(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let resource = try await resource(visit)
        _ = try await visit.perform(
            PauseResource(resource: resource.id, isActive: !resource.isActive), fields: fields)
        return .done(see: "/resources/\(resource.number)")
    }

    static func verify(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let resource = try await resource(visit)
        var reader = FormReader(fields)
        let how = reader.choice("how", of: VerificationWay.self) ?? .call
        let note = reader.line("note", 200, required: false)
        try reader.finish()
        _ = try await visit.perform(
            VerifyResource(resource: resource.id, how: how, note: note), fields: fields)
        return .done(see: "/resources/\(resource.number)#verify")
    }

    static func share(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let resource = try await resource(visit)
        var reader = FormReader(fields)
        let to = PlacePath(text: reader.line("to", 200))
        try reader.finish()
        let made = try await visit.perform(ShareResource(resource: resource.id, to: to), fields: fields)
        return .made(made, see: "/resources/\(resource.number)#shares")
    }

    static func endShare(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let resource = try await resource(visit)
        guard let share = Identifier(try visit.parameter("share")) else { throw GroundRefusal.notFound }
        _ = try await visit.perform(EndShare(resource: resource.id, share: share), fields: fields)
        return .done(see: "/resources/\(resource.number)#shares")
    }
}

/// What the forms of links do. What goes to another community is carried right away, and again by the job.
enum LinkVerbs {
    static let proposal: [Input] = [
        Input("resource", ResourcePhrase.name.text, .identifier, required: true),
        Input("of", LinkPhrase.whoCanHelp.text, .identifier),
        Input("quantity", LinkPhrase.quantity.text, .number(1...1_000_000_000), required: true),
        Input("day", LinkPhrase.wantedDay.text, .day), Input("note", LinkPhrase.note.text, .line(200)),
        .choice("kind", LinkPhrase.kind.text, of: LinkKind.self),
        Input("reasons", LinkPhrase.how.text, .line(500)), Input("overbook", LinkPhrase.overbook.text, .flag),
    ]
    static let answer: [Input] = [
        Input(
            "answer", DeskPhrase.answerHead.text, .choice(["accept", "decline", "other-day"]),
            required: true),
        Input("quantity", DeskPhrase.acceptPart.text, .number(1...1_000_000_000)),
        Input("day", DeskPhrase.otherDayWhen.text, .day),
        Input("reason", DeskPhrase.declineWhy.text, .line(200)),
    ]
    static let use: [Input] = [
        Input("day", LinkPhrase.day.text, .day, required: true),
        Input("quantity", LinkPhrase.howMuch.text, .number(1...1_000_000_000), required: true),
        Input("note", LinkPhrase.note.text, .line(200)), Input("exceed", LinkPhrase.mayExceed.text, .flag),
    ]

    private static func need(_ visit: Visit) async throws -> Need {
        try await visit.house.database.read { try LinkingPage.need(visit, $0) }
    }

    private static func id(_ visit: Visit) throws -> Identifier {
        guard let id = Identifier(try visit.parameter("id")) else { throw GroundRefusal.notFound }
        return id
    }

    private static func page(of need: Need) -> Link { "/needs/\(need.number)#links" }

    /// Performs, then carries what was written to other communities; a delivery that fails waits for the job.
    private static func perform<A: Action>(
        _ action: A, _ visit: Visit, _ fields: Fields
    ) async throws -> A.Answer {
        let answer = try await visit.perform(action, fields: fields)
        do { try await ResourceLetters.carrier(visit.house).carry() } catch {
            visit.house.log.warning("letters wait for the job")
        }
        return answer
    }

    static func propose(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await need(visit)
        var reader = FormReader(fields)
        let resource = reader.identifier("resource")
        let quantity = reader.number("quantity", 1...1_000_000_000) ?? 1
        let day = reader.day("day", required: false)
        let note = reader.line("note", 200, required: false)
        let reasons = reader.line("reasons", 500, required: false)
        try reader.finish()
        guard let resource else { throw GroundRefusal.notFound }
        let action = ProposeLink(
            need: need.id, resource: resource, of: fields["of"].flatMap { Identifier($0) } ?? visit.community,
            quantity: quantity, wantedDay: day, kind: fields["kind"].flatMap(LinkKind.init) ?? .use,
            note: note,
            reasons: reasons, overbook: reader.flag("overbook"))
        return .made(try await perform(action, visit, fields), see: page(of: need))
    }

    static func askFeedback(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await need(visit)
        _ = try await perform(AskFeedback(need: need.id), visit, fields)
        return .done(see: "/needs/\(need.number)")
    }

    static func answerLink(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let id = try id(visit)
        var reader = FormReader(fields)
        let kind = reader.choice("answer", among: ["accept", "decline", "other-day"])
        let reason = reader.line("reason", 200, required: kind == "decline")
        let quantity = reader.number("quantity", 1...1_000_000_000, required: false)
        let day = reader.day("day", required: kind == "other-day")
        try reader.finish()
        let answer: LinkAnswer =
            switch (kind, day) {
            case ("other-day", let day?): .otherDay(day, reason: reason)
            case ("accept", _): .accept(quantity: quantity)
            default: .decline(reason: reason)
            }
        _ = try await perform(AnswerLink(reservation: id, answer: answer), visit, fields)
        return .done(see: "/my/resources")
    }

    static func recordUse(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let id = try id(visit)
        let need = try await need(visit)
        var reader = FormReader(fields)
        let day = reader.day("day")
        let quantity = reader.number("quantity", 1...1_000_000_000) ?? 1
        let note = reader.line("note", 200, required: false)
        try reader.finish()
        guard let day else { throw GroundRefusal.notFound }
        let action = RecordUse(
            link: id, day: day, quantity: quantity, note: note, mayExceed: reader.flag("exceed"))
        return .made(try await perform(action, visit, fields), see: page(of: need))
    }

    static func takeDay(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await need(visit)
        _ = try await perform(AcceptOtherDay(link: try id(visit)), visit, fields)
        return .done(see: page(of: need))
    }

    static func tellOwner(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await need(visit)
        _ = try await perform(TellOwner(link: try id(visit)), visit, fields)
        return .done(see: page(of: need))
    }

    static func end(_ visit: Visit, _ fields: Fields) async throws -> Outcome {
        let need = try await need(visit)
        var reader = FormReader(fields)
        let reason = reader.line("reason", 200)
        try reader.finish()
        _ = try await perform(EndLink(link: try id(visit), reason: reason), visit, fields)
        return .done(see: page(of: need))
    }
}
