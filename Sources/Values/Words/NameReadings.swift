/// How names are read where that is not how their characters are commonly read: 曾 zeng, 单 shan, 仇 qiu.
///
/// Traditional characters are read as their simplified forms. After *Xiandai Hanyu Cidian*.
enum NameReadings {
    /// The sounds with their tones of the surname that a name begins with; empty where it is read as usual.
    static func surname(_ scalars: [Unicode.Scalar]) -> [String] {
        let start = scalars.prefix(2).map { Unicode.Scalar(FoldTable.shared[$0].scalar) ?? $0 }
        if scalars.count > 2, let readings = doubleSurnames[String(scalars: start)] { return readings }
        return start.first.flatMap { surnames[$0] }.map { [$0] } ?? []
    }

    /// The sound of a character behind the surname; nil where it is read as usual.
    static func given(_ scalar: Unicode.Scalar) -> String? {
        Unicode.Scalar(FoldTable.shared[scalar].scalar).flatMap { givenNames[$0] }
    }

    private static let surnames: [Unicode.Scalar: String] = {
        var all: [Unicode.Scalar: String] = [:]
        for (reading, characters) in surnameReadings {
            for character in characters.unicodeScalars { all[character] = reading }
        }
        return all
    }()

    private static let surnameReadings = [
        "bi4": "秘", "bo2": "薄", "bu3": "卜", "chen2": "谌", "chong2": "种重", "du1": "都", "ge3": "盖葛",
        "gou1": "句",
        "gui4": "炅", "ha3": "哈", "he4": "黑", "hua4": "华", "ji3": "纪", "kuo4": "适", "ling2": "令", "ma2": "麻",
        "miao4": "缪", "na1": "那", "nai4": "佴能", "nian2": "粘", "nie4": "乜", "ning4": "宁", "ou1": "区",
        "piao2": "朴", "po2": "繁", "qin2": "覃", "qiu2": "仇", "ren2": "任", "shan4": "单", "shao4": "召",
        "she2": "折", "shen3": "沈", "wei3": "隗", "wei4": "尉", "xian3": "洗冼", "xie4": "解", "xun2": "郇",
        "yan1": "燕", "yao1": "么", "ying1": "应", "yue4": "乐", "yun4": "员", "zang1": "藏", "zeng1": "曾",
        "zha1": "查", "zhai2": "翟", "zhai4": "祭",
    ]

    private static let doubleSurnames: [String: [String]] = [
        "尉迟": ["yu4", "chi2"], "万俟": ["mo4", "qi2"], "长孙": ["zhang3", "sun1"], "单于": ["chan2", "yu2"],
        "澹台": ["tan2", "tai2"], "令狐": ["ling2", "hu2"], "乐正": ["yue4", "zheng4"], "宰父": ["zai3", "fu3"],
    ]

    private static let givenNames: [Unicode.Scalar: String] = ["长": "chang2", "晟": "sheng4"]
}
