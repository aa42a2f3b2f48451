import Actions
import People
import Storage
import Values
import Web

/// One resource: what it can do, what is left of it, who looked at it, who uses it, with whom it is shared.
struct ResourcePage: Page {
    struct Model: Codable, Sendable {
        let resource: ResourceItem
        let description: String
        let hours: String
        let weekdays: [Int]
        let conditions: String
        let charge: ResourceCharge
        let groupNames: [String]
        let agreement: Agreed?
        /// For staff alone.
        let contact: String?
        let periods: [Period]
        let verification: Verification?
        let changed: Instant
        let results: ResourceResults
        let uses: [Use]
        let requests: [DeskItem]
        let shares: [ResourceShare]
        let checks: [ShareStore.Check]
        let shareTargets: [Option]
        let may: May
    }

    struct Agreed: Codable, Sendable {
        let number: Int64
        let company: String
    }

    struct Period: Codable, Sendable {
        let period: String
        let count: PeriodCount
    }

    struct Use: Codable, Sendable {
        let day: Day
        let quantity: Int64
        let by: String
        let satisfaction: Int64?
    }

    /// What the reader may do here.
    struct May: Codable, Sendable {
        let see: Bool
        let keep: Bool
        let verify: Bool
        let share: Bool
        let answer: Bool
    }

    /// The resource that the address names, if it is for this visitor.
    static func resource(_ visit: Visit, _ reading: any Reading) throws -> Resource {
        guard let number = Int64(try visit.parameter("number")) else { throw GroundRefusal.notFound }
        let community = visit.value("of").flatMap { Identifier($0) } ?? visit.community
        guard let found = try ResourceStore.resource(number: number, in: community, reading) else {
            throw GroundRefusal.notFound
        }
        if community != visit.community {
            let isShared = try ShareStore.isShared(
                found.id, of: community, with: visit.locality.path, reading)
            guard isShared else { throw GroundRefusal.notFound }
        }
        let mayAll =
            visit.allows(ResourceRights.see, on: found) || found.isOwn(of: visit.actor)
            || (community != visit.community && visit.allows(ResourceRights.see, on: visit.locality.path))
        guard mayAll || (found.content.isPublic && found.isActive) else { throw GroundRefusal.notFound }
        return found
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        let resource = try Self.resource(visit, reading)
        let home = resource.community
        let vocabulary = try VocabularyStore.vocabulary(in: home, reading)
        let periods = try PeriodStore.counts(of: resource.id, in: home, reading)
        let present = resource.period(of: visit.now.day(in: .shanghai))
        let count = periods.first { $0.period == present }?.count ?? PeriodCount()
        let isOurs = home == visit.community
        let staleDays = try ResourceStore.staleAfterDays(in: home, reading)
        let name = isOurs ? nil : try PlaceStore.place(home, in: home, reading)?.name
        let row = ResourceRow(resource: resource, sortKey: "", count: count, sharedBy: name)
        let see = visit.allows(ResourceRights.see, on: resource) || resource.isOwn(of: visit.actor)
        let may = May(
            see: see, keep: isOurs && visit.allows(ResourceRights.keep, on: resource),
            verify: isOurs && visit.allows(ResourceRights.verify, on: resource),
            share: isOurs && visit.allows(ResourceRights.share, on: resource),
            answer: isOurs && visit.allows(ResourceRights.answer, on: resource))
        let inside = see ? try Inside(resource, visit, reading) : Inside()
        let content = resource.content
        return Model(
            resource: ResourceItem(row, vocabulary, staleAfter: staleDays, visit),
            description: content.description,
            hours: content.hours, weekdays: content.weekdays, conditions: content.conditions,
            charge: content.charge,
            groupNames: content.groups.map { vocabulary.name(.group, $0)[visit.language] },
            agreement: inside.agreement, contact: inside.contact,
            periods: periods.map { Period(period: $0.period, count: $0.count) },
            verification: resource.verified,
            changed: resource.changed, results: resource.results, uses: inside.uses,
            requests: inside.requests,
            shares: inside.shares, checks: inside.checks,
            shareTargets: may.share ? try Self.targets(visit, reading) : [], may: may)
    }

    /// What only those see who work with the resource.
    private struct Inside {
        var agreement: Agreed?
        var contact: String?
        var uses: [Use] = []
        var requests: [DeskItem] = []
        var shares: [ResourceShare] = []
        var checks: [ShareStore.Check] = []

        init() {}

        init(_ resource: Resource, _ visit: Visit, _ reading: any Reading) throws {
            let home = resource.community
            agreement = try resource.content.agreement
                .flatMap { try AgreementStore.agreement($0, in: home, reading) }
                .map { Agreed(number: $0.number, company: $0.company) }
            if visit.allows(ResourceRights.contact, on: resource) {
                contact = try ResourceStore.contact(of: resource, reading, visit.house.keys)
            }
            uses = try UseStore.uses(of: resource.id, in: home, reading, limit: 20).map {
                Use(
                    day: $0.day, quantity: $0.quantity, by: $0.recordedName,
                    satisfaction: $0.satisfaction?.rawValue)
            }
            requests = try ReservationStore.reservations(of: resource.id, in: home, reading, limit: 20)
                .map { try DeskItem($0, visit, reading) }
            shares = try ShareStore.shares(of: resource.id, in: home, reading)
            checks = try ShareStore.checks(of: resource.id, in: home, reading, limit: 5)
        }
    }

    /// The places above, and the communities beside.
    private static func targets(_ visit: Visit, _ reading: any Reading) throws -> [Option] {
        let line = try PlaceStore.line(to: visit.locality.path, reading).filter { $0.id != visit.community }
        let top = line.last?.path ?? visit.locality.path
        let beside = try PlaceStore.places(.community, below: top, reading, limit: 200)
            .filter { $0.id != visit.community }
        return (line.reversed() + beside).map { Option(value: $0.path.text, title: $0.name) }
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.resource.name }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let crumb = [NavItem(title: scene(ResourcePhrase.directory), link: scene.link("/resources"))]
        return """
            \(Look.crumb(crumb, model.resource.name, in: scene.language))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(Look.dayline(model.resource.name, ResourceView.beside(model, scene)))
            \(if: !model.description.isEmpty, Look.lead("\(model.description)"))
            \(Look.columns(.main, [ResourceView.main(model, scene), ResourceView.aside(model, scene)]))
            """
    }
}
