import Values
import Web

/// How a proposal looks: its news, both maps, the building in hand, the figures, and what becomes of it.
struct ProposalView {
    let model: ProposalPage.Model
    let scene: Scene

    private var language: Language { scene.language }
    private var address: Link { scene.link("/grids/\(model.number)") }

    var whole: HTML {
        """
        \(Look.crumb([NavItem(title: scene(ProposalPhrase.proposals), link: scene.link("/grids"))],
            scene(ProposalPhrase.proposalTitle(model.number)), in: language))
        \(Look.head(scene(ProposalPhrase.proposalTitle(model.number)), note: made))
        \(scene.faults([adoptFrom]))
        \(hindrance)
        \(Look.planPatterns)
        <div class="flow gap-s" data-swap>
        \(Look.lead(HTML(text: news)))
        \(Look.columns(.plans, [todayMap, proposedMap]))
        \(if: model.mayChange, hand)
        \(Look.section(scene(ProposalPhrase.figuresTitle),
            note: HTML(text: scene(ProposalPhrase.figuresNote)), figures))
        </div>
        \(if: model.mayChange, deciding)
        \(if: model.state == .awaited, awaiting)
        """
    }

    private var made: HTML {
        let stamp = Look.stamp(model.state.title[language], model.state.stamp)
        let likeness = model.likeness.map {
            $0.title[language].split { "：:".contains($0) }.first.map(String.init) ?? ""
        }
        let words = scene(
            ProposalPhrase.madeBy(
                model.author, scene.moment(model.made),
                likeness.joined(separator: language == .english ? ", " : "、")))
        let decided = model.decided.map {
            scene(ProposalPhrase.decidedOn($0.day(in: .shanghai).long(language)))
        }
        let from = model.from.map { scene(ProposalPhrase.inForce($0.long(language))) }
        return "\(stamp) \(words)\(decided ?? "")\(from ?? "")"
    }

    private var news: String {
        let isFewer = model.proposed.grids.count < model.today.grids.count
        let alike = model.moreAlike.map { more -> String in
            if more >= 0 { return scene(ProposalPhrase.moreAlike(more / 10)) }
            return scene(
                isFewer ? ProposalPhrase.largerLessAlike(-more / 10) : .lessAlike(-more / 10))
        }
        let whole = scene(
            ProposalPhrase.worst(
                share(model.proposed.worst), share(model.today.worst), model.moved))
        let pieces = model.proposed.isContiguous ? "" : scene(ProposalPhrase.inPieces)
        return [whole, alike ?? "", pieces].joined(separator: language == .english ? " " : "")
    }

    private func share(_ thousandths: Int) -> String { "\(thousandths / 10).\(thousandths % 10)%" }

    // MARK: Maps

    private func name(_ chinese: String, _ english: String) -> String {
        language == .english && !english.isEmpty ? english : chinese
    }

    private var todayMap: HTML {
        let items = model.buildings.map { building in
            PlanDrawing.Item(
                title: "", link: nil, position: building.position, stairwells: building.stairwells,
                grid: building.today)
        }
        let grids = model.todayGrids.map { PlanDrawing.Grid(title: name($0.name, $0.english), area: $0.area) }
        let drawing = PlanDrawing("today", scene(ProposalPhrase.todayMap), items, grids: grids)
        let areas = Set(model.todayGrids.map(\.area)).count
        let note = scene(ProposalPhrase.gridsInAreas(model.today.grids.count, areas))
        return """
            <h2>\(scene(ProposalPhrase.today))</h2>
            <figure>\(Look.plan(drawing.picture))\
            <figcaption>\(note)</figcaption></figure>
            """
    }

    private var proposedGrids: [GridPlan.Division] { model.divisions.filter { $0.kind == .grid } }

    private var proposedMap: HTML {
        let numbers = Dictionary(proposedGrids.enumerated().map { ($0.element.number, $0.offset) }) {
            first, _ in first
        }
        let items = model.buildings.map { building in
            // What stands in the middle of its grid can go nowhere.
            let isOpen = model.mayChange && (building.isBoundary || building.code == model.chosen)
            return PlanDrawing.Item(
                title: name(building.name, building.english),
                link: isOpen ? address.setting(query: "at", building.code) : nil,
                position: building.position, stairwells: building.stairwells,
                grid: numbers[building.grid],
                isCurrent: building.code == model.chosen || (model.chosen == nil && building.isByHand))
        }
        let grids = proposedGrids.map {
            PlanDrawing.Grid(title: $0.title(language), area: ($0.area ?? 1) - 1)
        }
        let drawing = PlanDrawing("next", scene(ProposalPhrase.proposedMap), items, grids: grids)
        let note = scene(
            ProposalPhrase.gridsInAreas(
                model.proposed.grids.count, model.divisions.count - proposedGrids.count))
        return """
            <h2>\(scene(ProposalPhrase.proposed))</h2>
            <figure>\(Look.plan(drawing.picture))<figcaption>\(note) \
            \(if: model.mayChange, pressing)</figcaption></figure>
            """
    }

    private var pressing: HTML {
        "<span class=\"no-print\">\(scene(ProposalPhrase.pressBuilding))</span>"
    }

    // MARK: By hand

    private var hand: HTML {
        let asked = scene.visit.value("at") ?? ""
        let isUnknown = !asked.isEmpty && model.chosen == nil
        let field = Field("at", scene(GridsPhrase.building)).value(asked)
            .hint(scene(ProposalPhrase.buildingHint))
            .fault(isUnknown ? scene(GridsPhrase.noSuchBuilding(asked)) : nil)
        let choosing = Look.choosing(address, field, send: scene(ProposalPhrase.lookAt), in: language)
        return Look.section(
            scene(ProposalPhrase.byHandTitle), note: HTML(text: scene(ProposalPhrase.byHandProposal)),
            id: "hand",
            "\(choosing)\(chosen)")
    }

    private var chosen: HTML {
        guard let building = model.buildings.first(where: { $0.code == model.chosen }) else { return .empty }
        let grid = proposedGrids.first { $0.number == building.grid }?.title(language) ?? ""
        let title = scene(GridsPhrase.buildingIn(name(building.name, building.english), grid))
        let rows = model.targets.map { target -> ListRow in
            let to = proposedGrids.first { $0.number == target.grid }?.title(language) ?? ""
            let words = scene(
                ProposalPhrase.afterwards(
                    to, "\(target.households)", ProposalFigures.percent(target.deviation), grid,
                    "\(target.leftHouseholds)", ProposalFigures.percent(target.leftDeviation)))
            return ListRow("\(form(building.code, target.grid, to)) \(words)")
        }
        return """
            <h3 tabindex="-1" data-focus>\(title)</h3>
            \(if: rows.isEmpty, Look.note(HTML(text: scene(ProposalPhrase.inTheMiddle))),
                else: Look.rows(rows))
            """
    }

    private func form(_ building: String, _ grid: Int, _ title: String) -> HTML {
        """
        <form method="post" action="\(link: scene.link("/grids/\(model.number)/buildings"))" class="inline">\
        <input type="hidden" name="csrf" value="\(scene.frame.csrf)">\
        <input type="hidden" name="rid" value="\(scene.rid)">\
        <input type="hidden" name="building" value="\(building)">\
        <input type="hidden" name="grid" value="\(grid)">\
        \(Look.send(scene(ProposalPhrase.putInto(title)), .small))</form>
        """
    }

    // MARK: Figures

    private var figures: HTML {
        Look.columns(
            .two,
            [
                "<h3>\(scene(ProposalPhrase.today))</h3>\(table(model.today, ProposalPhrase.today))",
                "<h3>\(scene(ProposalPhrase.proposed))</h3>\(table(model.proposed, ProposalPhrase.proposed))",
            ])
    }

    private func table(_ figures: ProposalFigures, _ title: ProposalPhrase) -> HTML {
        let columns =
            [
                Column(scene(GridsPhrase.grid), .main), Column(LoadKind.households.title[language], .number),
                Column(scene(ProposalPhrase.fromEven), .number),
            ] + [LoadKind.people, .elders, .needs].map { Column($0.title[language], .number) } + [
                Column(scene(ProposalPhrase.together), named: true)
            ]
        let rows = figures.grids.map { grid in
            TableRow(
                cells: [
                    .words(name(grid.name, grid.english)), .words("\(grid.load.households)"),
                    .words(ProposalFigures.percent(grid.deviation)),
                ] + [LoadKind.people, .elders, .needs].map { .words("\(grid.load[$0])") } + [
                    grid.pieces == 1
                        ? .words(scene(ProposalPhrase.yes))
                        : .stamp(scene(ProposalPhrase.pieces(grid.pieces)), .late)
                ])
        }
        return Look.table(Table(scene(title), columns, rows, shape: .tight), in: language)
    }

    // MARK: What becomes of it

    /// What stands against it, or stood when its day came.
    private var hindrance: HTML {
        guard let hindrance = model.hindrance else { return .empty }
        let why = hindrance.text[language]
        return Look.empty(
            scene(model.state == .draft ? ProposalPhrase.cameToNothing(why) : .willNotFit(why)))
    }

    private var adoptFrom: Field {
        let field = scene.field("from", ProposalPhrase.fromDay, .date).hint(scene(ProposalPhrase.fromDayHint))
        return scene.fields["from"] == nil ? field.value(model.asked.description) : field
    }

    /// A decided proposal whose day has not come: what it will do, and that it can be called back.
    private var awaiting: HTML {
        let day = model.from?.long(language) ?? ""
        let back = scene.form(
            "/grids/\(model.number)/recall", [], send: ProposalPhrase.callBack, .line)
        return Look.section(
            scene(ProposalPhrase.awaitedTitle(day)), note: HTML(text: scene(ProposalPhrase.awaitedNote)),
            hang: true,
            "<ul class=\"rows\">\(facts, each: { "<li>\($0)</li>" })</ul>\(if: model.mayCallBack, back)")
    }

    /// What becomes of whom.
    private var facts: [String] {
        let ended = model.todayGrids.filter(\.ends).map { name($0.name, $0.english) }
        let new = proposedGrids.filter { $0.keeps == nil }.map { $0.title(language) }
        let joined = language == .english ? ", " : "、"
        return [
            scene(ProposalPhrase.adoptMoves(model.moved)),
            ended.isEmpty ? "" : scene(ProposalPhrase.adoptEnds(ended.joined(separator: joined))),
            new.isEmpty ? "" : scene(ProposalPhrase.adoptMakes(new.joined(separator: joined))),
            scene(ProposalPhrase.adoptKeepers), scene(ProposalPhrase.adoptPast),
        ].filter { !$0.isEmpty }
    }

    private var deciding: HTML {
        let adopt = scene.form(
            "/grids/\(model.number)/adopt", [adoptFrom], send: ProposalPhrase.adopt)
        return Look.section(
            scene(ProposalPhrase.decide), hang: true,
            """
            \(if: model.mayAdopt, "<ul class=\"rows\">\(facts, each: { "<li>\($0)</li>" })</ul>\(adopt)")
            \(if: !model.mayAdopt, Look.note(HTML(text: scene(ProposalPhrase.headDecides))))
            \(scene.form("/grids/\(model.number)/drop", [], send: ProposalPhrase.drop, .line))
            """)
    }
}

extension GridProposal.State {
    var stamp: Look.State {
        switch self {
        case .adopted: .done
        case .awaited, .moving: .you
        case .draft, .dropped: .plain
        }
    }
}
