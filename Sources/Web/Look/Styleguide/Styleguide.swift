import Values

extension Look {
    /// The whole visual system on one page, every component with plausible content.
    public static func styleguide(frame: Frame) -> HTML {
        let title = Styleguide(frame: frame).text("邻里的样子", "How Linli looks")
        return document(frame: frame, title: title, main: samples(frame: frame))
    }

    /// Every component alone, for a page that has its frame already.
    public static func samples(frame: Frame) -> HTML {
        let guide = Styleguide(frame: frame)
        let sections = [
            guide.voices, guide.tokens, guide.calls, guide.form, guide.faults, guide.lists, guide.ledger,
            guide.day, guide.pictures, guide.emptiness, guide.paper,
        ]
        return "\(guide.opening)\(sections, each: { $0 })"
    }
}

/// The samples that the styleguide shows; people and events are invented.
struct Styleguide {
    let frame: Frame

    var language: Language { frame.language }

    func text(_ chinese: String, _ english: String) -> String {
        Text(chinese, english)[language]
    }

    /// The same, as a piece of the page.
    func html(_ chinese: String, _ english: String) -> HTML {
        HTML(text: text(chinese, english))
    }

    var opening: HTML {
        """
        \(Look.crumb([NavItem(title: text("首页", "Home"), link: "/")], text("样子", "Looks"), in: language))
        \(Look.columns(.call, [
            """
            \(Look.note(html("2026年11月20日（周五）　农历十月十二", "Friday 20 November 2026")))
            \(Look.say(sentence))
            """,
            Look.ask(text("有事，说一声", "Tell us"), """
            \(Look.note(html("灯不亮、路不平、老人没人陪，都可以说。不用注册，一分钟说完。",
                "A lamp, a kerb, an old person alone: tell us. No account, one minute.")))
            \(Look.button(text("说一件事", "Report a need"), "/say", .big))
            """),
        ]))
        \(river(bleed: true))
        """
    }

    private var sentence: HTML {
        switch language {
        case .chinese: "今年，邻居们说了200件事，<br>\(Look.good("136件办成了"))。"
        case .english: "This year neighbours told us 200 things; \(Look.good("136 are done"))."
        }
    }

    func river(bleed: Bool) -> HTML {
        Look.river(
            text("正在办的64件，走到哪一步了", "64 under way, by step"),
            [
                RiverStep(
                    count: 12, title: text("发现", "Found"), hint: text("听到了，在核实", "heard, being checked"),
                    link: "/needs?step=found"),
                RiverStep(
                    count: 9, title: text("识别", "Known"), hint: text("在找谁能帮", "looking for help"),
                    link: "/needs?step=known"),
                RiverStep(
                    count: 14, title: text("对接", "Linked"), hint: text("说好了，在安排", "agreed, being arranged"),
                    link: "/needs?step=linked"),
                RiverStep(
                    count: 21, title: text("使用", "In use"), hint: text("正在办", "being done"),
                    link: "/needs?step=used"),
                RiverStep(
                    count: 8, title: text("反馈", "Answer"), hint: text("等您说一句好不好", "waiting for your word"),
                    link: "/needs?step=answer"),
            ], bleed: bleed, in: language)
    }
}
