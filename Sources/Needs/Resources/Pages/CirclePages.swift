import Actions
import People
import Storage
import Values
import Web

/// The circles of a community, with what is running short in any of them.
struct CirclesPage: Page {
    struct Model: Codable, Sendable {
        let circles: [Item]
        let short: [CircleMember]
        let mayKeep: Bool
        let places: [Option]
    }

    struct Item: Codable, Sendable {
        let number: Int64
        let name: String
        let purpose: String
        let lead: String
        let members: Int
        let inside: Int
        let isEnded: Bool
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(ResourceRights.seeCircles, on: visit.locality.path)
        let today = visit.now.day(in: .shanghai)
        let mayKeep = visit.allows(ResourceRights.keepCircles, on: visit.locality.path)
        let circles = try CircleStore.list(in: visit.community, reading).map { row in
            Item(
                number: row.circle.number, name: row.circle.name, purpose: row.circle.purpose,
                lead: row.circle.lead,
                members: row.members, inside: row.inside, isEnded: row.circle.ended != nil)
        }
        let short = try CircleStore.members(in: visit.community, reading).filter { $0.isShort(on: today) }
        let areas =
            mayKeep ? try PlaceStore.places(.area, below: visit.locality.path, reading, limit: 60) : []
        let home = Option(value: visit.community.description, title: visit.locality.name)
        return Model(
            circles: circles, short: short, mayKeep: mayKeep,
            places: [home] + areas.map { Option(value: $0.id.description, title: $0.name) })
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(PledgePhrase.circles) }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(PledgePhrase.circles)))
        \(Look.lead("\(scene(PledgePhrase.circlesLead))"))
        \(Look.section(scene(PledgePhrase.running), id: "short", PledgeView.short(model.short, scene)))
        \(model.circles.isEmpty ? Look.empty(scene(PledgePhrase.noCircles)) : list(model, scene))
        \(if: model.mayKeep, Look.section(scene(PledgePhrase.startCircle), id: "new", form(model, scene)))
        """
    }

    private func list(_ model: Model, _ scene: Scene) -> HTML {
        Look.rows(
            model.circles.map { circle in
                let link = scene.link("/circles/\(circle.number)")
                return ListRow(
                    """
                    <h3>\(Look.link(circle.name, link))\(if: circle.isEnded,
                        "　\(Look.stamp(scene(PledgePhrase.ended)))")</h3><p>\(circle.purpose)</p>
                    """, when: scene(PledgePhrase.members(circle.members, circle.inside)))
            })
    }

    private func form(_ model: Model, _ scene: Scene) -> HTML {
        let fields = [
            Field("name", scene(PledgePhrase.circleName)).value(scene.kept("name")).fault(
                scene.fault("name")),
            Field("purpose", scene(PledgePhrase.purpose)).value(scene.kept("purpose")).fault(
                scene.fault("purpose")),
            Field("lead", scene(PledgePhrase.lead)).value(scene.kept("lead")).fault(scene.fault("lead")),
            ResourceFormView.select("place", PledgePhrase.place, model.places, nil, scene).fault(
                scene.fault("place")),
        ]
        let body = Look.fields(fields, in: scene.language) + Look.send(scene(PledgePhrase.add))
        return Look.faults(fields, also: scene.otherRefusals(than: fields), in: scene.language)
            + Look.form(scene.link("/circles"), frame: scene.frame, rid: scene.rid, body)
    }
}

/// One circle: members inside and outside, pledged and delivered.
struct CirclePage: Page {
    struct Model: Codable, Sendable {
        let id: Identifier
        let number: Int64
        let name: String
        let purpose: String
        let lead: String
        let isEnded: Bool
        let members: [CircleMember]
        let entries: [Delivery]
        let mayKeep: Bool
        let mayDeliver: Bool
    }

    static func circle(_ visit: Visit, _ reading: any Reading) throws -> Circle {
        guard let number = Int64(try visit.parameter("number")),
            let circle = try CircleStore.circle(number: number, in: visit.community, reading)
        else { throw GroundRefusal.notFound }
        return circle
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try Self.model(try Self.circle(visit, reading), visit, reading)
    }

    static func model(_ circle: Circle, _ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(ResourceRights.seeCircles, on: circle)
        let members = try CircleStore.members(of: circle.id, in: visit.community, reading)
        let entries = try DeliveryStore.deliveries(on: members.map(\.id), in: visit.community, reading)
        let isRunning = circle.ended == nil
        return Model(
            id: circle.id, number: circle.number, name: circle.name, purpose: circle.purpose,
            lead: circle.lead,
            isEnded: !isRunning, members: members, entries: entries,
            mayKeep: isRunning && visit.allows(ResourceRights.keepCircles, on: circle),
            mayDeliver: isRunning && visit.allows(ResourceRights.deliver, on: circle))
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.name }

    func view(_ model: Model, _ scene: Scene) -> HTML {
        let crumb = [NavItem(title: scene(PledgePhrase.circles), link: scene.link("/circles"))]
        let today = scene.now.day(in: .shanghai)
        return """
            \(Look.crumb(crumb, model.name, in: scene.language))
            \(Look.dayline(model.name, model.isEnded ? [Look.stamp(scene(PledgePhrase.ended))] : []))
            \(Look.faults([], also: scene.refusals.map { $0.text[scene.language] }, in: scene.language))
            \(Look.lead("\(model.purpose)"))
            \(Look.facts([(scene(PledgePhrase.lead), "\(model.lead)")]))
            \(Look.section(scene(PledgePhrase.running), PledgeView.short(
                model.members.filter { $0.isShort(on: today) }, scene)))
            \(Look.section(scene(PledgePhrase.inside), members(model, inside: true, scene)))
            \(Look.section(scene(PledgePhrase.outside), members(model, inside: false, scene)))
            \(if: model.mayKeep, Look.section(scene(PledgePhrase.addMember), id: "add", form(model, scene)))
            \(if: model.mayKeep, Look.act(
                scene(PledgePhrase.end), scene.link("/circles/\(model.number)/end"), frame: scene.frame,
                rid: scene.rid))
            """
    }

    private func members(_ model: Model, inside: Bool, _ scene: Scene) -> HTML {
        let chosen = model.members.filter { $0.isInside == inside }
        guard !chosen.isEmpty else { return Look.note("\(scene(PledgePhrase.noEntries))") }
        return Look.rows(
            chosen.map { member in
                let bar = PledgeView.bar(
                    member.pledge, member.kind, member.unit, member.delivered, member.pledged, scene)
                let entries = model.entries.filter { $0.pledge == member.id }
                let leave = scene.link("/circles/\(model.number)/members/\(member.id)/end")
                return ListRow(
                    """
                    <h3>\(member.name)\(if: member.ended != nil,
                        "　\(Look.stamp(scene(PledgePhrase.ended)))")</h3>
                    \(bar)\(PledgeView.entries(
                        entries, member.kind, member.unit, mayReverse: model.mayDeliver, scene))
                    \(if: model.mayDeliver && member.ended == nil,
                        PledgeView.deliver(to: member.id, member.kind, scene))
                    \(if: model.mayKeep && member.ended == nil,
                        Look.act(scene(PledgePhrase.leave), leave, frame: scene.frame, rid: scene.rid))
                    """)
            })
    }

    private func form(_ model: Model, _ scene: Scene) -> HTML {
        let sides = [
            Choice("inside", scene(PledgePhrase.inside)), Choice("outside", scene(PledgePhrase.outside)),
        ]
        let fields =
            [
                Field("member", scene(PledgePhrase.member)).value(scene.kept("member")).fault(
                    scene.fault("member")),
                Field("side", scene(PledgePhrase.whereFrom), .one(sides)).value(scene.kept("side", "inside")),
            ] + PledgeView.fields(scene, withShare: false)
        let body = Look.fields(fields, in: scene.language) + Look.send(scene(PledgePhrase.add))
        return Look.form(
            scene.link("/circles/\(model.number)/members"), frame: scene.frame, rid: scene.rid, body)
    }
}
