/// A step on the way of one need: what happened, what is happening, what is to come.
public struct CourseStep: Sendable {
    public enum Time: String, Sendable { case past, now, next }

    public let title: String
    public let time: Time
    public let when: String
    public let body: HTML

    public init(_ title: String, _ time: Time, when: String, _ body: HTML = .empty) {
        self.title = title
        self.time = time
        self.when = when
        self.body = body
    }
}

extension Look {
    /// The river running downward: water where it has been, a dotted dry bed ahead.
    public static func course(_ steps: [CourseStep]) -> HTML {
        "<ol class=\"course\">\(steps, each: courseStep)</ol>"
    }

    private static func courseStep(_ step: CourseStep) -> HTML {
        """
        <li class="\(step.time.rawValue)"\(if: step.time == .now, " aria-current=\"step\"")>\
        <h3>\(step.title)</h3><span class="when">\(step.when)</span>\(step.body)</li>

        """
    }
}
