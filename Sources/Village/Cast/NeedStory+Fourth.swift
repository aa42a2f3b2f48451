extension NeedStory {
    /// The fourth thirty, one to two months ago. The form is told at `read()`.
    static let fourth = """
        91 | environment-greenery | residents | planned | phone | everyone | hefeng-18
        + 58+49 | fed-back | tree-trimming | photo late
        玉兰枝子打在窗上，一刮风就像有人敲门。
        = 荷风苑18栋的玉兰枝子打到窗户，修过了，等住户看看。
        ~ 11月修了，等三楼说还敲不敲。

        92 | inclusion-disability | disabled | general | fair | family | liulang-24-1-301
        + 56+41 | used | newcomers-table book-corner | -
        我儿子自闭，十一岁，想让他有个地方，哪怕每周一小时。
        = 一个不太说话的孩子，每周有一小时自己的去处了，正在试。
        ~ 绘本馆周三闭馆时专给他一小时，康阿朵陪，已四次。

        93 | participation-group | women | planned | fair | own | lingge-22-1-202
        + 54+38 | used | meeting-hall | voices=9
        我们几个新疆、四川、贵州来的嫂子，想凑一个烧菜的队。
        = 几位外地来的嫂子想凑一个烧菜的队，灶台找好了。
        ~ 邻里灶头先收她们做一组，试做两次，想单独备案。

        94 | housing-charging | residents | urgent | patrol | everyone | hefeng-10
        + 52+44 | linked | charging-shed hefeng-works | voices=12 declined=conditions-unmet:charging-shed late
        10栋没有充电的地方，晚上又有人从五楼甩线下来了。
        = 荷风苑10栋没有充电的地方，又有人从窗口甩线，充电棚正在谈。
        ~ 菱歌那个棚只管菱歌、莲心；荷风苑要另建，物业出地，等报价。

        95 | support-errands | long-illness | general | phone | own | ouxiang-7-1-301
        + 51+40 | used | escort-round rider-medicine | -
        透析完头晕，回家那段路能不能有人搭一把？
        = 一位做完透析的邻居，回家那段路有人搭把手。
        ~ 每周三次难排满，陪诊队两次，骑手队一次。

        96 | neighbours-parking | disabled | general | phone | own | liulang-7
        + 50+13 | closed:done | parking-plan | -
        我的残疾人车位天天被占，理论还被骂。
        > 地上画了轮椅，停车组每晚看一遍，没人占了。
        = 柳浪新村画了三个轮椅车位，停车组每晚看。

        97 | health-sports | residents | planned | chat-group | everyone | hexi
        + 49+30 | identified | - | voices=10
        羽毛球没场地，荷溪新苑那块空地能不能画两条线？
        = 荷溪新苑有人想打羽毛球，正在问小学周末的场地。
        ~ 是消防登高面，不能立网；小学周末场地在问。

        98 | relief-living | hardship | urgent | desk | own | pucao-24-1-201
        + 48+39 | used | foundation-relief one-stop-desk goods-store | case
        店关了，房贷断了两个月，孩子学费也欠着，我实在没脸来。
        ~ 应急金已发，低保边缘在审，许站长陪着跟银行谈了延期。

        99 | environment-river | residents | planned | talk | everyone | g20
        + 47+36 | fed-back | river-cleaning street-repairs | voices=4 late
        河埠头台阶长青苔，洗拖把的阿姨滑下去过。
        = 河埠头的台阶长了青苔，滑倒过人，刷干净了，等大家走走看。
        ~ 刷了，装了铁链扶手，等河边几户说话。

        100 | housing-repairs | without-kin | general | visit | own | pucao-16-1-102
        + 46+8 | closed:done | mending-home carpentry | -
        窗户关不严，风往被窝里钻，我拿报纸塞的。
        > 不漏风了，潘师傅还把床腿垫平了。
        = 修理组给十二位独居老人的窗封了边。

        101 | rights-legal | women | general | desk | own | g8
        + 45+34 | used | law-hour women-shelter | anonymous case
        想离婚，孩子判给谁，我没有工作是不是就没份？
        ~ 文律师两次，妇联咨询一次。不露住址。

        102 | housing-path | residents | general | phone | everyone | hexi-12
        + 44+35 | linked | hexi-works | voices=12 late
        地下车库坡道冬天结冰，去年摔过两个人。
        = 荷溪新苑12栋地下车库坡道冬天结冰，上冻前铺防滑条。
        ~ 物业答应12月1日前铺防滑垫、备融雪剂，合同已签。

        103 | comfort-bereaved | residents | general | grid | neighbour | ouxiang-18-1-501
        + 43+33 | used | listening-room social-casework | anonymous case
        她孩子没了，才九岁，一栋楼都不晓得怎么跟她开口。
        ~ 本人愿意见楚老师。邻居不要围着问，送饭挂门把手。

        104 | ability-study | children | general | phone | family | qiaotou-14-1-301
        + 42+10 | closed:merged | - | merged=89
        寒假有没有写作业的地方？我们早出晚归。
        ~ 跟133号同一件，一起算进寒假班。

        105 | support-care | care-dependent | urgent | visit | family | hefeng-3-1-101
        + 41+32 | used | bath-chairs dressings-home | -
        腿肿得脚塞不进鞋，洗澡更不敢，能不能有人教教怎么洗？
        = 一位腿脚不便的老人洗澡不敢站，有人上门教。
        ~ 助浴椅今天17点前送到，凌护士上门教。

        106 | inclusion-return | correction | general | referral | own | g12
        + 39+28 | linked | social-casework job-corner | anonymous case
        出来半年了，想先从扫街做起，让人看看我变了。
        ~ 司法所转来。洁美委员会愿意收，等他选日子。

        107 | policy-papers | elders | general | desk | family | lingge-11-1-401
        + 38+2 | closed:withdrawn | - | -
        我爸身份证过期了，人在床上，能不能上门照相？
        ~ 隔天家属说户籍警已上门办了，撤回。

        108 | health-clinic | women | planned | survey | everyone | all
        + 38+30 | fed-back | family-doctor | voices=18
        两癌筛查总在上班时间，周六能不能来一次？
        = 两癌筛查想放在星期六，来过一次了，等大家说合不合适。
        ~ 11月15日周六做了42人，等大家说下回还要不要。

        109 | participation-venue | children | planned | note | own | hefeng
        + 37+29 | used | meeting-hall dance-room | -
        我们五个人想排一个课本剧，缺一间有镜子的屋子。
        = 五个孩子想排课本剧，缺一间有镜子的屋子，借到了。
        ~ 排练厅周六早上给他们，演期定在元旦。

        110 | housing-fixtures | elders | general | grid | everyone | weian-7
        + 37+28 | fed-back | carpentry | photo late
        凉亭的长凳断了一条腿，老人坐下去往一边倒。
        = 苇岸家园7栋凉亭的长凳断了腿，修过了，请老人们坐坐看。
        ~ 潘泉根换了腿，另做了一条，等棋友会说稳不稳。

        111 | environment-recycling | residents | planned | fair | everyone | all
        + 37+14 | closed:explained | old-clothes | -
        废电池、旧灯管到底扔哪个桶？我攒了一鞋盒。
        > 原来集市有红桶，一盒换了十分。
        = 废电池和灯管，集市当天投红桶，一盒换十分。

        112 | housing-lamp | empty-nest | urgent | phone | family | hefeng-12-2-501
        + 36+34 | linked | stair-lamps hefeng-works | voices=8 photo late declined=short-handed:hefeng-works
        我妈住12栋2单元5楼，楼道灯坏了一个多月，晚上下楼扶着墙走，怕她摔。
        = 荷风苑12栋的楼道灯坏了，夜里下楼看不清，电工约在周日。
        ~ 物业两次约好没来。电工组周日有空，材料走基金楼道安全。

        113 | support-respite | disabled | general | survey | own | liulang-24-1-301
        + 36+26 | identified | carers-rest | -
        孩子一刻离不开人，我想去拔颗牙都拔不成。
        = 一位整天陪着孩子的家长，想腾出半天去看牙。
        ~ 替你看半天的志愿者要先学一课怎么陪自闭的孩子，约在月底。

        114 | neighbours-parking | residents | general | hotline | everyone | qiaotou
        + 35+30 | identified | - | voices=9 returned=vote-needed
        桥头里的路本来就窄，外来车停两边，三轮都进不来。
        = 桥头里的路窄，外来车停两边，三轮车进不来，在商量怎么停。
        ~ 没有物业，画线要先一起议，已退回网格开碰头会。

        115 | health-clinic | long-illness | general | phone | own | ouxiang-7-1-301
        + 34+20 | used | pressure-corner | -
        糖尿病三年了，饮食单子看得懂，做不到，有没有伴一起管？
        = 一位邻居想找伴一起管糖尿病，每周凑一桌合着吃。
        ~ 控糖小组第二次活动，来了九个人。

        116 | relief-goods | children | general | referral | family | lingge-14-2-101
        + 33+25 | linked | goods-store old-clothes | -
        孩子长得快，冬天的校服短了一截，手腕露在外头。
        = 一个孩子冬天的校服短了一截，正在找合身的。
        ~ 学校转来。旧衣里有同款，尺码已对，周五领。

        117 | housing-access | elders | general | visit | everyone | pucao-5-1
        + 32+24 | linked | ramp-grant carpentry | voices=2
        楼梯只有一边扶手，我右边身子不听使唤，偏偏扶手在右边。
        = 蒲草坊5栋楼梯只有一边扶手，另一边也要装上。
        ~ 残联给料，潘泉根装，等料。

        118 | ability-digital | elders | general | note | own | hefeng-18-1-301
        + 31+18 | used | phone-lessons | -
        想学用手机叫车，上次在医院门口站了一个钟头。
        = 一位邻居想学用手机叫车，正有人慢慢教。
        ~ 已上两课，第三课带到路口实地叫一次。

        119 | neighbours-noise | residents | general | chat-group | everyone | liulang-13
        + 30+22 | linked | night-patrol mediation | voices=3 anonymous
        楼下烧烤摊凌晨一点还在吆喝，油烟从窗缝里进来。
        = 柳浪新村13栋楼下的烧烤摊半夜还吆喝，油烟进窗，约了摊主来谈。
        ~ 摊主愿意谈，周三下午调解室见。

        120 | crisis-violence | children | immediate | call | neighbour | g6
        + 29+27 | used | social-casework women-shelter | anonymous case
        隔壁孩子天天哭，昨晚听见皮带抽的声音，我不敢去敲门。
        ~ 当晚民警到场，强制报告已做。父亲同意上课，每周家访。
        """
}
