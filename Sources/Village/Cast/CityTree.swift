import Values

/// The invented city of 700 communities: seven districts of ten streets, each with 8 to 14 communities.
///
/// The demo community is the first of the first street of the first district. All names are unique.
public enum CityTree {
    public struct District: Sendable, Hashable {
        public let name: Text
        public let streets: [Street]
    }

    public struct Street: Sendable, Hashable {
        public let name: Text
        public let communities: [Text]
    }

    public static let districts: [District] = {
        var communities = communityNames[...]
        return districtNames.enumerated().map { index, name in
            let streets = streetNames[index * 10..<index * 10 + 10].enumerated().map { order, name in
                let taken = communities.prefix(sizes[order])
                communities = communities.dropFirst(sizes[order])
                return Street(name: name, communities: Array(taken))
            }
            return District(name: name, streets: streets)
        }
    }()

    /// Communities to a street; they add up to a hundred a district.
    private static let sizes = [14, 12, 11, 10, 10, 9, 9, 9, 8, 8]

    private static let districtNames: [Text] = [
        Homeland.district,
        Text("云汀区", "Yunting District"), Text("鹤渡区", "Hedu District"), Text("稻泽区", "Daoze District"),
        Text("松陂区", "Songpi District"), Text("梅岗区", "Meigang District"), Text("锦帆区", "Jinfan District"),
    ]

    private static let streetNames: [Text] =
        [Homeland.street]
        + (0..<69).map { index in
            // 23 shares no factor with the number of heads, so each pair of syllables comes once.
            pair(heads[index * 23 % heads.count], streetTails[index / heads.count], "街道", "Street")
        }

    private static let communityNames: [Text] =
        [Homeland.community]
        + (0..<699).map { index in
            // 233 shares no factor with 700: the walk meets every pair once, far from its neighbours.
            let step = index * 233 % 700
            return pair(heads[step % heads.count], tails[step / heads.count], "社区", "Community")
        }

    private static func pair(
        _ head: Substring, _ tail: Substring, _ kind: String, _ english: String
    ) -> Text {
        let (first, firstSound) = syllable(head), (second, secondSound) = syllable(tail)
        let sound = firstSound.prefix(1).uppercased() + firstSound.dropFirst() + secondSound
        return Text(first + second + kind, "\(sound) \(english)")
    }

    /// A character and its sound out of `荷he`.
    private static func syllable(_ entry: Substring) -> (String, String) {
        (String(entry.prefix(1)), String(entry.dropFirst()))
    }

    private static let heads = """
        荷he 菱ling 莲lian 苇wei 蒲pu 柳liu 桃tao 杏xing 梅mei 兰lan 竹zhu 松song 桂gui 枫feng 榆yu 槐huai 桑sang \
        芦lu 荻di 葵kui 茶cha 稻dao 麦mai 云yun 月yue 星xing 霞xia 鹤he 鹭lu 雁yan 鸥ou 石shi 玉yu 锦jin 青qing
        """.split(separator: " ")
    private static let tails = """
        溪xi 塘tang 桥qiao 渡du 汀ting 洲zhou 浦pu 湾wan 岸an 园yuan 苑yuan 坊fang 里li 巷xiang 庄zhuang 屯tun \
        陂pi 台tai 门men 井jing
        """.split(separator: " ")
    private static let streetTails = "泾jing 堰yan".split(separator: " ")
}
