import Values

/// Names for invented people: common surnames and given names put together by dice. Nobody real is meant.
public enum Names {
    public enum Sex: String, Sendable, Hashable, CaseIterable {
        case male, female
    }

    /// A name, one in forty of them of the kind that a form with two boxes breaks on.
    public static func name(_ sex: Sex, born year: Int, using dice: inout Dice) -> String {
        if dice.below(40) == 0, let name = dice.pick(minority(sex)) { return name }
        let family = dice.pick(surnames) ?? "陈"
        return family + given(sex, born: year, using: &dice)
    }

    /// A given name of the fashion of the birth year.
    public static func given(_ sex: Sex, born year: Int, using dice: inout Dice) -> String {
        dice.pick(fashion(sex, born: year)) ?? "小满"
    }

    /// The given names of a sex and a generation.
    public static func fashion(_ sex: Sex, born year: Int) -> [String] {
        switch (sex, year) {
        case (.male, ..<1960): oldMen
        case (.female, ..<1960): oldWomen
        case (.male, ..<1990): men
        case (.female, ..<1990): women
        case (.male, _): boys
        case (.female, _): girls
        }
    }

    /// Whole names of the Uyghur, Hui, Mongol, Tibetan, Yi, Korean and Zhuang peoples.
    public static func minority(_ sex: Sex) -> [String] {
        switch sex {
        case .male:
            words(
                """
                艾力·吐尔逊 买买提江·肉孜 阿卜杜拉·喀迪尔 巴特尔 苏和巴雅尔 扎西顿珠 洛桑次仁 吉克阿木 马木沙 \
                金哲洙 韦阿旺 热合曼·亚森
                """)
        case .female:
            words(
                """
                古丽努尔·艾尔肯 阿依努尔·肉孜 帕提古丽·亚森 其其格 萨仁高娃 卓玛央金 达瓦拉姆 阿果曲么 马赛娜 \
                朴恩英 黄达妹 热依罕·吐尔逊
                """)
        }
    }

    /// Surnames with their weight, compound ones among them.
    public static let surnames: [(String, Int)] = {
        let common = words("王 李 张 刘 陈 杨 黄 赵 吴 周")
        let usual = words(
            """
            徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程
            """)
        let rarer = words(
            """
            吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 史 龙 陶 贺 顾 \
            毛 郝 龚 邵 万 钱 严 覃 武 戚 莫 孔 向 汤 惠 过 华 杭 浦 荣 尤 费 薄 虞 庾 郁 缪
            """)
        let compound = words("欧阳 司徒 上官 诸葛 司马 皇甫 尉迟 慕容 令狐 端木 夏侯 东方")
        return common.map { ($0, 40) } + usual.map { ($0, 10) } + rarer.map { ($0, 4) }
            + compound.map { ($0, 1) }
    }()

    private static let oldMen = words(
        """
        阿根 长庚 伯年 有田 根生 金宝 福林 德全 水生 荣生 仁甫 耀宗 士奎 国治 兆丰 炳坤 泉根 祖荫 季良 松年 \
        云鹤 寿昌 增福 茂林 永康 学文 建业 志诚 文蔚 保田 瑞生 万春 庆余 守信 宗汉 鸿章 启明 佩之 维新 土根
        """)
    private static let oldWomen = words(
        """
        桂英 秀兰 月仙 阿妹 玉珍 凤英 金娣 素贞 翠娥 巧云 招弟 惠芳 雪琴 兰英 彩凤 根娣 菊仙 淑贞 梅芳 银娣 \
        爱宝 琴芳 佩珍 瑞华 静娴 毓秀 慧珠 蕴芬 阿娥 春梅 荷花 三妹 引娣 宝珠 丽华 美英 清芬 如玉 锦云 杏珍
        """)
    private static let men = words(
        """
        建国 志强 卫东 国平 伟民 建明 晓峰 海涛 立新 永刚 文斌 学军 少华 家骏 春雷 正浩 凯 鹏程 亚东 宏伟 \
        振宇 景行 存义 可久 子安 向阳 一鸣 思远 汉文 道宁 培德 克勤 明哲 闻道 书恒 守拙 予舟 小川 长风 新荣
        """)
    private static let women = words(
        """
        丽娟 晓燕 红梅 建英 海霞 美玲 秋萍 静 念慈 小满 映竹 文娟 亚琴 雅君 冬梅 玉洁 若兰 思敏 佳音 慧敏 \
        春晖 以宁 云舒 采薇 知秋 向荣 志华 卫红 敏芝 雪松 月明 昭仪 青 蔓 书琴 桑榆 清禾 令仪 竹君 晚晴
        """)
    private static let boys = words(
        """
        子轩 浩然 宇航 俊熙 一诺 梓豪 亦辰 沐阳 星河 嘉树 知远 乐之 允执 天佑 小树 牧野 承泽 景澄 阿满 望舒 \
        启航 鹿鸣 屿 执中 念一
        """)
    private static let girls = words(
        """
        雨桐 欣怡 梓涵 若溪 诗涵 语晨 可心 清欢 安然 小禾 知夏 攸宁 朵朵 苒 念初 采采 星遥 映雪 木槿 穗 \
        鹿溪 青禾 予安 南枝 乐瑶
        """)

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Telephone numbers that no one has: the demo's people live in 199 0000 0000 to 199 0000 9999.
public enum InventedPhone {
    /// The number of the person of that order; the ten thousand numbers come round again.
    public static func number(_ order: Int) -> String {
        let four = String(((order % 10_000) + 10_000) % 10_000)
        return "1990000" + String(repeating: "0", count: 4 - four.count) + four
    }
}
