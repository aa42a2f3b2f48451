extension NeedStory {
    /// The second forty, four to five months ago. The form is told at `read()`.
    static let second = """
        41 | housing-charging | residents | urgent | chat-group | everyone | lingge-10
        + 145+21 | closed:done | charging-shed fire-check | voices=15 photo late
        10栋有三家从四楼拉线下来充电瓶车，下雨天线就泡在水里。
        > 有了车棚，线都收了。
        = 菱歌新村的充电棚开了，三十六个口，飞线收了十一根。

        42 | ability-parenting | women | planned | survey | own | hexi-18-1-601
        + 144+19 | closed:done | listening-room book-corner | -
        婆婆说孩子不能惯，我说不能打，一吃饭就吵，有没有人讲讲？
        > 婆婆也去听了，回来说老师讲得有点道理。
        = 育儿谈心开了三次，奶奶们坐满了第一排。

        43 | relief-goods | elders | general | visit | family | ouxiang-8-2-101
        + 143+5 | closed:done | bath-chairs | -
        我妈洗澡站不稳，上次滑了一跤，想要一把坐着洗的椅子。
        > 椅子稳当，小过还教我怎么扶。
        = 助浴椅今年借出十一把，用完擦干净还回来就行。

        44 | neighbours-dispute | residents | general | desk | own | qiaotou-5-1-302
        + 142+24 | closed:no-agreement | mediation | late
        楼上卫生间渗水，我家天花板掉皮，他说不是他家的。
        > 他不肯开墙，我只好去法院了，谢谢你们来了四趟。
        ~ 测水两次，责任仍有争议，已给法律援助中心的地址。

        45 | health-sports | residents | planned | survey | everyone | liulang-14
        + 141+33 | closed:done | handrail-fund weian-works | voices=8
        健身角的扭腰器断了半年，断口尖的，孩子还往上爬。
        > 换了新的，地上还铺了软垫。
        = 柳浪新村健身角换了两件器材，铺了软地垫。

        46 | housing-path | residents | general | call | everyone | pucao-12
        + 140+6 | closed:done | street-repairs | photo
        井盖中间陷下去一块，电瓶车过去咣一声，夜里都听见。
        = 蒲草坊12栋前的井盖垫平了，夜里不响了。

        47 | inclusion-disability | disabled | general | visit | own | hefeng-19-3-201
        + 139+12 | closed:done | chess-table newcomers-table | -
        我坐轮椅五年了，想有个正经事做，给人拍拍照也行。
        > 合唱团的集体照是我拍的，挂在议事厅了。
        = 一位坐轮椅的叔叔成了社区的拍照人。

        48 | rights-legal | elders | general | desk | own | ouxiang-21-1-301
        + 138+10 | closed:done | law-hour | -
        房子想留给照顾我的小女儿，又怕另外两个吵，遗嘱怎么写才算数？
        > 文律师讲得明白，该请谁见证都写下来了。
        ~ 涉家事，不公开。

        49 | support-meals | migrants | planned | chat-group | own | qiaotou-20-1-201
        + 137+17 | closed:explained | noon-meals | -
        我们年轻人能不能也在食堂吃？外卖吃怕了。
        > 原来一点以后就可以来，没人跟我说过。
        = 老灶食堂下午一点以后，谁都可以来吃。

        50 | support-respite | care-dependent | general | visit | own | lianxin-14-2-202
        + 136+14 | closed:done | carers-rest | -
        老头子认不得人了，我三年没睡过整觉，就想去理个头。
        > 我去理了头，还在河边坐了一刻钟。
        = 替你看半天开了，照顾失智家人的邻居可以歇半天。
        ~ 铁巧云。每两周一次，周四下午，老伴爱听收音机里的评弹。

        51 | environment-litter | residents | general | phone | everyone | lianxin-5
        + 135+4 | closed:done | lianxin-works | photo
        垃圾桶盖子没了，天热，苍蝇一窝一窝的。
        = 莲心里换了六个垃圾桶盖。

        52 | policy-papers | elders | general | desk | own | lingge-3-1-401
        + 134+2 | closed:done | one-stop-desk | -
        坐公交的老年卡掉了，补一张要跑哪里？
        > 坐着等了十分钟就弄好了。

        53 | neighbours-noise | children | general | phone | own | hexi-12-1-501
        + 133+8 | closed:done | mediation | -
        楼上装修，午睡时间打钻，宝宝一睡就吓醒。
        > 师傅们十二点到两点歇了，还赔了个不是。
        = 装修时间写进了荷溪新苑的楼门公约。

        54 | housing-access | elders | general | council | everyone | weian-14
        + 132+38 | closed:done | ramp-grant handrail-fund | voices=10 council late
        14栋没扶手，八十岁以上的住了七个，一到雨天都不敢下楼。
        > 扶手两边都有，木头的，不冰手。
        = 苇岸家园14栋三个单元装了双边扶手。

        55 | crisis-violence | women | immediate | referral | neighbour | g17
        + 131+60 | closed:done | women-shelter social-casework | anonymous case late
        女的胳膊上青了一大片，孩子说爸爸喝了酒就砸东西。
        ~ 派出所转来。当晚住进庇护处，告诫书已出，个案转沈映竹督导，地址一律不写。

        56 | ability-jobs | women | general | fair | own | liulang-17-2-301
        + 130+25 | closed:done | job-corner | -
        孩子上学了，我想找个九点到三点的活，能接送的那种。
        > 在食堂择菜，三点准时下班。
        = 招工角这一季有十四位妈妈找到了能接孩子的活。

        57 | environment-recycling | residents | planned | fair | own | hexi-3-1-501
        + 129+9 | closed:done | old-clothes | -
        结婚时候的被子十床，新的，没人要，扔了心疼。
        > 有人要，给福利院做了垫子，我去看了。
        = 集市收的三百公斤旧衣旧被，都有了去处，清单贴在义仓门口。

        58 | housing-repairs | living-alone | general | note | own | pucao-22-1-202
        + 128+4 | closed:done | home-electrics | -
        插座冒了火星，不敢用，这几天拿蜡烛吃饭。
        > 孙师傅把老线都换了，灯也亮了一倍。
        = 电工组给三十六位独居老人家里查了线。
        ~ 纸条是从服务台门缝塞进来的，字很抖，照着门牌找到的。

        59 | health-reading | children | planned | phone | family | qiaotou-8-1-401
        + 127+16 | closed:done | book-corner | -
        孩子爱看书，家里就三本，翻得都散了。
        > 一次借三本，他数着日子还。
        = 绘本馆开门第一月，借出四百一十二册。

        60 | participation-suggestion | residents | planned | council | everyone | all
        + 126+28 | closed:done | meeting-hall | voices=7 council
        通知贴得满墙都是，字又小，能不能每月一张，大字的？
        > 第一张月报我贴在冰箱上了。
        = 自治服务月报出了第一期，大字，一张纸。

        61 | neighbours-parking | residents | general | hotline | everyone | lingge-21
        + 125+19 | closed:done | school-spaces | voices=13
        离学校近，早晚接送的车堵死，我上班天天迟到。
        > 晚上停学校，早上七点前开走，通了。
        = 荷塘小学的四十个车位夜里借给邻居。

        62 | support-care | care-dependent | urgent | call | family | hefeng-7-1-302
        + 124+3 | closed:done | dressings-home | -
        出院回家，伤口要隔天换药，抬下三楼再抬上来，老人疼得直叫。
        > 凌护士来了九次，长好了。
        = 换药有人上门：卫生站周二、周四来。

        63 | crisis-disaster | residents | immediate | call | own | pucao-14-1-101
        + 123+2 | closed:done | rain-wardrobe | voices=4
        水管爆了，水从天花板上冲下来，一楼淹到脚脖子，电还没关！
        > 十来个人排着队舀水，天亮就干了。
        = 蒲草坊14栋爆管，应急队八分钟到，四户人家没漏一件电器。

        64 | comfort-counselling | children | general | referral | family | ouxiang-13-1-401
        + 122+40 | closed:done | listening-room | case
        孩子高二不去学校了，关着门，饭放门口。
        ~ 学校老师转来，家长书面同意。楚老师六次，第五次孩子自己开的门，现每天去半天。

        65 | housing-fixtures | residents | general | phone | everyone | lianxin-16-1
        + 121+5 | closed:done | lianxin-works | photo
        单元门禁按了没反应，快递全堆在外头，丢了两个。
        > 修好了，按一下就响。

        66 | rights-property | residents | general | talk | everyone | liulang
        + 120+52 | closed:partly | law-hour mediation | voices=22 late council
        物业费年年涨，楼道两年没刷过，账从来没见过。
        > 账贴出来了，楼道刷了一半。
        = 柳浪新村物业公开了三年的账，楼道粉刷到第9栋。

        67 | inclusion-riders | riders | planned | fair | own | all
        + 119+21 | closed:done | rider-station | voices=9
        等单的时候没地方坐，夏天就蹲树底下，手机还没电。
        > 有凳子有水有插座，厕所也让用。
        = 骑手驿站开在长风车行，十四个座，日夜有水。

        68 | environment-greenery | elders | planned | visit | own | weian-25-3-501
        + 118+26 | closed:done | tree-trimming | -
        楼后面那块荒地，我想种点花，行不行？
        > 分了我三米，种了凤仙和鸡冠花。
        = 苇岸家园后头的荒地认养了二十一块。

        69 | policy-insurance | long-illness | general | desk | family | lingge-13-1-201
        + 117+7 | closed:done | one-stop-desk family-doctor | -
        慢病长处方怎么办？每月跑两趟配药，我请不起假。
        > 现在三个月配一次，谢谢。

        70 | comfort-company | without-kin | general | visit | own | pucao-16-1-102
        + 116+13 | closed:done | pairing goods-store | declined=full:chess-table
        我没儿没女，死了都没人晓得，你们能不能隔几天敲敲门？
        > 每天快递小牛敲一下，礼拜三梅阿姨来坐。
        = 独居老人的敲门铃响了：送快递的邻居每天顺手敲一下门。
        ~ 刁金宝，77岁。先推棋友会，周六名额满；他其实更想有人敲门。

        71 | housing-drain | residents | urgent | phone | everyone | lingge-17
        + 115+9 | closed:done | lianxin-works street-repairs | voices=6 late
        化粪池满出来了，17栋门口没法走，孩子捂着鼻子上学。
        > 抽了两车，又冲了地。
        = 菱歌新村17栋的化粪池抽清，定了每季一抽。

        72 | ability-digital | elders | general | note | own | hefeng-18-1-301
        + 114+8 | closed:done | phone-lessons | -
        顾奶奶代我写：手机里一堆红点，我怕点错了钱就没了。
        > 小裴帮我关了一半，剩下的我认得了。

        73 | neighbours-pets | residents | general | chat-group | everyone | qiaotou-17
        + 113+31 | closed:partly | pet-manners | voices=8
        流浪猫生了一窝又一窝，半夜叫得像小孩哭。
        > 抓了七只去绝育，还有两只精得很。
        = 萌宠之家给七只流浪猫做了绝育，两只已有人养。

        74 | relief-illness | long-illness | general | grid | neighbour | weian-9-1-401
        + 112+9 | closed:done | foundation-relief | case
        他化疗自费的药一针三千，把电瓶车都卖了。
        ~ 医院收据核过，两人上门。应急金四千，另报区里大病救助。

        75 | housing-lamp | women | general | phone | own | ouxiang-19
        + 111+7 | closed:done | hefeng-works | voices=5
        下晚班从19栋后面走，那一段路灯全黑，我都是小跑。
        > 亮了，树枝也剪了，不用跑了。
        = 藕香园19栋后的四盏路灯亮了。

        76 | health-clinic | elders | general | survey | own | hexi-10-1-302
        + 111+20 | closed:done | family-doctor | -
        体检单子看不懂，箭头一大堆，是不是要死了？
        > 医生一条一条讲，说我好得很，少吃咸。

        77 | participation-volunteering | veterans | planned | fair | own | liulang-2-1-502
        + 110+12 | closed:done | meeting-hall | -
        我当过工程兵，有力气，有啥重活喊我。
        > 现在有八个老兵跟着我了。
        = 退役军人先锋队又添了三个人，专搬重东西。

        78 | support-afterschool | children | general | phone | family | lianxin-20-1-301
        + 110+5 | closed:no-resource | - | declined=full:four-thirty-class
        两个孩子，一个三年级一个幼儿园，幼儿园那个三点就放，没处去。
        > 知道了，先让外婆来顶一阵，有了告诉我。
        = 三点放学的小小孩，还没找到能托的地方，已写进待办的资源单。
        ~ 四点半课堂不收学前，全街道都没有三点档。列入三张清单的缺口。

        79 | environment-pests | children | general | phone | own | hexi-16-1
        + 110+1 | closed:passed-on | - | photo
        单元门上头有个马蜂窝，拳头大，孩子进出都低着头。
        > 消防队来摘的，晚上来的，没蜇着人。
        = 荷溪新苑16栋门上的马蜂窝由消防摘走了。

        80 | neighbours-noise | residents | general | call | own | weian-6-1-301
        + 110+3 | closed:unfounded | night-patrol | anonymous
        楼上半夜三更有人敲地板，肯定是故意的。
        ~ 连听两夜，是暖气管热胀的响声，楼上没住人。回电说明，加了管卡。
        """
}
