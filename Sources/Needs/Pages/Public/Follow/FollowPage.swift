import Actions
import Storage
import Values
import Web

/// Where one opens what one said: number and code, and what is open on this device already.
struct FollowPage: Page {
    struct Model: Codable, Sendable {
        let opened: [Line]

        struct Line: Codable, Sendable {
            let number: String
            let title: String
            let state: NeedState
            let changed: Instant
        }
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        Model(
            opened: try PublicNeedStore.own(of: visit.actor, in: visit.community, reading).map {
                Model.Line(number: $0.serial, title: $0.title, state: $0.state, changed: $0.changed)
            })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(FollowPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let fields = [
            Field("number", scene(FollowPhrase.number)).hint(scene(FollowPhrase.numberHint))
                .value(scene.fields["number"]).fault(scene.fault("number")).autocomplete("off"),
            // Shown while it is typed: it is copied from a slip, often by somebody helping.
            Field("secret", scene(FollowPhrase.secret)).hint(scene(FollowPhrase.secretHint))
                .value(scene.fields["secret"]).fault(scene.fault("secret")).autocomplete("off"),
        ]
        let further = scene.refusals.filter { $0.field == nil }.map { $0.text[scene.language] }
        return """
            <div class="page-form flow">
            \(Look.head(scene(FollowPhrase.title), note: "\(scene(FollowPhrase.openHint))"))
            \(Look.faults(fields, also: further, in: scene.language))
            \(Look.form(
                scene.link("/follow"), frame: scene.frame, rid: scene.rid,
                scene.sent(fields, FollowPhrase.open, .big)))
            \(Look.note("\(scene(FollowPhrase.lost))"))
            \(if: !model.opened.isEmpty, opened(model, scene))
            </div>
            """
    }

    private func opened(_ model: Model, _ scene: Scene) -> HTML {
        let rows = model.opened.map { line in
            ListRow(
                """
                \(Look.link(line.title, scene.link("/follow/\(line.number)")))　\
                \(Look.stamp(line.state.title[scene.language], line.state == .answered ? .you : .plain))
                """,
                when: line.number + "　" + line.changed.relative(to: scene.now, in: .shanghai, scene.language))
        }
        return Look.section(
            scene(FollowPhrase.opened), note: "\(scene(FollowPhrase.openedNote))", Look.rows(rows))
    }
}
