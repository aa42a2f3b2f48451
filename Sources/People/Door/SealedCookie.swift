import Foundation
import Sealing
import Values
import Web

/// A few values that a browser carries between two pages, for minutes, unreadable to whoever holds it.
struct SealedCookie<Contents: Codable & Sendable>: Sendable {
    private struct Box: Codable {
        let contents: Contents
        let until: Instant
    }

    let name: String

    func cookie(_ contents: Contents, _ visit: Visit, minutes: Int = 10) throws -> Cookie {
        let box = Box(contents: contents, until: visit.now + .minutes(Int64(minutes)))
        let sealed = try visit.house.keys.seal(
            Array(try JSONEncoder().encode(box)), .cookie, context: "cookie \(name)")
        return Cookie(name, Base64URL.encode(sealed), age: minutes * 60)
    }

    /// Takes the cookie away.
    var gone: Cookie { Cookie(name, "", age: 0) }

    /// What the request carries; nil where it is absent, too old or not ours.
    func read(_ visit: Visit) -> Contents? {
        guard let text = visit.ask.cookie(name), text.utf8.count < 4000, let sealed = Base64URL.decode(text),
            let bytes = try? visit.house.keys.open(sealed, .cookie, context: "cookie \(name)"),
            let box = try? JSONDecoder().decode(Box.self, from: Data(bytes)), visit.now < box.until
        else { return nil }
        return box.contents
    }
}
