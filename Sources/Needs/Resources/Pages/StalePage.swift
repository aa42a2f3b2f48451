import Actions
import Storage
import Values
import Web

/// Resources that nobody has verified for long, the longest first.
struct StalePage: Page {
    struct Model: Codable, Sendable {
        let days: Int
        let resources: [ResourceItem]
        let maySet: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let days = try ResourceStore.staleAfterDays(in: visit.community, reading)
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let found = try ResourceStore.stale(
            before: visit.now - .days(Int64(days)), in: visit.community, reading)
        let items = found.map { resource in
            let row = ResourceRow(resource: resource, sortKey: "", count: PeriodCount(), sharedBy: nil)
            return ResourceItem(row, vocabulary, staleAfter: days, visit)
        }
        return Model(
            days: days, resources: items, maySet: visit.allows(ResourceRights.share, on: visit.locality.path))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ResourcePhrase.stale) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let crumb = [NavItem(title: scene(ResourcePhrase.directory), link: scene.link("/resources"))]
        return """
            \(Look.crumb(crumb, scene(ResourcePhrase.stale), in: scene.language))
            \(Look.head(scene(ResourcePhrase.stale)))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(model.resources.isEmpty
                ? Look.empty(scene(PledgePhrase.staleNone))
                : Look.lead("\(scene(PledgePhrase.staleLead(model.resources.count)))") + table(model, scene))
            \(if: model.maySet, days(model, scene))
            """
    }

    private func table(_ model: Model, _ scene: Scene) -> HTML {
        let columns = [
            Column(scene(ResourcePhrase.name), .main), Column(scene(ResourcePhrase.whoOwns)),
            Column(scene(ResourcePhrase.verified), named: true), Column(scene(PledgePhrase.verifyNow), .act),
        ]
        let today = scene.now.day(in: .shanghai)
        let rows = model.resources.map { item in
            let verified = item.verified.map { $0.near(today, scene.language) } ?? scene(PledgePhrase.never)
            let link = scene.link("/resources/\(item.number)")
            return TableRow([
                Look.link(item.name, link), "\(item.ownerName)", Look.asked(verified),
                Look.button(scene(PledgePhrase.verifyNow), link, .small),
            ])
        }
        return Look.table(Web.Table(scene(ResourcePhrase.stale), columns, rows), in: scene.language)
    }

    private func days(_ model: Model, _ scene: Scene) -> HTML {
        let field = Field("days", scene(PledgePhrase.staleDays), .number)
            .value(scene.kept("days", "\(model.days)")).fault(scene.fault("days"))
        let body = Look.field(field, in: scene.language) + Look.send(scene(PledgePhrase.staleDaysSet), .line)
        return Look.form(scene.link("/resources/stale"), frame: scene.frame, rid: scene.rid, body)
    }
}
