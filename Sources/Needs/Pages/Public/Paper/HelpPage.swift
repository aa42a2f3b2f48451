import Actions
import Storage
import Values
import Web

/// What residents ask most, answered in a few words.
struct HelpPage: Page {
    struct Model: Codable, Sendable {
        let answers: [Answer]
        let footLine: String

        struct Answer: Codable, Sendable {
            let key: String
            let question: String
            let answer: String
        }
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        Model(
            answers: HelpQuestion.allCases.map {
                Model.Answer(
                    key: $0.rawValue, question: $0.text[visit.language], answer: $0.answer[visit.language])
            }, footLine: visit.locality.footLine)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(HelpPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(HelpPhrase.title), note: "\(scene(HelpPhrase.note))"))
        \(HelpQuestion.allCases, each: { section($0, scene) })
        \(Look.section(
            scene(HelpPhrase.stillAsk), hang: true,
            "<p class=\"text\">\(scene(HelpPhrase.desk(model.footLine)))</p>"))
        """
    }

    private func section(_ question: HelpQuestion, _ scene: Scene) -> HTML {
        Look.section(
            question.text[scene.language], hang: true, id: question.rawValue, answer(question, scene))
    }

    private func answer(_ question: HelpQuestion, _ scene: Scene) -> HTML {
        let onward: HTML? = question.path.flatMap { Link.local("\($0)") }.map { link in
            "<p>\(Look.link(scene(way(question)), scene.link(link)))</p>"
        }
        return "<p class=\"text\">\(question.answer[scene.language])</p>\(onward)"
    }

    private func way(_ question: HelpQuestion) -> Text {
        switch question {
        case .number: FollowPhrase.title.text
        case .wish: WishPhrase.title.text
        case .offer: WishPhrase.tellOffer.text
        case .paper: PaperPhrase.title.text
        default: PublicPhrase.sayOne.text
        }
    }
}

/// What is kept of whom, who sees it and for how long, in plain words.
struct PrivacyPage: Page {
    struct Model: Codable, Sendable {
        let rows: [Row]
        let footLine: String

        struct Row: Codable, Sendable {
            let kept: String
            let who: String
            let long: String
        }
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        Model(
            rows: PrivacyRow.allCases.map {
                Model.Row(
                    kept: $0.kept[visit.language], who: $0.who[visit.language], long: $0.long[visit.language])
            }, footLine: visit.locality.footLine)
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(HelpPhrase.privacyTitle) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(HelpPhrase.kept), .main), Column(scene(HelpPhrase.who), named: true),
            Column(scene(HelpPhrase.long), named: true),
        ]
        let rows = model.rows.map { TableRow(["\($0.kept)", "\($0.who)", "\($0.long)"]) }
        return """
            \(Look.head(scene(HelpPhrase.privacyTitle), note: "\(scene(HelpPhrase.privacyNote))"))
            \(Look.table(Table(scene(HelpPhrase.table), columns, rows), in: scene.language))
            \(Look.section(
                scene(HelpPhrase.privacyRights), hang: true,
                """
                <p class="text">\(scene(HelpPhrase.rightsNote))</p>
                <p class="text">\(scene(HelpPhrase.privacyAsk(model.footLine)))</p>
                """))
            """
    }
}
