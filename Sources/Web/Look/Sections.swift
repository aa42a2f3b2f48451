import Values

extension Look {
    /// The page's one sentence, which tells the news; the rest of the page is its evidence.
    public static func say(_ sentence: HTML) -> HTML { "<h1 class=\"say\">\(sentence)</h1>" }

    /// A page's plain head, where there is no news to tell.
    public static func head(_ title: String, note: HTML? = nil) -> HTML {
        "<h1>\(title)</h1>\(note.map(self.note))"
    }

    /// The opening paragraph under a head.
    public static func lead(_ text: HTML) -> HTML { "<p class=\"lead\">\(text)</p>" }

    /// Second voice: what helps but is not the matter.
    public static func note(_ text: HTML) -> HTML { "<p class=\"note\">\(text)</p>" }

    /// Small print.
    public static func fine(_ text: HTML) -> HTML { "<p class=\"fine\">\(text)</p>" }

    /// Somebody's own words.
    public static func quote(_ text: String) -> HTML { "<p class=\"lead quote\">“\(text)”</p>" }

    /// What went well, within a sentence.
    public static func good(_ text: String) -> HTML { "<span class=\"green\">\(text)</span>" }

    /// What is asked or late, within a sentence.
    public static func asked(_ text: String) -> HTML { "<span class=\"red\">\(text)</span>" }

    /// One big number with its unit.
    public static func figure(_ number: String, unit: String = "") -> HTML {
        "<p class=\"figure\">\(number)\(if: !unit.isEmpty, "<small>\(unit)</small>")</p>"
    }

    /// A link within text.
    public static func link(_ text: String, _ link: Link) -> HTML { "\(text, link)" }

    /// A section hung from a rule; `hang` puts its head into the margin of a wide screen.
    public static func section(
        _ title: String, note: HTML? = nil, hang: Bool = false, id: String? = nil, _ body: HTML
    ) -> HTML {
        """
        <section class="sec\(if: hang, " hang")"\(id.map { " id=\"\($0)\"" as HTML })>
        <header><h2>\(title)</h2>\(note.map(self.note))</header>
        <div class="flow">\(body)</div>
        </section>
        """
    }

    /// How columns share the width of a wide screen; on a phone they stand one under another.
    public enum Columns: String, Sendable {
        case two, three, main, even, call
        /// A small map beside a large one.
        case plans
    }

    /// Columns: equal ones, a main one with a side column, or a head with its call.
    public static func columns(_ shape: Columns, _ columns: [HTML]) -> HTML {
        let name = shape == .even ? "main even" : shape.rawValue
        return "<div class=\"cols \(name)\">\(columns, each: { "<div class=\"flow\">\($0)</div>" })</div>"
    }

    /// Asked of the reader: a red rule at its head, once a page.
    public static func ask(_ title: String, _ body: HTML) -> HTML {
        "<section class=\"ask\"><h2>\(title)</h2>\(body)</section>"
    }

    /// Good news: the same in green.
    public static func fineNews(_ title: String, _ body: HTML) -> HTML {
        "<section class=\"fine-news\" role=\"status\"><h2>\(title)</h2>\(body)</section>"
    }

    /// Where the page stands: links from the outermost in, then the page itself.
    public static func crumb(_ above: [NavItem], _ here: String, in language: Language) -> HTML {
        """
        <nav class="crumb" aria-label="\(LookPhrase.whereAmI(language))"><ol>\
        \(above, each: { "<li><a href=\"\(link: $0.link)\">\($0.title)</a></li>" })\
        <li aria-current="page">\(here)</li></ol></nav>
        """
    }

    /// A head line of a staff page: title, counts and the one action beside it.
    public static func dayline(_ title: String, _ beside: [HTML]) -> HTML {
        "<div class=\"dayline\"><h1>\(title)</h1>\(beside, each: { "<div>\($0)</div>" })</div>"
    }

    /// Counts that lead to their lists, side by side; a late one is red.
    public static func tally(_ items: [TallyItem]) -> HTML {
        """
        <p class="tally">\(items, each: {
            "<a\(if: $0.late, " class=\"late\"") href=\"\(link: $0.link)\"><b>\($0.count)</b>\($0.title)</a>"
        })</p>
        """
    }
}

/// One count of a ``Look/tally(_:)``.
public struct TallyItem: Sendable {
    public let count: Int, title: String, link: Link, late: Bool

    public init(count: Int, title: String, link: Link, late: Bool = false) {
        self.count = count
        self.title = title
        self.link = link
        self.late = late
    }
}

extension HTML.Interpolation {
    /// A link, written straight into what it stands in.
    mutating func appendInterpolation(_ text: String, _ link: Link) {
        appendLiteral("<a href=\"")
        appendInterpolation(link: link)
        appendLiteral("\">")
        appendInterpolation(text)
        appendLiteral("</a>")
    }

    /// A stamp, written straight into what it stands in.
    mutating func appendInterpolation(_ word: String, _ state: Look.State) {
        appendLiteral("<span class=\"")
        appendInterpolation(state.rawValue)
        appendLiteral("\">")
        appendInterpolation(word)
        appendLiteral("</span>")
    }
}
