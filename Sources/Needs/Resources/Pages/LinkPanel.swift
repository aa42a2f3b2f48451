import Actions
import Storage
public import Values
public import Web

/// Who can help a need and who was asked, for the staff's page of a need.
public enum LinkPanel {
    /// Everything the panel shows; also its JSON.
    public struct Model: Codable, Sendable {
        public let need: Identifier
        public let number: Int64
        public let quantity: Int64
        public let isOpen: Bool
        public let hasConsent: Bool
        public let candidates: [Option]
        public let links: [LinkItem]
        public let mayPropose: Bool
        public let mayUse: Bool
        public let mayOverbook: Bool
        public let canAskFeedback: Bool
    }

    /// A ranked resource with its reasons, in the reader's language.
    public struct Option: Codable, Sendable {
        public let resource: Identifier
        public let community: Identifier
        public let number: Int64
        public let name: String
        public let ownerName: String
        public let sharedBy: String?
        public let unit: String
        public let left: Int64?
        public let score: Int
        public let pros: [String]
        public let cons: [String]
    }

    /// A link with what was used of it.
    public struct LinkItem: Codable, Sendable {
        public let id: Identifier
        public let resource: String
        public let resourceNumber: Int64
        public let of: Identifier?
        public let ownerName: String
        public let unit: String
        public let kind: LinkKind
        public let state: LinkState
        public let asked: Int64
        public let promised: Int64
        public let delivered: Int64
        public let proposed: Instant
        public let proposedName: String
        public let wantedDay: Day?
        public let offeredDay: Day?
        public let reason: String
        public let reasons: String
        public let uses: [UseItem]
    }

    public struct UseItem: Codable, Sendable {
        public let day: Day
        public let quantity: Int64
        public let note: String
        public let by: String
        public let satisfaction: Int64?
    }

    /// Loads the panel in a few queries, whatever the number of resources.
    ///
    /// - Parameters: `most`: how many ranked resources; 0 for none.
    public static func load(
        _ need: Need, _ visit: Visit, _ reading: any Reading, most: Int = 3
    ) throws -> Model {
        let links = try LinkStore.links(of: need.id, in: need.community, reading)
        let uses = Dictionary(
            grouping: try UseStore.uses(for: need.id, in: need.community, reading), by: \.link)
        let mayPropose = need.state.isOpen && visit.allows(ResourceRights.propose, on: need)
        let day = visit.now.day(in: .shanghai)
        let ranked =
            mayPropose && most > 0
            ? try CandidateStore.recommendations(for: need, on: day, at: visit.now, reading) : []
        let busy = Set(links.filter { $0.state == .sent || $0.state.waitsForOwner }.map(\.resource))
        let hasUsed = !uses.isEmpty && (need.state == .using || need.state == .linked)
        return Model(
            need: need.id, number: need.number, quantity: max(1, need.quantity), isOpen: need.state.isOpen,
            hasConsent: need.consent != nil,
            candidates: ranked.filter { !busy.contains($0.candidate.resource.id) }.prefix(most)
                .map { Option($0, visit.language) },
            links: links.map { LinkItem($0, uses[$0.id] ?? []) }, mayPropose: mayPropose,
            mayUse: visit.allows(ResourceRights.use, on: need),
            mayOverbook: visit.allows(ResourceRights.overbook, on: need), canAskFeedback: hasUsed)
    }

    /// The ranked resources with their reasons and the button that asks them.
    public static func recommendations(_ model: Model, _ scene: Scene) -> HTML {
        guard model.mayPropose else { return .empty }
        return Look.section(scene(LinkPhrase.whoCanHelp), id: "who", LinkView.candidates(model, scene))
    }

    /// The links of a need: how far each has come, and what may be done with it.
    public static func links(_ model: Model, _ scene: Scene) -> HTML {
        Look.section(scene(LinkPhrase.links), id: "links", LinkView.links(model, scene))
    }
}

extension LinkPanel.Option {
    init(_ ranked: Recommendation, _ language: Language) {
        let resource = ranked.candidate.resource
        self.resource = resource.id
        community = resource.community
        number = resource.number
        name = resource.name
        ownerName = resource.content.ownerName
        sharedBy = ranked.candidate.sharedBy
        unit = resource.unit
        left = ranked.candidate.count.left(of: resource.capacity)
        score = ranked.score
        pros = ranked.pros.map { $0.text[language] }
        cons = ranked.cons.map { $0.text[language] }
    }

    var link: Link {
        let own: Link = "/resources/\(number)"
        return sharedBy == nil ? own : own.adding(query: "of", community.description)
    }
}

extension LinkPanel.LinkItem {
    init(_ link: ResourceLink, _ uses: [ResourceUse]) {
        id = link.id
        resource = link.resourceName
        resourceNumber = link.resourceNumber
        of = link.isLocal ? nil : link.resourceCommunity
        ownerName = link.ownerName
        unit = link.unit
        kind = link.kind
        state = link.state
        asked = link.asked
        promised = link.promised
        delivered = link.delivered
        proposed = link.proposed
        proposedName = link.proposedName
        wantedDay = link.wantedDay
        offeredDay = link.offeredDay
        reason = link.answerReason
        reasons = link.reasons
        self.uses = uses.map {
            LinkPanel.UseItem(
                day: $0.day, quantity: $0.quantity, note: $0.note, by: $0.recordedName,
                satisfaction: $0.satisfaction?.rawValue)
        }
    }

    var link: Link {
        let own: Link = "/resources/\(resourceNumber)"
        return of.map { own.adding(query: "of", $0.description) } ?? own
    }
}
