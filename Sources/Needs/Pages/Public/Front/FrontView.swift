import Values
import Web

extension FrontPage {
    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.columns(.call, [opening(model, scene), asking(scene)]))
        \(river(model, scene))
        \(if: model.isCommunity, evidence(model, scene), else: communities(model, scene))
        """
    }

    /// The date as it is said, and the year's one sentence.
    private func opening(_ model: Model, _ scene: Scene) -> HTML {
        let lunar = LunarDay(model.day)?.name(scene.language)
        let figures = model.figures
        let done = figures.doneThisYear == 0 ? FrontPhrase.doneNone : .done(figures.doneThisYear)
        let sentence: HTML =
            if figures.saidThisYear == 0 {
                "\(scene(FrontPhrase.toldNone))"
            } else {
                """
                \(scene(FrontPhrase.told(figures.toldThisYear)))<br>\
                \(Look.good(scene(done)))\
                \(scene(SignPhrase.stop))
                """
            }
        return """
            <p class="note">\(model.day.long(scene.language))\(if: lunar != nil, "　\(lunar ?? "")")</p>
            \(Look.say(sentence))
            \(if: model.isCommunity, opened(model, scene))
            """
    }

    /// The way from the sentence's figures to exactly what they count.
    private func opened(_ model: Model, _ scene: Scene) -> HTML {
        let list = scene.link("/needs/public").adding(query: "year", "\(model.day.year)")
        let done = model.figures.doneThisYear, told = model.figures.toldThisYear
        var links: [HTML] = []
        if told > 0 { links.append(Look.link(scene(FrontPhrase.seeTold(told)), list)) }
        if done > 0 {
            links.append(Look.link(scene(FrontPhrase.seeDone(done)), list.adding(query: "step", "done")))
        }
        let times = model.figures.saidThisYear
        let voices: HTML = times > told ? "\(scene(FrontPhrase.voices(times: times)))" : ""
        return links.isEmpty ? .empty : Look.note(voices) + Look.note(links.joined(by: "　"))
    }

    private func asking(_ scene: Scene) -> HTML {
        Look.ask(
            scene(FrontPhrase.sayAloud),
            """
            <p class="note">\(scene(PublicPhrase.sayHint))</p>
            <p>\(Look.button(scene(PublicPhrase.sayOne), scene.link("/say"), .big))</p>
            <p class="note">\(scene(PublicPhrase.alreadySaid))\
            \(Look.link(scene(PublicPhrase.lookByNumber), scene.link("/follow")))</p>
            """)
    }

    private func river(_ model: Model, _ scene: Scene) -> HTML {
        let steps = NeedStep.allCases.map { step in
            RiverStep(
                count: model.figures.at(step), title: step.title[scene.language],
                hint: step.hint[scene.language],
                link: model.isCommunity
                    ? scene.link("/needs/public").adding(query: "step", step.rawValue) : nil)
        }
        return Look.river(
            scene(FrontPhrase.river(model.figures.open)), steps, bleed: true, in: scene.language)
    }

    private func evidence(_ model: Model, _ scene: Scene) -> HTML {
        """
        <div class="sec">\(Look.columns(.two, [solved(model, scene), areas(model, scene)]))</div>
        \(wishes(model, scene))
        """
    }

    private func solved(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.solved.isEmpty else {
            return "<h2>\(scene(FrontPhrase.solved))</h2>\(Look.empty(scene(FrontPhrase.solvedNone)))"
        }
        let rows = model.solved.map { row in
            let day = (row.closed ?? row.said).near(model.day, scene.language)
            let when = row.outcome == "partly" ? FrontPhrase.helpedPartly(day) : .helped(day)
            return ListRow("\(row.title(scene.language))", when: scene(when) + "　" + row.place)
        }
        return """
            <h2>\(scene(FrontPhrase.solved))</h2>
            \(Look.note("\(scene(FrontPhrase.solvedNote))"))
            \(Look.rows(rows))
            """
    }

    private func areas(_ model: Model, _ scene: Scene) -> HTML {
        let most = model.areas.map(\.figures.open).max() ?? 0
        guard most > 0 else { return .empty }
        let bars = model.areas.map { area in
            BarRow(
                area.name, area.figures.open,
                link: scene.link("/needs/public").adding(query: "step", "open").adding(
                    query: "at", area.code),
                present: area.figures.open == most)
        }
        return """
            <h2>\(scene(FrontPhrase.areas))</h2>
            \(Look.note("\(scene(FrontPhrase.areasNote))"))
            \(Look.bars(bars))
            \(if: model.openPrivate > 0, privately(model.openPrivate, scene))
            """
    }

    /// Those that stand in no area, so that the bars and the sum agree.
    private func privately(_ count: Int, _ scene: Scene) -> HTML {
        let list = scene.link("/needs/public").adding(query: "step", "open").adding(
            query: "class", PublicNeedsPage.privateKey)
        return Look.note("\(Look.link(scene(FrontPhrase.alsoPrivate(count)), list))")
    }

    private func wishes(_ model: Model, _ scene: Scene) -> HTML {
        let more: HTML = """
            <p class="note">\(Look.link(
                scene(FrontPhrase.allWishes(model.figures.openWishes)), scene.link("/wishes")))</p>
            """
        let body =
            model.wishes.isEmpty
            ? Look.empty(
                scene(FrontPhrase.wishesNone),
                "<p>\(Look.link(scene(WishPhrase.tellOne), scene.link("/say")))</p>")
            : WishTable.view(model.wishes, scene) + more
        return Look.section(scene(FrontPhrase.wishes), note: "\(scene(FrontPhrase.wishesNote))", body)
    }

    /// The same figures for each community below, and the sum.
    private func communities(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.communities.isEmpty else {
            return Look.section(
                scene(FrontPhrase.communities), Look.empty(scene(FrontPhrase.noCommunities)))
        }
        let columns = [
            Column(scene(FrontPhrase.communities), .main), Column(scene(FrontPhrase.saidSoFar), .number),
            Column(scene(FrontPhrase.doneSoFar), .number), Column(scene(FrontPhrase.openNow), .number),
        ]
        let rows = model.communities.map { place -> TableRow in
            let name: HTML =
                place.front.flatMap(Link.local).map { Look.link(place.name, $0) } ?? "\(place.name)"
            return TableRow([
                name, "\(place.figures.toldThisYear)", "\(place.figures.doneThisYear)",
                "\(place.figures.open)",
            ])
        }
        let total = TableRow([
            "\(scene(FrontPhrase.total))", "\(model.figures.toldThisYear)", "\(model.figures.doneThisYear)",
            "\(model.figures.open)",
        ])
        let table = Table(scene(FrontPhrase.communities), columns, rows, total: total, shape: .tight)
        return Look.section(
            scene(FrontPhrase.communities), note: "\(scene(FrontPhrase.communitiesNote))",
            """
            \(Look.table(table, in: scene.language))
            \(Look.acts(Look.button(scene(FrontPhrase.compare), scene.link("/city"), .line)))
            """)
    }
}
