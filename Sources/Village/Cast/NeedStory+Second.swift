extension NeedStory {
    /// The second thirty, three to five months ago. The form is told at `read()`.
    static let second = """
        31 | neighbours-dispute | residents | general | desk | own | qiaotou-5-1-302
        + 142+24 | closed:no-agreement | mediation | late
        楼上卫生间渗水，我家天花板掉皮，他说不是他家的。
        > 他不肯开墙，我只好去法院了，谢谢你们来了四趟。
        ~ 测水两次，责任仍有争议，已给法律援助中心的地址。

        32 | inclusion-disability | disabled | general | visit | own | hefeng-19-3-201
        + 139+12 | closed:done | chess-table newcomers-table | -
        我坐轮椅五年了，想有个正经事做，给人拍拍照也行。
        > 合唱团的集体照是我拍的，挂在议事厅了。
        = 一位坐轮椅的叔叔成了社区的拍照人。

        33 | support-meals | migrants | planned | chat-group | own | qiaotou-20-1-201
        + 137+17 | closed:explained | noon-meals | -
        我们年轻人能不能也在食堂吃？外卖吃怕了。
        > 原来一点以后就可以来，没人跟我说过。
        = 老灶食堂下午一点以后，谁都可以来吃。

        34 | support-respite | care-dependent | general | visit | own | lianxin-14-2-202
        + 136+14 | closed:done | carers-rest | -
        老头子认不得人了，我三年没睡过整觉，就想去理个头。
        > 我去理了头，还在河边坐了一刻钟。
        = 替你看半天开了，照顾失智家人的邻居可以歇半天。
        ~ 铁巧云。每两周一次，周四下午，老伴爱听收音机里的评弹。

        35 | housing-access | elders | general | council | everyone | weian-14
        + 132+38 | closed:done | ramp-grant handrail-fund | voices=10 council late
        14栋没扶手，八十岁以上的住了七个，一到雨天都不敢下楼。
        > 扶手两边都有，木头的，不冰手。
        = 苇岸家园14栋三个单元装了双边扶手。

        36 | crisis-violence | women | immediate | referral | neighbour | g17
        + 131+60 | closed:done | women-shelter social-casework | anonymous case late
        女的胳膊上青了一大片，孩子说爸爸喝了酒就砸东西。
        ~ 派出所转来。当晚住进庇护处，告诫书已出，个案转沈映竹督导，地址一律不写。

        37 | housing-repairs | living-alone | general | note | own | pucao-22-1-202
        + 128+4 | closed:done | home-electrics | -
        插座冒了火星，不敢用，这几天拿蜡烛吃饭。
        > 孙师傅把老线都换了，灯也亮了一倍。
        = 电工组给三十六位独居老人家里查了线。
        ~ 纸条是从服务台门缝塞进来的，字很抖，照着门牌找到的。

        38 | health-reading | children | planned | phone | family | qiaotou-8-1-401
        + 127+16 | closed:done | book-corner | -
        孩子爱看书，家里就三本，翻得都散了。
        > 一次借三本，他数着日子还。
        = 绘本馆开门第一月，借出四百一十二册。

        39 | participation-suggestion | residents | planned | council | everyone | all
        + 126+28 | closed:done | meeting-hall | voices=7 council
        通知贴得满墙都是，字又小，能不能每月一张，大字的？
        > 第一张月报我贴在冰箱上了。
        = 自治服务月报出了第一期，大字，一张纸。

        40 | neighbours-parking | residents | general | hotline | everyone | lingge-21
        + 125+19 | closed:done | school-spaces | voices=13
        离学校近，早晚接送的车堵死，我上班天天迟到。
        > 晚上停学校，早上七点前开走，通了。
        = 荷塘小学的四十个车位夜里借给邻居。

        41 | support-care | care-dependent | urgent | call | family | hefeng-7-1-302
        + 124+3 | closed:done | dressings-home | -
        出院回家，伤口要隔天换药，抬下三楼再抬上来，老人疼得直叫。
        > 凌护士来了九次，长好了。
        = 换药有人上门：卫生站周二、周四来。

        42 | crisis-disaster | residents | immediate | call | own | pucao-14-1-101
        + 123+2 | closed:done | rain-wardrobe | voices=4
        水管爆了，水从天花板上冲下来，一楼淹到脚脖子，电还没关！
        > 十来个人排着队舀水，天亮就干了。
        = 蒲草坊14栋爆管，应急队八分钟到，四户人家没漏一件电器。

        43 | comfort-counselling | children | general | referral | family | ouxiang-13-1-401
        + 122+40 | closed:done | listening-room | case
        孩子高二不去学校了，关着门，饭放门口。
        ~ 学校老师转来，家长书面同意。楚老师六次，第五次孩子自己开的门，现每天去半天。

        44 | rights-property | residents | general | talk | everyone | liulang
        + 120+52 | closed:partly | law-hour mediation | voices=22 late council
        物业费年年涨，楼道两年没刷过，账从来没见过。
        > 账贴出来了，楼道刷了一半。
        = 柳浪新村物业公开了三年的账，楼道粉刷到第9栋。

        45 | environment-greenery | elders | planned | visit | own | weian-25-3-501
        + 118+26 | closed:done | tree-trimming | -
        楼后面那块荒地，我想种点花，行不行？
        > 分了我三米，种了凤仙和鸡冠花。
        = 苇岸家园后头的荒地认养了二十一块。

        46 | comfort-company | without-kin | general | visit | own | pucao-16-1-102
        + 116+13 | closed:done | pairing goods-store | declined=full:chess-table
        我没儿没女，死了都没人晓得，你们能不能隔几天敲敲门？
        > 每天快递小牛敲一下，礼拜三梅阿姨来坐。
        = 独居老人的敲门铃响了：送快递的邻居每天顺手敲一下门。
        ~ 刁金宝，77岁。先推棋友会，周六名额满；他其实更想有人敲门。

        47 | housing-drain | residents | urgent | phone | everyone | lingge-17
        + 115+9 | closed:done | lianxin-works street-repairs | voices=6 late
        化粪池满出来了，17栋门口没法走，孩子捂着鼻子上学。
        > 抽了两车，又冲了地。
        = 菱歌新村17栋的化粪池抽清，定了每季一抽。

        48 | neighbours-pets | residents | general | chat-group | everyone | qiaotou-17
        + 113+31 | closed:partly | pet-manners | voices=8
        流浪猫生了一窝又一窝，半夜叫得像小孩哭。
        > 抓了七只去绝育，还有两只精得很。
        = 萌宠之家给七只流浪猫做了绝育，两只已有人养。

        49 | relief-illness | long-illness | general | grid | neighbour | weian-9-1-401
        + 112+9 | closed:done | foundation-relief | case
        他化疗自费的药一针三千，把电瓶车都卖了。
        ~ 医院收据核过，两人上门。应急金四千，另报区里大病救助。

        50 | participation-volunteering | veterans | planned | fair | own | liulang-2-1-502
        + 110+12 | closed:done | meeting-hall | -
        我当过工程兵，有力气，有啥重活喊我。
        > 现在有八个老兵跟着我了。
        = 退役军人先锋队又添了三个人，专搬重东西。

        51 | support-afterschool | children | general | phone | family | lianxin-20-1-301
        + 110+5 | closed:no-resource | - | declined=full:four-thirty-class
        两个孩子，一个三年级一个幼儿园，幼儿园那个三点就放，没处去。
        > 知道了，先让外婆来顶一阵，有了告诉我。
        = 三点放学的小小孩，还没找到能托的地方，已写进待办的资源单。
        ~ 四点半课堂不收学前，全街道都没有三点档。列入三张清单的缺口。

        52 | environment-pests | children | general | phone | own | hexi-16-1
        + 110+1 | closed:passed-on | - | photo
        单元门上头有个马蜂窝，拳头大，孩子进出都低着头。
        > 消防队来摘的，晚上来的，没蜇着人。
        = 荷溪新苑16栋门上的马蜂窝由消防摘走了。

        53 | neighbours-noise | residents | general | call | own | weian-6-1-301
        + 110+3 | closed:unfounded | night-patrol | anonymous
        楼上半夜三更有人敲地板，肯定是故意的。
        ~ 连听两夜，是暖气管热胀的响声，楼上没住人。回电说明，加了管卡。

        54 | housing-fixtures | elders | planned | chat-group | everyone | g11
        + 109+42 | closed:done | carpentry hexi-works | voices=9 council late
        河边想要两把能靠背的椅子，走到一半坐下就起不来，没有扶手。
        > 有靠背有扶手，坐着看鸭子。
        = 荷溪边添了两把带扶手的靠背椅。
        ~ 两处都有人嫌近，量了三回，定在水杉底下。

        55 | support-errands | disabled | general | call | own | weian-8-1-202
        + 107+4 | closed:done | rider-medicine | -
        我看不见，药吃完了，药房在马路对面，那个路口没响声。
        > 骑手送到手上，还把盒子上刻了道。
        = 骑手顺路送药，今年送了一百零九次。

        56 | ability-study | migrants | general | fair | own | lingge-14-2-101
        + 106+11 | closed:done | homework-help | -
        我三年级，英语单词没人教我读，妈妈也不会。
        > 上官姐姐说我读得像电视里的人。
        = 周六上午的大学生辅导又开了两桌。
        ~ 祝小禾自己到集市摊位上说的，家长已签同意。

        57 | neighbours-clutter | residents | general | phone | everyone | hexi-9
        + 105+14 | closed:done | fire-check | photo anonymous
        有人从高处往下扔烟头，昨天烧了一楼的雨棚一个洞。
        > 贴了告示装了仰拍，没再见着。
        = 荷溪新苑9栋装了朝上的摄像头，烟头没有了。

        58 | inclusion-return | recovery | general | referral | own | g23
        + 104+50 | closed:done | social-casework job-corner | case anonymous
        我戒了三年了，想找个正经活，别人一听就不要。
        ~ 本人同意。百姓五金试工两月转正。公开页不登。

        59 | housing-path | elders | general | survey | everyone | liulang-19
        + 103+23 | closed:done | weian-works | voices=7 late
        19栋到菜场那段路下雨就滑，青苔绿油油的。
        > 刷掉了，还凿了防滑纹。
        = 柳浪新村去菜场的路凿了防滑纹。

        60 | comfort-wish | elders | planned | visit | own | hefeng-3-1-101
        + 100+30 | closed:done | bath-chairs | -
        我九十一了，想再去河边看一回荷花，走不动。
        > 荷花开得好，比我年轻时候还多。
        = 九十一岁的奶奶坐着轮椅去看了荷花。
        ~ 上官予安推的，带了伞和水，来回四十分钟。
        """
}
