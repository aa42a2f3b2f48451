import Actions
import People
import Storage
import Values
import Web

/// What of the needs ledger is looked at: the whole of it stands in the address.
struct LedgerFilter: Sendable, Hashable, Codable {
    var view: NeedFilter.View = .open
    /// What is looked for: words, or a number.
    var words = ""
    /// The key of a class, or of an area of service for all its classes.
    var classKey = ""
    var group = ""
    /// The code of a place; its needs and those of all below it.
    var place = ""
    var step: NeedStep?
    var urgency = ""
    var source = ""
    var kind: NeedKind?
    var owner: Identifier?
    var sort: NeedFilter.Sort = .newest

    init() {}

    init(view: NeedFilter.View) { self.view = view }

    /// Reads the address; what it does not know it leaves at its rest, so that an old address still opens.
    init(_ ask: Ask) {
        view = ask.value("view").flatMap(NeedFilter.View.init) ?? .open
        words = String(String.UnicodeScalarView((ask.value("q") ?? "").unicodeScalars.prefix(100)))
        classKey = ask.value("class") ?? ""
        group = ask.value("group") ?? ""
        place = ask.value("place") ?? ""
        step = ask.value("step").flatMap(NeedStep.init)
        urgency = ask.value("urgency") ?? ""
        source = ask.value("source") ?? ""
        kind = ask.value("kind").flatMap(NeedKind.init)
        owner = ask.value("owner").flatMap { Identifier($0) }
        sort = ask.value("sort").flatMap(NeedFilter.Sort.init) ?? .newest
    }

    /// The names and values that say it in an address, only what is not at rest.
    var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        let add = { (name: String, value: String?) in
            if let value, !value.isEmpty { pairs.append((name, value)) }
        }
        add("view", view == .open ? nil : view.rawValue)
        add("q", words)
        add("class", classKey)
        add("group", group)
        add("place", place)
        add("step", step?.rawValue)
        add("urgency", urgency)
        add("source", source)
        add("kind", kind?.rawValue)
        add("owner", owner?.description)
        add("sort", sort == .newest ? nil : sort.rawValue)
        return pairs
    }

    /// The address of each tab.
    private static let tabs = Dictionary(
        uniqueKeysWithValues: NeedFilter.View.allCases.map { ($0, LedgerFilter(view: $0).link()) })

    static func tab(_ view: NeedFilter.View) -> Link { tabs[view] ?? "/needs" }

    /// The same filter at an address.
    func link(_ base: Link = "/needs") -> Link {
        pairs.reduce(base) { $0.adding(query: $1.name, $1.value) }
    }

    /// As it is kept under a name: the part of the address behind the question mark.
    var query: String {
        let address = link("/").address
        return address.firstIndex(of: "?").map { String(address[address.index(after: $0)...]) } ?? ""
    }

    func sorted(_ sort: NeedFilter.Sort) -> LedgerFilter {
        var copy = self
        copy.sort = sort
        return copy
    }

    /// Whether nothing but a tab and an order was chosen.
    var isBare: Bool { self == LedgerFilter(view: view).sorted(sort) }

    /// The question to the store; nil where the place that is looked at does not exist.
    func needFilter(_ visit: Visit, _ words: Vocabulary, _ reading: any Reading) throws -> NeedFilter? {
        var filter = NeedFilter(view: view, sort: sort)
        filter.text = self.words.isEmpty ? nil : self.words
        if words.term(.need, classKey) != nil {
            filter.classKey = classKey
        } else if !classKey.isEmpty {
            filter.area = classKey
        }
        filter.group = group.isEmpty ? nil : group
        filter.step = step
        filter.urgency = urgency.isEmpty ? nil : urgency
        filter.source = source.isEmpty ? nil : source
        filter.kind = kind
        filter.owner = owner
        filter.viewer = [.mine, .asked].contains(view) ? visit.actor.account : nil
        filter.scope = Self.scope(NeedsRights.list, visit)
        filter.after = visit.value("after").flatMap { Int64($0) }
        if !place.isEmpty {
            guard let found = try PlaceStore.place(code: place, in: visit.community, reading) else {
                return nil
            }
            filter.path = found.path
        }
        return filter
    }

    /// Where the visitor may see rows; nil for the whole community, so that the statement stays plain.
    static func scope(_ right: Right, _ visit: Visit) -> [PlacePath]? {
        visit.allows(right, on: visit.locality.path)
            ? nil : NeedFilter.scope(of: visit.actor, right, visit.house.rights)
    }
}
