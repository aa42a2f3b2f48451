import Values
import Web

extension SayForm {
    var what: HTML {
        """
        \(scene.head(isWish ? SayPhrase.wish : .words))
        \(Look.fields(questions(.what), in: language))
        \(Look.acts(go(.place, .nextWhere, .big)))
        \(Look.note("\(scene(SayPhrase.urgent))"))
        """
    }

    var place: HTML {
        """
        \(same.map { Look.field($0, in: language) })\
        \(scene.head(SayPhrase.whereTitle, note: SayPhrase.whereHint))
        \(if: !model.line.isEmpty, chosen)
        \(nearer.map { Look.field($0, in: language) })
        \(if: !finerIsLast, Look.acts(go(.nearer, .finer, .line)))
        \(Look.field(spot, in: language))
        \(Look.acts(go(.you, .nextYou, .big), go(.what, .back, .plain)))
        """
    }

    /// At the last level nothing nearer can follow, so the way on is enough.
    private var finerIsLast: Bool { model.nearerKind == nil || model.nearerKind == .stairwell }

    private var chosen: HTML {
        Look.facts([
            (scene(SayPhrase.chosen), "\(placeText)　\(go(.again, .chooseAgain, .plain))")
        ])
    }

    var placeText: String {
        if model.line.isEmpty { return scene(SayPhrase.wholeCommunity) }
        return model.line.map(\.name).joined(separator: " ")
    }

    var you: HTML {
        """
        \(scene.head(SayPhrase.youTitle, note: SayPhrase.youNote))
        \(Look.fields(questions(.you), in: language))
        \(summary)
        \(Look.acts(go(.send, .send, .big), go(.place, .back, .plain)))
        """
    }

    private var summary: HTML {
        let spot = draft.spot.isEmpty ? "" : "，" + draft.spot
        let first = model.firstChoices.first { $0.key == draft.first }?.name ?? scene(SayPhrase.notSaid)
        return Look.section(
            scene(SayPhrase.summary),
            Look.facts([
                (scene(SayPhrase.wordsLabel), "\(draft.words)　\(go(.what, .change, .plain))"),
                (scene(PublicPhrase.kind), "\(first)　\(go(.what, .change, .plain))"),
                (scene(SayPhrase.forWhom), "\(draft.forWhom.title[language])　\(go(.what, .change, .plain))"),
                (scene(PublicPhrase.place), "\(placeText)\(spot)　\(go(.place, .change, .plain))"),
            ]))
    }

    private func go(_ press: SayDraft.Press, _ phrase: SayPhrase, _ weight: Look.Weight) -> HTML {
        Look.send(scene(phrase), weight, name: "go", value: press.rawValue)
    }

    // MARK: From a stairwell's poster

    var quickHead: HTML {
        scene.head(SayPhrase.quickTitle(placeText), note: SayPhrase.quickNote)
    }

    /// One page: a tap into the words, a tap on the kind, a tap into the number, a tap to send: four at most.
    var quick: HTML {
        let more = [forWhom, spot, name, photo]
        let isOpen = more.contains { $0.fault != nil }
        return """
            <input type="hidden" name="quick" value="1">\
            <input type="hidden" name="place" value="\(draft.place)">
            \(Look.fields([words, first, phone], in: language))
            \(Look.acts(go(.send, .send, .big)))
            <details\(if: isOpen, " open")><summary>\(scene(SayPhrase.more))</summary>
            \(Look.fields(more, in: language))
            \(Look.acts(go(.send, .send, .line)))
            </details>
            <p class="note">\(Look.link(scene(SayPhrase.otherPlace), scene.link("/say")))　\
            \(scene(SayPhrase.urgent))</p>
            """
    }
}
