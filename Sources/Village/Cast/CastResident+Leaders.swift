extension CastResident {
    /// The 27 grid leaders, who are volunteers too.
    /// Key, name, sex, year of birth, home, grid led, part, about.
    static let leaders = """
        jiang-youtian | 蒋有田 | male | 1956 | hefeng-4-1-302 | 1 | volunteer | 平安巡逻队，退休电车司机
        ouyang-jingshu | 欧阳静姝 | female | 1971 | hefeng-13-1-202 | 2 | volunteer | 议事会成员，会计师
        pan-genquan | 潘泉根 | male | 1959 | hefeng-20-3-401 | 3 | volunteer | 平安巡逻队，会木工
        yao-fengying | 姚凤英 | female | 1960 | lianxin-3-1-201 | 4 | volunteer | 洁美委员会，爱种花
        lou-shunchang | 娄寿昌 | male | 1954 | lianxin-10-1-301 | 5 | volunteer | 红星委员会，老党员
        qiao-lanying | 乔兰英 | female | 1962 | lianxin-22-1-402 | 6 | volunteer | 银发委员会，会量血压
        ding-xiaochuan | 丁小川 | male | 1984 | lingge-1-2-502 | 7 | volunteer | 爱芽委员会，小学体育老师
        bai-ruolan | 白若兰 | female | 1986 | lingge-12-2-301 | 8 | volunteer | 萌宠之家发起人
        bateer | 巴特尔 | male | 1975 | lingge-18-1-401 | 9 | volunteer | 平安巡逻队，摔跤教练
        mo-sumin | 莫思敏 | female | 1978 | ouxiang-3-2-501 | 10 | volunteer | 洁美委员会，小学科学老师
        tang-qinyu | 汤庆余 | male | 1957 | ouxiang-11-1-202 | 11 | volunteer | 棋友会，爱下象棋
        shao-huifang | 邵惠芳 | female | 1961 | ouxiang-24-2-302 | 12 | volunteer | 巧手社，缝纫
        wan-xuewen | 万学文 | male | 1958 | weian-2-2-202 | 13 | volunteer | 读报组，退休语文老师
        cui-chunlei | 崔春雷 | male | 1982 | weian-10-2-401 | 14 | volunteer | 活力委员会，跑步带队
        he-caifeng | 贺彩凤 | female | 1959 | weian-25-3-501 | 15 | volunteer | 护河队，早起捡垃圾
        zhuang-maolin | 庄茂林 | male | 1953 | qiaotou-4-1-102 | 16 | volunteer | 平安委员会，退休钳工
        mei-yindi | 梅银娣 | female | 1955 | qiaotou-12-1-202 | 17 | volunteer | 银发委员会，邻里灶头
        guan-wende | 关文德 | male | 1963 | qiaotou-22-1-301 | 18 | volunteer | 便民委员会，修锁
        kui-aibao | 隗爱宝 | female | 1958 | pucao-4-1-202 | 19 | volunteer | 洁美委员会，垃圾分类督导
        feng-ruisheng | 冯瑞生 | male | 1956 | pucao-11-1-301 | 20 | volunteer | 电工组，水电工
        ji-shuzhen | 嵇淑贞 | female | 1964 | pucao-23-1-302 | 21 | volunteer | 姐妹谈心组
        zong-weimin | 宗伟民 | male | 1965 | liulang-2-1-502 | 22 | volunteer | 退役军人先锋队
        mu-meiling | 穆美玲 | female | 1983 | liulang-12-2-401 | 23 | volunteer | 爱芽委员会，绘本馆
        lin-qiming | 林启明 | male | 1960 | liulang-23-1-302 | 24 | volunteer | 停车自管小组
        huangfu-yuzhen | 皇甫玉珍 | female | 1957 | hexi-4-1-702 | 25 | volunteer | 合唱团团长
        ye-zhengsheng | 叶正声 | male | 1970 | hexi-13-1-901 | 26 | volunteer | 活力委员会，乒乓球
        shu-qingfen | 舒清芬 | female | 1962 | hexi-22-1-302 | 27 | volunteer | 陪诊队，退休护士

        """
}
