import Values

extension Styleguide {
    var ledger: HTML {
        let pieces = [
            Look.tabs(text("存好的看法", "Saved views"), views),
            Look.filters("/styleguide", filters, in: language),
            Look.table(Table(text("需求表", "Needs"), columns, needs), in: language),
            Look.pager(pager, in: language), Look.keys(in: language),
            Look.table(subdistricts, in: language), Look.table(imported, in: language),
        ]
        return Look.section(
            text("台账", "Ledger"),
            note: html("地址里就是筛选，发给同事，看到的一样。", "The address is the filter: send it to a colleague."),
            pieces.joined())
    }

    private var views: [Tab] {
        [
            Tab(text("我手上", "Mine"), "#mine", count: 38),
            Tab(text("全部在办", "All open"), "#open", count: 64, current: true),
            Tab(text("迟了", "Late"), "#late", count: 3),
        ]
    }

    private var filters: [Field] {
        [
            Field("q", text("找", "Find"), .search),
            Field("class", text("类别", "Class"), .select([Choice("", text("全部", "All"))])),
            Field("grid", text("地方", "Place"), .select([Choice("", text("全社区", "Everywhere"))])),
        ]
    }

    private var pager: Pager {
        Pager(
            text("第1至3件，共64件", "1 to 3 of 64"), next: "#next",
            exports: [NavItem(title: "XLSX", link: "#xlsx"), NavItem(title: "CSV", link: "#csv")])
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
            need(
                1139, text("河边护栏松了两根，怕小孩掉下去", "Two loose rails by the river"),
                text("巡逻队", "Patrol"), .stamp(text("今天", "today"), .you)),
            need(
                1107, text("12栋2单元楼道灯坏，老人扶墙下楼", "No lamp on the stairs of 12-2"),
                text("8户附议", "8 households"), .stamp(text("迟2天", "2 days late"), .late)),
            need(
                1104, text("荷风苑东门减速带断了", "Broken hump at the east gate"),
                text("物业代录", "Property company"), .words(text("11月22日", "22 November"))),
        ]
    }

    private func need(_ number: UInt64, _ what: String, _ who: String, _ due: RowCell) -> TableRow {
        let serial = "X-\(number)"
        return TableRow(cells: [
            .pick(Identifier(high: 0, low: number), of: serial), .words(serial),
            .link(what, "/needs/\(serial)"), .words(who), .words(text("第4网格", "Grid 4")),
            .stamp(text("对接", "Linked"), .plain), due,
        ])
    }

    /// Figures to compare downwards: a table that keeps its columns.
    private var subdistricts: Table {
        Table(
            text("各街道", "Subdistricts"),
            [
                Column(text("街道", "Subdistrict"), .main), Column(text("说的", "Told"), .number),
                Column(text("办成", "Done"), .number), Column(text("办成率", "Share"), .number),
            ],
            [
                TableRow([html("荷塘街道", "Hetang"), "200", "136", "68.0%"]),
                TableRow([html("桥东街道", "Qiaodong"), "341", "240", "70.4%"]),
            ],
            total: TableRow([html("合计", "Total"), "541", "376", "69.5%"]), shape: .tight)
    }

    /// A sheet before it is taken in: what cannot be taken says why, in its own cell.
    private var imported: Table {
        let fault = Look.badCell("1380000567", text("少了一位", "one digit is missing"))
        return Table(
            text("表格预览", "Preview of a sheet"),
            [
                Column(text("行", "Row"), named: true), Column(text("姓名", "Name"), .main),
                Column(text("手机", "Mobile"), named: true), Column(text("行不行", "Good?")),
            ],
            [
                TableRow([
                    "2", html("周桂英", "Zhou Guiying"), "138 0000 5678",
                    Look.stamp(text("✓ 行", "✓ good"), .done),
                ]),
                TableRow(["3", html("顾长庚", "Gu Changgeng"), fault, Look.stamp(text("要改", "mend"), .you)]),
            ])
    }
}
