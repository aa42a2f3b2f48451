import Actions
import Storage
import Values

extension NeedStore {
    static func insert(_ need: Need, _ writing: any Writing) throws {
        try writing.run(
            """
            INSERT INTO need (community, id, number, kind, place, path, place_name, grid_name, spot, class,
            service_group, urgency, source, for_whom, quantity, title, words, state, is_open, outcome, reason,
            owner, owner_name, due, reported, changed, since, closed, steps, reporter, entered_by,
            phone_token,
            contact, contact_by, consent, voices, merged_into, held, late_told, sentence, released,
            who_public,
            best_by, claimed_by, claimed, satisfaction, transfer_to)
            VALUES (\(need.community), \(need.id), \(need.number), \(need.kind.rawValue), \(need.place),
            \(need.path), \(need.placeName), \(need.gridName), \(need.spot), \(need.classKey), \(need.group),
            \(need.urgency), \(need.source), \(need.forWhom.rawValue), \(need.quantity), \(need.title),
            \(need.words), \(need.state.rawValue), \(need.state.isOpen), \(need.outcome), \(need.reason),
            \(need.owner), \(need.ownerName), \(need.due), \(need.reported), \(need.changed), \(need.since),
            \(need.closed), \(need.steps), \(need.reporter), \(need.enteredBy), \(need.phoneToken),
            \(need.contact), \(need.contactBy.rawValue), \(need.consent), \(need.voices), \(need.mergedInto),
            \(need.held.rawValue), \(need.lateTold), \(need.sentence), \(need.released), \(need.whoPublic),
            \(need.bestBy), \(need.claimedBy), \(need.claimed), \(need.satisfaction?.rawValue),
            \(need.transferTo))
            """)
    }

    /// Writes everything of a need that may change. Its figures and words are the caller's, see
    /// `Work.change`.
    static func update(_ need: Need, _ writing: any Writing) throws {
        try writing.run(
            """
            UPDATE need SET place = \(need.place), path = \(need.path), place_name = \(need.placeName),
            grid_name = \(need.gridName), spot = \(need.spot), class = \(need.classKey),
            service_group = \(need.group), urgency = \(need.urgency), quantity = \(need.quantity),
            title = \(need.title), state = \(need.state.rawValue), is_open = \(need.state.isOpen),
            outcome = \(need.outcome), reason = \(need.reason), owner = \(need.owner),
            owner_name = \(need.ownerName), due = \(need.due), changed = \(need.changed),
            since = \(need.since), closed = \(need.closed), steps = \(need.steps), contact = \(need.contact),
            consent = \(need.consent), voices = \(need.voices), merged_into = \(need.mergedInto),
            held = \(need.held.rawValue), late_told = \(need.lateTold), sentence = \(need.sentence),
            released = \(need.released), who_public = \(need.whoPublic), claimed_by = \(need.claimedBy),
            claimed = \(need.claimed), satisfaction = \(need.satisfaction?.rawValue),
            transfer_to = \(need.transferTo)
            WHERE community = \(need.community) AND id = \(need.id)
            """)
    }

    static func add(_ entry: NeedChange.Entry, number: Int64, to need: Need, in work: Work) throws {
        let author = entry.isNamed ? work.actor.account : nil
        let name = entry.isNamed ? work.actor.name : ""
        try work.database.run(
            """
            INSERT INTO need_event (community, need, number, at, author, author_name, kind, state, text,
            is_public, lasted) VALUES (\(need.community), \(need.id), \(number), \(work.now), \(author),
            \(name),
            \(entry.kind.rawValue), \(entry.state.rawValue), \(entry.text), \(entry.isPublic),
            \(entry.lasted))
            """)
    }
}

extension Work {
    /// A need of this community that an action names.
    ///
    /// - Throws: ``GroundRefusal/notFound``.
    func need(_ id: Identifier) throws -> Need {
        guard let need = try NeedStore.need(id, in: community, database) else { throw GroundRefusal.notFound }
        return need
    }
}
