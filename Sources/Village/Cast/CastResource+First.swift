extension CastResource {
    /// Key, name in two languages, kind, owner, layer, classes, groups;
    /// capacity, unit, period, hours, conditions, reach, agreement.
    static let first = """
        stair-lamps | 楼道换灯 | Stair lamps | skill | electricians | community | housing-lamp | -
        + 12 | 盏 | month | 周末，随叫 | 灯由基金出，不收工钱 | all | -
        home-electrics | 家里电路检查 | Wiring check at home | skill | sun-daoning | community
        + housing-repairs housing-charging | living-alone elders | 8 | 户 | month | 周六上午 | 要有人在家 | all | -
        hefeng-works | 荷风物业工程部 | Hefeng works team | service | hefeng-property | community
        + housing-lamp housing-path housing-drain housing-fixtures | - | 30 | 单 | month | 周一至周六8:00—17:00
        + 合同内的不收钱 | hefeng ouxiang | a-hefeng
        lianxin-works | 莲心物业维修 | Lianxin repairs | service | lianxin-property | community
        + environment-litter housing-lamp housing-path housing-drain housing-fixtures | - | 20 | 单
        + month | 周一至周五
        + 材料费另算 | lianxin lingge | a-lianxin
        weian-works | 苇岸物业维修 | Weian repairs | service | weian-property | community
        + environment-river health-sports housing-path housing-drain housing-fixtures environment-litter
        + - | 24 | 单 | month
        + 周一至周六 | - | weian liulang | a-weian
        hexi-works | 荷溪新苑物业维修 | Brookside repairs | service | hexi-property | community
        + rights-property housing-access housing-lamp housing-path housing-drain housing-fixtures | -
        + 18 | 单 | month | 每天 | - | hexi
        + a-hexi
        lift-care | 电梯急修 | Lift repairs | service | anju-elevator | community | housing-lift | -
        + 10 | 次 | month | 日夜，30分钟到 | 只管荷溪新苑的电梯 | hexi | a-anju
        street-repairs | 街道便民维修 | Street repair team | service | street | street
        + housing-lamp housing-path housing-drain housing-access housing-fixtures | - | 12 | 次 | month
        + 工作日 | 每月给本社区12次 | all | -
        lift-adding | 加装电梯代办 | Help with adding a lift | service | street | district | housing-lift | -
        + 4 | 件 | year | 周二 | 业主表决过两道关 | all | -
        ramp-grant | 坡道扶手补贴 | Ramp and handrail grant | money | disabled-federation | district
        + housing-access | disabled care-dependent elders | 40000 | 元 | year | 工作日 | 有残疾证，或80岁以上 | all | -
        carpentry | 木工小修 | Small carpentry | skill | pan-genquan | community
        + housing-fixtures housing-access housing-repairs | - | 6 | 件 | month | 周三、周日 | 料自备 | all | -
        mending-home | 上门小修 | Repairs at home | skill | mending | community | housing-repairs housing-drain
        + elders living-alone disabled women | 40 | 次 | month | 周一至周六 | 换件只收成本 | all | -
        hardware-parts | 五金配件成本价 | Parts at cost | goods | baixing-hardware | community
        + housing-repairs housing-fixtures housing-lamp | - | 200 | 件 | month | 每天8:00—19:00 | 凭社区单子 | all
        + a-baixing
        charging-shed | 电动车充电棚 | Charging shed | facility | committee | community
        + housing-charging inclusion-riders | - | 36 | 个口 | stock | 日夜 | 扫码，一度0.9元 | lingge lianxin | -
        fire-check | 消防上门看一眼 | Fire safety visit | service | fire | street
        + housing-charging neighbours-clutter crisis-disaster | - | 10 | 次 | month | 工作日 | 约三天前 | all | -
        tree-trimming | 修树锄草 | Trees and weeds | service | lvye-garden | community | environment-greenery | -
        + 6 | 天 | month | 周四、周五 | 大树移伐要报批 | all | a-lvye
        pest-control | 灭鼠灭蟑 | Pest control | service | street | street | environment-pests | -
        + 4 | 次 | year | 春秋两季，急的另约 | 提前三天贴告示 | all | -
        river-cleaning | 荷溪捞漂 | Brook cleaning | time | river-watch | community
        + environment-river environment-litter
        + - | 60 | 小时 | month | 每天清早 | 不下水 | weian ouxiang pucao liulang | -
        clean-days | 清洁家园日 | Clean-up day | time | clean | community
        + environment-litter neighbours-clutter participation-suggestion participation-volunteering | -
        + 120 | 小时 | month | 每月第二个周六 | -
        + all | -
        old-clothes | 旧衣旧书回收 | Old clothes and books | service | convenience | community
        + environment-recycling | - | 300 | 公斤 | month | 集市当天 | 洗干净叠好 | all | -
        parking-plan | 停车协调 | Parking talks | service | parking | community | neighbours-parking | -
        + 20 | 件 | month | 周一至周五晚7点后 | - | hefeng ouxiang liulang | -
        school-spaces | 小学夜间车位 | School spaces at night | venue | school | community | neighbours-parking | -
        + 40 | 个 | stock | 18:00—次日7:00，寒暑假全天 | 上学日7点前开走 | lianxin lingge | a-school
        mediation | 邻里调解室 | Mediation room | service | committee | community
        + neighbours-dispute neighbours-noise rights-property neighbours-pets | - | 12 | 件 | month
        + 周三下午，急的随时 | 双方都愿意 | all | -
        judge-listening | 老法官说理 | A judge's ear | skill | du-xuesong | community
        + neighbours-dispute rights-legal | - | 6 | 件 | month | 周三14:00—16:00 | - | all | -
        pet-manners | 文明养宠劝导 | Pet manners | time | pets | community | neighbours-pets | -
        + 30 | 小时 | week | 早晚遛狗时 | - | lingge lianxin qiaotou | -
        night-patrol | 夜巡 | Night patrol | time | patrol | community
        + neighbours-noise neighbours-clutter crisis-danger | - | 84 | 小时 | week | 19:00—22:00 | 两人同行
        + all | -
        handrail-fund | 社区基金楼道安全 | Fund for safe stairs | money | committee | community
        + health-sports housing-lamp housing-access housing-fixtures | - | 16000 | 元 | year | 议事会每月10日
        + 五千元以上要议 | all | -
        rain-wardrobe | 应急物资柜 | Emergency store | goods | rescue | community | crisis-disaster housing-drain
        + - | 120 | 件 | stock | 日夜 | 用后补齐 | all | -
        meeting-hall | 二楼议事厅 | Council hall | venue | committee | community
        + participation-venue participation-suggestion participation-group participation-volunteering | -
        + 30 | 场
        + month
        + 9:00—21:00 | 提前三天约 | all | -
        dance-room | 一楼排练厅 | Rehearsal room | venue | committee | community
        + health-culture participation-venue participation-group | - | 40 | 场 | month | 8:30—20:30
        + 晚8点半后不放音乐 | all | -

        """
}
