import Values

/// One step of the river: how many stand there now.
public struct RiverStep: Sendable {
    public let count: Int
    public let title: String
    public let hint: String
    public let link: Link?

    public init(count: Int, title: String, hint: String = "", link: Link? = nil) {
        self.count = count
        self.title = title
        self.hint = hint
        self.link = link
    }
}

extension Look {
    /// 五步之河: one stream whose breadth at each step is how many needs stand there.
    ///
    /// `bleed` lets it come from beyond the page and go on past it. The numbers stand under it as text.
    public static func river(
        _ title: String, _ steps: [RiverStep], bleed: Bool = false, in language: Language
    )
        -> HTML
    {
        let band = RiverBand(counts: steps.map(\.count), bleed: bleed)
        let comma = language == .chinese ? "，" : ", "
        let said = steps.map { "\($0.title)\($0.count)" }.joined(separator: comma)
        return """
            <section class="river\(if: bleed, " bleed")">
            <h2 class="unseen">\(title)</h2>
            <svg viewBox="0 0 1000 160" preserveAspectRatio="none" role="img" \
            aria-label="\(LookPhrase.river(said)(language))"><path class="w2" d="\(band.outline)"/>\
            \(band.threads, each: { line("l-water thread", $0) })\
            \(band.stems, each: { line("l-ink", $0) })</svg>
            <ol\(if: steps.count != 5, " class=\"any\"")>\(steps, each: riverStep)</ol>
            </section>
            """
    }

    private static func line(_ style: String, _ path: String) -> HTML {
        "<path class=\"\(style)\" vector-effect=\"non-scaling-stroke\" d=\"\(path)\"/>"
    }

    private static func riverStep(_ step: RiverStep) -> HTML {
        let inner: HTML = """
            <b>\(step.count)</b><span class="step">\(step.title)</span>\
            \(if: !step.hint.isEmpty, "<span class=\"fine\">\(step.hint)</span>")
            """
        guard let link = step.link else { return "<li><span class=\"stop\">\(inner)</span></li>" }
        return "<li><a class=\"stop\" href=\"\(link: link)\">\(inner)</a></li>"
    }
}
