import Values

/// What a page of trouble tells: what happened, why, and what the reader can do now.
public struct Problem: Sendable {
    public let what: String
    public let why: String
    public let can: [HTML]
    /// The number under which the incident was written down; nil for an expected no.
    public let incident: String?

    public init(what: String, why: String, can: [HTML], incident: String? = nil) {
        self.what = what
        self.why = why
        self.can = can
        self.incident = incident
    }
}

extension Look {
    /// The page of something that cannot be done or has failed. It blames nobody and leaves nobody standing.
    public static func problem(_ problem: Problem, in language: Language) -> HTML {
        """
        <div class="problem flow">
        <h1>\(problem.what)</h1>
        <p class="lead">\(problem.why)</p>
        <h2>\(LookPhrase.problemCan(language))</h2>
        \(rows(problem.can.map { ListRow($0) }))
        \(problem.incident.map { fine("\(LookPhrase.incident($0)(language))") })
        </div>
        """
    }

    /// One sheet of A4 to hang up or hand out: a title, its words, and a code to scan in the corner.
    public static func sheet(
        _ title: String, code: HTML? = nil, _ body: HTML, in language: Language
    ) -> HTML {
        let scan = LookPhrase.scanFor(language)
        let corner: HTML? = code.map {
            "<figure class=\"code\">\($0)<figcaption>\(scan)</figcaption></figure>"
        }
        return """
            <article class="a4">
            <header class="title"><h1>\(title)</h1>\(corner)</header>
            <div class="flow">\(body)</div>
            </article>
            """
    }

    /// A QR code out of its modules, row by row, with the four quiet modules that readers need round it.
    public static func code(_ modules: [[Bool]], label: String) -> HTML {
        let size = modules.count + 8
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                let run = row[x...].prefix { $0 }.count
                if run > 0 { path += "M\(x + 4) \(y + 4)h\(run)v1h-\(run)z" }
                x += run + 1
            }
        }
        return """
            <svg class="qr" viewBox="0 0 \(size) \(size)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><path class="quiet" d="M0 0h\(size)v\(size)H0z"/>\
            <path class="dark" d="\(path)"/></svg>
            """
    }
}
