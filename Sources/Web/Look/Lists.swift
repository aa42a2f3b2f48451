import Values

/// A line of a list: its words, and when or where in second voice.
public struct ListRow: Sendable {
    public let body: HTML
    public let when: String?
    /// Second voice stands above the words for a calendar, under them elsewhere.
    public let whenFirst: Bool

    public init(_ body: HTML, when: String? = nil, whenFirst: Bool = false) {
        self.body = body
        self.when = when
        self.whenFirst = whenFirst
    }
}

/// A saved view of a list, with how many it holds.
public struct Tab: Sendable {
    public let title: String
    public let link: Link
    public let count: Int?
    /// Whether there are more than were counted.
    public let isMore: Bool
    public let current: Bool

    public init(
        _ title: String, _ link: Link, count: Int? = nil, isMore: Bool = false, current: Bool = false
    ) {
        self.title = title
        self.link = link
        self.count = count
        self.isMore = isMore
        self.current = current
    }
}

/// Where a list goes on (by key, never by page number), and how it is taken away.
public struct Pager: Sendable {
    /// "第1至20件，共64件".
    public var summary: String
    public var previous: Link?
    public var next: Link?
    public var exports: [NavItem]

    public init(_ summary: String, previous: Link? = nil, next: Link? = nil, exports: [NavItem] = []) {
        self.summary = summary
        self.previous = previous
        self.next = next
        self.exports = exports
    }
}

extension Look {
    /// A list, a thin rule between its lines.
    public static func rows(_ rows: [ListRow], ordered: Bool = false) -> HTML {
        let lines: HTML = "\(rows, each: listRow)"
        return ordered ? "<ol class=\"rows\">\(lines)</ol>" : "<ul class=\"rows\">\(lines)</ul>"
    }

    private static func listRow(_ row: ListRow) -> HTML {
        let when: HTML? = row.when.map { "<span class=\"when\">\($0)</span>" }
        return row.whenFirst ? "<li>\(when)\(row.body)</li>\n" : "<li>\(row.body)\(when)</li>\n"
    }

    /// Names and what stands for them.
    public static func facts(_ pairs: [(name: String, value: HTML)]) -> HTML {
        "<dl class=\"facts\">\(pairs, each: { "<dt>\($0.name)</dt><dd>\($0.value)</dd>\n" })</dl>"
    }

    /// Saved views of a list.
    public static func tabs(_ label: String, _ tabs: [Tab]) -> HTML {
        "<nav class=\"tabs\" aria-label=\"\(label)\">\(tabs, each: tab)</nav>"
    }

    private static func tab(_ tab: Tab) -> HTML {
        """
        <a href="\(link: tab.link)"\(if: tab.current, " aria-current=\"page\"")>\(tab.title)\
        \(tab.count.map { "<span class=\"num\">\($0)\(if: tab.isMore, "+")</span>" as HTML })</a>
        """
    }

    /// Filters of a list, in the address. The first field, the words looked for, has the most room.
    public static func filters(_ action: Link, _ fields: [Field], in language: Language) -> HTML {
        filters(action, Look.fields(fields, in: language), in: language)
    }

    /// The same with fields that were written before.
    public static func filters(_ action: Link, _ fields: HTML, in language: Language) -> HTML {
        """
        <form class="filters" role="search" method="get" action="\(link: action)" \
        aria-label="\(LookPhrase.choosing(language))">
        \(fields)
        <div class="acts"><button class="btn line">\(LookPhrase.filter(language))</button>\
        <a href="\(link: action)">\(LookPhrase.clear(language))</a></div>
        </form>
        """
    }

    /// One thing to choose in the address, with its button.
    public static func choosing(_ action: Link, _ field: Field, send: String, in language: Language) -> HTML {
        """
        <form class="filters" method="get" action="\(link: action)">
        \(Look.field(field, in: language))
        <div class="acts"><button class="btn line">\(send)</button></div>
        </form>
        """
    }

    /// What of the list is shown, the way on and back, and the exports.
    public static func pager(_ pager: Pager, in language: Language) -> HTML {
        let exports: HTML = """
            <p class="acts"><span class="note">\(LookPhrase.export(language))</span>\
            \(pager.exports, each: { "<a href=\"\(link: $0.link)\">\($0.title)</a>" })</p>
            """
        return """
            <div class="pager"><p class="acts"><span class="note">\(pager.summary)</span>\
            \(pager.previous.map { way($0, "prev", LookPhrase.previous(language)) })\
            \(pager.next.map { way($0, "next", LookPhrase.next(language)) })</p>\
            \(if: !pager.exports.isEmpty, exports)</div>
            """
    }

    private static func way(_ link: Link, _ relation: String, _ title: String) -> HTML {
        "<a class=\"btn line small\" rel=\"\(relation)\" href=\"\(link: link)\">\(title)</a>"
    }

    /// How far along something is, as a word in a frame; the word carries it, the colour only helps.
    public enum State: String, Sendable {
        case plain = "st"
        case late = "st late"
        case you = "st you"
        case done = "st done"
    }

    /// A state, like a small stamp.
    public static func stamp(_ word: String, _ state: State = .plain) -> HTML {
        "\(word, state)"
    }

    /// Why something is proposed, and what speaks against it.
    public static func reasons(pro: [String], con: [String] = []) -> HTML {
        """
        <ul class="reasons">\(pro, each: { "<li>\($0)</li>" })\
        \(con, each: { "<li class=\"con\">\($0)</li>" })</ul>
        """
    }

    /// An empty list says what is empty and what may be done about it.
    public static func empty(_ what: String, _ next: HTML? = nil) -> HTML {
        "<div class=\"empty\"><p>\(what)</p>\(next)</div>"
    }

    /// The keys of a list, for those who work in it all day.
    public static func keys(in language: Language) -> HTML {
        """
        <p class="keys"><span><kbd>J</kbd> <kbd>K</kbd> \(LookPhrase.keyUpDown(language))</span>\
        <span><kbd>X</kbd> \(LookPhrase.keyPick(language))</span>\
        <span><kbd>\(LookPhrase.keyEnter(language))</kbd> \(LookPhrase.keyOpen(language))</span>\
        <span><kbd>/</kbd> \(LookPhrase.keyFind(language))</span></p>
        """
    }
}
