extension Styleguide {
    var voices: HTML {
        let sentence = text(
            "物业答应12日装，没来，改18日。陆小满负责；她不在，找站长许念慈。",
            "The property company promised the 12th, did not come, and now says the 18th.")
        let pieces: [HTML] = [
            Look.lead(
                html(
                    "像一个刚好懂规矩的邻居：短，说现在的事，动词在前。",
                    "Like a neighbour who happens to know the rules: short, present, verb first.")),
            "<p class=\"text\">\(sentence)</p>",
            Look.note(html("第二声部：标签、时间、说明。", "Second voice: labels, times, notes.")),
            Look.fine(html("小字：图下的注、表头。", "Small print: captions and table heads.")),
            Look.quote(text("楼道灯坏了一个多月，晚上下楼扶着墙走，怕她摔。", "She walks down along the wall in the dark.")),
            Look.figure("26,978.50", unit: text("元", "yuan")),
        ]
        return Look.section(
            text("怎么说话", "Voices"),
            note: html("一页一句要紧的话，其余是它的凭据。", "One sentence a page; the rest is evidence."),
            hang: true, pieces.joined())
    }

    var tokens: HTML {
        let name = text("水秀里", "Linli")
        let sizes = zip(["t0", "t1", "t2", "t3", "t4", "t5", "t6"], [13, 15, 17, 21, 26, 34, 48])
        return Look.section(
            text("纸、墨、印", "Paper, ink, seal"), hang: true,
            """
            <ul class="swatches">\(Self.colours, each: swatch)</ul>
            <h3>\(text("字号", "Type"))</h3>
            <div class="scale">\(sizes, each: { "<p class=\"\($0.0)\">\(name) \($0.1)</p>" })</div>
            <h3>\(text("间距", "Space"))</h3>
            <ul class="spaces">\([4, 8, 16, 24, 32, 48, 64], each: space)</ul>
            """)
    }

    private static let colours: [String] = [
        "paper", "sheet", "shade", "ink", "ink-2", "rule", "rule-2", "seal", "leaf", "indigo",
        "water-2", "water-3", "water-4", "water-5",
    ]

    private func swatch(_ name: String) -> HTML {
        """
        <li><svg aria-hidden="true"><rect class="c-\(name)" width="100%" height="100%"/></svg>\
        <span class="fine">\(name)</span></li>
        """
    }

    private func space(_ width: Int) -> HTML {
        """
        <li>\(width)<svg aria-hidden="true"><rect class="w4" width="\(width)" height="100%"/></svg></li>
        """
    }

    var calls: HTML {
        let controls = Look.acts(
            Look.button(text("送出", "Send"), "#send"), Look.button(text("改期", "Another day"), "#day", .line),
            Look.button(text("记录", "Note"), "#note", .small),
            Look.button(text("回上一步", "Back"), "#back", .plain))
        let stamps = Look.acts(
            Look.stamp(text("对接", "Linked")), Look.stamp(text("今天", "today"), .you),
            Look.stamp(text("迟2天", "2 days late"), .late), Look.stamp(text("✓ 办成", "✓ done"), .done))
        return Look.section(
            text("请您做的", "Calls"), hang: true, Look.columns(.two, [asked, received]) + controls + stamps)
    }

    private var asked: HTML {
        let words = text("坡道11月14日铺好了。您说行，这件事才算办完。", "The ramp is laid. It is done when you say so.")
        let acts = Look.acts(
            Look.button(text("告诉社区", "Tell us"), "#tell"),
            Look.button(text("先打电话", "Call first"), "#call", .plain))
        return Look.ask(text("就差您一句话", "Only your word is missing"), "<p>\(words)</p>\(acts)")
    }

    private var received: HTML {
        let words = text("编号X-1041，明天中午前有人跟您联系。", "Number X-1041. We call before noon tomorrow.")
        let acts = Look.acts(Look.button(text("打印这一页", "Print this page"), "#print", .line))
        return Look.fineNews(text("收到了", "Received"), "<p>\(words)</p>\(acts)")
    }

    var emptiness: HTML {
        let next = Look.note(html("明天第一件：9:00周桂英。", "Tomorrow first: 9:00, Zhou Guiying."))
        let problem = Problem(
            what: text("现在不行：一次只议一件", "Not now: one matter at a time"),
            why: text("这件还没完，所以不能提下一件。", "The present matter is still open."),
            can: [
                html("等这件表决完", "Wait for the vote"),
                Look.link(text("先把话写下来", "Write it down meanwhile"), "#write"),
            ], incident: "2F-7K3")
        return Look.section(
            text("空着和不行", "Nothing, and no"), hang: true,
            Look.empty(text("今天都做完了。", "All done today."), next) + Look.problem(problem, in: language))
    }

    var paper: HTML {
        // A pattern that looks like a code; a real one is made of real words.
        let modules = (0..<21).map { y in (0..<21).map { x in (x * 7 + y * 11 + x * y) % 3 == 0 } }
        let lead = Look.lead(html("这个月，大家说了31件事，办成27件。", "This month 31 things were told and 27 done."))
        let facts = Look.facts([
            (text("最多的", "Most"), html("楼道灯，9件", "Stairway lamps, 9")),
            (text("最快的", "Fastest"), html("当天办完", "Done the same day")),
        ])
        let code = Look.code(modules, label: text("样子，不能扫", "A sample code"))
        return Look.section(
            text("印在纸上", "On paper"), hang: true,
            Look.sheet(text("月报", "Bulletin"), code: code, lead + facts, in: language))
    }
}
