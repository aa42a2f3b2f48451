import Values

/// A column of a ``Table``: its head, what stands in it, and how the list is sorted by it.
public struct Column: Sendable {
    public enum Kind: Sendable {
        case text, number
        /// The name of the row: bold, first on a phone.
        case main
        /// A box to tick or a button; its head is heard, not seen.
        case pick, act
    }

    public enum Order: Sendable { case ascending, descending }

    public let title: String
    public let kind: Kind
    public var sort: Link?
    public var order: Order?
    /// On a phone the head is said again before the value.
    public var named: Bool

    public init(
        _ title: String, _ kind: Kind = .text, sort: Link? = nil, order: Order? = nil, named: Bool = false
    ) {
        self.title = title
        self.kind = kind
        self.sort = sort
        self.order = order
        self.named = named
    }
}

/// What stands in a cell: the few things that long lists are made of, which need no piece of their own, or a
/// piece.
public enum RowCell: Sendable {
    case words(String)
    case link(String, Link)
    case stamp(String, Look.State)
    /// A box to tick for the row of that identifier and number.
    case pick(Identifier, of: String)
    case piece(HTML)
}

/// A row of a ``Table``, a cell for each column.
public struct TableRow: Sendable {
    public let cells: [RowCell]
    public let present: Bool

    public init(_ cells: [HTML], present: Bool = false) {
        self.init(cells: cells.map(RowCell.piece), present: present)
    }

    public init(cells: [RowCell], present: Bool = false) {
        self.cells = cells
        self.present = present
    }
}

/// Rows under heads. On a phone each row becomes a few lines, unless the figures must be compared downwards.
public struct Table: Sendable {
    public enum Shape: String, Sendable {
        /// Each row becomes lines on a phone.
        case stackable
        /// Keeps its columns and scrolls within itself: figures to compare.
        case tight
    }

    public let caption: String
    public let columns: [Column]
    public let rows: [TableRow]
    public let total: TableRow?
    public let shape: Shape

    public init(
        _ caption: String, _ columns: [Column], _ rows: [TableRow], total: TableRow? = nil,
        shape: Shape = .stackable
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.total = total
        self.shape = shape
    }
}

extension Look {
    /// A table in a region of its own, so that a wide one scrolls within itself and can be reached by
    /// keyboard.
    public static func table(_ table: Table, in language: Language) -> HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption)">
        <table class="\(table.shape.rawValue)">
        <caption class="unseen">\(table.caption)</caption>
        <thead><tr>\(table.columns, each: { columnHead($0, language) })</tr></thead>
        <tbody>
        \(rows: table.rows, of: table, in: language)</tbody>\
        \(table.total.map { "<tfoot>\(rows: [$0], of: table, in: language)</tfoot>" as HTML })
        </table>
        </div>
        """
    }

    /// What would stand in a cell, by itself.
    public static func cell(_ cell: RowCell, in language: Language) -> HTML { "\(cell, in: language)" }

    /// What an imported sheet says in a cell that cannot be taken, and why.
    public static func badCell(_ written: String, _ why: String) -> HTML {
        "<span class=\"cell-bad\">\(written)<span class=\"hint\">\(why)</span></span>"
    }

    private static func columnHead(_ column: Column, _ language: Language) -> HTML {
        let numeric = column.kind == .number
        let sorted: HTML? = column.order.map {
            $0 == .ascending ? " aria-sort=\"ascending\"" : " aria-sort=\"descending\""
        }
        return
            "<th scope=\"col\"\(if: numeric, " class=\"r\"")\(sorted)>\(columnTitle(column, language))</th>"
    }

    private static func columnTitle(_ column: Column, _ language: Language) -> HTML {
        switch column.kind {
        case .pick, .act: return "<span class=\"unseen\">\(column.title)</span>"
        default: break
        }
        guard let sort = column.sort else { return "\(column.title)" }
        let (label, arrow) =
            switch column.order {
            case .ascending: (LookPhrase.sortedUp(column.title), " ↑")
            case .descending: (LookPhrase.sortedDown(column.title), " ↓")
            case nil: (LookPhrase.sort(column.title), "")
            }
        return "<a href=\"\(link: sort)\" aria-label=\"\(label(language))\">\(column.title)\(arrow)</a>"
    }
}

extension HTML.Interpolation {
    /// Rows written straight into their table: a list has hundreds of cells, and to make a piece of each
    /// would be the dearest part of it.
    fileprivate mutating func appendInterpolation(
        rows: [TableRow], of table: Table, in language: Language
    ) {
        // Where columns stay columns, their heads are not said again.
        let isNamed = table.shape == .stackable
        for row in rows {
            appendLiteral(row.present ? "<tr data-row class=\"sel\">" : "<tr data-row>")
            for (column, cell) in zip(table.columns, row.cells) {
                append(cell, under: column, named: isNamed, language)
            }
            appendLiteral("</tr>\n")
        }
    }

    private mutating func append(
        _ cell: RowCell, under column: Column, named: Bool, _ language: Language
    ) {
        switch column.kind {
        case .main: appendLiteral("<th scope=\"row\" class=\"main\">")
        case .pick: appendLiteral("<td class=\"pick\">")
        case .act: appendLiteral("<td class=\"act\">")
        case .number where named: appendNamed("<td class=\"r\"", column.title)
        case .number: appendLiteral("<td class=\"r\">")
        case .text where named && column.named: appendNamed("<td", column.title)
        case .text: appendLiteral("<td>")
        }
        appendInterpolation(cell, in: language)
        appendLiteral(column.kind == .main ? "</th>" : "</td>")
    }

    fileprivate mutating func appendInterpolation(_ cell: RowCell, in language: Language) {
        switch cell {
        case .words(let text): appendInterpolation(text)
        case .link(let text, let link): appendInterpolation(text, link)
        case .stamp(let word, let state): appendInterpolation(word, state)
        case .pick(let row, let number):
            appendLiteral("<input class=\"tick\" type=\"checkbox\" name=\"n\" value=\"")
            row.append(to: &bytes)
            appendLiteral("\" aria-label=\"")
            appendInterpolation(LookPhrase.select(number)(language))
            appendLiteral("\">")
        case .piece(let piece): appendInterpolation(piece)
        }
    }

    private mutating func appendNamed(_ tag: StaticString, _ name: String) {
        appendLiteral(tag)
        appendLiteral(" data-k=\"")
        appendInterpolation(name)
        appendLiteral("\">")
    }
}
