extension NeedStory {
    /// The fourth forty, one to two and a half months ago. The form is told at `read()`.
    static let fourth = """
        121 | support-meals | elders | planned | survey | everyone | all
        + 72+58 | used | noon-meals | voices=31 council late
        食堂周末能不能也开？星期六我们就吃两顿。
        ~ 老灶周末没人手，灶头答应先试两个周六，十二月议事会看结果。

        122 | housing-access | disabled | general | visit | family | hefeng-19-3
        + 71+63 | fed-back | ramp-grant hefeng-works | voices=14 late
        我爸坐轮椅，楼门口三级台阶下不去，天好也出不了门。
        ~ 坡道长5.4米，带一边扶手，邻居14户签字同意。等他说好不好用。

        123 | health-culture | elders | planned | talk | everyone | all
        + 70+16 | closed:done | dance-room | voices=12
        中秋能不能不看晚会，大家自己演？我们票友会出三个。
        > 月亮底下唱的，唱到九点，没人嫌吵。
        = 中秋夜，荷溪桥头自己演了十一个节目。

        124 | comfort-company | disabled | general | visit | own | ouxiang-10-1-202
        + 69+20 | closed:done | chess-table | -
        下不了楼，象棋摆了半年没人坐对面。
        > 老汤输了还要悔棋，我高兴。
        = 下不了楼的邻居，每周六有人陪着下一盘棋。

        125 | policy-benefits | veterans | general | desk | own | liulang-2-2-302
        + 68+6 | closed:done | one-stop-desk | -
        我爹打过仗，本子发黄了，优待证怎么换？
        > 照相、填表都在一个桌子上，爹敬了个礼。

        126 | housing-lamp | residents | general | chat-group | everyone | lianxin-18
        + 67+9 | closed:done | lianxin-works | -
        车棚里的灯白天亮晚上灭，反了。
        > 正过来了，哈哈。
        = 莲心里车棚的灯晚上亮了。

        127 | rights-wages | riders | general | desk | own | pucao-6-1-401
        + 66+48 | used | legal-aid-window | -
        送件摔断锁骨，站里说我是加盟的不算工伤。
        ~ 仲裁12月9日开庭，律师已接，材料齐。

        128 | environment-litter | residents | general | grid | everyone | g16
        + 65+57 | fed-back | clean-days | voices=6 late
        垃圾房夏天味道大，想加一个水龙头冲一冲。
        ~ 水龙头接好，冲了三周，等隗爱宝和六户回话。

        129 | neighbours-pets | children | general | phone | family | lingge-4
        + 64+5 | closed:done | pet-manners | photo
        大黑狗不牵绳，扑到我女儿脸上，她现在看见狗就抖。
        > 狗主人带着绳来道歉，女儿敢摸小狗了。

        130 | ability-digital | empty-nest | planned | survey | own | hexi-10-1-401
        + 63+11 | closed:done | phone-lessons | -
        儿子在国外，我想跟他打那个看得见脸的电话。
        > 通了！他胖了。
        = 七十九岁的邻居跟儿子看见脸了。

        131 | housing-lift | elders | planned | talk | everyone | ouxiang-12
        + 62+54 | linked | lift-adding mediation | voices=11 council late
        12栋两个单元都想加装电梯，一楼愿意谈，谁来帮着算账？
        ~ 恳谈会11月24日开，街道来算采光和分摊。

        132 | relief-illness | long-illness | urgent | grid | neighbour | qiaotou-6-1-301
        + 61+7 | closed:done | foundation-relief | case anonymous
        他家透析一周三次，路费都是借的，人要强不肯开口。
        ~ 以本人名义申请，交通补助按月，另接陪诊。

        133 | support-afterschool | migrants | planned | phone | family | pucao-6-1-401
        + 60+44 | used | four-thirty-class book-corner | declined=full:four-thirty-class
        寒假四十天，两个孩子没处去，能不能有个寒假班？
        ~ 学期内满员，寒假班另开，24人，报了19。

        134 | crisis-despair | elders | immediate | call | family | hexi-4-1-302
        + 59+45 | used | mind-clinic social-casework | anonymous case
        我爸把药都攒起来了，说活着拖累我们。
        ~ 当日评估，药已由家人收管，安全约定一份，每周两次上门。

        135 | environment-greenery | residents | planned | phone | everyone | hefeng-18
        + 58+49 | fed-back | tree-trimming | photo late
        玉兰枝子打在窗上，一刮风就像有人敲门。
        ~ 11月修了，等三楼说还敲不敲。

        136 | neighbours-dispute | residents | general | call | own | lianxin-4-1-201
        + 57+12 | closed:done | mediation | -
        楼上晾衣服不拧干，滴到我晒的鱼干上，咸鱼变淡鱼。
        > 讲笑着就讲好了，还分了她两条。

        137 | inclusion-disability | disabled | general | fair | family | liulang-24-1-301
        + 56+41 | used | newcomers-table book-corner | -
        我儿子自闭，十一岁，想让他有个地方，哪怕每周一小时。
        ~ 绘本馆周三闭馆时专给他一小时，康阿朵陪，已四次。

        138 | housing-drain | elders | urgent | phone | family | weian-19-1-101
        + 55+3 | closed:done | weian-works mending-home | -
        我姑妈家马桶堵了两天，她不好意思跟人说，是我打的电话。
        > 通了，师傅还说是常事，让她别难为情。

        139 | participation-group | women | planned | fair | own | lingge-22-1-202
        + 54+38 | used | meeting-hall | voices=9
        我们几个新疆、四川、贵州来的嫂子，想凑一个烧菜的队。
        ~ 邻里灶头先收她们做一组，试做两次，想单独备案。

        140 | policy-insurance | migrants | general | desk | own | weian-5-1-401
        + 53+4 | closed:done | one-stop-desk | -
        老家的医保在这里住院能报多少？问了三处三个答案。
        > 这次写在纸上了，备案也帮我点了。

        141 | housing-charging | residents | urgent | patrol | everyone | hefeng-10
        + 52+44 | linked | charging-shed hefeng-works | voices=12 declined=conditions-unmet:charging-shed late
        10栋没有充电的地方，晚上又有人从五楼甩线下来了。
        ~ 菱歌那个棚只管菱歌、莲心；荷风苑要另建，物业出地，等报价。

        142 | support-errands | long-illness | general | phone | own | ouxiang-7-1-301
        + 51+40 | used | escort-round rider-medicine | -
        透析完头晕，回家那段路能不能有人搭一把？
        ~ 每周三次难排满，陪诊队两次，骑手队一次。

        143 | neighbours-parking | disabled | general | phone | own | liulang-7
        + 50+13 | closed:done | parking-plan | -
        我的残疾人车位天天被占，理论还被骂。
        > 地上画了轮椅，停车组每晚看一遍，没人占了。
        = 柳浪新村画了三个轮椅车位，停车组每晚看。

        144 | health-sports | residents | planned | chat-group | everyone | hexi
        + 49+30 | identified | - | voices=10
        羽毛球没场地，荷溪新苑那块空地能不能画两条线？
        ~ 是消防登高面，不能立网；小学周末场地在问。

        145 | relief-living | hardship | urgent | desk | own | pucao-24-1-201
        + 48+39 | used | foundation-relief one-stop-desk goods-store | case
        店关了，房贷断了两个月，孩子学费也欠着，我实在没脸来。
        ~ 应急金已发，低保边缘在审，许站长陪着跟银行谈了延期。

        146 | environment-river | residents | planned | talk | everyone | g20
        + 47+36 | fed-back | river-cleaning street-repairs | voices=7 late
        河埠头台阶长青苔，洗拖把的阿姨滑下去过。
        ~ 刷了，装了铁链扶手，等河边几户说话。

        147 | housing-repairs | without-kin | general | visit | own | pucao-16-1-102
        + 46+8 | closed:done | mending-home carpentry | -
        窗户关不严，风往被窝里钻，我拿报纸塞的。
        > 不漏风了，潘师傅还把床腿垫平了。
        = 修理组给十二位独居老人的窗封了边。

        148 | rights-legal | women | general | desk | own | g8
        + 45+34 | used | law-hour women-shelter | anonymous case
        想离婚，孩子判给谁，我没有工作是不是就没份？
        ~ 文律师两次，妇联咨询一次。不露住址。

        149 | housing-path | residents | general | phone | everyone | hexi-12
        + 44+35 | linked | hexi-works | voices=12 late
        地下车库坡道冬天结冰，去年摔过两个人。
        ~ 物业答应12月1日前铺防滑垫、备融雪剂，合同已签。

        150 | comfort-bereaved | residents | general | grid | neighbour | ouxiang-18-1-501
        + 43+33 | used | listening-room social-casework | anonymous case
        她孩子没了，才九岁，一栋楼都不晓得怎么跟她开口。
        ~ 本人愿意见楚老师。邻居不要围着问，送饭挂门把手。

        151 | ability-study | children | general | phone | family | qiaotou-14-1-301
        + 42+10 | closed:merged | - | merged=133
        寒假有没有写作业的地方？我们早出晚归。
        ~ 跟133号同一件，一起算进寒假班。

        152 | support-care | care-dependent | urgent | visit | family | hefeng-3-1-101
        + 41+32 | used | bath-chairs dressings-home | -
        腿肿得脚塞不进鞋，洗澡更不敢，能不能有人教教怎么洗？
        ~ 助浴椅今天17点前送到，凌护士上门教。

        153 | environment-pests | elders | general | phone | own | lianxin-23-1-101
        + 40+6 | closed:done | pest-control | -
        灶台上一排蚂蚁，买了药又怕熏着我的鸟。
        > 用的是粉，鸟没事，蚂蚁没了。

        154 | inclusion-return | correction | general | referral | own | g12
        + 39+28 | linked | social-casework job-corner | anonymous case
        出来半年了，想先从扫街做起，让人看看我变了。
        ~ 司法所转来。洁美委员会愿意收，等他选日子。

        155 | neighbours-clutter | residents | general | phone | everyone | liulang-1-1
        + 39+9 | closed:done | clean-days | photo
        二楼平台放了三口腌菜缸，踩空一次吓一次。
        > 缸搬到底下花坛边，成了一景，菜还腌着。

        156 | policy-papers | elders | general | desk | family | lingge-11-1-401
        + 38+2 | closed:withdrawn | - | -
        我爸身份证过期了，人在床上，能不能上门照相？
        ~ 隔天家属说户籍警已上门办了，撤回。

        157 | health-clinic | women | planned | survey | everyone | all
        + 38+30 | fed-back | family-doctor | voices=18
        两癌筛查总在上班时间，周六能不能来一次？
        ~ 11月15日周六做了42人，等大家说下回还要不要。

        158 | participation-venue | children | planned | note | own | hefeng
        + 37+29 | used | meeting-hall dance-room | -
        我们五个人想排一个课本剧，缺一间有镜子的屋子。
        ~ 排练厅周六早上给他们，演期定在元旦。

        159 | housing-fixtures | elders | general | grid | everyone | weian-7
        + 37+28 | fed-back | carpentry | photo late
        凉亭的长凳断了一条腿，老人坐下去往一边倒。
        ~ 潘泉根换了腿，另做了一条，等棋友会说稳不稳。

        160 | environment-recycling | residents | planned | fair | everyone | all
        + 37+14 | closed:explained | old-clothes | -
        废电池、旧灯管到底扔哪个桶？我攒了一鞋盒。
        > 原来集市有红桶，一盒换了十分。
        = 废电池和灯管，集市当天投红桶，一盒换十分。
        """
}
