import Values

extension Look {
    /// A form that changes something: sent by POST, with the reader's token and an id of its own, so that a
    /// double press is answered once.
    public static func form(
        _ action: Link, frame: Frame, rid: String, files: Bool = false, _ body: HTML
    ) -> HTML {
        """
        <form method="post" action="\(link: action)" class="flow" data-guard\
        \(if: files, " enctype=\"multipart/form-data\"")>
        <input type="hidden" name="csrf" value="\(frame.csrf)">\
        <input type="hidden" name="rid" value="\(rid)">
        \(body)
        </form>
        """
    }

    /// A form in one button, for what needs no words.
    public static func act(
        _ title: String, _ action: Link, frame: Frame, rid: String, _ weight: Weight = .small
    ) -> HTML {
        """
        <form method="post" action="\(link: action)" class="inline">\
        <input type="hidden" name="csrf" value="\(frame.csrf)">\
        <input type="hidden" name="rid" value="\(rid)">\
        \(send(title, weight))</form>
        """
    }

    /// All faults of a form, at its top, each leading to its field; nothing where all is well.
    ///
    /// `also` are faults that belong to no single field.
    public static func faults(_ fields: [Field], also: [String] = [], in language: Language) -> HTML {
        let bad = fields.filter { $0.fault != nil }
        if bad.isEmpty && also.isEmpty { return .empty }
        return """
            <section class="faults" role="alert" tabindex="-1">
            <h2>\(LookPhrase.faults(bad.count + also.count)(language))</h2>
            <p class="note">\(LookPhrase.keptText(language))</p>
            <ul>\(also, each: { "<li>\($0)</li>" })\
            \(bad, each: { faultLine($0, language) })</ul>
            </section>
            """
    }

    private static func faultLine(_ field: Field, _ language: Language) -> HTML {
        let words = LookPhrase.faultOf(field.label, field.fault ?? "")(language)
        return "<li><a href=\"#\(field.id)\">\(words)</a></li>"
    }

    /// Where the reader is in a form of several pages; `now` counts from 1.
    public static func stepline(_ steps: [String], now: Int, in language: Language) -> HTML {
        let numbered = steps.enumerated().map { (number: $0.offset + 1, title: $0.element) }
        return """
            <ol class="stepline" aria-label="\(LookPhrase.progress(language))">\(numbered, each: { step in
                if step.number < now { return "<li class=\"past\">\(step.number) \(step.title) ✓</li>" }
                if step.number > now { return "<li>\(step.number) \(step.title)</li>" }
                return "<li aria-current=\"step\">\(step.number) \(step.title)</li>"
            })</ol>
            """
    }
}
