extension CastParty {
    /// Key, name in two languages, kind, contact, field, standing, since, hands.
    static let bodies = """
        committee | 水秀里社区居委会 | Shuixiuli Residents' Committee | committee | 顾守仁 | 社区自治 | - | 1986 | 22
        street | 荷塘街道办事处 | Hetang Street Office | department | 秦立新 | 街道公共服务 | - | 1979 | 96
        police | 荷塘派出所 | Hetang Police Station | department | 武振宇 | 治安、户籍 | - | 1981 | 41
        fire | 荷塘消防救援站 | Hetang Fire Station | department | 熊凯 | 灭火、救援、检查 | - | 1999 | 28
        clinic | 荷塘社区卫生服务站 | Hetang Health Station | institution | 凌敏芝 | 门诊、换药、慢病 | - | 2006 | 14
        hospital | 湖滨区人民医院 | Hubin District Hospital | institution | 严思敏 | 住院、康复、精神科 | - | 1958 | 620
        school | 荷塘小学 | Hetang Primary School | institution | 丁小川 | 小学教育 | - | 1964 | 78
        university | 湖城大学社会工作系 | Hucheng University, Social Work | institution | 姜月明 | 实习、研究 | - | 2003 | 33
        disabled-federation | 湖滨区残疾人联合会 | Hubin Disabled Persons' Federation | institution | 覃守拙
        + 残障服务 | - | 1991 | 18
        women-federation | 湖滨区妇女联合会 | Hubin Women's Federation | institution | 向秋萍 | 妇女儿童权益 | - | 1984 | 15
        legal-aid | 湖滨区法律援助中心 | Hubin Legal Aid Centre | department | 尹明哲 | 法律援助 | - | 2002 | 12
        lotus-foundation | 湖城市荷田公益基金会 | Hetian Foundation | foundation | 钟以宁 | 助老、助学 | 登记 | 2014 | 9
        bridge-agency | 湖城市心桥社工服务中心 | Heartbridge Social Work Centre | agency | 沈映竹 | 个案、督导 | 登记 | 2012 | 46
        """

    static let companies = """
        fenghe-market | 丰禾超市 | Fenghe Supermarket | company | 樊建明 | 超市 | - | 2004 | 35
        jishi-pharmacy | 济石药房 | Jishi Pharmacy | company | 汤雅君 | 药房 | - | 2001 | 9
        anju-elevator | 安居电梯维保 | Anju Lift Care | company | 龙鹏程 | 电梯维保 | - | 2010 | 24
        hefeng-property | 荷风物业 | Hefeng Property | property | 阎志强 | 物业 | - | 1999 | 62
        lianxin-property | 莲心物业 | Lianxin Property | property | 侯伟民 | 物业 | - | 2003 | 31
        weian-property | 苇岸物业 | Weian Property | property | 万正浩 | 物业 | - | 2005 | 38
        hexi-property | 荷溪新苑物业 | Brookside Property | property | 钱敏芝 | 物业 | - | 2008 | 27
        laozao-canteen | 老灶食堂 | Old Stove Canteen | shop | 邱丽华 | 社区食堂 | - | 2017 | 11
        jingxin-barber | 净心理发店 | Jingxin Barber | shop | 金哲洙 | 理发 | - | 1996 | 3
        xiaoma-bakery | 小马面包房 | Little Horse Bakery | shop | 马可心 | 面包点心 | - | 2015 | 6
        heming-tea | 鹤鸣茶馆 | Heming Teahouse | shop | 孟国平 | 茶馆、说书 | - | 1993 | 5
        tongda-couriers | 通达快递荷塘站 | Tongda Couriers, Hetang | company | 牛新旺 | 快递 | - | 2016 | 18
        baixing-hardware | 百姓五金 | Baixing Hardware | shop | 潘志诚 | 五金水电 | - | 1998 | 4
        yinling-rehab | 银龄康复器具 | Yinling Aids | company | 卢文斌 | 轮椅、助浴椅租借 | - | 2013 | 12
        yunfan-software | 云帆软件 | Yunfan Software | company | 贺景行 | 软件 | - | 2011 | 140
        lvye-garden | 绿野园林 | Lvye Gardens | company | 庄学军 | 绿化养护 | - | 2007 | 45
        jiajie-clean | 家洁家政 | Jiajie Home Help | company | 杜海霞 | 保洁、家政 | - | 2012 | 55
        hubin-bank | 湖滨农商行荷塘支行 | Hubin Rural Bank, Hetang | company | 韩少华 | 银行 | - | 1997 | 16
        guangying-photo | 光影照相馆 | Guangying Photo Studio | shop | 夏一鸣 | 照相、修旧照 | - | 1989 | 3
        changfeng-bikes | 长风车行 | Changfeng Cycles | shop | 雷长风 | 电动车、修车 | - | 2018 | 4
        """
}
