extension NeedStory {
    /// The third thirty, two to three months ago. The form is told at `read()`.
    static let third = """
        61 | housing-lift | elders | planned | talk | everyone | ouxiang-10
        + 99+85 | closed:no-agreement | lift-adding mediation | voices=9 council late
        10栋六楼住着三个八十岁的，想加装电梯，大家能不能坐下来谈？
        > 一楼两家不同意，我们明年再谈，先谢谢。
        = 藕香园10栋加装电梯，一楼两户没同意，这次没谈成，留了下次再谈的约。

        62 | environment-river | residents | urgent | hotline | everyone | weian-21
        + 95+25 | closed:done | weian-works rain-wardrobe | voices=14 photo late
        一场雨，21栋前面积到小腿，垃圾桶都漂起来了。
        > 又下了两场大的，没积。
        = 苇岸家园21栋前的雨水口清了淤，加了两个篦子。

        63 | support-meals | disabled | general | visit | own | pucao-5-1-202
        + 94+6 | closed:done | meal-round | returned=consent-missing
        我手抖，端不住锅，烫过一回，中午就啃饼干。
        > 饭盒带把手，好拿。
        ~ 网格长代说，先退回问了本人才送。

        64 | housing-repairs | elders | general | phone | family | liulang-22-1-501
        + 92+3 | closed:done | mending-home hardware-parts | -
        我妈家门锁拧不动，上次被反锁在里面两个钟头。
        > 关师傅换了锁芯，配了四把钥匙。

        65 | housing-charging | riders | general | chat-group | own | lingge-16
        + 90+15 | closed:done | charging-shed | -
        充电棚晚上十点就满，我们骑手收工都十一点，留几个口行不行？
        > 留了六个，够了。
        = 充电棚给夜里收工的骑手留了六个口。

        66 | neighbours-parking | residents | general | phone | own | weian-1
        + 88+10 | closed:explained | parking-plan | -
        我买了车位锁，物业给拆了，凭什么？
        > 原来那是消防通道，我不晓得。

        67 | environment-greenery | residents | planned | chat-group | everyone | qiaotou-2
        + 86+7 | closed:passed-on | - | -
        河对面公园的草好久没割了，蚊子多。
        > 好的，我去跟他们社区说。
        ~ 河对面不归本社区，已把话转过去。

        68 | housing-lamp | children | general | phone | family | pucao-2
        + 85+4 | closed:done | stair-lamps | -
        孩子晚自习回来，楼洞口黑，他拿手机照，摔了两次手机。
        > 当晚就亮了！
        = 蒲草坊2栋楼洞口的灯，当天说当天亮。

        69 | health-reading | elders | planned | desk | own | weian-12-1-201
        + 84+13 | closed:done | book-corner | returned=unclear
        我眼睛花，想有人念念报纸。
        > 万老师念得有腔有调，来听的有七八个了。
        = 读报组每天上午在绘本馆念一小时报。

        70 | crisis-danger | care-dependent | immediate | call | family | lingge-7-1-301
        + 83+1 | closed:done | night-patrol | voices=3
        我爸糊涂了，五点出门没回来，穿蓝毛衣，没带手机！
        > 两个小时就找到了，在老厂门口等下班。
        = 走失的爷爷两小时找到，二十七个网格的人都动了。
        ~ 已办防走失手环，网格群里有照片，用后即删。

        71 | rights-property | residents | general | phone | own | hexi-21-1-1001
        + 82+15 | closed:done | hexi-works | late
        顶楼漏了三年，一下雨就摆盆，物业总说过两天。
        > 防水做好了，下了一夜雨，一滴没有。

        72 | ability-jobs | mental-illness | general | referral | own | g24
        + 81+36 | closed:partly | job-corner social-casework | case
        我病稳住了，医生也说可以做事，想先从半天做起。
        > 一周三个上午，在义仓理货，顾爷爷待我好。
        ~ 药按时吃，三月一评。

        73 | housing-drain | residents | general | phone | own | weian-22-1-101
        + 78+4 | closed:merged | - | merged=62
        21栋那边积水往我们这儿倒灌，雨后两天才退。
        ~ 同一条雨水管，并入95号一起清。

        74 | neighbours-noise | elders | general | note | own | liulang-10-1-201
        + 76+9 | closed:partly | mediation | anonymous
        楼下麻将打到半夜一点，哗啦哗啦，我心脏不好。
        > 改到十点半收，换了布面的牌桌。

        75 | support-respite | care-dependent | general | phone | own | ouxiang-17-1-302
        + 75+40 | used | carers-rest | declined=short-handed:pairing late
        我妈中风，我辞职照顾了两年，想一个礼拜有半天去面试。
        = 一位照顾家里病人的邻居，想每周有半天自己的时间，正在找人替一替。
        ~ 第一次梅阿姨没空，换了人。已去四次，每两周一次。

        76 | housing-path | disabled | planned | council | everyone | weian-18
        + 74+60 | linked | street-repairs handrail-fund | voices=3 council late
        盲道修了一半，走到电线杆就没了，我撞过两次。
        = 苇岸家园18栋旁的盲道断在电线杆前，要接通它。
        ~ 要移杆，供电那边答应年底前来。

        77 | environment-pests | residents | general | survey | everyone | pucao-20
        + 74+45 | used | pest-control | voices=2
        蟑螂从下水道往上爬，药一户一户打没用，能不能整栋一起？
        = 蒲草坊20栋的蟑螂从下水道爬上来，整栋一起治。
        ~ 第二轮药12月初打，通知已贴。

        78 | housing-fixtures | residents | general | phone | everyone | hefeng-15-1
        + 73+66 | fed-back | hefeng-works | photo reopened
        信箱铁门耷拉着，割了我手，贴了创可贴来跟你们说的。
        = 荷风苑15栋门口信箱的铁门掉下来会割手，整排换新了，等住户看一眼。
        ~ 第一次只用铁丝绑，居民说又掉了，重开；现已换整排，等回话。

        79 | support-meals | elders | planned | survey | everyone | all
        + 72+58 | used | noon-meals | voices=31 council late
        食堂周末能不能也开？星期六我们就吃两顿。
        = 大家想周末也能在食堂吃上饭，先从星期六开。
        ~ 老灶周末没人手，灶头答应先试两个周六，十二月议事会看结果。

        80 | housing-access | disabled | general | visit | family | hefeng-19-3
        + 71+63 | fed-back | ramp-grant hefeng-works | voices=14 late
        我爸坐轮椅，楼门口三级台阶下不去，天好也出不了门。
        = 荷风苑19栋门口三级台阶，轮椅下不去，坡道铺好了，等用的人说一声。
        ~ 坡道长5.4米，带一边扶手，邻居14户签字同意。等他说好不好用。

        81 | health-culture | elders | planned | talk | everyone | all
        + 70+16 | closed:done | dance-room | voices=12
        中秋能不能不看晚会，大家自己演？我们票友会出三个。
        > 月亮底下唱的，唱到九点，没人嫌吵。
        = 中秋夜，荷溪桥头自己演了十一个节目。

        82 | policy-benefits | veterans | general | desk | own | liulang-2-2-302
        + 68+6 | closed:done | one-stop-desk | -
        我爹打过仗，本子发黄了，优待证怎么换？
        > 照相、填表都在一个桌子上，爹敬了个礼。

        83 | housing-lamp | residents | general | chat-group | everyone | lianxin-18
        + 67+9 | closed:done | lianxin-works | -
        车棚里的灯白天亮晚上灭，反了。
        > 正过来了，哈哈。
        = 莲心里车棚的灯晚上亮了。

        84 | rights-wages | riders | general | desk | own | pucao-6-1-401
        + 66+48 | used | legal-aid-window | -
        送件摔断锁骨，站里说我是加盟的不算工伤。
        = 一位骑手送件受了伤，正有人陪着讨工伤的说法。
        ~ 仲裁12月9日开庭，律师已接，材料齐。

        85 | environment-litter | residents | general | grid | everyone | g16
        + 65+57 | fed-back | clean-days | voices=4 late
        垃圾房夏天味道大，想加一个水龙头冲一冲。
        = 16网格的垃圾房夏天味道大，水龙头接上了，天天冲一冲。
        ~ 水龙头接好，冲了三周，等隗爱宝和三户邻居回话。

        86 | neighbours-pets | children | general | phone | family | lingge-4
        + 64+5 | closed:done | pet-manners | photo
        大黑狗不牵绳，扑到我女儿脸上，她现在看见狗就抖。
        > 狗主人带着绳来道歉，女儿敢摸小狗了。

        87 | housing-lift | elders | planned | talk | everyone | ouxiang-12
        + 62+54 | linked | lift-adding mediation | voices=11 council late
        12栋两个单元都想加装电梯，一楼愿意谈，谁来帮着算账？
        = 藕香园12栋想加装电梯，正请人来帮着算账，一楼也愿意谈。
        ~ 恳谈会11月24日开，街道来算采光和分摊。

        88 | relief-illness | long-illness | urgent | grid | neighbour | qiaotou-6-1-301
        + 61+7 | closed:done | foundation-relief | case anonymous
        他家透析一周三次，路费都是借的，人要强不肯开口。
        ~ 以本人名义申请，交通补助按月，另接陪诊。

        89 | support-afterschool | migrants | planned | phone | family | pucao-6-1-401
        + 60+44 | used | four-thirty-class book-corner | declined=full:four-thirty-class
        寒假四十天，两个孩子没处去，能不能有个寒假班？
        = 寒假里两个孩子白天没处去，正在开寒假班。
        ~ 学期内满员，寒假班另开，24人，报了19。

        90 | crisis-despair | elders | immediate | call | family | hexi-4-1-302
        + 59+45 | used | mind-clinic social-casework | anonymous case
        我爸把药都攒起来了，说活着拖累我们。
        ~ 当日评估，药已由家人收管，安全约定一份，每周两次上门。
        """
}
