import Values

/// One layer of a population pyramid; nil is a number that is not shown.
public struct PyramidLayer: Sendable {
    public let title: String
    public let left: Int?
    public let right: Int?
    /// The part that matters is deep water.
    public let present: Bool

    public init(_ title: String, left: Int?, right: Int?, present: Bool) {
        self.title = title
        self.left = left
        self.right = right
        self.present = present
    }
}

/// One small chart of a row of them: a bar for each place, the highest deep.
public struct SmallMultiple: Sendable {
    public let title: String
    public let total: String
    /// Nil is a number that is not shown: a hollow frame.
    public let values: [Int?]
    /// Under the chart, as where the most are.
    public let note: String

    public init(_ title: String, total: String, values: [Int?], note: String) {
        self.title = title
        self.total = total
        self.values = values
        self.note = note
    }
}

extension Look {
    /// Two sides of one stem, a layer for each row from the top; the numbers stand in a table beside it.
    public static func pyramid(
        _ said: String, _ layers: [PyramidLayer], left: String, right: String
    ) -> HTML {
        let most = max(1, layers.flatMap { [$0.left ?? 0, $0.right ?? 0] }.max() ?? 1)
        return """
            <figure><svg class="pyr" role="img" aria-label="\(said)">\
            \(layers.enumerated(), each: { layer($0.element, at: $0.offset, most: most) })\
            <text class="b" x="0" y="14">\(left)</text>\
            <text class="b" x="100%" y="14" text-anchor="end">\(right)</text></svg></figure>
            """
    }

    private static func layer(_ layer: PyramidLayer, at index: Int, most: Int) -> HTML {
        let top = index * 20 + 24
        return """
            \(side(layer.left, most: most, top: top, present: layer.present, isLeft: true))\
            \(side(layer.right, most: most, top: top, present: layer.present, isLeft: false))\
            <text class="dim" x="50%" y="\(top + 13)" text-anchor="middle">\(layer.title)</text>
            """
    }

    /// Each side has 43 hundredths of the width, from the stem outwards.
    private static func side(_ value: Int?, most: Int, top: Int, present: Bool, isLeft: Bool) -> HTML {
        guard let value else {
            let x = isLeft ? "41%" : "56%"
            return "<rect class=\"hollow\" x=\"\(x)\" y=\"\(top + 1)\" width=\"3%\" height=\"15\"/>"
        }
        let tenths = value * 430 / most
        let width = "\(tenths / 10).\(tenths % 10)%"
        let start = 440 - tenths
        let x = isLeft ? "\(start / 10).\(start % 10)%" : "56%"
        let style: HTML = present ? "w5" : "w3"
        return "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(top)\" width=\"\(width)\" height=\"17\"/>"
    }

    /// Small charts side by side, all of the same places in the same order.
    public static func multiples(_ charts: [SmallMultiple]) -> HTML {
        "<ul class=\"multiples\">\(charts, each: multiple)</ul>"
    }

    private static func multiple(_ chart: SmallMultiple) -> HTML {
        let most = chart.values.compactMap { $0 }.max() ?? 0
        let width = chart.values.count * 10
        let bars: HTML = "\(chart.values.enumerated(), each: { bar($0.element, at: $0.offset, most: most) })"
        return """
            <li><b>\(chart.title)</b> <span class="num">\(chart.total)</span>\
            <svg viewBox="0 0 \(max(10, width)) 52" preserveAspectRatio="none" aria-hidden="true">\
            <path class="l-rule" vector-effect="non-scaling-stroke" d="M0 51.5H\(width)"/>\(bars)</svg>\
            \(chart.note)</li>
            """
    }

    private static func bar(_ value: Int?, at index: Int, most: Int) -> HTML {
        guard let value else {
            return "<rect class=\"hollow\" x=\"\(index * 10 + 1)\" y=\"44\" width=\"8\" height=\"7\"/>"
        }
        let height = most > 0 ? value * 48 / most : 0
        let style: HTML = value == most ? "w5" : "w3"
        return """
            <rect class="\(style)" x="\(index * 10 + 1)" y="\(51 - height)" width="8" height="\(height)"/>
            """
    }
}
