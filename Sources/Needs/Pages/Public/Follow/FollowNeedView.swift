import Values
import Web

extension FollowNeedPage {
    func view(_ model: Model, _ scene: Scene) -> HTML {
        let said = model.said.day(in: .shanghai).near(scene.now.day(in: .shanghai), scene.language)
        let place = model.spot.isEmpty ? model.place : model.place + " " + model.spot
        let others = scene.refusals.filter { $0.field == nil }.map { $0.text[scene.language] }
        return """
            \(Look.note("\(scene(FollowPhrase.head(model.number, said, place)))"))
            \(Look.say(sentence(model, scene)))
            \(Look.faults([], also: others, in: scene.language))
            <div class="gap">\(Look.columns(.even, [aside(model, scene), course(model, scene)]))</div>
            <div class="sec">\(Look.columns(.two, [who(model, scene), keep(model, scene)]))</div>
            \(further(model, scene))
            """
    }

    /// The page's news in one sentence.
    private func sentence(_ model: Model, _ scene: Scene) -> HTML {
        if model.isHeld { return scene.clauses(FollowPhrase.held) }
        switch model.state {
        case .found: return scene.clauses(FollowPhrase.found)
        case .accepted, .identified: return scene.clauses(FollowPhrase.identified)
        case .linked: return scene.clauses(FollowPhrase.linked)
        case .using: return scene.clauses(FollowPhrase.used)
        case .answered:
            let mark = scene.language == .chinese ? "？" : "?"
            return """
                \(scene.clauses(FollowPhrase.asking(model.title)))\
                <span class="nb">\(scene(FollowPhrase.useIt))\
                \(Look.asked(scene(FollowPhrase.howWasIt)))\(mark)</span>
                """
        case .closed:
            if model.satisfaction == .yes { return Look.good(scene(FollowPhrase.closedDone)) }
            return scene.clauses(FollowPhrase.closedNot(model.outcome ?? ""))
        case .returned: return Look.asked(scene(FollowPhrase.returned))
        case .withdrawn: return scene.clauses(FollowPhrase.withdrawn)
        case .merged: return scene.clauses(FollowPhrase.merged(model.mergedInto ?? ""))
        }
    }

    /// What is asked of the reporter now; what they said and are shown stands there otherwise.
    private func aside(_ model: Model, _ scene: Scene) -> HTML {
        let answered: HTML? = model.satisfaction.map {
            Look.note("\(scene(FollowPhrase.thanked($0.title[scene.language])))")
        }
        let reason: HTML? = model.reason.map { Look.lead("\($0)") }
        return """
            \(if: model.asksFeedback, feedback(model, scene))
            \(reason)\(answered)
            \(if: !model.asksFeedback, Look.quote(model.words))
            \(photos(model, scene))
            """
    }

    private func feedback(_ model: Model, _ scene: Scene) -> HTML {
        let choices = Satisfaction.allCases.reversed().map { answer in
            Choice(
                "\(answer.rawValue)", answer.title[scene.language],
                hint: answer == .almost ? scene(FollowPhrase.almostHint) : nil)
        }
        let fields = [
            Field("answer", scene(FollowPhrase.feedbackLead), .one(choices)).value(scene.fields["answer"])
                .fault(scene.fault("answer")),
            Field("more", scene(FollowPhrase.more)).value(scene.fields["more"]).fault(scene.fault("more"))
                .limit(300).mayBeEmpty(),
        ]
        return Look.ask(
            scene(FollowPhrase.feedbackTitle),
            """
            <p>\(scene(FollowPhrase.feedbackWhy))</p>
            \(Look.form(
                scene.link("/follow/\(model.number)/feedback"), frame: scene.frame, rid: scene.rid,
                """
                \(Look.fields(fields, in: scene.language))
                \(Look.acts(Look.send(scene(FollowPhrase.tell), .big)))
                \(Look.note("\(scene(FollowPhrase.called))"))
                """))
            """)
    }

    private func photos(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.photos.isEmpty else { return .empty }
        let numbered = model.photos.enumerated().map { (number: $0.offset + 1, id: $0.element) }
        return """
            <p class="note">\(scene(FollowPhrase.photos))：\(numbered, each: { photo in
                let link = scene.link("/follow/\(model.number)/photos/\(photo.id)")
                return "\(Look.link(scene(FollowPhrase.photo(photo.number)), link))　"
            })</p>
            """
    }

    // MARK: The course

    private func course(_ model: Model, _ scene: Scene) -> HTML {
        "<h2>\(scene(FollowPhrase.courseTitle))</h2>\(Look.course(past(model, scene) + ahead(model, scene)))"
    }

    private func past(_ model: Model, _ scene: Scene) -> [CourseStep] {
        model.course.enumerated().map { index, entry in
            let isLast = index == model.course.count - 1 && model.state.isOpen
            let author = index == 0 ? scene(FollowPhrase.youSaid) : entry.author
            let when = entry.at.short(in: .shanghai, now: scene.now, scene.language)
            let body: HTML = "\(entry.words, each: { "<p>\($0)</p>" })"
            let asked: HTML =
                isLast && model.asksFeedback ? "<p>\(scene(FollowPhrase.waitingForYou))</p>" : ""
            return CourseStep(
                entry.title(scene.language), isLast ? .now : .past,
                when: author.isEmpty ? when : "\(when)　\(author)", body + asked)
        }
    }

    /// The dry bed: the steps that are still to come.
    private func ahead(_ model: Model, _ scene: Scene) -> [CourseStep] {
        guard let now = model.state.step, let index = NeedStep.allCases.firstIndex(of: now) else { return [] }
        return NeedStep.allCases.dropFirst(index + 1).map { step in
            CourseStep(step.title[scene.language], .next, when: step.hint[scene.language])
        }
    }

    // MARK: Who, and what one may do

    private func who(_ model: Model, _ scene: Scene) -> HTML {
        let today = scene.now
        let due: HTML? = model.due.map { due in
            if let late = due.late(at: today, in: .shanghai, scene.language) {
                return "<p>\(Look.asked(scene(FollowPhrase.late(late))))</p>"
            }
            return "<p>\(scene(FollowPhrase.dueBy(due.day(in: .shanghai).long(scene.language))))</p>"
        }
        let name: HTML = model.owner.isEmpty ? "\(scene(FollowPhrase.notOwned))" : "<em>\(model.owner)</em>"
        return """
            <h2>\(scene(FollowPhrase.whoTitle))</h2>
            <p>\(name)</p>\(due)
            \(Look.note("\(scene(FollowPhrase.reach(model.footLine)))"))
            """
    }

    private func keep(_ model: Model, _ scene: Scene) -> HTML {
        let address = scene.absolute("/follow")
        return """
            <h2>\(scene(FollowPhrase.keepTitle))</h2>
            \(Look.figure(model.number))
            \(Look.note("\(scene(FollowPhrase.keepNote))　\(address)"))
            \(Paper.code(address, label: address))
            """
    }

    private func further(_ model: Model, _ scene: Scene) -> HTML {
        let addsWord = model.state != .merged
        let columns = Look.columns(
            .two,
            [
                "\(if: addsWord, word(model, scene))",
                """
                \(if: model.state.isOpen, consent(model, scene))
                \(if: model.mayWithdraw, withdraw(model, scene))
                """,
            ])
        return "<div class=\"sec\">\(columns)</div>"
    }

    private func word(_ model: Model, _ scene: Scene) -> HTML {
        let field = Field(
            "words", scene(FollowPhrase.wordLabel), .area(rows: 3, draft: "word-\(model.number)")
        )
        .hint(scene(FollowPhrase.wordHint)).value(scene.fields["words"])
        .fault(scene.fault("words")).limit(300)
        return """
            <h2>\(scene(FollowPhrase.wordTitle))</h2>
            \(Look.form(
                scene.link("/follow/\(model.number)/words"), frame: scene.frame, rid: scene.rid,
                scene.sent([field], FollowPhrase.addWord, .line)))
            """
    }

    private func consent(_ model: Model, _ scene: Scene) -> HTML {
        let link = scene.link("/follow/\(model.number)/consent")
        let given = model.consent.map {
            $0.day(in: .shanghai).near(scene.now.day(in: .shanghai), scene.language)
        }
        let note = given.map { FollowPhrase.consentGiven($0) } ?? .consentQuestion
        let button =
            given == nil
            ? Look.send(scene(FollowPhrase.consentYes), .line, name: "agree", value: "1")
            : Look.send(scene(FollowPhrase.consentTake), .line)
        return """
            <h2>\(scene(FollowPhrase.consentTitle))</h2>
            \(Look.note("\(scene(note))"))
            \(Look.form(link, frame: scene.frame, rid: scene.rid, Look.acts(button)))
            """
    }

    private func withdraw(_ model: Model, _ scene: Scene) -> HTML {
        let field = Field("reason", scene(FollowPhrase.reason)).value(scene.fields["reason"])
            .fault(scene.fault("reason")).mayBeEmpty()
        return """
            <details\(if: scene.fault("reason") != nil, " open")>\
            <summary>\(scene(FollowPhrase.withdrawTitle))</summary>
            \(Look.note("\(scene(FollowPhrase.withdrawNote))"))
            \(Look.form(
                scene.link("/follow/\(model.number)/withdraw"), frame: scene.frame, rid: scene.rid,
                scene.sent([field], FollowPhrase.withdraw, .line)))
            </details>
            """
    }
}
