import Sealing
public import Values
public import Web

/// Needs that a guest opened with number and secret: a signed cookie each, for the pages of following alone.
public enum OpenedNeeds {
    /// At most so many are read from one request.
    static let most = 20
    private static let prefix = "need-"
    /// How long an opened need stays open on this device.
    public static let lifetime = Instant.Span.hours(2)

    /// The cookie that opens a need to the one who proved its secret.
    public static func cookie(number: String, need: Identifier, _ visit: Visit) -> Cookie {
        let name = prefix + safe(number)
        let value = SignedValue(visit.community.bytes + need.bytes, expires: visit.now + lifetime)
        return Cookie(
            name, value.text(name: name, visit.house.keys), path: visit.at("/follow").address,
            age: Int(lifetime.microseconds / 1_000_000))
    }

    /// The cookie that closes it again.
    public static func closing(number: String, _ visit: Visit) -> Cookie {
        Cookie(prefix + safe(number), "", path: visit.at("/follow").address, age: 0)
    }

    /// The needs of the community that the request proves to have opened.
    public static func read(
        _ ask: Ask, in community: Identifier, _ keys: KeyRing, at now: Instant
    ) -> Set<Identifier> {
        guard let header = ask.headers["cookie"] else { return [] }
        var opened: Set<Identifier> = []
        for part in header.utf8.split(separator: UInt8(ascii: ";")).prefix(60) where opened.count < most {
            let pair = part.drop { $0 == UInt8(ascii: " ") }
            guard pair.starts(with: prefix.utf8), let equals = pair.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            let name = String(Substring(pair[..<equals]))
            let text = String(Substring(pair[equals...].dropFirst()))
            // What is forged or too old opens nothing, and needs no word.
            guard let value = try? SignedValue(text, name: name, keys, now: now), value.payload.count == 32,
                value.payload.starts(with: community.bytes),
                let need = Identifier(bytes: value.payload.suffix(16))
            else { continue }
            opened.insert(need)
        }
        return opened
    }

    /// The letters, digits and hyphens of a number, for a cookie's name.
    private static func safe(_ number: String) -> String {
        String(
            String.UnicodeScalarView(
                number.unicodeScalars.prefix(30).filter { scalar in
                    switch scalar {
                    case "0"..."9", "A"..."Z", "a"..."z", "-": true
                    default: false
                    }
                }))
    }
}
