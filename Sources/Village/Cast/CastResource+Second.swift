extension CastResource {
    /// The other half; columns as for the first.
    static let second = """
        dressings-home | 上门换药 | Dressings at home | service | dressings | community
        + support-care health-clinic
        + elders care-dependent disabled | 24 | 人次 | month | 周二、周四9:00—11:00 | 要有医嘱 | all | a-clinic
        pressure-corner | 量血压、理药盒 | Blood pressure corner | service | clinic | community | health-clinic
        + elders long-illness | 160 | 人次 | month | 周三9:30，荷风苑9栋架空层 | 不用预约 | all | a-clinic
        family-doctor | 家庭医生签约 | Family doctor | service | clinic | community | health-clinic policy-insurance
        + - | 80 | 户 | year | 工作日 | 带医保卡 | all | a-clinic
        mind-clinic | 医院心理门诊绿色通道 | Hospital counselling | service | hospital | district
        + crisis-despair comfort-counselling | - | 6 | 人次 | month | 工作日，急的随时 | 由社工陪去 | all | -
        listening-room | 谈心角 | Listening corner | service | listening | community
        + comfort-counselling comfort-bereaved ability-parenting | - | 20 | 人次 | month | 周二、周六下午 | 说的话不外传
        + all | -
        social-casework | 社工个案 | Casework | service | bridge-agency | street
        + crisis-despair crisis-violence comfort-bereaved inclusion-return relief-living | - | 12 | 个 | year
        + 工作日 | 本人同意 | all | a-bridge
        carers-rest | 替你看半天 | Half a day off for carers | time | pairs | community | support-respite
        + care-dependent disabled | 16 | 次 | month | 周一、周四下午 | 第一次社工同去 | all | -
        pairing | 结对陪伴 | Paired company | time | pairs | community | comfort-company
        + living-alone empty-nest without-kin | 96 | 次 | month | 每周一次 | - | all | -
        chess-table | 陪下棋 | A game of chess | time | chess | community | comfort-company health-culture
        + elders disabled | 20 | 次 | month | 周六下午 | - | ouxiang hefeng weian | -
        hair-home | 上门理发 | Hair at home | skill | jingxin-barber | community | support-care
        + care-dependent disabled living-alone | 12 | 人 | month | 周一 | 不收钱 | all | a-jingxin
        bath-chairs | 助浴椅、轮椅借用 | Bath seats and wheelchairs | goods | yinling-rehab | community
        + relief-goods support-care housing-access comfort-wish | elders disabled care-dependent | 18 | 件
        + stock
        + 工作日 | 押金免，三个月一续 | all | a-yinling
        noon-meals | 老灶午饭 | Lunch at the Old Stove | service | laozao-canteen | community | support-meals
        + elders disabled hardship | 60 | 份 | week | 周一至周五10:45—12:30 | 80岁以上每餐补3元 | all | a-laozao
        meal-round | 送饭上门 | Meals to the door | time | hearth | community | support-meals
        + living-alone care-dependent | 25 | 份 | week | 周一至周五11:15 | 腿脚不便的先送 | all | -
        escort-round | 陪诊取药 | Escorts and medicine | time | escorts | community | support-errands
        + elders disabled | 30 | 次 | month | 工作日上午 | 提前一天说 | all | -
        rider-medicine | 骑手顺路送药 | Riders bring medicine | time | riders-team | community | support-errands
        + elders disabled long-illness | 40 | 次 | month | 14:00—16:30 | 凭药房单子 | all | -
        four-thirty-class | 四点半课堂座位 | Half past four seats | service | four-thirty | community
        + support-afterschool ability-study | children migrants | 24 | 个座位 | stock | 周一至周五16:00—18:00
        + 登记接送人 | all | a-university
        homework-help | 大学生辅导 | Students help with homework | time | university | city | ability-study
        + children | 48 | 小时 | month | 周六上午 | 学期内 | all | a-university
        book-corner | 绘本馆 | Picture book room | venue | picture-books | community
        + health-reading support-afterschool
        + children | 900 | 册 | stock | 周三至周日 | 一次三册，三周 | all | -
        phone-lessons | 手机课 | Phone lessons | time | phone-teachers | community | ability-digital rights-fraud
        + elders | 32 | 人次 | month | 周六14:00 | 一对一 | all | -
        bank-lessons | 防骗讲堂 | Fraud talks | service | hubin-bank | community | rights-fraud ability-digital
        + elders | 6 | 场 | year | 每两月一次 | 不卖产品 | all | a-bank
        law-hour | 律师一小时 | An hour of law | service | wen-zhujun | community | rights-legal rights-property
        + - | 8 | 人次 | month | 周六10:00—11:00 | - | all | -
        legal-aid-window | 法律援助 | Legal aid | service | legal-aid | district | rights-wages rights-legal
        + hardship migrants | 5 | 件 | month | 工作日 | 带收入证明 | all | -
        women-shelter | 妇女救助与庇护 | Shelter for women | venue | women-federation | district | crisis-violence
        + women children | 4 | 床 | stock | 日夜 | 由社工或民警送去 | all | -
        one-stop-desk | 全科服务台 | One-stop desk | service | committee | community
        + policy-benefits policy-papers policy-schooling policy-insurance | - | 400 | 人次 | month
        + 周一至周六8:30—17:30 | - | all | -
        foundation-relief | 荷田应急救助金 | Hetian emergency money | money | lotus-foundation | city
        + relief-living relief-illness | hardship | 30000 | 元 | year | 七天内到账 | 两人上门核实 | all | a-lotus
        goods-store | 义仓 | Charity store | goods | gu-changgeng | community | relief-goods comfort-wish
        + hardship elders children | 420 | 件 | month | 周二、周五上午 | 积分换，困难户可领 | all | -
        job-corner | 集市招工角 | Jobs corner at the fair | service | street | street | ability-jobs
        + - | 30 | 个岗位 | month | 集市当天 | - | all | -
        rider-station | 骑手驿站 | Riders' rest | venue | changfeng-bikes | community | inclusion-riders
        + riders | 14 | 个座 | stock | 9:00—22:00 | - | all | a-changfeng
        photo-repair | 老照片翻新 | Old photographs restored | skill | guangying-photo | community | comfort-wish
        + elders | 5 | 张 | month | 周一 | 不收钱 | all | a-guangying
        newcomers-table | 新邻居一桌饭 | A table for newcomers | venue | hearth | community
        + inclusion-newcomers inclusion-disability | migrants disabled residents | 2 | 桌 | month | 第三个周日
        + 带一个家乡菜 | all | -
        """
}
