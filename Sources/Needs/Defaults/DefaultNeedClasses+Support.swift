import Values

extension DefaultNeedClass {
    /// Care, crisis and rights.
    static let supports: [DefaultNeedClass] = [
        personal(
            "support-care", Text("上门照护", "Care at home"),
            Text("换药、洗澡、理发、翻身", "Dressings, bathing, hair, turning in bed"),
            by: "service time goods"),
        personal(
            "support-meals", Text("吃饭送餐", "Meals"),
            Text("做不动饭，想订餐、送餐", "Cannot cook, wants meals brought"),
            by: "service venue time"),
        personal(
            "support-afterschool", Text("放学托管", "After school"),
            Text("放学、寒暑假没人看", "Nobody home after school or in the holidays"),
            by: "venue time service"),
        personal(
            "support-respite", Text("替家里人歇口气", "Respite"),
            Text("照顾病人的家人累了", "Relief for those who care for the sick"),
            by: "service time venue"),
        personal(
            "support-errands", Text("跑腿陪诊", "Errands and escorts"),
            Text("取药、买菜、陪着看病", "Medicine, shopping, company to the doctor"),
            by: "time service"),

        quiet(
            "crisis-danger", Text("人有危险", "A person in danger"),
            Text("走失、晕倒、几天没露面", "Missing, collapsed, not seen for days"), "immediate",
            by: "service time"),
        quiet(
            "crisis-despair", Text("想不开", "Despair"),
            Text("有人说不想活了", "Someone speaks of not living on"), "immediate",
            by: "service"),
        quiet(
            "crisis-violence", Text("挨打受欺", "Violence at home"),
            Text("家里动手、打孩子、虐待老人", "Blows at home, children or elders harmed"), "immediate",
            by: "service venue"),
        personal(
            "crisis-disaster", Text("火灾水淹", "Fire and flood"),
            Text("火灾、爆管、漏气、塌落", "Fire, burst pipes, gas, things falling"), "immediate",
            by: "service goods venue"),

        personal(
            "rights-legal", Text("法律咨询", "Legal advice"),
            Text("遗嘱、赡养、借钱、租房", "Wills, support of parents, loans, rent"),
            by: "service venue"),
        personal(
            "rights-wages", Text("讨工钱", "Wages owed"),
            Text("欠薪、工伤、没签合同", "Unpaid wages, injuries, no contract"),
            by: "service"),
        personal(
            "rights-property", Text("物业纠纷", "Property management"),
            Text("物业费、维修没人管", "Fees, repairs nobody sees to"),
            by: "service venue"),
        personal(
            "rights-fraud", Text("防骗追骗", "Fraud"),
            Text("买了假保健品、接了诈骗电话", "Sham remedies, swindling calls"), "urgent",
            by: "service time"),
    ]
}
