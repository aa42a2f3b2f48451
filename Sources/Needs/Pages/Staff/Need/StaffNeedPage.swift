import Actions
import People
import Storage
import Values
import Web

/// A worker's page of one need.
struct StaffNeedPage: Page {
    func load(_ visit: Visit, _ reading: any Reading) throws -> StaffNeed {
        let need = try Self.need(visit, reading)
        var model = try model(need, visit, reading)
        model.vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        model.may = Set(Self.rights.filter { visit.allows($0, on: need) }.map(\.name))
        model.me = visit.actor.account
        if model.allows(NeedsRights.transfer) || model.allows(NeedsRights.assign) {
            model.colleagues = try StaffStore.colleagues(in: visit.community, reading)
        }
        return model
    }

    /// The need of the address, if the visitor is among those who work on it.
    static func need(_ visit: Visit, _ reading: any Reading) throws -> Need {
        let serial = try visit.parameter("number")
        guard let need = try NeedStore.need(serial: serial, in: visit.community, reading),
            need.held != .arriving
        else { throw GroundRefusal.notFound }
        try visit.require(NeedsRights.see, on: need)
        return need
    }

    private static let rights = [
        NeedsRights.handle, NeedsRights.note, NeedsRights.release, NeedsRights.assign, NeedsRights.transfer,
        NeedsRights.withdraw, NeedsRights.feedback, NeedsRights.contact, NeedsRights.admit,
        NeedsRights.consent,
    ]

    private func model(_ need: Need, _ visit: Visit, _ reading: any Reading) throws -> StaffNeed {
        let community = visit.community
        let asked = try need.transferTo.flatMap { try AccountStore.account($0, in: community, reading) }
        let into = try need.mergedInto.flatMap { try NeedStore.need($0, in: community, reading) }
        let alike = "needs.open.class.\(need.classKey)"
        let figures = try FigureStore.figures([alike], at: [visit.locality.path], in: community, reading)
        let events = try NeedStore.events(of: need.id, in: community, reading)
        let named = events.filter { $0.kind == .alike }.map(\.text)
        return StaffNeed(
            id: need.id, number: need.serial, kind: need.kind, title: need.title, words: need.words,
            state: need.state, outcome: need.outcome, reason: need.reason, held: need.held,
            classKey: need.classKey, group: need.group, urgency: need.urgency, source: need.source,
            forWhom: need.forWhom, quantity: need.quantity,
            placeCode: try PlaceStore.place(need.place, in: community, reading)?.code ?? "",
            placeName: need.placeName, gridName: need.gridName, spot: need.spot, bestBy: need.bestBy,
            owner: need.owner, ownerName: need.ownerName, transferTo: need.transferTo,
            transferToName: asked?.name, due: need.due, reported: need.reported, since: need.since,
            voices: need.voices, hasContact: need.contact != nil, contactBy: need.contactBy,
            contact: try NeedStore.openedContact(
                of: need, by: visit.actor, visit.house.keys, reading, at: visit.now),
            consent: need.consent, sentence: need.sentence, whoPublic: need.whoPublic,
            isReleased: need.isReleased, satisfaction: need.satisfaction?.rawValue, mergedInto: into?.serial,
            merged: try NeedStore.merged(into: need.id, in: community, reading, limit: 50),
            events: events,
            photos: try AttachmentStore.list(of: need.pictures, in: community, releasedOnly: false, reading),
            alike: figures[alike, default: 0],
            same: need.state.isOpen
                ? try AlikeNeed.candidates(
                    for: need.words, except: need.number, named: named, visit, reading) : [],
            panel: try LinkPanel.load(need, visit, reading))
    }

    func title(_ model: StaffNeed, _ scene: Scene) -> String { "\(model.number) \(model.title)" }

    func view(_ model: StaffNeed, _ scene: Scene) -> HTML {
        flow(StaffNeedView(need: model, scene: scene).html)
    }
}
