import Values
import Web

/// How a day looks: what presses most on top, the quick note beside.
struct DayView {
    let model: DayPage.Model
    let scene: Scene

    private var language: Language { scene.language }

    var html: HTML {
        """
        \(Look.dayline(heading, [tally, Look.note("\(load)")]))
        \(scene.loose(["words"]))\(Look.columns(.main, [tasks, beside]))
        """
    }

    private var heading: String {
        let day = scene.today
        return language == .chinese
            ? day.short(.chinese) + "，" + day.weekday.name(.chinese) : day.long(.english)
    }

    private var load: String {
        let mean = model.workload.meanTenths
        let text = mean % 10 == 0 ? "\(mean / 10)" : "\(mean / 10).\(mean % 10)"
        return scene(DayPhrase.load(model.workload.mine, text))
    }

    private var tally: HTML {
        let counts = model.counts
        var items = [
            TallyItem(
                count: counts.late, title: scene(DayPhrase.late),
                link: scene.link("/needs?view=mine&sort=due"), late: counts.late > 0),
            TallyItem(
                count: counts.due, title: scene(DayPhrase.due),
                link: scene.link("/needs?view=mine&sort=due")),
            TallyItem(
                count: counts.fresh, title: scene(DayPhrase.fresh), link: scene.link("/needs?step=found")),
            TallyItem(
                count: model.answered.count, title: scene(DayPhrase.answered),
                link: scene.link("/needs?view=answered")),
        ]
        if counts.held > 0 {
            items.append(
                TallyItem(count: counts.held, title: scene(DayPhrase.held), link: scene.link("/needs/held")))
        }
        if model.offers > 0 {
            items.append(
                TallyItem(
                    count: model.offers, title: scene(DayPhrase.offers), link: scene.link("/offers/staff")))
        }
        return Look.tally(items)
    }

    // MARK: Tasks

    private var tasks: HTML {
        let groups: [HTML] = [
            group("\(Look.asked(scene(DayPhrase.late)))", .lateNote, model.late),
            group("\(scene(DayPhrase.due))", .dueNote, model.due),
            group("\(scene(DayPhrase.asked))", .askedNote, model.asked),
            answers,
            group("\(scene(DayPhrase.answered))", .answeredNote, model.answered),
            group("\(scene(DayPhrase.fresh))", .freshNote, model.fresh),
            group("\(Look.asked(scene(DayPhrase.lateOfAll)))", .lateOfAllNote, model.lateOfAll),
        ].filter { !$0.isEmpty }
        if groups.isEmpty {
            return Look.empty(
                scene(DayPhrase.allDone),
                Look.acts(Look.button(scene(StaffPhrase.ledger), scene.link("/needs"), .line)))
        }
        return "\(groups.joined())\(Look.keys(in: language))"
    }

    private func group(_ title: HTML, _ note: DayPhrase, _ needs: [NeedSummary]) -> HTML {
        needs.isEmpty ? .empty : Look.due(title, note: scene(note), needs.map(task))
    }

    private func task(_ need: NeedSummary) -> DayTask {
        let link: Link = "/needs/\(need.serial)"
        return DayTask(
            by: by(need), what: need.title, link: scene.link(link), who: who(need), number: need.serial,
            acts: acts(need, link))
    }

    private func by(_ need: NeedSummary) -> HTML {
        guard need.state != .found || need.isLate(at: scene.now) else {
            return "\(scene.moment(need.reported))"
        }
        guard let due = need.due, !need.isLate(at: scene.now), due.day(in: scene.zone) == scene.today else {
            return scene.due(need.due, isOpen: need.state.isOpen)
        }
        return "\(scene(DayPhrase.before(due.clock(in: scene.zone).description)))"
    }

    private func who(_ need: NeedSummary) -> String {
        let place = need.placeName.isEmpty ? need.gridName : need.placeName
        let source = model.vocabulary.name(.source, need.source)[language]
        let parts = [need.who(scene), place, need.state == .found ? source : need.ownerName]
        return parts.filter { !$0.isEmpty }.joined(separator: "　")
    }

    private func acts(_ need: NeedSummary, _ link: Link) -> [NavItem] {
        let acts: [(DayPhrase, Link)] =
            switch need.state {
            case .found: [(.actAccept, link), (.actMerge, link)]
            case .accepted, .identified: [(.actLink, link), (.actNote, "/needs/\(need.serial)#note")]
            case .answered: [(.actFeedback, link)]
            default: [(.actUse, link), (.actNote, "/needs/\(need.serial)#note")]
            }
        return acts.map { NavItem(title: scene($0.0), link: scene.link($0.1)) }
    }

    private var answers: HTML {
        guard !model.answers.isEmpty else { return .empty }
        let tasks = model.answers.map { answer in
            DayTask(
                by: "\(scene.moment(answer.at))", what: answer.title,
                link: scene.link("/needs/\(answer.need)"),
                who: answer.resource + "　" + answer.state.title[language], number: answer.need,
                acts: [NavItem(title: scene(DayPhrase.actLink), link: scene.link("/needs/\(answer.need)"))])
        }
        return Look.due("\(scene(DayPhrase.answers))", note: scene(DayPhrase.answersNote), tasks)
    }

    // MARK: Beside

    private var beside: HTML {
        let lists = Look.fine(Look.link(scene(DayPhrase.lists), scene.link("/register/lists")))
        return "\(if: model.mayEnter, writing)\(if: model.seesLists, lists)"
    }

    private var writing: HTML {
        let quick = Field("words", scene(DayPhrase.quick)).value(scene.fields["words"]).fault(
            scene.fault("words")
        )
        .hint(scene(DayPhrase.quickHint)).limit(500)
        return Look.section(
            scene(DayPhrase.write),
            """
            \(scene.form("/day/notes", [quick], send: DayPhrase.keep))
            \(Look.fine(Look.link(scene(DayPhrase.whole), scene.link("/needs/new"))))
            """)
    }
}
