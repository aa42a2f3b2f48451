import Values
import Web

/// A need on a public list, in the reader's language: its released sentence, or its class alone; of a private
/// matter not even that.
struct PublicRow: Codable, Sendable, Hashable {
    let number: String
    let kind: NeedKind
    let sentence: String?
    /// Nil for a private matter.
    let classKey: String?
    let className: String
    /// Empty for a private matter.
    let place: String
    let state: NeedState
    let stateName: String
    let outcome: String?
    let outcomeName: String?
    let said: Day
    let closed: Day?
    let voices: Int64
    let who: String?
    let bestBy: String?
    let isClaimed: Bool

    init(_ need: PublicNeed, _ words: Vocabulary, bestBy: String? = nil, _ language: Language) {
        number = need.serial
        kind = need.kind
        sentence = need.sentence
        classKey = need.classKey
        className =
            need.classKey.map { words.className($0)[language] } ?? PublicPhrase.privateMatter(language)
        place = need.gridName ?? ""
        state = need.state
        stateName = need.state.title[language]
        outcome = need.outcome
        outcomeName = need.outcome.map { words.name(.outcome, $0)[language] }
        said = need.reported.day(in: .shanghai)
        closed = need.closed?.day(in: .shanghai)
        voices = need.voices
        who = need.whoPublic
        self.bestBy = bestBy
        isClaimed = need.isClaimed
    }

    /// What the public reads of it.
    func title(_ language: Language) -> String {
        if let sentence { return sentence }
        return classKey == nil ? className : PublicPhrase.notReleased(className)(language)
    }

    /// How far it is, and once it is closed, how it ended.
    var stamp: HTML {
        if state == .closed, let outcomeName {
            return Look.stamp(outcomeName, isGood ? .done : .plain)
        }
        return Look.stamp(stateName, state == .answered ? .you : .plain)
    }

    /// Whether it was done, at least in part.
    var isGood: Bool { outcome == "done" || outcome == "partly" }
}
