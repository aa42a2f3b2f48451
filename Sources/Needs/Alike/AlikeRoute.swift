import Values
import Web

/// Where one asks, while writing, whether somebody said the same already.
enum AlikeRoute {
    static let all: [Route] = [
        .raw(
            .post, "/needs/alike", NeedsRights.report, AlikePhrase.ask.text,
            fields: [Input("words", SayPhrase.wordsLabel.text, .lines(500), required: true)]
        ) { visit in
            var reader = FormReader(try Fields(visit.ask))
            let words = reader.lines("words", 500, required: false)
            try reader.finish()
            let needs = try await visit.house.database.read {
                try AlikeNeed.candidates(for: words, visit, $0)
            }
            return visit.ask.wantsJSON ? try .json(needs) : .html(piece(needs, visit))
        }
    ]

    /// The piece that the script puts under the words: to choose from for whoever says a need, to look at for
    /// staff.
    private static func piece(_ needs: [AlikeNeed], _ visit: Visit) -> HTML {
        guard !needs.isEmpty else { return .empty }
        let language = visit.language
        guard visit.allowsAnywhere(NeedsRights.see) else {
            return Look.field(same(needs, language), in: language)
        }
        let rows = needs.map { need in
            ListRow(Look.link(need.title, visit.at("/needs/\(need.number)")), when: need.about(language))
        }
        return Look.section(
            title(needs, language), note: "\(AlikePhrase.staffHint(language))", Look.rows(rows))
    }

    static func title(_ needs: [AlikeNeed], _ language: Language) -> String {
        (needs.count == 1 ? AlikePhrase.one : .several(needs.count))(language)
    }

    /// The question whether one of them is meant.
    static func same(_ needs: [AlikeNeed], _ language: Language) -> Field {
        let choices = needs.map { Choice($0.number, $0.title, hint: $0.about(language)) }
        let none = Choice("none", AlikePhrase.none(language))
        return Field("same", title(needs, language), .one(choices + [none])).hint(AlikePhrase.hint(language))
    }
}
