import Values

/// The components of every page: pure functions from values to ``HTML``. All of them stand together in
/// ``Look/styleguide(frame:)``.
public enum Look {
    /// A whole page: head with the community's name and menu, the content, the foot.
    ///
    /// Shape: page, one style sheet and one deferred script; nothing inline, so that the strictest
    /// Content-Security-Policy holds.
    public static func document(frame: Frame, title: String, main: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(frame.language.rawValue)"\(if: frame.largeType, " data-type=\"large\"")\(theme(frame))>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) · \(frame.placeName)</title>
        <link rel="stylesheet" href="\(link: asset("linli.css", frame))">
        <link rel="icon" type="image/svg+xml" href="\(icon)">
        <script src="\(link: asset("linli.js", frame))" defer></script>
        </head>
        <body\(if: frame.audience == .staff, " class=\"staff\"") \
        data-csrf="\(frame.csrf)"\(words(frame.language))>
        <a class="skip" href="#main">\(LookPhrase.skip(frame.language))</a>
        \(if: frame.demo, demoLine(frame))\(mast(frame))
        <main class="wrap" id="main" tabindex="-1">
        \(main)
        </main>
        \(foot(frame))
        </body>
        </html>

        """
    }

    /// 井: eight homes round one well.
    static let mark: HTML = """
        <svg class="well" viewBox="0 0 36 36" aria-hidden="true"><path class="l-ink" stroke-width="3" \
        d="M1.5 1.5h33v33h-33zM12.5 1.5v33M23.5 1.5v33M1.5 12.5h33M1.5 23.5h33"/>\
        <path class="f-ink" d="M12.5 12.5h11v11h-11z"/></svg>
        """

    /// The mark for the browser's tab, within the page, so that no request is spent on it. Needs `img-src
    /// data:`.
    private static let icon: HTML = """
        data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 36 36'%3E\
        %3Cpath fill='%23faf6ec' d='M0 0h36v36H0z'/%3E\
        %3Cpath fill='none' stroke='%23211d18' stroke-width='3' \
        d='M3 3h30v30H3zM13 3v30M23 3v30M3 13h30M3 23h30'/%3E%3Cpath d='M13 13h10v10H13z'/%3E%3C/svg%3E
        """

    private static func asset(_ name: String, _ frame: Frame) -> Link {
        "/assets/\(name)?v=\(frame.assetVersion)"
    }

    private static func theme(_ frame: Frame) -> HTML {
        frame.theme == .system ? .empty : " data-theme=\"\(frame.theme.rawValue)\""
    }

    /// The script has no words of its own: it says what the page's language put here.
    private static func words(_ language: Language) -> HTML {
        """
         data-kept="\(LookPhrase.draftKept(language))" \
        data-kept-here="\(LookPhrase.draftKeptHere(language))" \
        data-back="\(LookPhrase.draftBack(language))" data-left="\(LookPhrase.left(language))" \
        data-over="\(LookPhrase.over(language))" data-heavy="\(LookPhrase.fileTooLarge(language))" \
        data-leaving="\(LookPhrase.leaving(language))"
        """
    }

    private static func demoLine(_ frame: Frame) -> HTML {
        """
        <aside class="demo" aria-label="\(LookPhrase.demo(frame.language))"><p class="wrap">\
        \(LookPhrase.demo(frame.language)) \
        <a href="/demo">\(LookPhrase.demoEnter(frame.language))</a></p></aside>

        """
    }

    private static func mast(_ frame: Frame) -> HTML {
        let suffix = frame.audience == .public ? LookPhrase.brandSuffix(frame.language) : ""
        return """
            <header class="mast wrap">
            <div class="mast-top"><a class="brand" href="\(link: frame.home)">\(mark)\
            <span><b>\(frame.placeName)</b>\
            <span>\(frame.placeParents)　\(suffix)</span></span></a>
            <div class="aids">\(aids(frame))</div></div>
            \(if: !frame.nav.isEmpty, nav(frame))
            </header>
            """
    }

    private static func nav(_ frame: Frame) -> HTML {
        """
        <nav class="nav" aria-label="\(LookPhrase.sections(frame.language))">\
        <ul>\(frame.nav, each: navItem)</ul></nav>
        """
    }

    private static func navItem(_ item: NavItem) -> HTML {
        """
        <li><a href="\(link: item.link)"\(if: item.current, " aria-current=\"page\"")>\(item.title)</a></li>
        """
    }

    private static func aids(_ frame: Frame) -> HTML {
        let language = frame.language
        let type = frame.path.setting(query: "type", frame.largeType ? "normal" : "large")
        let theme = frame.path.setting(query: "theme", frame.theme == .dark ? "light" : "dark")
        let other: Language = language == .chinese ? .english : .chinese
        let size = frame.largeType ? LookPhrase.plainType : .large
        let paper = frame.theme == .dark ? LookPhrase.light : .dark
        let speech = frame.path.setting(query: "lang", other.rawValue)
        return """
            <a class="opt" href="\(link: type)" rel="nofollow">\(size(language))</a>\
            <a class="opt" href="\(link: theme)" rel="nofollow">\(paper(language))</a>\
            <a class="opt" href="\(link: speech)" rel="nofollow" \
            lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(LookPhrase.other(language))</a>\
            \(reader(frame))
            """
    }

    private static func reader(_ frame: Frame) -> HTML {
        if let name = frame.personName { return "<a class=\"me\" href=\"\(link: frame.me)\">\(name)</a>" }
        return "<a class=\"me\" href=\"\(link: frame.signIn)\">\(LookPhrase.signIn(frame.language))</a>"
    }

    private static func foot(_ frame: Frame) -> HTML {
        """
        <footer class="foot wrap">
        <p>\(frame.footLine)</p>
        \(if: !frame.footLinks.isEmpty, "<ul>\(frame.footLinks, each: navItem)</ul>")
        </footer>
        """
    }
}
