import Values

/// What the profile says.
enum ProfilePhrase: Phrase {
    case title, day, place, edition, wholePlace, hidden, numbers, takeAway, counted, publicRule(Int)
    case asOf(String), editionOf(Int, Int, String), editionName(Int, Int), published, now
    case newsBuildings(String), newsHouseholds(String), newsPeople(String)
    case lead(String, String, String, String), share(Int64)
    case agesTitle, agesNote, pyramid(String), age, men, women, all, menOf(String), womenOf(String)
    case homesTitle, homesNote(String), homes(String), people(String)
    case gridsTitle, gridsNote(Int), grid, mostIn(String, String)
    case tableTitle, figure, count, yearAgo, change, publishTitle, publish

    var text: Text { headText ?? bodyText }

    private var headText: Text? {
        switch self {
        case .title: Text("社区概况", "The community's profile")
        case .day: Text("哪一天的", "As of")
        case .place: Text("哪里", "Where")
        case .edition: Text("哪个季度", "Quarter")
        case .wholePlace: Text("全社区", "The whole community")
        case .hidden: Text("不写", "not shown")
        case .numbers: Text("看数字", "The numbers")
        case .takeAway: Text("带走这张表", "Take the table along")
        case .counted: Text("照居民登记刚刚数出来的。", "Counted just now out of the register.")
        case .publicRule(let least):
            Text(
                "不到\(least)人的数不写；能拿来算出它的，也不写。每季度第一天数一次，公布后不再改。",
                "Counts under \(least), and what would give one away, are not shown. Cut once a quarter."
            )
        case .asOf(let day): Text("\(day)的数", "As of \(day)")
        case .editionOf(let year, let number, let day):
            Text("\(year)年第\(number)季度，\(day)的数", "Quarter \(number) of \(year), as of \(day)")
        case .editionName(let year, let number): Text("\(year)年第\(number)季度", "Q\(number) \(year)")
        case .published: Text("已公布：", "Published:")
        case .now: Text("看今天的数", "Today's figures")
        case .newsBuildings(let count): Text("\(count)栋楼，", "\(count) buildings, ")
        case .newsHouseholds(let count): Text("\(count)户，", "\(count) households, ")
        case .newsPeople(let count): Text("\(count)人。", "\(count) people.")
        case .lead(let over60, let nest, let alone, let noKin):
            Text(
                "\(over60)人过了六十岁。\(nest)位老人在空巢家里，\(alone)位独居，\(noKin)位没有亲属。",
                "\(over60) are over sixty. Elders: \(nest) in empty nests, \(alone) alone, \(noKin) no kin."
            )
        case .share(let percent):
            Text(
                "离退休老人和残疾人合起来占\(percent)%。", "Retired elders and disabled people together are \(percent)%.")
        default: nil
        }
    }

    private var bodyText: Text {
        switch self {
        case .agesTitle: Text("多大年纪", "How old")
        case .agesNote: Text("每五岁一层，深色是60岁以上。", "Five years to a layer; the dark ones are 60 and over.")
        case .pyramid(let over60):
            Text(
                "人口金字塔：每五岁一层，左为男，右为女。60岁以上\(over60)人。",
                "Population pyramid by five years, men left, women right; \(over60) are 60 and over.")
        case .age: Text("年龄", "Age")
        case .men: Text("男", "Men")
        case .women: Text("女", "Women")
        case .all: Text("合计", "All")
        case .menOf(let count): Text("男 \(count)", "Men \(count)")
        case .womenOf(let count): Text("女 \(count)", "Women \(count)")
        case .homesTitle: Text("怎样的人家", "What households")
        case .homesNote(let count): Text("一共\(count)户。", "\(count) in all.")
        case .homes(let count): Text("\(count)户", "\(count)")
        case .people(let count): Text("\(count)人", "\(count)")
        case .gridsTitle: Text("各个网格", "Grid by grid")
        case .gridsNote(let count):
            Text(
                "每张小图从左到右是\(count)个网格；深色的一根最多，空框不写数。",
                "\(count) grids from left to right; the dark bar is the highest, a frame is not shown."
            )
        case .grid: Text("网格", "Grid")
        case .mostIn(let grid, let count): Text("最多：\(grid) \(count)", "Most: \(grid), \(count)")
        case .tableTitle: Text("全表", "The whole table")
        case .figure: Text("是什么", "Figure")
        case .count: Text("现在", "Now")
        case .yearAgo: Text("一年前", "A year before")
        case .change: Text("多了、少了", "Change")
        case .publishTitle: Text("公布这个季度的概况", "Publish this quarter's profile")
        case .publish: Text("公布", "Publish")
        default: .empty
        }
    }
}
