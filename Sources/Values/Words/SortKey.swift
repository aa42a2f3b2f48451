import Foundation
import Synchronization

/// The key by which names of people and places are stored in order, compared byte by byte.
///
/// Han characters stand by their sound, tone, then themselves, so that one surname stays together; letters
/// without case; numbers by value. 王芳 is `wang2王 fang1芳`. Readings come from Unicode's Unihan; in a person's
/// name 曾 stands under z and 单 under s, by ``NameReadings``.
public enum SortKey {
    /// Scalars of a name that count.
    public static let limit = 60

    /// The key of a person's name, surname first.
    public static func person(_ name: String) -> String { key(name, isName: true) }

    /// The key of a place, a group, a thing.
    public static func title(_ title: String) -> String { key(title, isName: false) }

    private static func key(_ text: String, isName: Bool) -> String {
        let bounded = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        let scalars = Array(bounded.widthAndCaseFolded.unicodeScalars.prefix(limit * 2))
        let surname = isName ? NameReadings.surname(scalars) : []
        var words: [String] = []
        var run = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar.properties.isIdeographic {
                close(&run, into: &words)
                let given = isName && index > 0 ? NameReadings.given(scalar) : nil
                let sound = index < surname.count ? surname[index] : given
                words.append((sound ?? syllable(scalar)) + String(scalar))
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
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        properties.isAlphabetic || properties.numericType != nil
    }
}
