extension Styleguide {
    var lists: HTML {
        Look.section(
            text("一条一条", "Lists"), hang: true,
            Look.columns(.two, [
                """
                \(Look.rows([
                    ListRow("\(Look.link(text("十一月公益集市", "November fair"), "#fair"))\(text("，荷溪桥头。", ", at the bridge."))",
                        when: text("明天　周六 9:00—11:30", "Tomorrow, 9:00 to 11:30"), whenFirst: true),
                    ListRow("\(Look.link(text("绘本馆故事会", "Stories for children"), "#book"))\(text("，还有6个位子。", ", six places left."))",
                        when: text("周日 14:00", "Sunday, 14:00"), whenFirst: true),
                ]))
                \(Look.rows([
                    ListRow(html("楼道感应灯先装哪18处", "Which 18 stairs get lamps first")),
                    ListRow(html("腊八施粥，谁来、在哪、多少份", "Laba porridge: who, where, how much")),
                ], ordered: true))
                """,
                """
                \(Look.facts([
                    (text("负责", "In charge"), html("陆小满", "Lu Xiaoman")),
                    (text("期限", "Due"), Look.asked(text("11月18日，迟2天", "18 November, 2 days late"))),
                    (text("地方", "Place"), html("荷风苑12栋2单元，第4网格", "Hefeng Court 12, grid 4")),
                ]))
                <h3>\(text("为什么找他们", "Why them"))</h3>
                \(Look.reasons(
                    pro: [text("有电工证2人，周日有空", "Two licensed electricians, free on Sunday"),
                        text("离这里180米", "180 m away")],
                    con: [text("本月已经排满两天", "Two days of this month are taken")]))
                """,
            ]))
    }

    var ledger: HTML {
        Look.section(
            text("台账", "Ledger"), note: html("地址里就是筛选，发给同事，看到的一样。", "The address is the filter: send it to a colleague."),
            """
            \(Look.tabs(text("存好的看法", "Saved views"), [
                Tab(text("我手上", "Mine"), "#mine", count: 38), Tab(text("全部在办", "All open"), "#open", count: 64, current: true),
                Tab(text("迟了", "Late"), "#late", count: 3),
            ]))
            \(Look.filters("/styleguide", [
                Field("q", text("找", "Find"), .search),
                Field("class", text("类别", "Class"), .select([Choice("", text("全部", "All"))])),
                Field("grid", text("地方", "Place"), .select([Choice("", text("全社区", "Everywhere"))])),
            ], in: language))
            \(Look.table(Table(text("需求表", "Needs"), columns, needs), in: language))
            \(Look.pager(Pager(
                text("第1至3件，共64件", "1 to 3 of 64"), next: "#next",
                exports: [NavItem(title: "XLSX", link: "#xlsx"), NavItem(title: "CSV", link: "#csv")]), in: language))
            \(Look.keys(in: language))
            \(Look.table(Table(text("各街道", "Subdistricts"), [
                Column(text("街道", "Subdistrict"), .main), Column(text("说的", "Told"), .number),
                Column(text("办成", "Done"), .number), Column(text("办成率", "Share"), .number),
            ], [
                TableRow([html("荷塘街道", "Hetang"), "200", "136", "68.0%"]),
                TableRow([html("桥东街道", "Qiaodong"), "341", "240", "70.4%"]),
            ], total: TableRow([html("合计", "Total"), "541", "376", "69.5%"]), shape: .tight), in: language))
            """)
    }

    private var columns: [Column] {
        [
            Column(text("选", "Select"), .pick),
            Column(text("编号", "Number"), sort: "#number", order: .descending),
            Column(text("什么事", "What"), .main), Column(text("谁", "Who")),
            Column(text("地方", "Place"), sort: "#place"), Column(text("到哪一步", "Step")),
            Column(text("期限", "Due"), named: true),
        ]
    }

    private var needs: [TableRow] {
        [
            need("X-1139", text("河边护栏松了两根，怕小孩掉下去", "Two loose rails by the river"), text("巡逻队", "Patrol"),
                Look.stamp(text("今天", "today"), .you)),
            need("X-1107", text("12栋2单元楼道灯坏，老人扶墙下楼", "No lamp on the stairs of 12-2"), text("8户附议", "8 households"),
                Look.stamp(text("迟2天", "2 days late"), .late)),
            need("X-1104", text("荷风苑东门减速带断了", "Broken hump at the east gate"), text("物业代录", "Property company"),
                html("11月22日", "22 November")),
        ]
    }

    private func need(_ number: String, _ what: String, _ who: String, _ due: HTML) -> TableRow {
        TableRow([
            Look.pick("n", number, of: number, in: language), "\(number)", Look.link(what, "/needs/\(number)"),
            "\(who)", html("第4网格", "Grid 4"), Look.stamp(text("对接", "Linked")), due,
        ])
    }

    var day: HTML {
        Look.section(
            text("一天", "A day"),
            """
            \(Look.tally([
                TallyItem(count: 3, title: text("迟了", "late"), link: "#late", late: true),
                TallyItem(count: 5, title: text("今天到期", "due today"), link: "#today"),
                TallyItem(count: 4, title: text("新到", "new"), link: "#new"),
            ]))
            \(Look.due("\(Look.asked(text("迟了", "Late")))", note: text("先办这些", "these first"), [
                DayTask(
                    by: Look.stamp(text("迟2天", "2 days late"), .late), what: text("12栋2单元楼道灯坏", "No lamp on the stairs of 12-2"),
                    link: "/needs/1107", who: text("蒋女士（代母亲）　8户附议", "Ms Jiang for her mother"), number: "X-1107",
                    acts: [
                        NavItem(title: text("联系电工", "Call"), link: "#1"), NavItem(title: text("改期", "Move"), link: "#2"),
                        NavItem(title: text("记录", "Note"), link: "#3"),
                    ]),
                DayTask(
                    by: html("17:00前", "by 17:00"), what: text("助浴椅到货，送到家、教会用", "Bath chair arrived: bring it"),
                    link: "/needs/1085", who: text("周桂英，91岁　3栋1单元101", "Zhou Guiying, 91"), number: "X-1085",
                    acts: [NavItem(title: text("记录使用", "Record use"), link: "#4")]),
            ]))
            """)
    }

    var pictures: HTML {
        Look.section(
            text("图", "Pictures"), note: html("长短宽窄就是多少，从零起。", "Length and breadth are the number, from zero."),
            Look.columns(.two, [
                """
                <h3>\(text("一件事的来路", "The way of one need"))</h3>
                \(Look.course([
                    CourseStep(text("发现", "Found"), .past, when: text("11月2日 18:40　蒋女士", "2 November, Ms Jiang"),
                        html("说了这件事，附照片2张。", "Told it, with two photographs.")),
                    CourseStep(text("识别", "Known"), .past, when: text("11月3日　陆小满", "3 November, Lu Xiaoman"),
                        html("三盏都不亮，是感应头坏。", "Three lamps out: the sensors are broken.")),
                    CourseStep(text("对接", "Linked"), .now, when: text("11月5日起　荷风苑物业", "since 5 November"),
                        html("物业答应12日装。没来，改18日。", "Promised the 12th, then the 18th.")),
                    CourseStep(text("使用", "In use"), .next, when: text("装好后，8户各试一晚", "then 8 homes try it")),
                    CourseStep(text("反馈", "Answer"), .next, when: text("由蒋女士说亮不亮", "Ms Jiang says if it shines")),
                ]))
                """,
                """
                <h3>\(text("来的人够不够", "Enough took part?"))</h3>
                \(Look.share(Share(text("参加人数", "Took part"), 1386, of: 1412, marks: [
                    .init(1, of: 2, binding: false), .init(2, of: 3),
                ]), in: language))
                \(Look.share(Share(text("同意人数", "In favour"), 1100, of: 1386, against: 180, marks: [.init(3, of: 4)]), in: language))
                <h3>\(text("各网格说了多少件", "Needs by grid"))</h3>
                \(Look.bars([
                    BarRow(text("第1网格", "Grid 1"), 31, link: "#g1"), BarRow(text("第2网格", "Grid 2"), 12, link: "#g2"),
                    BarRow(text("第3网格", "Grid 3"), 0), BarRow(text("第4网格", "Grid 4"), 47, link: "#g4", present: true),
                ]))
                \(Look.progress(text("走访", "Visits"), 18, of: 24))
                """,
            ]))
    }
}
