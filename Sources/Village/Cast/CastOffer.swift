/// What a resident has to give, as the think-tank (民生智库) has it on record. Invented.
public struct CastOffer: Sendable, Hashable {
    /// The key of a `CastResident`.
    public let resident: String
    public let offer: String
    /// The key of a `DefaultResourceTerms.kinds` term.
    public let kind: String
    /// Keys of the classes of need that it could answer.
    public let classes: [String]
    /// When, in words.
    public let when: String
    public let daysAgo: Int

    static func read() throws -> [CastOffer] {
        try CastTable("offers", columns: 6, rows).rows.map { row in
            CastOffer(
                resident: row.fields[0], offer: row.fields[1], kind: row.fields[2], classes: row.words(3),
                when: row.text(4), daysAgo: try row.number(5))
        }
    }

    private static let rows = """
        situ-wenwei | 会修收音机、钟表，愿意义务修 | skill | housing-repairs comfort-wish | 周二下午 | 1
        maimaiti | 会烤馕，能教，院子里一次二十个 | skill | health-culture inclusion-newcomers | 周日 | 34
        sa-rengaowa | 教蒙古长调，也能带孩子唱 | skill | health-culture | 周五晚上 | 60
        hou-songnian | 写春联，写请帖，不要钱 | skill | health-culture comfort-wish | 腊月里天天 | 22
        jin-zhezhu | 店里周一歇，可以上门剪头 | skill | support-care | 周一 | 140
        wen-zhujun | 民事方面的事可以问我 | skill | rights-legal rights-property | 周六10点 | 155
        chu-yining | 有咨询师证，可以听人说说话 | skill | comfort-counselling crisis-despair | 周六下午 | 120
        shangguan-yu | 教初中数学，一次带四个 | time | ability-study | 周六上午 | 97
        pei-shijie | 教老人挂号、视频，慢慢教 | time | ability-digital | 周六14点 | 88
        pan-genquan | 有全套木工家什，修凳子做扶手 | skill | housing-fixtures housing-repairs | 周三、周日 | 130
        lai-qiuping | 缝补改裤脚，店里那台机器还在 | skill | relief-goods comfort-wish | 下午 | 52
        lei-changfeng | 送餐空档能顺路带药 | time | support-errands | 14点到16点半 | 41
        xiang-cunyi | 教心肺复苏，带着假人来 | skill | crisis-danger health-clinic | 预约 | 77
        huangfu-yuzhen | 带合唱，嗓子不好也能来 | skill | health-culture | 周四上午 | 165
        wan-xuewen | 给看不见的人读报读信 | time | health-reading comfort-company | 每天上午 | 26
        ling-hushi | 休息天帮着换药 | skill | support-care | 轮休日 | 91
        kang-aduo | 讲绘本，苗话汉话都讲 | time | health-reading inclusion-newcomers | 周日14点 | 63
        zong-weimin | 我们七八个老兵，搬重东西叫一声 | time | support-errands environment-recycling | 随叫 | 118
        guli-fan | 会维语、汉语、哈萨克语，能帮着说 | skill | inclusion-newcomers policy-papers | 晚上 | 45
        mu-tianshun | 拍照四十年，给活动拍，给老人拍 | skill | comfort-wish health-culture | 坐得住的时候 | 19
        """
}
