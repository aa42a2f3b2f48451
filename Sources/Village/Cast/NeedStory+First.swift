extension NeedStory {
    /// The first thirty, five to six months ago. The form is told at `read()`.
    static let first = """
        1 | housing-lamp | empty-nest | general | phone | family | hefeng-6-2
        + 182+5 | closed:done | stair-lamps | voices=4
        我爸夜里起来开门拿报纸，楼道一层到三层全黑，他是摸着墙下去的。
        > 亮堂堂的，谢谢吴师傅，还顺手把门铃修了。
        = 荷风苑6栋2单元一至三层的灯亮了，四户邻居一起看着装的。
        ~ 吴阿根周六上门，三只灯头全锈，换了声控的。

        2 | support-meals | living-alone | general | visit | own | hefeng-3-1-101
        + 181+4 | closed:done | noon-meals meal-round | -
        我一个人懒得烧，一锅粥吃两天，天热怕坏。
        > 饭是热的，送饭的阿姨还陪我说了会儿话。
        = 一位独居奶奶每天中午有热饭送到门口了。
        ~ 周桂英，91岁。牙不好，跟老灶说要软烂。

        3 | neighbours-dispute | residents | general | call | own | ouxiang-6-1-302
        + 180+11 | closed:done | mediation judge-listening | -
        楼上阳台浇花，水一直滴到我家晒的被子上，说过三回了。
        > 楼上送了盆茉莉来，说好早上六点前浇。
        = 楼上楼下为浇花的事说开了，还约了时间。
        ~ 第一次没谈拢，杜老师把两家阳台都看了一遍才成。

        4 | environment-litter | residents | general | chat-group | everyone | weian-11
        + 178+3 | closed:done | weian-works | voices=9 photo
        11栋旁边的大件堆了半个月，沙发里都长草了。
        > 清掉了，还扫干净了。
        = 苇岸家园11栋旁的大件垃圾清走了，以后周三统一收。

        5 | housing-path | elders | general | phone | own | lingge-8
        + 177+16 | closed:done | street-repairs | late photo
        8栋门口那块砖一踩就翘，溅一裤子水，前天我妈差点绊倒。
        > 晚了几天，不过铺得平。
        = 菱歌新村8栋门口的砖重新铺平了。
        ~ 街道那边排队排到第三周，已当面说明。

        6 | crisis-danger | living-alone | immediate | grid | neighbour | pucao-8-1-201
        + 175+1 | closed:done | night-patrol escort-round | -
        对门奶奶两天没开门，敲了没人应，屋里电视一直响。
        > 人救回来了，谢谢你们跑得快。
        ~ 蒋有田和民警开门，老人摔在卫生间，送区人民医院，髋部骨裂。女儿当晚赶到。

        7 | neighbours-parking | residents | general | talk | everyone | hefeng
        + 173+40 | closed:done | parking-plan | voices=36 council late
        荷风苑晚上八点以后根本没位子，救护车都进不来。
        > 通道总算空出来了。
        = 荷风苑划出四米救护通道，停车方案进入逐户表决。
        ~ 转议事会第19次会议，席根荣牵头。

        8 | comfort-company | living-alone | general | visit | own | hefeng-8-1-501
        + 172+9 | closed:done | pairing | -
        儿子一年回来一趟，我跟狗说话说得比跟人多。
        > 阿根每个礼拜来，豆豆都认得他了。
        = 一位独居奶奶有了每周来看她的老朋友。
        ~ 沈秀兰，86岁。结对吴阿根，家里有狗，第一次社工同去。

        9 | environment-greenery | residents | planned | phone | everyone | ouxiang-15
        + 171+18 | closed:done | tree-trimming | voices=5 photo
        楼前的香樟把一楼二楼全遮住了，白天也要开灯。
        > 太阳照进来了，被子能晒了。
        = 藕香园15栋前的香樟修了枝，一楼有太阳了。

        10 | neighbours-noise | residents | general | hotline | own | weian-4-1-302
        + 169+14 | closed:partly | night-patrol mediation | returned=unclear
        楼下广场舞从七点跳到九点半，孩子中考，关窗都听得见。
        > 现在八点半停，声音还是有点大，中考前够了。
        = 广场舞队答应中考前八点半收，音箱换小的。
        ~ 12345第一次转来没写哪一片，退回问清。领舞的是贺彩凤的表妹，好说话。

        11 | housing-access | disabled | general | visit | own | weian-3-1
        + 168+27 | closed:done | ramp-grant weian-works | late
        楼门口两级台阶，我轮椅下不来，天天在窗口看人家买菜。
        > 今天自己去买了把葱，头一回。
        = 苇岸家园3栋1单元门口的台阶铺成了坡道。
        ~ 残联的料等了两周，物业出工。

        12 | relief-living | hardship | urgent | grid | neighbour | qiaotou-9-1-302
        + 167+4 | closed:done | foundation-relief one-stop-desk | anonymous case
        隔壁男的出车祸躺着，女的没活干，这几天孩子来我家吃的饭。
        ~ 两人上门，情况属实，应急金三千当天批，低保材料一并办。告知来源保密。

        13 | ability-study | children | general | phone | family | hexi-7-1-902
        + 164+12 | closed:withdrawn | homework-help | -
        初一数学跟不上，补习班太贵，有没有大学生可以带一带？
        ~ 名额排到时家长说外婆家那边找到了老师，撤回。

        14 | rights-fraud | elders | urgent | desk | family | lianxin-12-1-201
        + 163+5 | closed:partly | bank-lessons law-hour | -
        我妈花六千八买了一床磁疗垫，说能治糖尿病，退不掉。
        > 退回来四千，剩下的当学费了。我妈现在见人就讲。
        = 一位老人追回了四千元，还在防骗讲堂上讲了自己的事。

        15 | participation-group | residents | planned | fair | own | lingge-12-2-301
        + 162+35 | closed:done | meeting-hall | voices=14 council
        养狗的跟不养狗的天天吵，不如我们养狗的先立个规矩。
        > 萌宠之家成立了，八个人管事，第一条就是牵绳。
        = 十四户养宠的邻居办起了萌宠之家。

        16 | support-care | care-dependent | general | visit | family | hefeng-21-2-601
        + 160+12 | closed:done | hair-home | -
        我妻子躺了三年，头发是我剪的，剪得像狗啃，她不肯照镜子。
        > 金师傅剪的，她自己要了镜子看。
        = 净心理发店的金师傅每月上门，给下不了楼的邻居剪头。
        ~ 买买提·阿不都热合曼替妻子说的，6楼无电梯。

        17 | policy-schooling | migrants | general | desk | own | weian-17-2-402
        + 159+5 | closed:done | one-stop-desk | -
        孩子下学期转来荷塘小学，居住证、社保要几个月的？
        > 一张单子写得清清楚楚，跑一趟就够了。
        = 转学要带什么，服务台印了一张单子，三种文字。

        18 | comfort-wish | empty-nest | planned | survey | own | hefeng-5-2-402
        + 157+20 | closed:done | photo-repair | -
        结婚六十年，就一张合影，泡过水，脸都花了。
        > 老太婆看了说，原来你那时候蛮精神。
        = 一张六十年前的结婚照修好了。

        19 | environment-river | residents | general | chat-group | everyone | g21
        + 156+22 | closed:partly | river-cleaning | voices=17 photo late
        荷溪西头一下雨就有股味，水面上一层油花。
        > 捞干净了，味道还有一点。
        = 荷溪西头的漂浮物清了，排口请区里查了一次，接错的一根管已改。

        20 | inclusion-newcomers | migrants | planned | talk | own | weian-20-1-301
        + 155+30 | closed:done | newcomers-table | -
        搬来半年，电梯都没有的楼，五层十户，我一家都不认识。
        > 一桌饭吃完，楼下大姐教我腌雪菜。
        = 新邻居一桌饭开了第一桌，来了五家人，七样家乡菜。

        21 | rights-wages | migrants | general | desk | own | pucao-18-1-201
        + 154+45 | closed:done | legal-aid-window | late
        饭店关门欠我两个月工钱，老板电话打不通，只有打卡记录。
        > 法院调解了，一万一分三次给，已经拿到两次。
        = 一位做后厨的邻居，拿回了被欠的工钱。

        22 | housing-fixtures | children | general | patrol | everyone | g15
        + 153+6 | closed:done | weian-works carpentry | photo
        河边护栏有一根松了，小孩扒着晃，看着吓人。
        = 荷溪北岸松动的护栏焊牢了，整段又查了一遍。

        23 | neighbours-pets | residents | general | note | everyone | lianxin-9
        + 152+8 | closed:done | pet-manners | anonymous voices=6
        草坪上全是狗屎，我孙子踩了一脚，鞋都扔了。
        = 莲心里装了两个拾便袋箱，萌宠之家早晚有人转。

        24 | support-errands | empty-nest | general | call | own | hefeng-7-1-302
        + 151+2 | closed:done | escort-round | -
        下周二去区医院复查，要跑四个窗口，老伴走不动，我一个人弄不来。
        > 舒护士跟了我一上午，单子都给我夹好了。
        = 陪诊队这个月陪二十一位老人看了病。

        25 | policy-insurance | elders | general | desk | own | lianxin-22-1-402
        + 149+3 | closed:done | one-stop-desk | -
        养老金说要刷脸认证，我眨眼它总说不是我。
        > 在服务台重新拍了一次就过了。
        = 认证刷不过脸的老人，周五上午到服务台，有人帮着办。

        26 | crisis-despair | residents | immediate | chat-group | neighbour | liulang-9-1-501
        + 148+30 | closed:done | mind-clinic social-casework | anonymous case
        群里有个妈妈半夜发了一句“孩子就拜托大家了”，然后退群了。
        ~ 段可久和沈映竹二十分钟到门口。已转个案，72小时回访平稳，门诊跟着。

        27 | neighbours-clutter | residents | general | grid | everyone | pucao-10-1
        + 147+9 | closed:done | clean-days fire-check | photo
        三楼到四楼堆满了纸板箱，过道只剩一个人侧着走。
        > 收废品的来拉了两车，楼道宽了一倍。
        = 蒲草坊10栋清出两车杂物。
        ~ 是刁金宝捡来的，先给他在车棚划了个角，才肯清。

        28 | comfort-bereaved | elders | general | grid | neighbour | lingge-19-1-301
        + 146+33 | closed:done | listening-room pairing | case
        老魏老婆走了一个月，门都不出，衣服还一件件挂着。
        > 他跟楚老师说了两个下午，前天自己去喝茶了。
        ~ 本人同意结对。衣服不要催他收。

        29 | neighbours-parking | residents | general | phone | everyone | hefeng-14
        + 146+1 | closed:merged | - | merged=7
        救护车昨天倒了三把才出去，14栋门口那辆白车到底是谁的？
        ~ 并入10号，当晚停车组找到车主挪走了。

        30 | housing-charging | residents | urgent | chat-group | everyone | lingge-10
        + 145+21 | closed:done | charging-shed fire-check | voices=15 photo late
        10栋有三家从四楼拉线下来充电瓶车，下雨天线就泡在水里。
        > 有了车棚，线都收了。
        = 菱歌新村的充电棚开了，三十六个口，飞线收了十一根。
        """
}
