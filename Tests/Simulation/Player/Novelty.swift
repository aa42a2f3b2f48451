import Values

/// How often each kind of address was asked for, so that the play turns to what it did seldom.
struct Novelty {
    private var counts: [String: Int] = [:]

    mutating func note(_ address: String) { counts[Self.kind(of: address), default: 0] += 1 }

    func count(of address: String) -> Int { counts[Self.kind(of: address), default: 0] }

    /// An address without what tells one thing from another of its kind: `/needs/1041/close?x=y` is
    /// `/needs/…/close`.
    static func kind(of address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").reduce(into: "") { kind, part in
            let isName = part.utf8.count > 20 || part.utf8.contains { (0x30...0x39).contains($0) }
            kind += isName ? "/…" : "/" + part
        }
    }
}

/// The forms that a player has seen and may still send: one of each action with its fields, the newest last.
struct Album {
    private(set) var forms: [PageForm] = []
    private static let most = 60

    mutating func add(_ seen: [PageForm]) {
        // One page may have several of the same action, for one thing each.
        let fresh = Set(seen.map(\.action))
        forms.removeAll { fresh.contains($0.action) }
        forms += seen
        if forms.count > Self.most { forms.removeFirst(forms.count - Self.most) }
    }

    /// What was refused is no longer there to be done.
    mutating func drop(_ action: String) { forms.removeAll { $0.action == action } }

    mutating func clear() { forms.removeAll() }
}
