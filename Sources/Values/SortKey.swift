import Foundation
import Synchronization

/// The key by which names of people and places are stored in order, compared byte by byte.
///
/// Han characters stand by their sound, tone, then themselves, so that one surname stays together; letters
/// without case; numbers by value. 王芳 is `wang2王 fang1芳`. Readings come from Unicode's Unihan; surnames read
/// otherwise are listed here.
public enum SortKey {
    /// Scalars of a name that count.
    public static let limit = 60

    /// The key of a name, its first character read as a surname.
    public static func person(_ name: String) -> String { key(name, readsSurname: true) }

    /// The key of a place, a group, a thing.
    public static func title(_ title: String) -> String { key(title, readsSurname: false) }

    private static func key(_ text: String, readsSurname: Bool) -> String {
        let bounded = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        let scalars = Array(bounded.compatibilityFolded.unicodeScalars.prefix(limit * 2))
        var words = readsSurname ? surname(scalars) : []
        var run = ""
        for scalar in scalars.dropFirst(words.count) {
            if scalar.properties.isIdeographic {
                close(&run, into: &words)
                words.append(syllable(scalar) + String(scalar))
            } else if scalar.isLetterOrDigit {
                if let last = run.unicodeScalars.last, isDigit(last) != isDigit(scalar) {
                    close(&run, into: &words)
                }
                run.unicodeScalars.append(scalar)
            } else {
                close(&run, into: &words)
            }
        }
        close(&run, into: &words)
        return words.joined(separator: " ")
    }

    private static func close(_ run: inout String, into words: inout [String]) {
        guard let first = run.unicodeScalars.first else { return }
        // Ten digits let 2 stand before 12.
        words.append(isDigit(first) ? String(repeating: "0", count: max(0, 10 - run.utf8.count)) + run : run)
        run = ""
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func surname(_ scalars: [Unicode.Scalar]) -> [String] {
        if scalars.count > 2, let readings = doubleSurnames[String(scalars[0]) + String(scalars[1])] {
            return zip(readings, scalars).map { $0 + String($1) }
        }
        guard let first = scalars.first, let reading = surnames[first] else { return [] }
        return [reading + String(first)]
    }

    /// Sounds that were looked up: a few thousand characters make up all names.
    private static let known = Mutex<[Unicode.Scalar: String]>([:])
    private static let mostKnown = 10_000

    private static func syllable(_ scalar: Unicode.Scalar) -> String {
        if let known = known.withLock({ $0[scalar] }) { return known }
        let found = lookedUp(scalar)
        known.withLock { known in
            if known.count >= mostKnown { known.removeAll(keepingCapacity: true) }
            known[scalar] = found
        }
        return found
    }

    /// The sound without its tone mark, then the tone: `wang2`; `~` for a character without a known sound.
    private static func lookedUp(_ scalar: Unicode.Scalar) -> String {
        if scalar.value == 0x3007 { return "ling2" }
        guard let latin = String(scalar).applyingTransform(.mandarinToLatin, reverse: false) else {
            return "~"
        }
        var letters = "", tone = "5"
        for mark in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch mark.value {
            case 0x61...0x7A: letters.unicodeScalars.append(mark)
            case 0x304: tone = "1"
            case 0x301: tone = "2"
            case 0x30C: tone = "3"
            case 0x300: tone = "4"
            // ü is written v and stands after u.
            case 0x308 where letters.utf8.last == UInt8(ascii: "u"): letters = letters.dropLast() + "v"
            default: break
            }
        }
        return letters.isEmpty ? "~" : letters + tone
    }

    private static let surnames: [Unicode.Scalar: String] = {
        var all: [Unicode.Scalar: String] = [:]
        for (reading, characters) in surnameReadings {
            for character in characters.unicodeScalars { all[character] = reading }
        }
        return all
    }()

    private static let surnameReadings = [
        "chen2": "谌", "chong2": "种重", "ge3": "盖葛", "ha3": "哈", "he4": "黑", "hua4": "华",
        "ji3": "纪", "ling2": "令", "ma2": "麻", "miao4": "缪", "na1": "那", "nai4": "佴能",
        "ning4": "宁", "ou1": "区區", "piao2": "朴", "qin2": "覃", "qiu2": "仇", "ren2": "任",
        "shan4": "单單", "shao4": "召", "she2": "折", "shen3": "沈", "wei3": "隗", "wei4": "尉",
        "xian3": "洗冼", "xie4": "解", "yan1": "燕", "ying1": "应", "yue4": "乐樂", "yun4": "员",
        "zeng1": "曾", "zha1": "查", "zhai2": "翟",
    ]

    private static let doubleSurnames: [String: [String]] = [
        "尉迟": ["yu4", "chi2"], "万俟": ["mo4", "qi2"], "长孙": ["zhang3", "sun1"], "单于": ["chan2", "yu2"],
        "澹台": ["tan2", "tai2"], "令狐": ["ling2", "hu2"], "乐正": ["yue4", "zheng4"], "宰父": ["zai3", "fu3"],
    ]
}

extension String {
    /// NFKC without case: full-width forms become half-width, half-width kana whole ones.
    var compatibilityFolded: String {
        // The second step composes a voiced mark that the first leaves beside its half-width kana.
        precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping.lowercased()
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        properties.isAlphabetic || properties.numericType != nil
    }
}
