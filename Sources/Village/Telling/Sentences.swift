import Values

/// Sentences about one class of need, whose halves are put together by lot.
struct Sentences: Sendable {
    let needClass: String
    let group: String
    /// How often it is said beside the others.
    let weight: Int
    let beginnings: [String]
    let endings: [String]

    /// Whether it is of a place open to all.
    var isOfPlaces: Bool {
        ["housing-", "environment-", "neighbours-"].contains { needClass.hasPrefix($0) }
            && needClass != "housing-repairs"
    }

    func words(_ dice: inout Dice) -> String {
        let when = dice.pick(Self.whens) ?? "", plea = dice.pick(Self.pleas) ?? ""
        return when + (dice.pick(beginnings) ?? "") + "，" + (dice.pick(endings) ?? "") + "。" + plea
    }

    private static let whens = [
        "", "", "前天起，", "这两天，", "上礼拜开始，", "从月初到现在，", "昨晚，", "今早，", "下雨以后，", "一个多月了，", "天一冷，", "周末，",
    ]
    private static let pleas = [
        "", "", "能不能帮着看看？", "麻烦了。", "盼个回话。", "什么时候都行。", "晚上在家。", "先谢谢了。", "打过一次电话，没人接。", "不急，记着就行。",
    ]

    static let weighted: [(Sentences, Int)] = all.map { ($0, $0.weight) }

    /// Reads `class | group | weight | beginnings | endings`, the halves parted by slashes.
    static let all: [Sentences] = rows.split(separator: "\n").compactMap { line in
        let fields = CastTable.fields(line)
        guard fields.count == 5, let weight = Int(fields[2]) else { return nil }
        let halves = fields[3...].map { $0.split(separator: "/").map(String.init) }
        return Sentences(
            needClass: fields[0], group: fields[1], weight: weight, beginnings: halves[0], endings: halves[1])
    }

    private static let rows = """
        housing-lamp|residents|9|楼道灯又不亮了/二楼的灯一直闪/门口路灯暗得很/声控灯怎么拍都不亮|上下楼摸着墙走/老人晚上不敢下来倒垃圾/电表箱那一截全黑/钥匙孔都看不见
        housing-lift|residents|4|电梯到五楼要抖一下/电梯门关三回才关上/电梯按钮按不动|坐着心慌/老人宁可爬楼/孩子吓哭过一回
        housing-path|elders|6|门口的砖翘起来了/台阶缺了一角/下坡那段路长了青苔|踩上去溅一身水/推车过不去/昨天有人滑了一跤
        housing-drain|residents|6|厨房下水返上来了/一楼的管子堵了/井盖半夜咣当响|味道冲得没法做饭/通一回管三天/水漫到楼道里
        housing-access|disabled|3|轮椅上不了那三级台阶/坡道太陡/扶手只装了一边|一个人出不了门/每次都要喊邻居抬/下雨更不敢走
        housing-charging|residents|4|有人从窗口拉线下来充电/车棚的口子不够/消防通道停满了电瓶车|看着就怕/晚上抢不到/说了也不听
        housing-fixtures|residents|4|长椅断了一条腿/河边护栏松了/信箱的门掉了|怕小孩掉下去/坐下去咯吱响/报纸都塞在门缝里
        housing-repairs|living-alone|6|水龙头滴了一夜/家里的插座冒过火星/门锁转不动了|自己够不着/不敢拆/找人修又怕被骗
        environment-litter|residents|8|楼后面堆了建筑垃圾/垃圾桶满了没人倒/楼梯上有狗屎|苍蝇嗡嗡的/路过要捂鼻子/孩子在边上玩
        environment-greenery|residents|4|树枝顶到我家窗子了/花坛荒了半年/绿化带被踩成了路|屋里白天也要开灯/想认一块种点花/能不能铺两块石头
        environment-pests|residents|4|楼道里蟑螂多得很/车棚边有马蜂窝/夜里听见老鼠跑|老人吓得不敢下楼/喷了药也没用/粮食袋咬破了
        environment-river|residents|3|河里漂了一层绿的/门口一下雨就积水/河边味道重|鱼都翻白了/鞋都湿了/窗不敢开
        environment-recycling|residents|2|家里旧沙发没处放/一箱旧电池不知道扔哪/旧衣服攒了三袋|楼下不让放/丢了又可惜/有没有人上门收
        neighbours-parking|residents|7|又有车堵在单元门口/晚上八点就没车位了/消防通道停了三辆车|救护车都进不来/转了四圈/三轮车过不去
        neighbours-noise|residents|7|楼上半夜拖椅子/底楼打牌打到一点/对面装修六点就开钻|孩子第二天要上学/老人心脏不好/说了两次没用
        neighbours-pets|residents|3|楼下的狗不拴绳/有人在草地上不收狗屎/几只野猫在车棚里生了一窝|孩子吓得往回跑/天热味道大/想找人收养
        neighbours-dispute|residents|4|楼上漏水到我家厨房/空调水滴在我家窗台/隔壁把鞋柜摆到我门口|墙皮都起泡了/一夜滴答到天亮/谈了两回没谈拢
        neighbours-clutter|residents|4|楼道里堆了纸板/三楼过道放了两辆自行车/有人在平台上搭了个棚|着了火怎么跑/搬家具都过不去/说了不理
        support-care|care-dependent|5|出院在家要换药/老伴翻身要两个人/导尿管要定期换|医院太远/我一个人弄不动/不会弄
        support-meals|living-alone|5|一个人懒得烧饭/腿摔了下不了楼买菜/老人中午一个人在家|一锅粥吃两天/想订一份软的/钱可以照付
        support-afterschool|migrants|4|孩子三点半就放学/我们两个都上晚班/暑假两个月没处去|在小区里晃到天黑/写作业没人看/心里不踏实
        support-respite|care-dependent|2|照顾我妈三年没歇过/孩子一刻离不开人|想去看个牙/能不能替半天
        support-errands|elders|4|下周三要去医院复查/药吃完了走不动/要去银行改存折|没人陪/儿子回不来/路远
        comfort-company|living-alone|5|老伴走了以后家里太静/一个人住，白天没人说话/眼睛看不清报纸了|想有人来坐坐/一周来一回就好/能不能读给我听
        comfort-counselling|residents|3|夜里睡不着/孩子厌学三个礼拜了/被裁了没敢跟家里说|想找人说说/不知道怎么劝/心口堵得慌
        comfort-wish|elders|3|想要一台听戏的收音机/想照一张全家福/想吃一回老城的汤圆|念叨一年了/自己出不了门/过生日那天就好
        ability-digital|elders|5|医院只让手机挂号/不会跟孙子视频/手机老跳广告|想学一学/教过又忘了/能不能慢慢教
        ability-study|children|4|孩子数学跟不上/英语没人辅导|请不起家教/周末有空
        ability-jobs|migrants|3|厂里关了门/想学个手艺/只能做半天的活|有没有招人的/孩子要接送/年纪不大，肯干
        ability-parenting|women|2|孩子两岁还不说话/十三岁跟我顶嘴/隔代带娃老吵|该不该去看/有没有课听听
        policy-benefits|elders|4|八十岁的补贴怎么领/残疾证到期了/高龄津贴停了两个月|跑了两趟没弄清/要哪些材料
        policy-papers|migrants|4|居住证快到期了/户口本上名字少了一个字/要开一张证明|不知道找哪里/学校不认/能代办吗
        policy-schooling|migrants|3|孩子明年要上小学/想从老家转学过来|要提前几个月/学区怎么算
        policy-insurance|elders|3|医保卡刷不出来/异地看病怎么报|票都留着/打电话打不通
        relief-living|hardship|3|这个月房租差八百/低保年审的表填不来/冰箱坏了没钱换|下个月能还上/字看不清/天热菜放不住
        relief-illness|long-illness|2|化疗一个疗程六千/透析一周三回|实在转不开/有没有能帮的
        relief-goods|hardship|3|孩子冬衣短了一截/缺一床厚被子/轮椅的轮子坏了|有旧的就行/天冷了/借几个月也好
        health-clinic|long-illness|4|想量量血压/糖尿病不知道怎么吃/耳朵嗡嗡响|上下楼不方便/有没有伴一起管/要不要去大医院
        health-sports|residents|3|健身器材锈了/没有打球的地方/想有段平的路走走|一摇就响/孩子都在马路上踢/全是台阶
        health-culture|elders|3|合唱团还收人吗/想学写毛笔字/中秋能不能办一桌|嗓子不好也行吗/退休了没事做/外地来的没处去
        health-reading|children|2|绘本馆周几开/想给孩子找个读书的地方|下班晚/家里没地方
        inclusion-newcomers|migrants|2|刚搬来，谁也不认识/听不太懂本地话|有没有活动/孩子也没伴
        inclusion-riders|riders|3|送餐没地方歇脚/冬天想讨口热水/电瓶换一次跑三公里|单子多/下雨最难
        participation-suggestion|residents|3|能不能办个换物架/公告贴得太高/晚上八点后灯可以暗一半|大家都方便/老人看不见/省点电
        participation-group|residents|2|想找人一起跑步/想凑几个人下棋|早上六点有空/周末下午
        participation-volunteering|residents|2|退休了想出点力/孩子想当小义工|会修电器/会讲故事
        rights-legal|residents|2|房子的继承不知道怎么写/借出去的钱要不回来|想问问律师/有借条
        rights-wages|migrants|2|工钱欠了两个月/工地老板不接电话|一共一万二/有考勤本
        rights-property|residents|3|物业费涨了没说法/公共收益没公布|想看看账/问了三回
        rights-fraud|elders|3|有人打电话说我医保要停/买了一堆保健品/孙子的游戏充了三千|让我转钱/一口没吃完/能退吗
        crisis-danger|living-alone|1|对门老人两天没开门/楼上煤气味道重|敲了没人应/已经开窗了
        """
}
