import Values
import Web

/// 该您了: what is asked of the reader now, by how far the need has come; one red head a page.
struct NextStep {
    let need: StaffNeed
    let scene: Scene

    private var language: Language { scene.language }

    var html: HTML {
        if need.held == .waiting { return held }
        if let asked = need.transferTo, asked == need.me { return transferred }
        guard need.allows(NeedsRights.handle) else { return .empty }
        switch need.state {
        case .found: return accept
        case .accepted, .identified: return plain(.askHelp, .askHelpHint)
        case .linked: return plain(.askUse, .askUseHint)
        case .using: return plain(.askWait, .askWaitHint)
        case .answered: return feedback
        case .closed, .returned, .withdrawn, .merged: return ended
        }
    }

    private func plain(_ title: NeedPhrase, _ hint: NeedPhrase) -> HTML {
        Look.ask(scene(title), Look.note("\(scene(hint))"))
    }

    private var held: HTML {
        guard need.allows(NeedsRights.admit) else { return .empty }
        return Look.ask(
            scene(NeedPhrase.askHeld),
            """
            \(Look.note("\(scene(NeedPhrase.askHeldHint))"))
            \(Look.acts(scene.act(NeedPhrase.takeIn, "/needs/\(need.number)/admission", .main)))
            \(form("refusal", reason: .refuseWhy, send: .refuse))
            """)
    }

    private var accept: HTML {
        let mine = need.owner == nil || need.owner == need.me
        return Look.ask(
            scene(NeedPhrase.askAccept),
            """
            \(Look.note("\(scene(mine ? NeedPhrase.askAcceptHint : .askAcceptOther(need.ownerName)))"))
            \(Look.acts(scene.act(NeedPhrase.accept, "/needs/\(need.number)/acceptance", .main)))
            """)
    }

    private var transferred: HTML {
        Look.ask(
            scene(NeedPhrase.askTransfer(need.ownerName)),
            """
            \(Look.acts(scene.act(NeedPhrase.takeOver, "/needs/\(need.number)/transfer/acceptance", .main)))
            \(scene.form(
                "/needs/\(need.number)/transfer/refusal", part: "decline",
                [reason(.declineWhy, scene.of("transfer/refusal"))], send: NeedPhrase.decline))
            """)
    }

    private var feedback: HTML {
        let scene = scene.of("heard")
        let fields = [
            Field(
                "satisfaction", scene(NeedPhrase.howWasIt),
                .one(
                    Satisfaction.allCases.reversed().map { Choice("\($0.rawValue)", $0.title[language]) })
            )
            .value(scene.fields["satisfaction"]).fault(scene.fault("satisfaction")),
            Field("said", scene(NeedPhrase.theirWords), .area(rows: 2, draft: nil)).value(
                scene.fields["said"]
            )
            .mayBeEmpty(),
            Field("heard", scene(NeedPhrase.heard)).value(scene.fields["heard"]).fault(scene.fault("heard"))
                .hint(scene(NeedPhrase.heardHint)),
        ]
        return Look.ask(
            scene(NeedPhrase.askFeedback),
            scene.form(
                "/needs/\(need.number)/feedback/heard", part: "feedback", fields,
                send: NeedPhrase.writeFeedback, weight: .main))
    }

    private var ended: HTML {
        let outcome =
            need.outcome.map { need.vocabulary.name(.outcome, $0)[language] } ?? need.state.title[language]
        let words = [outcome, need.reason ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
        if let into = need.mergedInto {
            return Look.fineNews(
                scene(NeedPhrase.mergedInto(into)),
                Look.acts(Look.button(into, scene.link("/needs/\(into)"), .line)))
        }
        return Look.fineNews(
            scene(NeedPhrase.ended(words)),
            form("reopening", reason: .reopenWhy, send: .reopen))
    }

    private func form(_ noun: String, reason label: NeedPhrase, send: NeedPhrase) -> HTML {
        scene.form("/needs/\(need.number)/\(noun)", part: noun, [reason(label, scene.of(noun))], send: send)
    }

    private func reason(_ label: NeedPhrase, _ scene: Scene) -> Field {
        Field("reason", scene(label)).value(scene.fields["reason"]).fault(scene.fault("reason")).limit(200)
    }
}
