/// One thing to do of a day: by when, what, for whom, under which number, and what may be done at once.
public struct DayTask: Sendable {
    public let by: HTML
    public let what: String
    public let link: Link
    public let who: String
    public let number: String
    public let acts: [NavItem]

    public init(by: HTML, what: String, link: Link, who: String, number: String, acts: [NavItem] = []) {
        self.by = by
        self.what = what
        self.link = link
        self.who = who
        self.number = number
        self.acts = acts
    }
}

extension Look {
    /// Tasks that stand together: late, due today, new. J and K walk through them.
    public static func due(_ title: HTML, note: String = "", _ tasks: [DayTask]) -> HTML {
        """
        <section class="due"><h2><span>\(title)</span>\(if: !note.isEmpty, "<small>\(note)</small>")</h2>
        <ul>\(tasks, each: dayTask)</ul></section>
        """
    }

    private static func dayTask(_ task: DayTask) -> HTML {
        """
        <li class="task" data-row><span class="by">\(task.by)</span>\
        <a class="what" href="\(link: task.link)">\(task.what)</a><span class="who">\(task.who)</span>\
        <span class="num">\(task.number)</span><span class="do">\(task.acts, each: {
            "<a href=\"\(link: $0.link)\">\($0.title)</a>"
        })</span></li>

        """
    }
}
