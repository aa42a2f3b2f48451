import Values

extension DefaultNeedClass {
    /// Inclusion, taking part, health and culture.
    static let standing: [DefaultNeedClass] = [
        personal(
            "inclusion-newcomers", Text("新来的邻居", "Newcomers"),
            Text("刚搬来，人生地不熟、话不通", "New here, knows no one, speaks otherwise"), "planned",
            by: "time venue skill"),
        personal(
            "inclusion-disability", Text("残障朋友出门", "Life with a disability"),
            Text("想出门、想做事、想有伴", "To go out, to work, to have company"),
            by: "service time venue"),
        quiet(
            "inclusion-return", Text("重新开始", "A new start"),
            Text("康复、矫正、出院后回来", "Back after illness or correction"),
            by: "service skill"),
        personal(
            "inclusion-riders", Text("骑手小哥", "Couriers and riders"),
            Text("歇脚、喝水、充电、停车", "A rest, water, charging, a place to stop"), "planned",
            by: "venue facility goods"),

        personal(
            "participation-suggestion", Text("出主意", "Suggestions"),
            Text("觉得哪里可以更好", "Something that could be better"), "planned",
            by: "venue time"),
        personal(
            "participation-group", Text("找伴成队", "Starting a group"),
            Text("想凑一帮人做件事", "To gather people for something"), "planned",
            by: "venue time money"),
        personal(
            "participation-volunteering", Text("想出力", "Wanting to help"),
            Text("有空、有手艺，想帮人", "Has time or a skill to give"), "planned",
            by: "time venue"),
        personal(
            "participation-venue", Text("借地方", "A room"),
            Text("开会、排练、办寿没地方", "Nowhere to meet, rehearse or celebrate"),
            by: "venue facility"),

        personal(
            "health-clinic", Text("看病保健", "Health"),
            Text("量血压、慢病、康复、体检", "Blood pressure, long illness, check-ups"),
            by: "service venue"),
        common(
            "health-sports", Text("锻炼的地方", "Places for exercise"),
            Text("健身器材、球场、步道", "Equipment, courts, walking ways"), "planned",
            by: "facility money service"),
        personal(
            "health-culture", Text("唱歌跳舞过节", "Song, dance, festivals"),
            Text("排戏、写字、过节、看电影", "Opera, writing, festivals, films"), "planned",
            by: "venue skill money"),
        personal(
            "health-reading", Text("读书绘本", "Reading"),
            Text("借书、讲故事、读报", "Borrowing books, stories, papers read aloud"), "planned",
            by: "goods time venue"),
    ]
}
