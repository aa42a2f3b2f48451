import Actions
import People
import Storage
import Values

/// The figures of needs: kept by the difference that a change makes, and provable by recount.
enum NeedFigures {
    /// One number at one place.
    struct Key: Hashable, Comparable {
        let path: PlacePath
        let name: String

        static func < (a: Key, b: Key) -> Bool { (a.path.text, a.name) < (b.path.text, b.name) }
    }

    /// What of a need enters a figure.
    struct Share: Equatable {
        let state: NeedState
        let classKey: String
        let outcome: String?
        let satisfaction: Satisfaction?
        /// The year in which it was said, for the year's sentence on the front page.
        let year: Int
        /// Whether the public is told neither its class nor its place.
        let isPrivate: Bool
        /// Whether it is a wish that stands in public and that nobody has taken up.
        var isWaitingWish = false

        /// The figures in which it counts one; a private matter counts beside each once more, for the public
        /// to take off where class or place would show.
        var names: [String] { isPrivate ? shown + shown.map(NeedFigures.ofPrivate) : shown }

        fileprivate var shown: [String] {
            var names = [
                "needs.all", "needs.said.\(year)", "needs.state.\(state.rawValue)", "needs.class.\(classKey)",
            ]
            if state.isOpen { names.append("needs.open.class.\(classKey)") }
            if NeedState.aside.contains(state) { names.append("needs.aside.\(year)") }
            if state == .closed, NeedFigures.doneOutcomes.contains(outcome ?? "") {
                names += ["needs.done", "needs.done.\(year)"]
            }
            if satisfaction != nil { names.append("needs.answers") }
            if satisfaction == .yes { names.append("needs.satisfied") }
            if isWaitingWish { names.append(NeedFigures.waitingWishes) }
            return names
        }
    }

    static let waitingWishes = "needs.wishes.waiting"
    private static let prefix = "needs.", privatePrefix = "needs.private."

    /// The figure of private matters that belongs to a figure of needs.
    static func ofPrivate(_ name: String) -> String { privatePrefix + name.dropFirst(prefix.utf8.count) }

    /// The figure to which one of private matters belongs; nil where it is none.
    static func ofAll(_ name: String) -> String? {
        guard name.hasPrefix(privatePrefix) else { return nil }
        return prefix + name.dropFirst(privatePrefix.utf8.count)
    }

    /// The outcomes that count as done.
    static let doneOutcomes: Set<String> = ["done", "partly"]

    /// Writes the difference between two shapes of a need; nil stands for none at all.
    ///
    /// - Parameters: `top`: the path of the node that holds the rows, where it is known already.
    static func apply(
        from before: Need?, to after: Need?, in work: Work, below top: PlacePath? = nil
    ) throws {
        let words = try VocabularyStore.vocabulary(in: work.community, work.database)
        let old = before.flatMap { Entry($0, words) }, new = after.flatMap { Entry($0, words) }
        guard old != new else { return }
        let top = try top ?? Self.top(of: work.community, work.database)
        for (entry, sign) in [(old, Int64(-1)), (new, 1)] {
            guard let entry else { continue }
            let levels = entry.path.upward.filter(top.contains)
            for name in entry.share.names {
                for level in levels { try work.add(sign, to: name, at: level) }
            }
        }
    }

    /// A need as it enters the figures.
    private struct Entry: Equatable {
        let path: PlacePath
        let share: Share

        /// Nil for a need that counts nowhere yet.
        init?(_ need: Need, _ words: Vocabulary) {
            guard need.held == .no else { return nil }
            path = need.path
            share = need.share(words)
        }
    }

    /// The path of the node that holds the rows.
    static func top(of community: Identifier, _ reading: any Reading) throws -> PlacePath {
        guard let place = try PlaceStore.top(of: community, reading) else {
            throw GroundRefusal.notFound
        }
        return place.path
    }

    /// Every figure counted anew out of the needs themselves.
    static func recount(in community: Identifier, _ reading: any Reading) throws -> [Key: Int64] {
        let top = try top(of: community, reading)
        var figures: [Key: Int64] = [:]
        let words = try VocabularyStore.vocabulary(in: community, reading)
        for (path, share, count) in try shares(in: community, reading, isQuiet: words.isQuiet) {
            for level in path.upward where top.contains(level) {
                for name in share.names { figures[Key(path: level, name: name), default: 0] += count }
            }
        }
        return figures
    }
}

extension NeedFigures {
    /// A class became quiet, or is quiet no longer: its needs without a sentence change their figures.
    static func turn(_ classKey: String, isQuiet: Bool, in work: Work) throws {
        let top = try top(of: work.community, work.database)
        let shares = try shares(in: work.community, work.database, of: classKey) { _ in true }
        for (path, share, count) in shares where share.isPrivate {
            for name in share.shown {
                try work.add(isQuiet ? count : -count, to: ofPrivate(name), at: path, below: top)
            }
        }
    }
}

extension Need {
    func share(_ words: Vocabulary) -> NeedFigures.Share {
        NeedFigures.Share(
            state: state, classKey: classKey, outcome: outcome, satisfaction: satisfaction,
            year: reported.day(in: .shanghai).year, isPrivate: isPrivateMatter(words),
            isWaitingWish: kind == .wish && state.isOpen && released != nil && claimedBy == nil)
    }
}
