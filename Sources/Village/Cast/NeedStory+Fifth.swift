extension NeedStory {
    /// The last thirty, of the past four weeks; nearly all are still open. The form is told at `read()`.
    static let fifth = """
        121 | environment-litter | residents | general | phone | everyone | pucao-19
        + 27+20 | identified | clean-days | photo returned=place-missing
        楼后面成了垃圾堆，味道冲得很，不知道归谁管。
        = 蒲草坊19栋后面成了垃圾堆，正在查那块地归谁管。
        ~ 头一回没写哪栋，打电话问到了。那块地权属在查。

        122 | rights-property | residents | general | council | everyone | lianxin
        + 26+18 | identified | law-hour | voices=15 council
        莲心里的公共收益，广告费、摊位费，三年没公布过。
        = 莲心里的广告费、摊位费收支没公布过，排进议事会了。
        ~ 列入12月10日议事会，文律师列席。

        123 | housing-lift | residents | urgent | phone | own | hexi-14-1
        + 25+23 | used | lift-care | voices=3 reopened
        电梯一到六楼就抖一下，心都提起来了。
        = 荷溪新苑14栋的电梯到六楼会抖，配件订好了。
        ~ 第一次调了说没事，第二天又抖，重开。导靴已订。

        124 | comfort-wish | living-alone | planned | visit | own | lianxin-6-2-201
        + 24+17 | linked | goods-store | -
        收音机坏了，想要一台按键大的，能听戏的。
        = 一位独居老人想要一台按键大、能听戏的收音机。
        ~ 司徒师傅先看旧的能不能修，不能再领。

        125 | participation-volunteering | children | planned | note | own | hexi-6-1-501
        + 23+15 | used | book-corner clean-days | -
        我十二岁，可以当义工吗？我会给小小孩讲故事。
        = 一位小邻居想当义工，给更小的孩子讲故事，已经开讲。
        ~ 家长签了同意，周日跟康阿朵搭班，不单独带人。

        126 | housing-drain | residents | urgent | call | own | qiaotou-4-1-102
        + 22+20 | linked | street-repairs mending-home | late voices=2
        七十年代的管子了，三天两头堵，通一次管半个月。
        = 桥头里4栋的下水管老堵，要整根换，街道在做预算。
        ~ 要换整根，桥头里没有物业，街道在做预算。

        127 | support-meals | without-kin | general | grid | neighbour | pucao-16-1-102
        + 21+12 | used | noon-meals meal-round | returned=consent-missing
        刁爷爷天天面条拌酱油，问他就说好吃。
        ~ 先退回问了本人，他说一周两顿就够，别的留给别人。

        128 | inclusion-riders | riders | planned | fair | own | lingge-16-3-402
        + 20+14 | identified | rider-station | -
        冬天送餐，驿站能不能晚一点关？十一点还在跑。
        = 冬天送餐收工晚，骑手们想让驿站晚一点关门，在写规矩。
        ~ 车行说钥匙可以交给骑手队自己管，在写规矩。

        129 | environment-greenery | residents | planned | chat-group | everyone | lingge-2
        + 19+13 | linked | tree-trimming | photo voices=2
        门口那棵枇杷结果没人摘，掉一地又黏又滑。
        = 菱歌新村2栋门口的枇杷掉一地，又黏又滑，请人来修枝摘果。
        ~ 绿野周四来修，果子请孩子们先摘。

        130 | ability-jobs | migrants | general | fair | own | weian-17-2-402
        + 19+8 | closed:done | job-corner | -
        我会烤馕，想摆个摊，手续怎么办？
        > 集市给了我一个角，第一天卖完了。
        = 集市上多了一个烤馕摊，第一天就卖完了。

        131 | health-sports | elders | planned | survey | everyone | ouxiang
        + 18+11 | identified | handrail-fund | voices=13
        想有一段平的路走走，藕香园里全是台阶和车。
        = 藕香园想有一段平的路散步，环线量好了，三处台阶要改。
        ~ 在量环线，四百二十米，三处台阶要改。

        132 | neighbours-dispute | residents | general | call | own | ouxiang-3-1-201
        + 17+14 | linked | mediation | -
        楼上空调水滴到我妈床边窗台，一夜滴答到天亮。
        = 藕香园3栋楼上空调滴水，接一截导水管，约在周末。
        ~ 装一截导水管就行，楼上周末在家。

        133 | housing-charging | residents | urgent | grid | everyone | pucao-13
        + 16+15 | linked | fire-check | photo late
        有人把电瓶拎上楼，在门口充，旁边就是煤气表。
        = 蒲草坊13栋有人把电瓶拎上楼充电，消防要来看一遍。
        ~ 消防周四来，先上门劝过一次，答应放楼下。

        134 | comfort-counselling | residents | general | phone | own | liulang-5-1-402
        + 15+9 | used | listening-room | anonymous
        厂里裁了我，还没敢跟家里说，天天假装去上班。
        ~ 见过楚老师一次，愿意再来，另给招工角的时间。

        135 | housing-lamp | residents | general | phone | everyone | hefeng-11
        + 14+9 | identified | hefeng-works | voices=2
        11栋、12栋之间的路灯太暗，照得见灯照不见路。
        = 荷风苑11栋、12栋之间的路灯太暗，照不见路，先清灯罩。
        ~ 灯罩里全是虫，清一清先看，不行再换。

        136 | environment-river | residents | general | patrol | everyone | weian-25
        + 13+12 | fed-back | river-cleaning | photo
        河里漂了两天的死鱼，一大片白。
        = 河里漂过一片死鱼，捞干净了，水也验过，等大家再看看。
        ~ 捞了三十多斤，水样送检合格，等安耀宗和居民的话。

        137 | housing-repairs | disabled | general | phone | own | weian-3-1-201
        + 12+6 | closed:merged | - | merged=117
        楼梯扶手松了，我家这一层，摇得厉害。
        ~ 跟166号一批料，一趟装完，已跟他说。

        138 | support-errands | empty-nest | general | call | own | hexi-17-1-802
        + 10+6 | identified | escort-round | declined=full:escort-round
        十二月三号要做白内障，儿子回不来，想有人接送。
        = 一位老人十二月去做眼睛的手术，想有人接送。
        ~ 陪诊队那天满了，舒清芬在调班。

        139 | housing-fixtures | children | urgent | patrol | everyone | g15
        + 9+0 | found | - | photo
        河边护栏松了两根，怕小孩掉下去，先拿绳子拦了。
        = 河边的护栏松了两根，先拿绳子拦着，别让孩子靠近。

        140 | participation-suggestion | residents | planned | survey | everyone | all
        + 8+0 | found | - | voices=3
        能不能办个换物架，自己不用的放上去，要的人拿走？
        = 大家想要一个换物架，自己不用的放上去，要的人拿走。

        141 | environment-pests | residents | general | phone | own | lianxin-17-1-101
        + 7+0 | found | - | -
        家里进了白蚁，木门框一敲是空的。

        142 | policy-papers | migrants | general | desk | own | weian-23-1-301
        + 6+0 | found | - | -
        孩子户口本上名字少了一个点，学校不认，派出所让我找社区开证明。

        143 | neighbours-pets | residents | general | note | everyone | hexi-16
        + 5+0 | found | - | anonymous
        楼上的八哥天不亮就喊“恭喜发财”，喊一个钟头。

        144 | ability-parenting | women | planned | phone | own | lingge-15-1-301
        + 4+0 | found | - | -
        孩子两岁半还不说话，是贵人语迟，还是要去看看？

        145 | health-reading | migrants | planned | fair | own | qiaotou-11-1-301
        + 4+0 | found | - | -
        绘本馆有没有维文、苗文的书？孩子奶奶也想给她念。

        146 | relief-living | mental-illness | urgent | grid | neighbour | liulang-16-1-202
        + 3+0 | found | - | anonymous
        他停了药，三天没出门，也没见他买过吃的。

        147 | support-care | care-dependent | urgent | referral | own | hefeng-7-1-302
        + 2+0 | found | - | photo
        又住了一回院，换药隔天一次，这回在脚上，走不了。

        148 | neighbours-clutter | residents | general | chat-group | everyone | ouxiang-14-1
        + 1+0 | found | - | -
        三楼的鞋柜、婴儿车、冬瓜，占了一条过道，喊了也不理。

        149 | support-afterschool | migrants | general | phone | family | lingge-8-1-202
        + 0+0 | found | - | -
        孩子放学没人管，想进四点半课堂，还有位子吗？

        150 | ability-digital | elders | general | keyed-in | own | hefeng-18-1-301
        + 0+0 | found | - | -
        想学用手机挂号，服务台的小姑娘替我写的，我姓顾。
        """
}
