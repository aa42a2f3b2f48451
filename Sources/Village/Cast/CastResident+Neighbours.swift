extension CastResident {
    /// Volunteers who lead no grid, council members, and people in the stories. Columns as for the leaders.
    static let neighbours = """
        wu-agen | 吴阿根 | male | 1955 | hefeng-6-1-201 | 0 | volunteer | 平安电工组组长，结对沈秀兰
        situ-wenwei | 司徒文蔚 | male | 1958 | lianxin-6-2-301 | 0 | volunteer | 议事会成员，会修收音机、钟表
        gu-changgeng | 顾长庚 | male | 1946 | hefeng-5-2-402 | 0 | volunteer | 义仓柜台，议事会成员
        maimaiti | 买买提·阿不都热合曼 | male | 1972 | hefeng-21-2-601 | 0 | volunteer | 议事会成员，会烤馕
        zhou-yuexian | 周月仙 | female | 1946 | pucao-8-2-201 | 0 | - | 十月里过八十岁
        zhou-guiying | 周桂英 | female | 1935 | hefeng-3-1-101 | 0 | - | 独居，爱听锡剧
        shen-xiulan | 沈秀兰 | female | 1940 | hefeng-8-1-501 | 0 | - | 独居，养一只老狗叫豆豆
        qian-bonian | 钱伯年 | male | 1947 | hefeng-7-1-302 | 0 | - | 空巢，出院在家
        ayiguli | 阿依古丽·买买提明 | female | 1976 | hefeng-21-2-601 | 0 | - | 卧床，丈夫照料
        mu-tianshun | 牧天顺 | male | 1966 | hefeng-19-3-201 | 0 | - | 坐轮椅，爱摄影
        jiang-laotai | 蒋素贞 | female | 1941 | hefeng-12-2-501 | 0 | - | 空巢，眼神不好
        shangguan-yu | 上官予安 | female | 2004 | weian-8-1-202 | 0 | volunteer | 大学生，四点半课堂
        chu-yining | 楚以宁 | female | 1991 | hexi-6-1-501 | 0 | volunteer | 心理咨询师，谈心角
        lei-changfeng | 雷长风 | male | 1989 | lingge-16-3-402 | 0 | volunteer | 外卖骑手，先锋骑手队
        sa-rengaowa | 萨仁高娃 | female | 1980 | weian-20-1-301 | 0 | volunteer | 教蒙古长调，合唱团
        jin-zhezhu | 金哲洙 | male | 1968 | liulang-8-1-402 | 0 | volunteer | 理发三十年
        xiang-cunyi | 向存义 | male | 1979 | ouxiang-20-2-501 | 0 | volunteer | 急救员，应急队队长
        wen-zhujun | 文竹君 | female | 1988 | hexi-15-1-402 | 0 | volunteer | 律师，公益咨询
        sun-daoning | 孙道宁 | male | 1976 | weian-14-1-501 | 0 | volunteer | 电工证，平安电工组
        kang-aduo | 康阿朵 | female | 1993 | qiaotou-8-1-401 | 0 | volunteer | 绘本馆馆长
        hou-songnian | 侯松年 | male | 1951 | qiaotou-5-2-301 | 0 | volunteer | 写春联，书法
        diao-jinbao | 刁金宝 | male | 1949 | pucao-16-1-102 | 0 | - | 没有亲属，捡瓶子
        niu-xingwang | 牛新旺 | male | 1983 | pucao-6-1-401 | 0 | - | 快递员，两个孩子
        tie-qiaoyun | 铁巧云 | female | 1944 | lianxin-14-2-202 | 0 | - | 老伴失智，自己照料
        zhu-xiaohe | 祝小禾 | female | 2016 | lingge-14-2-101 | 0 | - | 三年级，跟爸妈从外地来
        ling-hushi | 凌敏芝 | female | 1969 | hexi-9-1-602 | 0 | volunteer | 社区护士，换药队
        pei-shijie | 裴士杰 | male | 2001 | liulang-15-1-301 | 0 | volunteer | 大学生，教老人用手机
        guli-fan | 帕提古丽·亚森 | female | 1985 | weian-17-2-402 | 0 | volunteer | 邻里灶头，会三种话
        xi-genxiong | 席根荣 | male | 1962 | liulang-20-2-302 | 0 | volunteer | 停车自管小组组长
        du-xuesong | 杜雪松 | female | 1973 | ouxiang-5-1-301 | 0 | volunteer | 议事会成员，退休法官
        an-yaozong | 安耀宗 | male | 1952 | lianxin-24-2-201 | 0 | volunteer | 护河队队长
        lai-qiuping | 赖秋萍 | female | 1967 | hexi-20-1-802 | 0 | volunteer | 巧手社社长，开过裁缝铺
        """
}
