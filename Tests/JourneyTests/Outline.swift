import Foundation
import Trials

/// What stands inside `<main>` of a page, in reading order, one thing a line: headings, texts, labels, links,
/// buttons and states. What differs from run to run is replaced; of a long list the first rows are kept.
struct Outline {
    /// Rows of one list that are kept.
    static let most = 30

    private(set) var lines: [String] = []
    private var line = ""
    private var open: [Element] = []
    /// How many elements were open where something began that is passed over.
    private var hidden: Int?
    private var isDrawing = false

    private struct Element {
        let tag: Tag
        var rows = 0
    }

    init(_ html: String) {
        for token in Token.all(in: Array(html.utf8)) {
            switch token {
            case .text(let text): add(text: text)
            case .open(let tag): enter(tag)
            case .close(let name): leave(name)
            }
        }
        flush()
    }

    var text: String { lines.map { $0 + "\n" }.joined() }

    private mutating func add(text: String) {
        guard hidden == nil || (isDrawing && open.last?.tag.name == "title") else { return }
        let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        if text.first.map({ $0 == " " || $0 == "\n" }) ?? false { space() }
        line += words
        if text.last.map({ $0 == " " || $0 == "\n" }) ?? false { space() }
    }

    /// Links that stand beside each other are a list of their own, each on its line.
    private func followsLink(_ tag: Tag) -> Bool {
        let end = line.trimmingCharacters(in: .whitespaces)
        return tag.name == "a" && (end.hasSuffix(")") || end.hasSuffix(") current"))
    }

    private mutating func space() {
        if !line.isEmpty, line.last != " " { line += " " }
    }

    private mutating func enter(_ tag: Tag) {
        count(tag)
        if hidden == nil {
            if Self.blocks.contains(tag.name) || followsLink(tag) { flush() }
            line += opening(tag)
        }
        guard !Self.void.contains(tag.name) else { return }
        if hidden == nil, tag.name == "svg" { (hidden, isDrawing) = (open.count, true) }
        open.append(Element(tag: tag))
    }

    /// Counts a row of its list, and passes over those that are too many.
    private mutating func count(_ tag: Tag) {
        guard Self.rows.contains(tag.name), let list = open.indices.last else { return }
        open[list].rows += 1
        if hidden == nil, open[list].rows > Self.most { hidden = open.count }
    }

    private mutating func leave(_ name: String) {
        guard let at = open.lastIndex(where: { $0.tag.name == name }) else { return }
        let element = open[at]
        open.removeSubrange(at...)
        if let start = hidden {
            if open.count <= start { (hidden, isDrawing) = (nil, false) }
            if name != "svg" || hidden != nil { return }
        }
        line += closing(element.tag)
        if Self.blocks.contains(name) { flush() }
        if element.rows > Self.most {
            flush()
            lines.append("… \(element.rows) in all")
        }
    }

    private mutating func flush() {
        let kept = Self.steady(line.trimmingCharacters(in: .whitespaces))
        if !kept.isEmpty, kept != "-" { lines.append(kept) }
        line = ""
    }

    private static let void: Set = ["input", "br", "hr", "img", "wbr", "link", "meta", "source", "col"]
    private static let rows: Set = ["li", "tr", "option", "dt"]
    private static let blocks: Set = [
        "main", "section", "article", "aside", "nav", "header", "footer", "div", "p", "h1", "h2", "h3", "h4",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "form",
        "fieldset", "legend", "label", "select", "textarea", "button", "details", "summary", "figure",
        "figcaption", "blockquote", "br", "hr", "pre", "datalist",
    ]
}

extension Outline {
    /// What an element says of itself before its text.
    private func opening(_ tag: Tag) -> String {
        let states = ["checked", "selected", "disabled", "required", "multiple", "open"].filter {
            tag[$0] != nil
        }
        let state = states.map { " " + $0 }.joined() + (tag["aria-current"] != nil ? " current" : "")
        switch tag.name {
        case "h1": return "# "
        case "h2": return "## "
        case "h3", "h4": return "### "
        case "li": return "- "
        case "a": return "["
        case "button": return "<"
        case "td", "th": return line.isEmpty ? "" : " | "
        case "form": return "form \(tag["method"] ?? "get") \(tag["action"] ?? "")"
        case "option": return " / "
        case "img": return "(picture: \(tag["alt"] ?? ""))"
        case "svg": return "(drawing: \(tag["aria-label"] ?? "")"
        case "select", "textarea": return "{\(tag.name) \(tag["name"] ?? "")\(state)}"
        case "input": return Self.input(tag, state)
        case "details": return tag["open"] == nil ? "(folded)" : "(unfolded)"
        default: return ""
        }
    }

    private static func input(_ tag: Tag, _ state: String) -> String {
        let name = tag["name"] ?? "", type = tag["type"] ?? "text", value = tag["value"] ?? ""
        // The mark of a form and of a sending are new each time.
        if type == "hidden", ["csrf", "rid"].contains(name) { return "" }
        let label = tag["aria-label"].map { " “\($0)”" } ?? ""
        return "{\(type) \(name)\(value.isEmpty ? "" : "=" + value)\(label)\(state)}"
    }

    private func closing(_ tag: Tag) -> String {
        switch tag.name {
        case "a": "](\(tag["href"] ?? ""))\(tag["aria-current"] == nil ? "" : " current")"
        case "button": ">\(tag["disabled"] == nil ? "" : " disabled")"
        case "option": tag["selected"] == nil ? "" : " (chosen)"
        case "svg": ")"
        default: ""
        }
    }

    /// Without identifiers, tokens and codes, which are new in each run.
    private static func steady(_ text: String) -> String {
        text.replacing(/[A-Za-z0-9_\-]{16,}/) { match in
            let word = match.0
            let hasDigit = word.contains { ("0"..."9").contains($0) }
            // A word of English has at most its first letter large.
            let hasCapital = word.dropFirst().contains { ("A"..."Z").contains($0) }
            let isHex = word.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
            let isToken = hasCapital && (hasDigit || word.count >= 20)
            return isToken || isHex || word.count > 40 ? "…" : String(word)
        }
        .replacing(/[0-9A-Z]{4}-[0-9A-Z]{4}/) { match in
            match.0.contains { ("A"..."Z").contains($0) } ? "…" : String(match.0)
        }
        // The code that the demo shows instead of sending it.
        .replacing(/(数字是|digits are )[0-9]{6}/) { String($0.1) + "…" }
    }
}
