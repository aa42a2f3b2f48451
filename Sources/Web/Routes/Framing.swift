import Actions
import Values

extension Site {
    /// What every page of this visit shares: whose it is, in which language, how large, with which menu.
    func frame(_ visit: Visit) -> Frame {
        var frame = bareFrame(visit.ask)
        frame.placeName = visit.locality.name
        frame.placeParents = visit.locality.parents
        frame.footLine = visit.locality.footLine
        frame.audience = visit.actor.isStaff ? .staff : .public
        frame.personName = visit.actor.kind == .person ? visit.actor.name : nil
        frame.signIn = visit.at("/sign-in")
        frame.me = visit.at("/me")
        frame.home = visit.at("/")
        frame.nav = menu(visit)
        frame.footLinks = feet.map { NavItem(title: $0.0[visit.language], link: visit.at($0.1)) }
        return frame
    }

    /// A frame that needs no database: for the day when even that fails.
    func bareFrame(_ ask: Ask) -> Frame {
        let pairs = ask.query.filter { !["type", "theme", "lang"].contains($0.name) }
            .map { Percent.encode($0.name) + "=" + Percent.encode($0.value) }
        let path = ask.path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
        var frame = Frame(
            language: ask.language, placeName: "邻里", placeParents: "", footLine: "",
            csrf: Guard.token(ask, house), path: Link.local(path) ?? "/", assetVersion: assets.version)
        frame.largeType = (ask.value("type") ?? ask.cookie("type")) == "large"
        frame.theme = (ask.value("theme") ?? ask.cookie("theme")).flatMap(Theme.init(rawValue:)) ?? .system
        frame.demo = house.settings.isDemo
        return frame
    }

    private func menu(_ visit: Visit) -> [NavItem] {
        let wanted: Section.Audience = visit.actor.isStaff ? .staff : .everyone
        let here = "/" + ((try? Self.split(visit.ask.path).segments) ?? []).joined(separator: "/")
        let shown = sections.filter { $0.audience == wanted && visit.allowsAnywhere($0.right) }
        // Of two sections one below the other, the nearer one: where one is stands once.
        let current = shown.map(\.link.address).filter { Section.at($0, holds: here) }
            .max { $0.utf8.count < $1.utf8.count }
        return shown.map { section in
            NavItem(
                title: section.title[visit.language], link: visit.at(section.link),
                current: section.link.address == current)
        }
    }

    private var feet: [(Text, Link)] {
        [
            (Text("帮助", "Help"), "/help"), (Text("三张清单", "The three lists"), "/lists"),
            (Text("纸质表格", "Paper forms"), "/paper"), (Text("个人信息怎么用", "Privacy"), "/privacy"),
        ]
    }
}

extension Section {
    /// Whether the path is the page of the section at the address or stands below it.
    fileprivate static func at(_ address: String, holds path: String) -> Bool {
        let mine = address.utf8, its = path.utf8
        if mine.elementsEqual(its) { return true }
        return mine.count > 1 && its.starts(with: mine)
            && its.dropFirst(mine.count).first == UInt8(ascii: "/")
    }
}

extension Link {
    /// The same address at another community's door.
    /// An address outside, one that begins within the page, or one that names a door already stays as it is.
    func under(code: String) -> Link {
        guard address.utf8.first == UInt8(ascii: "/"),
            !address.utf8.starts(with: "/~".utf8)
        else { return self }
        return Link.local("/~\(Percent.encode(code))\(address == "/" ? "" : address)") ?? self
    }
}
