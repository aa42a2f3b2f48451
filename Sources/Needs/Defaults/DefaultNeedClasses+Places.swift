import Values

extension DefaultNeedClass {
    /// Environment, safe homes and ways, neighbours.
    static let places: [DefaultNeedClass] = [
        common(
            "environment-litter", Text("垃圾卫生", "Litter and cleaning"),
            Text("垃圾没人收、楼道脏", "Rubbish left, dirty stairs"),
            by: "service time"),
        common(
            "environment-greenery", Text("花草树木", "Greenery"),
            Text("树挡光、草荒了、想种花", "Trees that shade, bare ground, flowers"), "planned",
            by: "service time goods"),
        common(
            "environment-pests", Text("蚊虫老鼠", "Pests"),
            Text("蚊子、蟑螂、老鼠、蜂窝", "Mosquitoes, roaches, rats, wasps"),
            by: "service goods"),
        common(
            "environment-river", Text("河道积水", "River and standing water"),
            Text("河水发臭、下雨积水", "A river that smells, puddles after rain"),
            by: "service money"),
        personal(
            "environment-recycling", Text("旧物去处", "Old things"),
            Text("旧衣、旧家具、电池往哪送", "Where old clothes, furniture, batteries go"), "planned",
            by: "service venue"),

        common(
            "housing-lamp", Text("路灯楼道灯", "Lamps"),
            Text("灯不亮、太暗、一直闪", "Lamps out, dim or flickering"),
            by: "service skill money"),
        common(
            "housing-lift", Text("电梯", "Lifts"),
            Text("电梯坏、困人、想加装", "Lifts out of order, people stuck, a lift wanted"), "urgent",
            by: "service money"),
        common(
            "housing-path", Text("道路台阶", "Paths and steps"),
            Text("路面坑、砖松、下雨滑", "Holes, loose slabs, slippery when wet"),
            by: "service money skill"),
        common(
            "housing-drain", Text("下水管道", "Drains"),
            Text("堵了、返水、井盖响", "Blocked, backing up, covers that rattle"), "urgent",
            by: "service money"),
        common(
            "housing-access", Text("无障碍", "Step-free access"),
            Text("坡道、扶手、轮椅过不去", "Ramps, handrails, where a wheelchair cannot pass"),
            by: "service money goods"),
        common(
            "housing-charging", Text("充电消防", "Charging and fire safety"),
            Text("飞线充电、消防通道堵", "Cables from windows, fire lanes blocked"), "urgent",
            by: "service facility money"),
        common(
            "housing-fixtures", Text("护栏座椅", "Railings and benches"),
            Text("护栏松、长椅坏、门禁失灵", "Loose railings, broken benches, doors"),
            by: "service money skill"),
        personal(
            "housing-repairs", Text("家里小修", "Small repairs at home"),
            Text("水龙头、插座、门锁、漏水", "Taps, sockets, locks, leaks"),
            by: "skill service time"),

        common(
            "neighbours-parking", Text("停车", "Parking"),
            Text("没位子、乱停、堵门", "No space, blocked ways and doors"),
            by: "venue service time"),
        personal(
            "neighbours-noise", Text("吵闹", "Noise"),
            Text("广场舞、装修、深夜吵", "Dancing, drilling, noise at night"),
            by: "service time"),
        personal(
            "neighbours-pets", Text("猫狗", "Pets"),
            Text("不牵绳、粪便、流浪猫", "No leash, dirt, strays"),
            by: "time service"),
        personal(
            "neighbours-dispute", Text("邻里纠纷", "Disputes"),
            Text("漏水、滴水、占地方", "Leaks, drips, space taken"),
            by: "service time venue"),
        common(
            "neighbours-clutter", Text("楼道堆物", "Things left in stairways"),
            Text("杂物堵路、高空抛物", "Ways blocked, things thrown from above"),
            by: "time service"),
    ]
}
