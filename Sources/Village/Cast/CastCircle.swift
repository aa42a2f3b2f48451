import Values

/// A circle of resources (资源圈): parties that answer one sort of need together. Invented.
public struct CastCircle: Sendable, Hashable {
    public let key: String
    public let name: Text
    /// Keys of the classes of need it answers.
    public let classes: [String]
    public let members: [Member]

    /// What one member pledged and delivered.
    public struct Member: Sendable, Hashable {
        /// The key of a `CastParty`.
        public let party: String
        /// What it gives, in words.
        public let gives: String
        public let pledge: CastPledge
    }

    static func read() throws -> [CastCircle] {
        let members = try CastTable("circle members", columns: 4, memberRows).rows
        return try CastTable("circles", columns: 4, rows).rows.map { row in
            CastCircle(
                key: row.fields[0], name: Text(row.fields[1], row.fields[2]), classes: row.words(3),
                members: try members.filter { $0.fields[0] == row.fields[0] }.map { member in
                    Member(
                        party: member.fields[1], gives: member.fields[2],
                        pledge: try CastPledge(member.fields[3][...], member))
                })
        }
    }

    private static let rows = """
        elders-circle | 为老圈 | Elders' circle | support-care support-meals support-errands comfort-company
        stairs-circle | 平安楼道圈 | Safe stairs circle | housing-lamp housing-access housing-path housing-charging
        children-circle | 孩子圈 | Children's circle | support-afterschool ability-study health-reading
        green-circle | 清洁荷溪圈 | Clean brook circle | environment-litter environment-river environment-greenery
        """

    /// Circle, party, what it gives, pledge.
    private static let memberRows = """
        elders-circle | laozao-canteen | 工作日午饭 | goods 2600 2214 份
        elders-circle | hearth | 送饭上门 | hours 300 268 小时
        elders-circle | clinic | 量血压、换药 | hours 208 164 小时
        elders-circle | jingxin-barber | 上门理发 | hours 100 81 小时
        elders-circle | yinling-rehab | 助浴椅、轮椅 | goods 18 15 件
        elders-circle | pairs | 每周一次上门 | hours 900 742 小时
        elders-circle | lotus-foundation | 应急救助金 | money 30000 18600 元
        stairs-circle | electricians | 换灯的工 | hours 120 103 小时
        stairs-circle | hefeng-property | 灯和工 | goods 60 41 盏
        stairs-circle | baixing-hardware | 配件 | goods 300 117 件
        stairs-circle | disabled-federation | 坡道扶手的料 | money 40000 26500 元
        stairs-circle | street | 便民维修 | goods 72 58 次
        stairs-circle | fire | 消防检查 | hours 40 22 小时
        children-circle | four-thirty | 放学托管 | hours 700 611 小时
        children-circle | university | 辅导和实习 | hours 600 455 小时
        children-circle | picture-books | 绘本 | goods 900 900 册
        children-circle | yunfan-software | 旧电脑 | goods 12 12 台
        children-circle | school | 场地和老师 | hours 80 36 小时
        children-circle | xiaoma-bakery | 点心 | goods 900 705 个
        green-circle | river-watch | 捞漂 | hours 360 341 小时
        green-circle | lvye-garden | 修树、苗 | hours 96 72 小时
        green-circle | clean | 清洁家园日 | hours 720 508 小时
        green-circle | weian-property | 清运 | hours 180 172 小时
        green-circle | fenghe-market | 手套、垃圾袋 | goods 500 362 件
        """
}
