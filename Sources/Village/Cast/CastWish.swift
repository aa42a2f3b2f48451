/// A micro-wish (微心愿): one person, one small thing, for anyone to claim. Invented.
public struct CastWish: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case open, claimed, granted
    }

    public let key: String
    public let wish: String
    /// Who wishes it, as the public page may say it: no name.
    public let who: String
    /// The key of a `DefaultNeedTerms.groups` term.
    public let group: String
    /// 1 to 27.
    public let grid: Int
    /// By when, in words.
    public let before: String
    public let daysAgo: Int
    public let state: State
    /// The key of the resident or party that claimed it; empty while open.
    public let claimedBy: String

    static func read() throws -> [CastWish] {
        try CastTable("wishes", columns: 9, rows).rows.map { row in
            let state: State = try row.word(7)
            return CastWish(
                key: row.fields[0], wish: row.fields[1], who: row.fields[2], group: row.fields[3],
                grid: try row.number(4), before: row.text(5), daysAgo: try row.number(6), state: state,
                claimedBy: row.text(8))
        }
    }

    private static let rows = """
        radio | 一台大按键的收音机，能听戏 | 独居老人，82岁 | living-alone | 4 | 冬至前 | 6 | open | -
        saturday-chess | 每周六有人陪着下一盘象棋 | 腿脚不便的叔叔 | disabled | 11 | 随时 | 9 | claimed | tang-qinyu
        third-grade-books | 三年级上册的课外书，五本旧的就行 | 跟爸妈来打工的女孩 | migrants | 7 | 寒假前 | 12 | open | -
        wedding-photo | 把一张结婚照翻新，放大，装框 | 金婚的两位 | empty-nest | 2 | 12月18日 | 15 | claimed | guangying-photo
        red-scarf | 一条红围巾，出院那天戴 | 化疗的阿姨 | long-illness | 14 | 月底 | 4 | open | -
        warm-shoes | 一双39码的棉鞋，防滑的 | 捡瓶子的爷爷 | without-kin | 20 | 冬至前 | 11 | claimed | wu-agen
        skipping-rope | 一根跳绳，要木柄的 | 一年级男孩 | children | 18 | 随时 | 3 | open | -
        school-photo | 想跟小学同桌合一张影，她也住这里 | 76岁的奶奶 | elders | 5 | 重阳 | 58 | granted | guangying-photo
        opera-night | 坐轮椅去听一场锡剧 | 卧床后头一回出门的叔叔 | disabled | 3 | 元旦前 | 21 | claimed | opera
        birthday-noodles | 生日那天，有人一起吃碗面 | 独居老人，88岁 | living-alone | 19 | 已过 | 40 | granted | hearth
        magnifier | 带灯的放大镜，看药瓶上的字 | 眼神不好的奶奶 | elders | 2 | 随时 | 8 | open | -
        bicycle | 二十寸的旧自行车 | 五年级女孩 | children | 21 | 春节前 | 17 | open | -
        naan-oven | 借一天院子，烤一回馕请大家吃 | 新疆来的一家 | migrants | 10 | 随时 | 33 | granted | hearth
        dog-bed | 给老狗买一张软垫子 | 独居老人，86岁 | living-alone | 1 | 立冬前 | 29 | granted | bai-ruolan
        colour-pencils | 四十八色的彩笔 | 自闭症男孩 | disabled | 24 | 随时 | 5 | open | -
        river-walk | 有人推着去河边走一圈 | 91岁的奶奶 | care-dependent | 1 | 天暖的时候 | 70 | granted | shangguan-yu
        letter-reading | 把几十年前的信念给我听听 | 看不见的爷爷 | disabled | 17 | 随时 | 26 | claimed | wan-xuewen
        rice-cooker | 小电饭锅，一个人吃的 | 刚出院回家的人 | mental-illness | 23 | 月底 | 10 | open | -
        football | 一个五号足球 | 几个孩子一起许的 | children | 12 | 寒假前 | 14 | claimed | ding-xiaochuan
        video-call | 学会跟儿子视频，他在国外 | 空巢老人，79岁 | empty-nest | 26 | 中秋前 | 83 | granted | pei-shijie
        winter-gloves | 骑车戴的厚手套，两副 | 送餐的夫妻 | riders | 9 | 降温前 | 7 | open | -
        medal-box | 给老伴的军功章做个盒子 | 老兵的妻子 | veterans | 22 | 随时 | 48 | granted | pan-genquan
        haircut | 过年前剪个头，自己下不了楼 | 卧床的大姐 | care-dependent | 3 | 小年前 | 2 | open | -
        first-snow | 想让孩子看看南方的雪是什么样，来张相片也好 | 从边疆来的妈妈 | women | 16 | 下雪那天 | 1 | open | -
        """
}
