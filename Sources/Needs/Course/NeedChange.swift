public import Actions
import Storage
public import Values

/// A need while it is being changed: its new shape, and what is to be told of it.
///
/// The only way in which a stored need changes is ``Work/change(_:_:)``: row, events, figures, words and
/// notices are written there together, so that none of them can be forgotten.
public struct NeedChange {
    public let before: Need
    public var need: Need
    public let now: Instant
    var events: [Entry] = []

    struct Entry {
        let kind: NeedEventKind
        let state: NeedState
        let text: String
        let isPublic: Bool
        let lasted: Int64
        var isNamed = true
    }

    init(_ need: Need, at now: Instant) {
        before = need
        self.need = need
        self.now = now
    }

    /// Adds an event that leaves the state as it is.
    public mutating func add(
        _ kind: NeedEventKind, _ text: String = "", isPublic: Bool = false, isNamed: Bool = true
    ) {
        events.append(
            Entry(kind: kind, state: need.state, text: text, isPublic: isPublic, lasted: 0, isNamed: isNamed))
    }

    /// Takes the need to another state, if that may follow.
    ///
    /// - Parameters: `kind`: what the event is called; by default as the state.
    /// - Throws: ``NeedRefusal/stateDoesNotFollow``, ``NeedRefusal/isHeld``.
    public mutating func advance(
        to state: NeedState, _ text: String = "", isPublic: Bool = true, as kind: NeedEventKind? = nil
    ) throws {
        if need.held != .no, state.isOpen { throw NeedRefusal.isHeld }
        guard need.state.next.contains(state) else {
            throw need.state == .closed ? NeedRefusal.alreadyClosed : NeedRefusal.stateDoesNotFollow
        }
        move(to: state)
        let lasted = max(0, (now - before.since).microseconds)
        let kind = kind ?? NeedEventKind(rawValue: state.rawValue) ?? .reopened
        // A second step in the same moment has lasted no time.
        let isFirst = !events.contains { $0.lasted > 0 }
        events.append(
            Entry(kind: kind, state: state, text: text, isPublic: isPublic, lasted: isFirst ? lasted : 0))
    }

    private mutating func move(to state: NeedState) {
        let wasOpen = need.state.isOpen
        need.state = state
        need.since = now
        if !state.isOpen {
            need.closed = now
            need.transferTo = nil
        } else if !wasOpen {
            need.closed = nil
            need.outcome = nil
            need.reason = nil
            need.satisfaction = nil
        }
    }
}

extension Work {
    /// Changes a stored need: row, events, figures, search words and notices in one go.
    @discardableResult
    public func change(_ need: Need, _ body: (inout NeedChange) throws -> Void) throws -> Need {
        var change = NeedChange(need, at: now)
        try body(&change)
        change.need.changed = now
        for entry in change.events {
            change.need.steps += 1
            try NeedStore.add(entry, number: change.need.steps, to: change.need, in: self)
        }
        try NeedStore.update(change.need, database)
        try NeedFigures.apply(from: need, to: change.need, in: self)
        if change.need.searchText != need.searchText { index(change.need) }
        if change.need.state != need.state { try tellStates(of: change) }
        return change.need
    }

    func index(_ need: Need) { database.index(need.wordDocument) }

    private func tellStates(of change: NeedChange) throws {
        let need = change.need
        tell(NeedAdvanced(need: need, from: change.before.state))
        if change.events.contains(where: { $0.kind == .accepted }) { tell(NeedAccepted(need: need)) }
        if !need.state.isOpen { tell(NeedClosed(need: need)) }
        var told: Set<NeedState> = [change.before.state]
        for state in change.events.map(\.state) where told.insert(state).inserted {
            // Whoever has answered already is not asked on the way to the end.
            if state == .answered, need.state != .answered { continue }
            if let notice = ReporterNotice(state, need) { try send(notice, to: need) }
        }
    }
}

extension Need {
    /// Everything that a search may find it by.
    var searchText: String {
        // The title is most often the words' own beginning.
        let isCut = title.hasSuffix("…")
        let start = isCut ? title.utf8.dropLast(3) : title.utf8[...]
        let own = words.utf8.starts(with: start) ? [words] : [title, words]
        return ([serial] + own + [placeName, gridName, spot, sentence ?? ""]).joined(separator: "\n")
    }

    var wordDocument: WordDocument {
        WordDocument(community: community, kind: "need", object: id, words: Bigrams.document(searchText))
    }
}
