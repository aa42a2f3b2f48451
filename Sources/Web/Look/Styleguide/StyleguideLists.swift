extension Styleguide {
    var lists: HTML {
        let left = [Look.rows(events), Look.rows(agenda, ordered: true)]
        let right: [HTML] = [
            facts, "<h3>\(text("为什么找他们", "Why them"))</h3>",
            Look.reasons(
                pro: [
                    text("有电工证2人，周日有空", "Two licensed electricians, free on Sunday"),
                    text("离这里180米", "180 m away"),
                ],
                con: [text("本月已经排满两天", "Two days of this month are taken")]),
        ]
        return Look.section(
            text("一条一条", "Lists"), hang: true, Look.columns(.two, [left.joined(), right.joined()]))
    }

    private var events: [ListRow] {
        let fair = Look.link(text("十一月公益集市", "November fair"), "#fair")
        let stories = Look.link(text("绘本馆故事会", "Stories for children"), "#book")
        let saturday = text("明天　周六 9:00—11:30", "Tomorrow, 9:00 to 11:30")
        let sunday = text("周日 14:00", "Sunday, 14:00")
        return [
            ListRow(fair + html("，荷溪桥头。", ", at the bridge."), when: saturday, whenFirst: true),
            ListRow(stories + html("，还有6个位子。", ", six places left."), when: sunday, whenFirst: true),
        ]
    }

    private var agenda: [ListRow] {
        [
            ListRow(html("楼道感应灯先装哪18处", "Which 18 stairs get lamps first")),
            ListRow(html("腊八施粥，谁来、在哪、多少份", "Laba porridge: who, where, how much")),
        ]
    }

    private var facts: HTML {
        Look.facts([
            (text("负责", "In charge"), html("陆小满", "Lu Xiaoman")),
            (text("期限", "Due"), Look.asked(text("11月18日，迟2天", "18 November, 2 days late"))),
            (text("地方", "Place"), html("荷风苑12栋2单元，第4网格", "Hefeng Court 12, grid 4")),
        ])
    }

    var day: HTML {
        let counts = [
            TallyItem(count: 3, title: text("迟了", "late"), link: "#late", late: true),
            TallyItem(count: 5, title: text("今天到期", "due today"), link: "#today"),
            TallyItem(count: 4, title: text("新到", "new"), link: "#new"),
        ]
        let late: HTML = "\(Look.asked(text("迟了", "Late")))"
        return Look.section(
            text("一天", "A day"),
            Look.tally(counts) + Look.due(late, note: text("先办这些", "these first"), [lamp, chair]))
    }

    private var lamp: DayTask {
        DayTask(
            by: Look.stamp(text("迟2天", "2 days late"), .late),
            what: text("12栋2单元楼道灯坏", "No lamp on the stairs of 12-2"), link: "/needs/1107",
            who: text("蒋女士（代母亲）　8户附议", "Ms Jiang for her mother"), number: "X-1107",
            acts: [
                NavItem(title: text("联系电工", "Call"), link: "#1"),
                NavItem(title: text("改期", "Move"), link: "#2"),
                NavItem(title: text("记录", "Note"), link: "#3"),
            ])
    }

    private var chair: DayTask {
        DayTask(
            by: html("17:00前", "by 17:00"), what: text("助浴椅到货，送到家、教会用", "Bath chair arrived: bring it"),
            link: "/needs/1085", who: text("周桂英，91岁　3栋1单元101", "Zhou Guiying, 91"), number: "X-1085",
            acts: [NavItem(title: text("记录使用", "Record use"), link: "#4")])
    }
}
