import Imaging
import Web

/// What printed sheets share.
enum Paper {
    /// An address as a code to scan; nothing where it is too long for one.
    static func code(_ address: String, label: String) -> HTML {
        guard let code = try? QRCode(address) else { return .empty }
        let modules = (0..<code.side).map { row in
            (0..<code.side).map { code.isDark(column: $0, row: row) }
        }
        return Look.code(modules, label: label)
    }

    /// Empty lines to write on, under their question.
    static func blank(_ question: String, lines: Int = 1) -> HTML {
        """
        <div class="blank"><p>\(question)</p>\(0..<lines, each: { _ in "<hr>" })</div>
        """
    }

    /// Short answers beside one another, a line each.
    static func blanks(_ questions: [String]) -> HTML {
        "<div class=\"blanks\">\(questions, each: { blank($0) })</div>"
    }

    /// A question with boxes to tick.
    static func boxes(_ question: String, _ choices: [String]) -> HTML {
        """
        <div class="blank"><p>\(question)</p>\
        <ul class="boxes">\(choices, each: { "<li>□ \($0)</li>" })</ul></div>
        """
    }
}
