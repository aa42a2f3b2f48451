extension Styleguide {
    var pictures: HTML {
        let left: [HTML] = ["<h3>\(text("一件事的来路", "The way of one need"))</h3>", Look.course(course)]
        let right: [HTML] = [
            "<h3>\(text("来的人够不够，同意的够不够", "Enough took part, enough agreed?"))</h3>",
            Look.share(took, in: language), Look.share(agreed, in: language),
            "<h3>\(text("各网格说了多少件", "Needs by grid"))</h3>", Look.bars(grids),
            Look.progress(text("走访", "Visits"), 18, of: 24),
        ]
        return Look.section(
            text("图", "Pictures"),
            note: html("长短宽窄就是多少，从零起。", "Length and breadth are the number, from zero."),
            Look.columns(.two, [left.joined(), right.joined()]))
    }

    private var course: [CourseStep] {
        [
            CourseStep(
                text("发现", "Found"), .past, when: text("11月2日 18:40　蒋女士", "2 November, Ms Jiang"),
                html("说了这件事，附照片2张。", "Told it, with two photographs.")),
            CourseStep(
                text("识别", "Known"), .past, when: text("11月3日　陆小满", "3 November, Lu Xiaoman"),
                html("三盏都不亮，是感应头坏。", "Three lamps out: the sensors are broken.")),
            CourseStep(
                text("对接", "Linked"), .now, when: text("11月5日起　荷风苑物业", "since 5 November"),
                html("物业答应12日装。没来，改18日。", "Promised the 12th, then the 18th.")),
            CourseStep(
                text("使用", "In use"), .next, when: text("装好后，8户各试一晚", "then 8 homes try it")),
            CourseStep(
                text("反馈", "Answer"), .next, when: text("由蒋女士说亮不亮", "Ms Jiang says if it shines")),
        ]
    }

    private var took: Share {
        Share(
            text("参加人数", "Took part"), 1386, of: 1412,
            marks: [.init(1, of: 2, binding: false), .init(2, of: 3)])
    }

    private var agreed: Share {
        Share(text("同意人数", "In favour"), 1100, of: 1386, against: 180, marks: [.init(3, of: 4)])
    }

    private var grids: [BarRow] {
        [
            BarRow(text("第1网格", "Grid 1"), 31, link: "#g1"), BarRow(text("第2网格", "Grid 2"), 12, link: "#g2"),
            BarRow(text("第3网格", "Grid 3"), 0),
            BarRow(text("第4网格", "Grid 4"), 47, link: "#g4", present: true),
        ]
    }
}
