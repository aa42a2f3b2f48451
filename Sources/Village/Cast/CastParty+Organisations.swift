extension CastParty {
    /// Key, name in two languages, kind, leader, field, standing, since, members. Thirty of them.
    static let organisations = """
        council | 水秀里议事会 | Shuixiuli Council | organisation | 欧阳静姝 | 议事协商 | 备案 | 2019 | 9
        silver | 银发委员会 | Silver Committee | organisation | 乔兰英 | 为老服务 | 备案 | 2019 | 23
        sprouts | 爱芽委员会 | Sprouts Committee | organisation | 丁小川 | 儿童成长 | 备案 | 2019 | 18
        clean | 洁美委员会 | Clean and Fair Committee | organisation | 姚凤英 | 环境卫生 | 备案 | 2019 | 26
        lively | 活力委员会 | Lively Committee | organisation | 崔春雷 | 文体活动 | 备案 | 2019 | 31
        wisdom | 智慧委员会 | Wisdom Committee | organisation | 司徒文蔚 | 民生智库 | 备案 | 2020 | 15
        peace | 平安委员会 | Safety Committee | organisation | 庄茂林 | 平安建设 | 备案 | 2020 | 28
        convenience | 便民委员会 | Convenience Committee | organisation | 关文德 | 便民服务 | 备案 | 2020 | 17
        red-star | 红星委员会 | Red Star Committee | organisation | 娄寿昌 | 党员服务 | 备案 | 2020 | 34
        patrol | 平安365巡逻队 | Safe 365 Patrol | organisation | 蒋有田 | 日夜巡逻 | 备案 | 2018 | 42
        electricians | 平安电工组 | Safe Electricians | organisation | 吴阿根 | 楼道照明、用电检查 | 备案 | 2021 | 6
        mending | 能工巧匠修理组 | Mending Circle | organisation | 冯瑞生 | 家里小修 | 备案 | 2019 | 11
        escorts | 暖心陪诊队 | Doctor's Visit Escorts | organisation | 舒清芬 | 陪诊、取药 | 备案 | 2021 | 19
        dressings | 上门换药队 | Dressings at Home | organisation | 凌敏芝 | 换药、量血压 | 备案 | 2022 | 7
        pairs | 结对陪伴组 | Pairing Group | organisation | 梅银娣 | 独居老人陪伴 | 备案 | 2019 | 48
        four-thirty | 四点半课堂 | Half Past Four Class | organisation | 上官予安 | 放学托管 | 备案 | 2018 | 14
        picture-books | 荷塘绘本馆 | Lotus Picture Books | organisation | 康阿朵 | 绘本借阅、故事会 | 备案 | 2020 | 12
        pets | 萌宠之家 | Home of Pets | organisation | 白若兰 | 文明养宠、流浪猫 | 培育 | 2023 | 47
        parking | 停车自管小组 | Parking Group | organisation | 席根荣 | 停车自管 | 备案 | 2021 | 6
        river-watch | 护河队 | River Watch | organisation | 安耀宗 | 荷溪巡护 | 备案 | 2017 | 21
        choir | 荷声合唱团 | Lotus Choir | organisation | 皇甫玉珍 | 唱歌 | 备案 | 2012 | 52
        opera | 锡剧票友会 | Opera Friends | organisation | 华志诚 | 唱戏 | 备案 | 2009 | 24
        chess | 棋友会 | Chess Friends | organisation | 汤庆余 | 下棋 | 培育 | 2022 | 16
        sewing | 巧手社 | Deft Hands | organisation | 赖秋萍 | 缝补、手工 | 备案 | 2016 | 27
        hearth | 邻里灶头 | Neighbours' Hearth | organisation | 帕提古丽·亚森 | 百家宴、送餐 | 备案 | 2021 | 20
        phone-teachers | 手机小老师 | Phone Teachers | organisation | 裴士杰 | 教老人用手机 | 培育 | 2023 | 22
        listening | 谈心角 | Listening Corner | organisation | 楚以宁 | 心理疏导 | 备案 | 2022 | 5
        veterans-team | 退役军人先锋队 | Veterans' Team | organisation | 宗伟民 | 应急、重活 | 备案 | 2020 | 17
        riders-team | 先锋骑手队 | Riders' Team | organisation | 雷长风 | 随手拍、送药 | 培育 | 2024 | 25
        rescue | 应急互助队 | Emergency Team | organisation | 向存义 | 急救、救灾 | 备案 | 2021 | 13
        """
}
