import Values

/// A map drawn from above: grounds in colour and pattern, buildings as small shapes, borders between.
///
/// *Units*: those of the picture's own width and height, from the upper left corner. Colour never says
/// anything alone: grounds that touch differ in pattern or are parted by a line, each has its name on it, and
/// a table stands beside.
public struct PlanPicture: Sendable {
    public struct Spot: Hashable, Sendable {
        public let x: Int
        public let y: Int

        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// A piece of ground with its name, and the buildings on it.
    public struct Ground: Sendable {
        public let title: String
        /// Which of the six tints and five patterns; larger numbers begin again.
        public let tint: Int
        public let pattern: Int
        public let outlines: [[Spot]]
        public let label: Spot
        public let shapes: [Shape]

        public init(
            _ title: String, tint: Int, pattern: Int, outlines: [[Spot]], label: Spot, shapes: [Shape]
        ) {
            self.title = title
            self.tint = tint
            self.pattern = pattern
            self.outlines = outlines
            self.label = label
            self.shapes = shapes
        }
    }

    /// A building: a bar around its middle.
    public struct Shape: Sendable {
        public let title: String
        public let link: Link?
        public let middle: Spot
        public let length: Int
        /// How much there is of what is shown, from 0 to 3; nil where nothing is.
        public let step: Int?
        public let current: Bool
        /// The names of the fields that a script writes to where it is moved: for east and north.
        public let mark: String?

        public init(
            _ title: String, _ link: Link?, at middle: Spot, length: Int, step: Int? = nil,
            current: Bool = false, mark: String? = nil
        ) {
            self.title = title
            self.link = link
            self.middle = middle
            self.length = length
            self.step = step
            self.current = current
            self.mark = mark
        }
    }

    /// Tells its grounds from those of another map on the page: a letter or a short word.
    public let name: String
    public let said: String
    public let width: Int
    public let height: Int
    public let grounds: [Ground]
    /// Buildings that stand on no ground with a name.
    public let loose: [Shape]
    /// Lines that are drawn thin: around what is on no ground.
    public let edges: [[Spot]]
    /// Lines that are drawn wide: around several grounds that belong together.
    public let wide: [[Spot]]

    public init(
        _ name: String, _ said: String, size: (width: Int, height: Int), grounds: [Ground],
        loose: [Shape] = [], edges: [[Spot]] = [], wide: [[Spot]] = []
    ) {
        self.name = name
        self.said = said
        (width, height) = size
        self.grounds = grounds
        self.loose = loose
        self.edges = edges
        self.wide = wide
    }

    fileprivate var hasLinks: Bool {
        (grounds.flatMap(\.shapes) + loose).contains { $0.link != nil }
    }
}

extension Look {
    /// The patterns that maps and their legends are filled with; once a page, before the first of them.
    public static let planPatterns: HTML = """
        <svg class="patterns" aria-hidden="true" focusable="false"><defs>\
        <pattern id="plan-1" width="9" height="9" patternUnits="userSpaceOnUse">\
        <path d="M-2 2l4-4M0 9l9-9M7 11l4-4"/></pattern>\
        <pattern id="plan-2" width="10" height="10" patternUnits="userSpaceOnUse">\
        <circle cx="5" cy="5" r="1.4"/></pattern>\
        <pattern id="plan-3" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 4h8"/></pattern>\
        <pattern id="plan-4" width="9" height="9" patternUnits="userSpaceOnUse">\
        <path d="M-2 7l4 4M0 0l9 9M7-2l4 4"/></pattern></defs></svg>
        """

    /// A map in a region of its own, so that a wide one scrolls within itself.
    ///
    /// What many buildings share is written once: a line around each ground instead of around each of them,
    /// and one path of all those that lead nowhere.
    public static func plan(_ plan: PlanPicture, dragged: Bool = false) -> HTML {
        let isStill = !dragged && !plan.hasLinks
        return """
            <div class="scroll plan\(if: isStill, " still")" tabindex="0" role="region" \
            aria-label="\(plan.said)">
            <svg viewBox="0 0 \(plan.width) \(plan.height)" role="group" aria-label="\(plan.said)"\
            \(if: dragged, " data-drag")>\
            <defs>\(plan.grounds.enumerated(), each: { shape($0.element, $0.offset, of: plan) })</defs>\
            \(plan.grounds.enumerated(), each: { ground($0.element, $0.offset, of: plan) })\
            <path class="edge" d="\(plan.edges, each: outline)"/>\
            <path class="edge wide" d="\(plan.wide, each: outline)"/>\
            <g>\(plan.grounds, each: buildings)\(buildings(plan.loose))</g>\
            <g aria-hidden="true">\(plan.grounds, each: label)</g></svg>
            </div>
            """
    }

    /// A small piece of a ground's colour, for a legend.
    public static func planSwatch(tint: Int) -> HTML {
        "<svg class=\"swatch\" aria-hidden=\"true\"><rect class=\"\(tints[tint % tints.count])\"/></svg>"
    }

    /// The fill of a building that has so much of what is shown.
    public static func planStep(_ step: Int) -> HTML {
        "<svg class=\"swatch\" aria-hidden=\"true\"><rect class=\"\(steps[min(max(step, 0), 3)])\"/></svg>"
    }

    private static let tints: [String] = ["a1", "a2", "a3", "a4", "a5", "a6"]
    private static let steps: [String] = ["w2", "w3", "w4", "w5"]

    private static func shape(_ ground: PlanPicture.Ground, _ number: Int, of plan: PlanPicture) -> HTML {
        "<path id=\"\(plan.name)\(number)\" d=\"\(ground.outlines, each: outline)\"/>"
    }

    /// The shape stands once; tint and pattern are laid over it.
    private static func ground(_ ground: PlanPicture.Ground, _ number: Int, of plan: PlanPicture) -> HTML {
        let id: HTML = "\(plan.name)\(number)"
        return """
            <use class="\(tints[ground.tint % tints.count])" href="#\(id)"/>\
            \(if: ground.pattern % 5 > 0, "<use fill=\"url(#plan-\(ground.pattern % 5))\" href=\"#\(id)\"/>")
            """
    }

    /// From the first corner on by how far the next one is: shorter than where it is.
    private static func outline(_ corners: [PlanPicture.Spot]) -> HTML {
        guard let first = corners.first else { return .empty }
        let steps = zip(corners, corners.dropFirst()).map { (x: $1.x - $0.x, y: $1.y - $0.y) }
        return "M\(first.x) \(first.y)l\(steps, each: step)z"
    }

    /// A minus parts two numbers as well as a blank does.
    private static func step(_ x: Int, _ y: Int) -> HTML {
        "\(x)\(if: y >= 0, " ")\(y) "
    }

    private static func label(_ ground: PlanPicture.Ground) -> HTML {
        "<text x=\"\(ground.label.x)\" y=\"\(ground.label.y)\">\(ground.title)</text>"
    }

    /// The buildings of a ground under its name, so that theirs need not say it again.
    private static func buildings(_ ground: PlanPicture.Ground) -> HTML {
        let inner = buildings(ground.shapes)
        return ground.shapes.contains { $0.link != nil }
            ? "<g role=\"group\" aria-label=\"\(ground.title)\">\(inner)</g>" : inner
    }

    private static func buildings(_ shapes: [PlanPicture.Shape]) -> HTML {
        let plain = shapes.filter { $0.link == nil && $0.mark == nil && !$0.current && $0.step == nil }
        let others = shapes.filter { $0.link != nil || $0.mark != nil || $0.current || $0.step != nil }
        return
            "\(if: !plain.isEmpty, "<path class=\"bar\" d=\"\(plain, each: line)\"/>")\(others, each: shape)"
    }

    private static func shape(_ shape: PlanPicture.Shape) -> HTML {
        guard let link = shape.link else { return bar(shape) }
        return """
            <a href="\(link: link)"\(if: shape.current, " aria-current=\"true\"")>\
            <title>\(shape.title)</title>\(bar(shape))</a>
            """
    }

    /// A line as wide as a building is deep; where the fill says something, or a script moves it, a box with
    /// a line around it.
    private static func bar(_ shape: PlanPicture.Shape) -> HTML {
        let style = shape.current ? "now" : shape.step.map { steps[min(max($0, 0), 3)] }
        if style == nil, shape.mark == nil { return "<path d=\"\(line(shape))\"/>" }
        return """
            <rect\(style.map { " class=\"\($0)\"" as HTML })\
            \(shape.mark.map { " data-mark=\"\($0)\"" as HTML }) x="\(shape.middle.x - shape.length / 2)" \
            y="\(shape.middle.y - 5)" width="\(shape.length)"/>
            """
    }

    private static func line(_ shape: PlanPicture.Shape) -> HTML {
        "M\(shape.middle.x - shape.length / 2) \(shape.middle.y)h\(shape.length)"
    }
}
