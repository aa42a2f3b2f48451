extension NeedStory {
    /// The third forty, two and a half to four months ago. The form is told at `read()`.
    static let third = """
        81 | housing-fixtures | elders | planned | chat-group | everyone | g11
        + 109+42 | closed:done | carpentry hexi-works | voices=9 council late
        河边想要两把能靠背的椅子，走到一半坐下就起不来，没有扶手。
        > 有靠背有扶手，坐着看鸭子。
        = 荷溪边添了两把带扶手的靠背椅。
        ~ 两处都有人嫌近，量了三回，定在水杉底下。

        82 | policy-benefits | elders | general | desk | own | liulang-11-1-402
        + 108+3 | closed:done | one-stop-desk | -
        上个月满八十了，高龄津贴是自己来还是自动到？
        > 不用再跑，自动的。

        83 | support-errands | disabled | general | call | own | weian-8-1-202
        + 107+4 | closed:done | rider-medicine | -
        我看不见，药吃完了，药房在马路对面，那个路口没响声。
        > 骑手送到手上，还把盒子上刻了道。
        = 骑手顺路送药，今年送了一百零九次。

        84 | ability-study | migrants | general | fair | own | lingge-14-2-101
        + 106+11 | closed:done | homework-help | -
        我三年级，英语单词没人教我读，妈妈也不会。
        > 上官姐姐说我读得像电视里的人。
        = 周六上午的大学生辅导又开了两桌。
        ~ 祝小禾自己到集市摊位上说的，家长已签同意。

        85 | neighbours-clutter | residents | general | phone | everyone | hexi-9
        + 105+14 | closed:done | fire-check | photo anonymous
        有人从高处往下扔烟头，昨天烧了一楼的雨棚一个洞。
        > 贴了告示装了仰拍，没再见着。
        = 荷溪新苑9栋装了朝上的摄像头，烟头没有了。

        86 | inclusion-return | recovery | general | referral | own | g23
        + 104+50 | closed:done | social-casework job-corner | case anonymous
        我戒了三年了，想找个正经活，别人一听就不要。
        ~ 本人同意。百姓五金试工两月转正。公开页不登。

        87 | housing-path | elders | general | survey | everyone | liulang-19
        + 103+23 | closed:done | weian-works | voices=7 late
        19栋到菜场那段路下雨就滑，青苔绿油油的。
        > 刷掉了，还凿了防滑纹。
        = 柳浪新村去菜场的路凿了防滑纹。

        88 | health-culture | women | planned | survey | own | lingge-22-1-301
        + 102+29 | closed:done | dance-room | -
        想学唱歌，从来没学过，会不会被笑？
        > 没人笑，我站第二排。
        = 荷声合唱团这一季进了九位新团员。

        89 | environment-litter | residents | general | patrol | everyone | g20
        + 101+3 | closed:done | river-cleaning | -
        河埠头不知谁倒了一袋建筑垃圾，有碎玻璃。
        = 河埠头的碎玻璃捡干净了，立了块小牌子。

        90 | comfort-wish | elders | planned | visit | own | hefeng-3-1-101
        + 100+30 | closed:done | bath-chairs | -
        我九十一了，想再去河边看一回荷花，走不动。
        > 荷花开得好，比我年轻时候还多。
        = 九十一岁的奶奶坐着轮椅去看了荷花。
        ~ 上官予安推的，带了伞和水，来回四十分钟。

        91 | housing-lift | elders | planned | talk | everyone | ouxiang-10
        + 99+85 | closed:no-agreement | lift-adding mediation | voices=9 council late
        10栋六楼住着三个八十岁的，想加装电梯，大家能不能坐下来谈？
        > 一楼两家不同意，我们明年再谈，先谢谢。
        = 藕香园10栋加装电梯，一楼两户没同意，这次没谈成，留了下次再谈的约。

        92 | rights-fraud | elders | urgent | call | neighbour | lianxin-7-2-301
        + 98+1 | closed:done | bank-lessons | -
        楼上阿婆拎着存折往外跑，说公安让她转账，我拦住了，快来！
        > 钱没出去，八万块。
        = 邻居和银行一起拦下一笔八万元的诈骗。

        93 | housing-access | disabled | general | phone | family | hexi-12-1
        + 97+18 | closed:done | hexi-works | -
        电梯厅到大门还有一道三厘米的坎，轮椅前轮卡住，要人抬。
        > 一块斜铁板，轮子自己就过去了。

        94 | neighbours-dispute | residents | general | desk | own | lingge-9-1-201
        + 96+9 | closed:done | mediation | -
        两家合用的过道，他家放了鞋柜，我家婴儿车推不出来。
        > 鞋柜换了个窄的，他还帮我抬车。

        95 | environment-river | residents | urgent | hotline | everyone | weian-21
        + 95+25 | closed:done | weian-works rain-wardrobe | voices=14 photo late
        一场雨，21栋前面积到小腿，垃圾桶都漂起来了。
        > 又下了两场大的，没积。
        = 苇岸家园21栋前的雨水口清了淤，加了两个篦子。

        96 | support-meals | disabled | general | visit | own | pucao-5-1-202
        + 94+6 | closed:done | meal-round | returned=consent-missing
        我手抖，端不住锅，烫过一回，中午就啃饼干。
        > 饭盒带把手，好拿。
        ~ 网格长代说，先退回问了本人才送。

        97 | policy-papers | migrants | general | desk | own | weian-13-1-301
        + 93+4 | closed:done | one-stop-desk | -
        居住证到期了，房东不肯出证明，怎么弄？
        > 派出所说有合同就行，白急了一星期。

        98 | housing-repairs | elders | general | phone | family | liulang-22-1-501
        + 92+3 | closed:done | mending-home hardware-parts | -
        我妈家门锁拧不动，上次被反锁在里面两个钟头。
        > 关师傅换了锁芯，配了四把钥匙。

        99 | participation-suggestion | children | planned | note | everyone | all
        + 91+26 | closed:done | clean-days | -
        我们班想在楼道里画画，画荷花和鱼，可以吗？
        > 画了三面墙，我画的是那条红的。
        = 荷风苑三个楼道画上了荷花和鱼，画画的都是小学生。

        100 | housing-charging | riders | general | chat-group | own | lingge-16
        + 90+15 | closed:done | charging-shed | -
        充电棚晚上十点就满，我们骑手收工都十一点，留几个口行不行？
        > 留了六个，够了。
        = 充电棚给夜里收工的骑手留了六个口。

        101 | support-care | living-alone | general | visit | own | lianxin-11-1-301
        + 89+8 | closed:done | hair-home | -
        下不了楼，指甲头发都长了，自己看着像鬼。
        > 剪了像六十岁。

        102 | neighbours-parking | residents | general | phone | own | weian-1
        + 88+10 | closed:explained | parking-plan | -
        我买了车位锁，物业给拆了，凭什么？
        > 原来那是消防通道，我不晓得。

        103 | comfort-counselling | women | general | phone | own | ouxiang-9-1-401
        + 87+21 | closed:done | listening-room | anonymous
        生完孩子三个月，老是哭，又怕人说我矫情。
        > 有人听我说完了，没说我矫情。
        ~ 不登。家庭医生一并看过。

        104 | environment-greenery | residents | planned | chat-group | everyone | qiaotou-2
        + 86+7 | closed:passed-on | - | -
        河对面公园的草好久没割了，蚊子多。
        > 好的，我去跟他们社区说。
        ~ 河对面不归本社区，已把话转过去。

        105 | housing-lamp | children | general | phone | family | pucao-2
        + 85+4 | closed:done | stair-lamps | -
        孩子晚自习回来，楼洞口黑，他拿手机照，摔了两次手机。
        > 当晚就亮了！
        = 蒲草坊2栋楼洞口的灯，当天说当天亮。

        106 | health-reading | elders | planned | desk | own | weian-12-1-201
        + 84+13 | closed:done | book-corner | returned=unclear
        我眼睛花，想有人念念报纸。
        > 万老师念得有腔有调，来听的有七八个了。
        = 读报组每天上午在绘本馆念一小时报。

        107 | crisis-danger | care-dependent | immediate | call | family | lingge-7-1-301
        + 83+1 | closed:done | night-patrol | voices=3
        我爸糊涂了，五点出门没回来，穿蓝毛衣，没带手机！
        > 两个小时就找到了，在老厂门口等下班。
        = 走失的爷爷两小时找到，二十七个网格的人都动了。
        ~ 已办防走失手环，网格群里有照片，用后即删。

        108 | rights-property | residents | general | phone | own | hexi-21-1-1001
        + 82+15 | closed:done | hexi-works | late
        顶楼漏了三年，一下雨就摆盆，物业总说过两天。
        > 防水做好了，下了一夜雨，一滴没有。

        109 | ability-jobs | mental-illness | general | referral | own | g24
        + 81+36 | closed:partly | job-corner social-casework | case
        我病稳住了，医生也说可以做事，想先从半天做起。
        > 一周三个上午，在义仓理货，顾爷爷待我好。
        ~ 药按时吃，三月一评。

        110 | environment-recycling | residents | planned | phone | own | ouxiang-16-1-501
        + 80+6 | closed:done | old-clothes | -
        钢琴没人弹了，扔掉可惜，搬得走就送。
        > 老兵们六个人抬下去的，四点半课堂天天叮咚响。
        = 一架旧钢琴搬进了四点半课堂。

        111 | relief-goods | hardship | general | grid | neighbour | qiaotou-24-1-201
        + 79+5 | closed:done | goods-store | -
        那家冰箱坏了，夏天剩菜全馊，三个孩子。
        > 有冰箱了，孩子先冻了一盘冰。
        = 义仓里一台捐来的冰箱，有了新家。

        112 | housing-drain | residents | general | phone | own | weian-22-1-101
        + 78+4 | closed:merged | - | merged=95
        21栋那边积水往我们这儿倒灌，雨后两天才退。
        ~ 同一条雨水管，并入95号一起清。

        113 | inclusion-newcomers | women | planned | talk | own | qiaotou-16-1-202
        + 77+24 | closed:done | newcomers-table book-corner | -
        我普通话讲不好，去菜场都比划，孩子开会我坐最后一排。
        > 康馆长用苗话给我讲了一遍家长信。
        = 绘本馆周日下午教普通话，边讲故事边学。

        114 | neighbours-noise | elders | general | note | own | liulang-10-1-201
        + 76+9 | closed:partly | mediation | anonymous
        楼下麻将打到半夜一点，哗啦哗啦，我心脏不好。
        > 改到十点半收，换了布面的牌桌。

        115 | support-respite | care-dependent | general | phone | own | ouxiang-17-1-302
        + 75+40 | used | carers-rest | declined=short-handed:pairing late
        我妈中风，我辞职照顾了两年，想一个礼拜有半天去面试。
        ~ 第一次梅阿姨没空，换了人。已去四次，每两周一次。

        116 | housing-path | disabled | planned | council | everyone | weian-18
        + 74+60 | linked | street-repairs handrail-fund | voices=6 council late
        盲道修了一半，走到电线杆就没了，我撞过两次。
        ~ 要移杆，供电那边答应年底前来。

        117 | environment-pests | residents | general | survey | everyone | pucao-20
        + 74+45 | used | pest-control | voices=5
        蟑螂从下水道往上爬，药一户一户打没用，能不能整栋一起？
        ~ 第二轮药12月初打，通知已贴。

        118 | policy-schooling | migrants | general | desk | own | qiaotou-11-1-301
        + 73+5 | closed:done | one-stop-desk | -
        小的要上幼儿园，积分差两分，当义工能不能加？
        > 能加，我现在每周六去捡河边的垃圾。

        119 | housing-fixtures | residents | general | phone | everyone | hefeng-15-1
        + 73+66 | fed-back | hefeng-works | photo reopened
        信箱铁门耷拉着，割了我手，贴了创可贴来跟你们说的。
        ~ 第一次只用铁丝绑，居民说又掉了，重开；现已换整排，等回话。

        120 | ability-parenting | elders | planned | survey | own | hexi-23-1-701
        + 73+19 | closed:done | listening-room | -
        儿子媳妇把双胞胎扔给我带，我六十八了，有没有省力的法子？
        > 学了怎么抱不伤腰，还认识了四个一样的。
        = 隔代带娃的奶奶们有了自己的群，周二下午见。
        """
}
