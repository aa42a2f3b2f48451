public import Actions
import Values
public import Web

/// What is asked of a resource: class, grid and quantity, and nothing that names anybody.
struct LinkAsk: Codable, Sendable {
    let link: Identifier
    let resource: Identifier
    let quantity: Int64
    let day: Day
    let isDayWanted: Bool
    let className: String
    let gridName: String
    let note: String
    let fromName: String
}

/// What the resource's side tells the need's side of a link.
enum LinkNews: Codable, Sendable {
    case reserved
    case refused(left: Int64)
    case accepted(quantity: Int64)
    case declined(reason: String)
    case otherDay(Day, reason: String)
}

/// What the need's side tells the resource's side of a link.
enum LinkWord: Codable, Sendable {
    case acceptsOtherDay
    case withdrawn
    case ended
    case used(UseNote)
    case judged(use: Identifier, word: Int64)
    /// Who it is for, after consent; nil takes it back.
    case who(String?)
}

/// A use as the resource's side hears of it: nobody's name.
struct UseNote: Codable, Sendable {
    let use: Identifier
    let day: Day
    let quantity: Int64
    let lateDays: Int64
    let note: String
    let recordedName: String
}

struct LinkNewsLetter: Codable, Sendable {
    let link: Identifier
    let news: LinkNews
}

struct LinkWordLetter: Codable, Sendable {
    let link: Identifier
    let word: LinkWord
}

/// The letters of links, each kind with the receiver's action.
public enum ResourceLetters {
    static let ask = "links.ask"
    static let news = "links.news"
    static let word = "links.word"

    public static let kinds: [any LetterKind] = [
        LetterToAction<LinkAsk, ReserveForLetter>(ask) { ReserveForLetter(ask: $0, from: $1.from) },
        LetterToAction<LinkNewsLetter, HearNews>(news) { letter, _ in
            HearNews(link: letter.link, news: letter.news)
        },
        LetterToAction<LinkWordLetter, HeedWord>(word) { letter, _ in
            HeedWord(link: letter.link, word: letter.word)
        },
    ]

    /// The carrier of a house.
    public static func carrier(_ house: House) -> LetterCarrier {
        LetterCarrier(steward: house.steward, kinds: kinds, log: house.log)
    }

    /// Carries what was written and not yet carried, again and again.
    public static let job = Job(name: "letters", every: .minutes(1)) { house in
        _ = try await carrier(house).carry()
    }
}

/// A letter that came before the one it speaks of; it waits and is delivered again.
enum LinkFault: Error {
    case notYetHere
}
