import Values
import Web

/// How the page of ability assessments looks.
struct AbilityView {
    let model: AbilityPage.Model
    let scene: Scene

    private var language: Language { scene.language }
    private var address: Link { "/register/people/\(model.person)/ability" }
    private var present: AbilityAssessment? { model.assessments.first { !$0.isStruck } }

    var whole: HTML {
        """
        \(Look.crumb([
            NavItem(title: scene(RegisterPhrase.title), link: scene.link("/register")),
            NavItem(title: model.name, link: scene.link("/register/people/\(model.person)")),
        ], scene(AbilityPhrase.title), in: language))
        \(Look.head(scene(AbilityPhrase.title), note: HTML(text: whose)))
        \(Look.note(HTML(text: scene(AbilityPhrase.note))))
        \(scene.faults(everyField))
        \(present.map(last) ?? Look.empty(scene(AbilityPhrase.none)))
        \(model.mayChange ? present.map(following) : nil)
        \(if: !before.isEmpty, Look.section(
            scene(AbilityPhrase.history), Look.rows(before.map { row($0) })))
        \(if: model.mayAssess, form)
        """
    }

    private var whose: String {
        let age = AbilityPhrase.age(model.age)
        return "\(model.name)　\(model.sex.title[language])　\(scene(age))"
    }

    private var before: [AbilityAssessment] { model.assessments.filter { $0.id != present?.id } }

    // MARK: What is known

    private func last(_ assessment: AbilityAssessment) -> HTML {
        let line = AbilityLine(assessment: assessment, language: language)
        let parts = assessment.result?.parts ?? []
        let bars = parts.map { part -> (name: String, value: HTML) in
            (part.domain.title[language], "\(scene(AbilityPhrase.of(part.sum, part.domain.most)))")
        }
        let dueText = scene(line.due(on: model.today))
        let due: HTML = assessment.due < model.today ? Look.asked(dueText) : "\(dueText)"
        return Look.section(
            scene(AbilityPhrase.last), hang: true,
            """
            \(Look.lead("<b>\(line.result)</b>　\(due)"))
            \(line.change.map { Look.note(HTML(text: $0)) })
            \(if: !bars.isEmpty, Look.facts(bars))
            \(items(parts))
            \(Look.note(HTML(text: line.when)))
            \(if: model.mayAssess, strike(assessment))
            """)
    }

    private func items(_ parts: [AbilityPart]) -> HTML {
        let known = parts.filter { !$0.items.isEmpty }
        guard !known.isEmpty else { return .empty }
        let pairs = known.flatMap { part in
            zip(part.domain.items, part.items).map { item, score -> (name: String, value: HTML) in
                (item.title[language], "\(scene(AbilityPhrase.of(score, item.most)))")
            }
        }
        return "<details><summary>\(scene(AbilityPhrase.eachItem))</summary>\(Look.facts(pairs))</details>"
    }

    private func strike(_ assessment: AbilityAssessment) -> HTML {
        Look.act(
            scene(AbilityPhrase.strike),
            scene.link("/register/people/\(model.person)/ability/\(assessment.id)/strike"),
            frame: scene.frame, rid: scene.rid, .plain)
    }

    private func row(_ assessment: AbilityAssessment) -> ListRow {
        let line = AbilityLine(assessment: assessment, language: language)
        let words: HTML = assessment.isStruck ? "<s>\(line.result)</s>" : "\(line.result)"
        let act: HTML? = model.mayAssess && !assessment.isStruck ? strike(assessment) : nil
        return ListRow("\(words) \(act)", when: line.when)
    }

    // MARK: Groups that may follow

    /// Nothing follows by itself: what a level means for a group is for people to say.
    private func following(_ assessment: AbilityAssessment) -> HTML {
        guard let level = assessment.reckoning?.level, level != .full || !model.groups.isEmpty else {
            return .empty
        }
        let name = level.title.chinese
        let known = model.groups.map { membership -> ListRow in
            let now = membership.details?.level ?? ""
            let act = Look.form(
                scene.link("/register/people/\(model.person)/groups/\(membership.group.code)/review"),
                frame: scene.frame, rid: scene.rid,
                Look.fields([Field("level", "", .hidden).value(name)], in: language)
                    + Look.send(scene(AbilityPhrase.takeLevel(level.title[language])), .small))
            let isSame = Array(now.utf8) == Array(name.utf8)
            return ListRow(
                """
                \(membership.group.name.text[language])\(if: !now.isEmpty, "　\(now)") \
                \(isSame ? Look.good(scene(AbilityPhrase.sameLevel)) : act)
                """)
        }
        let new =
            model.groups.isEmpty && level != .full ? model.others.map { enter($0, assessment, name) } : []
        return Look.section(
            scene(AbilityPhrase.groupsTitle), note: HTML(text: scene(AbilityPhrase.groupsNote)), hang: true,
            Look.rows(known + new))
    }

    private func enter(
        _ group: SpecialGroup, _ assessment: AbilityAssessment, _ level: String
    ) -> ListRow {
        let kept: [(String, String)] = [
            ("group", group.code), ("level", level), ("since", model.today.description),
            ("basis", AbilityPhrase.basis(assessment.day.description)(.chinese)),
            ("source", (assessment.result?.kind == .assessed ? FactSource.department : .visit).rawValue),
        ]
        return ListRow(
            Look.form(
                scene.link("/register/people/\(model.person)/groups"), frame: scene.frame, rid: scene.rid,
                Look.fields(kept.map { Field($0.0, "", .hidden).value($0.1) }, in: language)
                    + Look.send(scene(AbilityPhrase.enter(group.name.text[language])), .small)))
    }

    // MARK: The form

    private var form: HTML {
        let acts = Look.acts(
            Look.send(scene(AbilityPhrase.count), .line, name: "step", value: "count"),
            Look.send(scene(AbilityPhrase.keep), .main, name: "step", value: "keep"))
        let body: HTML = """
            \(Look.fields(heading, in: language))
            \(AbilityDomain.allCases, each: part)
            \(Look.section(scene(AbilityPhrase.found), hang: true, Look.fields(finding, in: language)))
            \(soFar)
            \(acts)
            """
        return Look.section(
            scene(AbilityPhrase.formTitle), note: HTML(text: scene(AbilityPhrase.formNote)), id: "form",
            Look.form(scene.link(address), frame: scene.frame, rid: scene.rid, body))
    }

    private func part(_ domain: AbilityDomain) -> HTML {
        Look.section(
            domain.title[language], note: HTML(text: scene(AbilityPhrase.scoreHint)), hang: true,
            Look.fields(fields(domain), in: language))
    }

    /// What has been chosen so far, added up: the answer to the first button.
    private var soFar: HTML {
        guard scene.fields["step"] != nil else { return .empty }
        let soFar = AbilityForm.SoFar(scene.fields)
        let sums = AbilityDomain.allCases.map { domain -> (name: String, value: HTML) in
            let sum = soFar.sums[domain].map { scene(AbilityPhrase.of($0, domain.most)) }
            return (domain.title[language], "\(sum ?? scene(AbilityPhrase.notYet))")
        }
        let title = soFar.reckoning.map {
            scene(AbilityPhrase.reckoned($0.sum, $0.level.title[language]))
        }
        return Look.fineNews(title ?? scene(AbilityPhrase.soFar), Look.facts(sums))
    }

    private var everyField: [Field] {
        heading + AbilityDomain.allCases.flatMap(fields) + finding
    }

    private func choices<T: CaseIterable & RawRepresentable<String>>(
        _: T.Type, _ title: (T) -> Text
    ) -> [Choice] {
        T.allCases.map { Choice($0.rawValue, title($0)[language]) }
    }

    private var heading: [Field] {
        [
            scene.field("day", AbilityPhrase.day, .date),
            scene.field("kind", AbilityPhrase.kind, .one(choices(AbilityKind.self, \.title))),
            scene.field("reason", AbilityPhrase.reason, .select(choices(AbilityReason.self, \.title))),
            scene.field("assessor", AbilityPhrase.assessor).hint(scene(AbilityPhrase.assessorHint))
                .limit(AbilityForm.people),
            scene.field("agency", AbilityPhrase.agency).mayBeEmpty().limit(AbilityForm.people),
        ]
    }

    private func fields(_ domain: AbilityDomain) -> [Field] {
        domain.items.map { item in
            scene.field(
                item.rawValue, AbilityPhrase.score(item.title[language], item.most),
                .scale((0...item.most).reversed().map { Choice("\($0)", "\($0)") })
            ).hint(item.most == 1 ? scene(AbilityPhrase.noneScores) : nil)
        } + [
            scene.field(domain.rawValue, AbilityPhrase.sumOf(domain.title[language]), .number)
                .hint(scene(AbilityPhrase.sumHint(domain.most))).mayBeEmpty()
        ]
    }

    private var finding: [Field] {
        let levels = [Choice("", scene(AbilityPhrase.reckon))] + choices(AbilityLevel.self, \.title)
        return [
            scene.field("coma", AbilityPhrase.coma, .tick).hint(scene(AbilityPhrase.comaHint)),
            scene.field(
                "diagnoses", AbilityPhrase.diagnoses,
                .several(choices(AbilityFindings.Diagnosis.self, \.title))
            ).chosen(scene.fields.all("diagnoses")).mayBeEmpty(),
            scene.field("risks", AbilityPhrase.risks, .number).hint(scene(AbilityPhrase.risksHint))
                .mayBeEmpty(),
            scene.field("level", AbilityPhrase.level, .select(levels)).hint(scene(AbilityPhrase.levelHint)),
        ]
    }
}
