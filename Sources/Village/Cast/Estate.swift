import Values

/// One of the nine areas (片区) of the community: an invented estate of 25 buildings in three grids.
public struct Estate: Sendable, Hashable {
    /// 1 to 9, by rows from the north-west.
    public let number: Int
    public let key: String
    public let name: Text
    /// The year it was built.
    public let built: Int
    /// The key of the party that manages it; empty where residents do so themselves.
    public let property: String
    /// The shape of each building, a letter each. See `CastBuilding`.
    let shapes: String

    /// Metres from the centre of the plan to the south-west corner of the estate, which measures 350 by 200.
    var west: Int { ((number - 1) % 3) * 350 - 525 }
    var south: Int { [140, -65, -305][(number - 1) / 3] }

    /// Whether it was built around a court; the others along a lane.
    var hasCourt: Bool { number % 2 == 1 }

    /// The numbers of its grids: three in a row of the community's 27.
    public var grids: ClosedRange<Int> { number * 3 - 2...number * 3 }

    /// The numbers of its buildings in the community: 25 in a row of the 225.
    public var buildings: ClosedRange<Int> { number * 25 - 24...number * 25 }

    /// All nine. The brook flows between the sixth and the seventh, from west to east.
    public static let all: [Estate] = [
        Estate(
            number: 1, key: "hefeng", name: Text("荷风苑", "Hefeng Court"), built: 1998,
            property: "hefeng-property", shapes: "ababbbaabbbbabcbabccbabcb"),
        Estate(
            number: 2, key: "lianxin", name: Text("莲心里", "Lianxin Lanes"), built: 1987,
            property: "lianxin-property", shapes: "gjaefagagegjdaaggdaeagdag"),
        Estate(
            number: 3, key: "lingge", name: Text("菱歌新村", "Lingge New Village"), built: 1991,
            property: "lianxin-property", shapes: "adafidfefdfeeaaiaadedfeif"),
        Estate(
            number: 4, key: "ouxiang", name: Text("藕香园", "Ouxiang Garden"), built: 2001,
            property: "hefeng-property", shapes: "aebbebdadbbbbeeaaaebebbba"),
        Estate(
            number: 5, key: "weian", name: Text("苇岸家园", "Reedbank Homes"), built: 1994,
            property: "weian-property", shapes: "dggafdfdagdagfgdagaggdddg"),
        Estate(
            number: 6, key: "qiaotou", name: Text("桥头里", "Bridgehead Lanes"), built: 1979,
            property: "", shapes: "jffaejfaefefjjejjjjjjajee"),
        Estate(
            number: 7, key: "pucao", name: Text("蒲草坊", "Pucao Yards"), built: 1984,
            property: "", shapes: "aeefaffaedffdddaedfeeeeae"),
        Estate(
            number: 8, key: "liulang", name: Text("柳浪新村", "Liulang New Village"), built: 1996,
            property: "weian-property", shapes: "dbbbbdbbdabbbababdaabbadb"),
        Estate(
            number: 9, key: "hexi", name: Text("荷溪新苑", "Brookside Court"), built: 2008,
            property: "hexi-property", shapes: "hhhhdhhddddhhhhhhdhhhhhhh"),
    ]

    public static func named(_ key: String) -> Estate? { all.first { $0.key == key } }
}
