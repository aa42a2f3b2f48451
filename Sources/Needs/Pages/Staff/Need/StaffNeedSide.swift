import Values
import Web

/// The facts of a need beside its course, and what else may be done with it, folded away.
struct StaffNeedSide {
    let need: StaffNeed
    let scene: Scene

    private var language: Language { scene.language }
    private var words: Vocabulary { need.vocabulary }

    var html: HTML { "\(Look.facts(facts))\(same)\(merged)\(doings)" }

    // MARK: Facts

    private var facts: [(name: String, value: HTML)] {
        let area = words.area(of: need.classKey)?.name[language]
        let kind = [area, words.className(need.classKey)[language]].compactMap { $0 }.joined(separator: " › ")
        var facts: [(NeedPhrase, HTML)] = [
            (.owner, owner), (.due, scene.due(need.due, isOpen: need.state.isOpen)), (.kind, "\(kind)"),
            (.place, place), (.who, who), (.contactBy, "\(need.contactBy.title[language])"),
            (.consent, consent),
            (.source, "\(words.name(.source, need.source)[language])"),
        ]
        if !need.group.isEmpty { facts.append((.group, "\(words.name(.group, need.group)[language])")) }
        if need.quantity > 1 { facts.append((.quantity, "\(need.quantity)")) }
        if let bestBy = need.bestBy, !bestBy.isEmpty { facts.append((.bestBy, "\(bestBy)")) }
        var filter = LedgerFilter()
        filter.classKey = need.classKey
        facts.append((.alike, Look.link(scene(NeedPhrase.alikeCount(need.alike)), scene.link(filter.link()))))
        return facts.map { (name: scene($0.0), value: $0.1) }
    }

    private var owner: HTML {
        let name = need.ownerName.isEmpty ? scene(NeedPhrase.nobody) : need.ownerName
        guard let asked = need.transferToName else { return "\(name)" }
        return "\(name)\(Look.fine("\(scene(NeedPhrase.waitsFor(asked)))"))"
    }

    private var place: HTML {
        let spots = [need.placeName, need.spot].filter { !$0.isEmpty }.joined(separator: "　")
        var filter = LedgerFilter()
        filter.place = need.placeCode
        return """
            \(spots.isEmpty ? need.gridName : spots)　\
            \(Look.link(need.gridName, scene.link(filter.link())))
            """
    }

    /// Name and telephone are seen only with a reason, and each look is written down.
    private var who: HTML {
        guard need.hasContact else { return "\(scene(NeedPhrase.unnamed))" }
        if let contact = need.contact {
            let phone = Link.phone(contact.phone).map { Look.link(contact.phone, $0) }
            return "\(contact.name)　\(phone)\(Look.fine("\(scene(NeedPhrase.openTenMinutes))"))"
        }
        guard need.allows(NeedsRights.contact) else { return "\(scene(NeedPhrase.sealed))" }
        return fold(.seePhone, "contact-openings") { side in
            side.form(
                "contact-openings", [side.text("reason", .lookWhy).hint(scene(NeedPhrase.lookHint))],
                send: .open)
        }
    }

    private var consent: HTML {
        if let at = need.consent {
            return Look.good(scene(NeedPhrase.consented(at.day(in: scene.zone).near(scene.today, language))))
        }
        guard need.allows(NeedsRights.consent), need.state.isOpen else {
            return "\(scene(NeedPhrase.notConsented))"
        }
        let asking = fold(.askConsent, "consent") { side in
            side.form(
                "consent", [side.text("heard", .heard).hint(scene(NeedPhrase.heardHint))], send: .agreed)
        }
        return "\(scene(NeedPhrase.notConsented)) \(asking)"
    }

    /// What may say the same, each to be merged into with one press by whoever finds it so.
    private var same: HTML {
        guard !need.same.isEmpty else { return .empty }
        let rows = need.same.map { other in
            let why = other.isNamed ? AlikePhrase.named : .shares(other.likeness)
            let merge = scene.form(
                "/needs/\(need.number)/merge", part: other.number,
                [Field("into", "", .hidden).value(other.number)], send: AlikePhrase.merge(other.number))
            return ListRow(
                "\(Look.link(other.title, scene.link("/needs/\(other.number)")))\(if: mayMerge, merge)",
                when: other.about(language) + "　" + scene(why))
        }
        return Look.section(AlikeRoute.title(need.same, language), Look.rows(rows))
    }

    private var mayMerge: Bool { need.allows(NeedsRights.handle) && need.held == .no && need.state.isOpen }

    private var merged: HTML {
        guard !need.merged.isEmpty else { return .empty }
        return Look.section(
            scene(NeedPhrase.merged(need.merged.count)),
            Look.rows(
                need.merged.map { other in
                    ListRow(
                        Look.link(other.title, scene.link("/needs/\(other.serial)")),
                        when: "\(other.serial)　\(other.placeName.isEmpty ? other.gridName : other.placeName)")
                }))
    }

    // MARK: Doings

    /// A form folded away; open where it was sent and could not be done.
    private func fold(_ title: NeedPhrase, _ noun: String, _ body: (StaffNeedSide) -> HTML) -> HTML {
        let inside = StaffNeedSide(need: need, scene: scene.of(noun))
        return """
            <details\(if: scene.wasSent(noun), " open")><summary>\(scene(title))</summary>\
            \(body(inside))</details>
            """
    }

    private func form(_ noun: String, _ fields: [Field], send: NeedPhrase) -> HTML {
        scene.form("/needs/\(need.number)/\(noun)", part: noun, fields, send: send)
    }

    private var doings: HTML {
        guard need.held == .no else { return .empty }
        var all: [HTML] = []
        if need.allows(NeedsRights.release) { all.append(fold(.release, "sentence") { $0.release }) }
        if need.state.isOpen {
            if need.allows(NeedsRights.handle) { all.append(fold(.edit, "edition") { $0.edit }) }
            if need.allows(NeedsRights.transfer) {
                all += [fold(.transfer, "transfer") { $0.transfer }, fold(.refer, "referral") { $0.refer }]
            }
            if need.allows(NeedsRights.assign) { all.append(fold(.assign, "owner") { $0.assign }) }
            if need.allows(NeedsRights.handle) {
                all += [fold(.merge, "merge") { $0.merge }, fold(.close, "closure") { $0.close }]
            }
            if need.allows(NeedsRights.handle), need.state.next.contains(.returned) {
                all.append(fold(.returned, "return") { $0.giveBack })
            }
            if need.allows(NeedsRights.withdraw) { all.append(fold(.withdraw, "withdrawal") { $0.withdraw }) }
        }
        return all.isEmpty ? .empty : Look.section(scene(NeedPhrase.more), all.joined())
    }

    private func text(_ name: String, _ label: NeedPhrase, _ limit: Int = 200) -> Field {
        Field(name, scene(label)).value(scene.fields[name]).fault(scene.fault(name)).limit(limit)
    }

    private func choose(
        _ name: String, _ label: NeedPhrase, _ choices: [Choice], _ value: String? = nil
    ) -> Field {
        Field(name, scene(label), .select([Choice("", scene(NeedPhrase.choose))] + choices))
            .value(scene.fields[name] ?? value).fault(scene.fault(name))
    }

    private func terms(_ list: TermList) -> [Choice] {
        words.terms(list).map { Choice($0.key, $0.name[language]) }
    }

    private func colleagues(but one: Identifier?) -> [Choice] {
        need.colleagues.filter { $0.id != one }.map { Choice($0.id.description, $0.name) }
    }

    private var release: HTML {
        var fields = [
            text("sentence", .sentence, 120).value(scene.fields["sentence"] ?? need.sentence)
                .hint(scene(NeedPhrase.sentenceHint)),
            text("who", .whoPublic, 40).value(scene.fields["who"] ?? need.whoPublic).mayBeEmpty(),
        ]
        if !need.photos.isEmpty {
            fields.append(
                Field(
                    "picture", scene(NeedPhrase.releasePhotos),
                    .several(
                        need.photos.enumerated().map {
                            Choice($0.element.id.description, scene(NeedPhrase.photoNumber($0.offset + 1)))
                        })
                )
                .chosen(need.photos.filter(\.isReleased).map(\.id.description)))
        }
        let back =
            need.isReleased
            ? Look.acts(scene.act(NeedPhrase.takeBack, "/needs/\(need.number)/sentence/removal")) : .empty
        return "\(form("sentence", fields, send: .letOut))\(back)"
    }

    private var edit: HTML {
        form(
            "edition",
            [
                text("title", .titleWords, 60).value(scene.fields["title"] ?? need.title),
                choose("class", .kind, terms(.need), need.classKey),
                choose("group", .group, terms(.group), need.group).mayBeEmpty(),
                choose("urgency", .urgency, terms(.urgency), need.urgency),
            ], send: .keepEdit)
    }

    private var transfer: HTML {
        form(
            "transfer",
            [
                choose("to", .transferTo, colleagues(but: need.owner)), text("reason", .transferWhy),
            ], send: .askThem)
    }

    private var refer: HTML {
        form(
            "referral",
            [
                text("body", .referTo, 60), text("reason", .referWhy),
            ], send: .referSend)
    }

    private var assign: HTML {
        form("owner", [choose("owner", .assignTo, colleagues(but: need.owner))], send: .assignSend)
    }

    private var merge: HTML {
        form(
            "merge",
            [
                text("into", .mergeInto, 20).hint(scene(NeedPhrase.mergeHint))
            ], send: .mergeSend)
    }

    private var close: HTML {
        form(
            "closure",
            [
                choose("outcome", .outcome, terms(.outcome)),
                text("reason", .closeWhy).hint(scene(NeedPhrase.closeHint)),
            ], send: .closeSend)
    }

    private var giveBack: HTML {
        form(
            "return",
            [
                choose("reason", .returnWhy, terms(.returnReason)), text("said", .returnWords).mayBeEmpty(),
            ], send: .returnSend)
    }

    private var withdraw: HTML {
        form("withdrawal", [text("reason", .withdrawWhy)], send: .withdrawSend)
    }
}
