extension Look {
    /// How loud a control is. One `main` or `big` a view; everything else is a `line`.
    public enum Weight: String, Sendable {
        case main = "btn"
        case big = "btn big"
        case line = "btn line"
        case small = "btn line small"
        /// A link in words, for what is beside the matter.
        case plain = "btn-plain"
    }

    /// A link that looks like a button.
    public static func button(_ title: String, _ link: Link, _ weight: Weight = .main) -> HTML {
        "<a class=\"\(weight.rawValue)\" href=\"\(link: link)\">\(title)</a>"
    }

    /// The button that sends its form; a name and a value tell which of several was pressed.
    public static func send(
        _ title: String, _ weight: Weight = .main, name: String? = nil, value: String = ""
    ) -> HTML {
        let pressed: HTML? = name.map { " name=\"\($0)\" value=\"\(value)\"" }
        return "<button class=\"\(weight.rawValue)\"\(pressed)>\(title)</button>"
    }

    /// Controls beside one another.
    public static func acts(_ controls: HTML...) -> HTML {
        "<div class=\"acts\">\(controls, each: { $0 })</div>"
    }
}
