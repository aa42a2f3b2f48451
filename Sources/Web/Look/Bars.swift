import Values

/// A share with the marks of its rule: 98.2 % where two thirds were needed.
public struct Share: Sendable {
    /// A mark as a fraction; `binding` is the one that counts here, drawn thick.
    public struct Mark: Sendable {
        public let part: Int, whole: Int, binding: Bool

        public init(_ part: Int, of whole: Int, binding: Bool = true) {
            self.part = part
            self.whole = whole
            self.binding = binding
        }
    }

    public let label: String
    public let part: Int
    public let whole: Int
    public let against: Int
    public let marks: [Mark]

    public init(_ label: String, _ part: Int, of whole: Int, against: Int = 0, marks: [Mark] = []) {
        self.label = label
        self.part = part
        self.whole = whole
        self.against = against
        self.marks = marks
    }
}

/// A row of a small chart: a name, its number, and where the rows behind the number are.
public struct BarRow: Sendable {
    public let title: String
    public let value: Int
    public let link: Link?
    /// The part that matters is deep water.
    public let present: Bool

    public init(_ title: String, _ value: Int, link: Link? = nil, present: Bool = false) {
        self.title = title
        self.value = value
        self.link = link
        self.present = present
    }
}

extension Look {
    /// A share as a bar, solid green for what is in favour and a hollow red frame for what is against, under
    /// the thick mark it has to pass.
    public static func share(_ share: Share, in language: Language) -> HTML {
        let part = percent(share.part, of: share.whole)
        let binding = share.marks.filter(\.binding).map { "\($0.part)/\($0.whole)" }.joined(separator: "、")
        let said = LookPhrase.share(share.label, part)(language)
        let passed = binding.isEmpty ? "" : LookPhrase.marks(binding)(language)
        return """
            <svg class="bar" role="img" aria-label="\(said)\(passed)">\
            <rect class="f-rule" y="20" width="100%" height="20"/>\
            <rect class="f-leaf" y="20" width="\(part)" height="20"/>\(against(share, from: part))\
            \(share.marks, each: mark)</svg>
            """
    }

    private static func against(_ share: Share, from part: String) -> HTML {
        guard share.against > 0 else { return .empty }
        let width = percent(share.against, of: share.whole)
        return "<rect class=\"o-seal\" x=\"\(part)\" y=\"21.5\" width=\"\(width)\" height=\"17\"/>"
    }

    private static func mark(_ mark: Share.Mark) -> HTML {
        let x = percent(mark.part, of: mark.whole)
        return """
            <line class="halo\(if: mark.binding, " thick")" x1="\(x)" x2="\(x)" y1="14" y2="46"/>\
            <line class="l-ink\(if: mark.binding, " thick")" x1="\(x)" x2="\(x)" y1="14" y2="46"/>\
            <text class="\(if: mark.binding, "b", else: "dim")" x="\(x)" y="62" \
            text-anchor="middle">\(mark.part)/\(mark.whole)</text>
            """
    }

    /// A small chart: a row for each place, its length proportional to the number, from zero.
    public static func bars(_ rows: [BarRow]) -> HTML {
        let most = max(1, rows.map(\.value).max() ?? 1)
        return "<ul class=\"bars\">\(rows, each: { barRow($0, most: most) })</ul>"
    }

    private static func barRow(_ row: BarRow, most: Int) -> HTML {
        let title: HTML = row.link.map { "<a href=\"\(link: $0)\">\(row.title)</a>" } ?? "\(row.title)"
        let style: HTML = row.present ? "w5" : "w4"
        return """
            <li><span class="name">\(title)</span><svg aria-hidden="true"><rect class="\(style)" \
            width="\(percent(row.value, of: most))" height="100%"/></svg>\
            <span class="num">\(row.value)</span></li>

            """
    }

    /// How much of something is done, with its words.
    public static func progress(_ label: String, _ done: Int, of all: Int) -> HTML {
        """
        <p class="progress"><span>\(label)</span><span class="num">\(done) / \(all)</span>\
        <progress value="\(max(0, done))" max="\(max(1, all))" aria-label="\(label)">\
        \(percent(done, of: all))\
        </progress></p>
        """
    }

    /// A part of a whole with one decimal, held between 0 and 100: "97.4%".
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0%" }
        let share = min(1, Double(part) / Double(whole))
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }
}
