import Values

extension DefaultNeedClass {
    /// Advice, relief, comfort and learning.
    static let people: [DefaultNeedClass] = [
        personal(
            "policy-benefits", Text("补贴待遇", "Benefits"),
            Text("低保、高龄津贴、残疾补贴怎么领", "How to claim allowances and benefits"),
            by: "service time"),
        personal(
            "policy-papers", Text("办证办事", "Papers and permits"),
            Text("老年证、居住证、各种证明", "Elder cards, residence permits, certificates"),
            by: "service time"),
        personal(
            "policy-schooling", Text("入学转学", "School places"),
            Text("孩子上学、转学要什么材料", "What a school place or a transfer needs"),
            by: "service time"),
        personal(
            "policy-insurance", Text("医保社保", "Health and social insurance"),
            Text("看病报销、养老金认证", "Claims, pension checks"),
            by: "service time"),

        quiet(
            "relief-living", Text("生活困难", "Hard times"),
            Text("断了收入、日子过不下去", "Lost income, cannot make ends meet"), "urgent",
            by: "money goods service"),
        quiet(
            "relief-illness", Text("看病的钱", "Cost of illness"),
            Text("大病、长期吃药，钱不够", "Serious or long illness, money is short"),
            by: "money service"),
        personal(
            "relief-goods", Text("缺东西用", "Things for daily life"),
            Text("轮椅、助浴椅、衣被、书本", "Wheelchairs, bath seats, bedding, books"),
            by: "goods money"),

        personal(
            "comfort-company", Text("陪伴", "Company"),
            Text("一个人闷，想有人说说话、下盘棋", "Lonely, would like a talk or a game"),
            by: "time skill"),
        quiet(
            "comfort-counselling", Text("心理疏导", "Counselling"),
            Text("睡不着、心里堵、亲子说不到一块", "Sleepless, low, parent and child at odds"),
            by: "service venue"),
        personal(
            "comfort-bereaved", Text("亲人走了", "Bereavement"),
            Text("家里有人过世，料理后事、熬日子", "A death in the family, and the days after"),
            by: "service time"),
        personal(
            "comfort-wish", Text("小心愿", "Small wishes"),
            Text("一件小事，盼了很久", "A small thing long hoped for"), "planned",
            by: "goods skill time"),

        personal(
            "ability-digital", Text("学手机", "Phones and screens"),
            Text("挂号、付钱、视频、防诈骗", "Booking a doctor, paying, video calls"),
            by: "time skill venue"),
        personal(
            "ability-study", Text("功课辅导", "Homework"),
            Text("作业没人教、想补一门课", "Nobody to help with homework"),
            by: "time skill venue"),
        personal(
            "ability-jobs", Text("找活学艺", "Work and trades"),
            Text("找工作、学手艺、摆摊开店", "Finding work, learning a trade, a small shop"),
            by: "service skill venue"),
        personal(
            "ability-parenting", Text("带孩子的学问", "Parenting"),
            Text("喂养、管教、隔代带娃", "Feeding, upbringing, grandparents who raise"), "planned",
            by: "service skill venue"),
    ]
}
