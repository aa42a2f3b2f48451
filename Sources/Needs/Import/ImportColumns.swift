import People
import Sheets
import Values

extension ImportKind {
    /// The columns that a table of this kind may have, with the names people give them.
    var columns: [WantedColumn] {
        switch self {
        case .needs: Self.needColumns
        case .resources: Self.resourceColumns
        case .people: RegisterTable.columns
        }
    }

    private static let needColumns = [
        WantedColumn(
            "words", Text("什么事", "What"),
            synonyms: ["需求", "内容", "诉求", "需求内容", "事项", "问题", "描述", "words", "need"],
            isRequired: true),
        WantedColumn(
            "place", Text("地方", "Place"), synonyms: ["楼栋", "网格", "地址", "住址", "小区", "单元", "address"]),
        WantedColumn("spot", Text("具体在哪", "Exactly where"), synonyms: ["具体位置", "详细地址", "门牌", "房号", "spot"]),
        WantedColumn("class", Text("类别", "Class"), synonyms: ["需求类别", "分类", "类型", "category"]),
        WantedColumn("group", Text("人群", "Group"), synonyms: ["服务人群", "对象", "服务对象"]),
        WantedColumn("urgency", Text("急不急", "Urgency"), synonyms: ["紧急程度", "紧急", "缓急", "priority"]),
        WantedColumn("source", Text("从哪里来", "Source"), synonyms: ["来源", "渠道", "来源渠道"]),
        WantedColumn("day", Text("哪天说的", "Day"), synonyms: ["日期", "时间", "登记日期", "上报日期", "反映时间", "date"]),
        WantedColumn("name", Text("谁说的", "Who"), synonyms: ["姓名", "联系人", "反映人", "居民", "居民姓名", "name"]),
        WantedColumn(
            "phone", Text("电话", "Phone"), synonyms: ["手机", "手机号", "联系电话", "联系方式", "telephone", "mobile"]),
        WantedColumn("quantity", Text("多少", "Quantity"), synonyms: ["数量", "人数", "份数"]),
    ]

    private static let resourceColumns = [
        WantedColumn(
            "name", Text("名称", "Name"), synonyms: ["资源名称", "资源", "单位名称", "名字"], isRequired: true),
        WantedColumn("kind", Text("种类", "Kind"), synonyms: ["资源种类", "类型", "资源类型"]),
        WantedColumn("owner", Text("谁的", "Owner"), synonyms: ["所属单位", "单位", "提供方", "归属"]),
        WantedColumn("owner-kind", Text("哪一方", "Kind of owner"), synonyms: ["单位性质", "主体", "主体类型"]),
        WantedColumn("layer", Text("层级", "Layer"), synonyms: ["资源层级", "圈层"]),
        WantedColumn(
            "classes", Text("能帮哪些事", "Classes"), synonyms: ["服务类别", "对应需求", "需求类别", "服务内容"],
            isRequired: true),
        WantedColumn("groups", Text("帮哪些人", "Groups"), synonyms: ["服务人群", "服务对象"]),
        WantedColumn("place", Text("在哪里", "Place"), synonyms: ["地方", "地址", "位置"]),
        WantedColumn("capacity", Text("每月多少", "Capacity a month"), synonyms: ["容量", "数量", "名额", "每月名额"]),
        WantedColumn("unit", Text("单位", "Unit"), synonyms: ["计量单位", "量词"]),
        WantedColumn("hours", Text("什么时候", "Hours"), synonyms: ["开放时间", "服务时间", "时间"]),
        WantedColumn("conditions", Text("有什么条件", "Conditions"), synonyms: ["条件", "使用条件", "要求"]),
        WantedColumn("description", Text("说明", "Description"), synonyms: ["简介", "备注", "介绍"]),
        WantedColumn("contact", Text("找谁", "Contact"), synonyms: ["联系人", "联系方式", "联系电话", "电话"]),
    ]
}

/// One row's cells by the name of the wanted column, trimmed; nil where blank or not matched.
struct NamedCells {
    let columns: [String: Int]
    let cells: [String]
    private(set) var faults: [RowFault] = []

    init(_ columns: [String: Int], _ cells: [String]) {
        self.columns = columns
        self.cells = cells
    }

    subscript(name: String) -> String? {
        guard let column = columns[name], cells.indices.contains(column) else { return nil }
        let scalars = cells[column].unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(scalars[first...last])
    }

    mutating func refuse(_ column: String, _ why: RowFault.Reason) {
        faults.append(RowFault(column: column, why: why))
    }

    /// A text that keeps the rule; empty where the cell is blank and may be.
    mutating func text(_ name: String, _ rule: TextRule, required: Bool = false) -> String {
        guard let raw = self[name] else {
            if required { refuse(name, .missing) }
            return ""
        }
        do {
            return try BoundedText(raw, rule).string
        } catch {
            refuse(name, raw.unicodeScalars.count > rule.characters.upperBound ? .tooLong : .notText)
            return ""
        }
    }

    /// The key of a term, by its key or its name in either language; nil where the cell is blank.
    mutating func term(_ name: String, _ list: TermList, _ words: Vocabulary) -> String? {
        guard let raw = self[name] else { return nil }
        if let key = words.key(named: raw, list) { return key }
        refuse(name, .noSuchTerm)
        return nil
    }

    /// Several terms, parted by commas, semicolons or spaces.
    mutating func terms(_ name: String, _ list: TermList, _ words: Vocabulary) -> [String] {
        guard let raw = self[name] else { return [] }
        let parts = raw.unicodeScalars.split { scalar in
            switch scalar {
            case "、", "，", ",", "；", ";", "/", "|", "\n": true
            default: false
            }
        }
        var keys: [String] = []
        for part in parts.prefix(40) {
            let text = String(part).trimmingSpaces
            if text.isEmpty { continue }
            guard let key = words.key(named: text, list) else {
                refuse(name, .noSuchTerm)
                return []
            }
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// A whole number from 0; nil where the cell is blank.
    mutating func number(_ name: String) -> Int64? {
        guard let raw = self[name] else { return nil }
        if let number = Int64(raw), (0...1_000_000_000).contains(number) { return number }
        refuse(name, .notANumber)
        return nil
    }
}

extension String {
    /// Without the space around it.
    var trimmingSpaces: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Vocabulary {
    /// The key of an offered entry, by its key or its name in either language.
    func key(named name: String, _ list: TermList) -> String? {
        if offers(list, name) { return name }
        let bytes = Array(name.utf8)
        return terms(list).first {
            Array($0.chinese.utf8) == bytes || $0.english.lowercased() == name.lowercased()
        }?.key
    }
}
