import Foundation

/// Words for full-text search of Chinese: overlapping pairs of Han characters, whole Latin words.
///
/// 路灯坏了3次 is stored as `路灯 灯坏 坏了 了 3 次`: after its pairs each run leaves its last character as a word, so
/// that every single character begins some word and a search for one is a search for words beginning with it.
/// The words hold letters and digits only, so FTS5's unicode61 tokenizer keeps them whole.
public enum Bigrams {
    /// Scalars of a document that are indexed; what follows is left out.
    public static let documentLimit = 20_000
    /// Scalars and words of a query that are looked at.
    public static let queryLimit = 64, wordLimit = 8

    /// The words of a text to store, parted by spaces.
    public static func document(_ text: String) -> String {
        var words: [UInt8] = []
        words.reserveCapacity(text.utf8.count * 3)
        for run in runs(of: text, limit: documentLimit) {
            // As `pieces` would part it; a document is written for every need, so without lists in between.
            let width = run.isHan ? 2 : run.scalars.count
            for start in stride(from: 0, to: run.scalars.count, by: run.isHan ? 1 : width) {
                if !words.isEmpty { words.append(UInt8(ascii: " ")) }
                for scalar in run.scalars[start..<min(start + width, run.scalars.count)] {
                    words.append(contentsOf: scalar.utf8)
                }
            }
        }
        return String(decoding: words, as: UTF8.self)
    }

    /// The words that a row must all contain; none for a query without letters and digits.
    public static func query(_ text: String) -> [SearchWord] {
        var words: [[Run]] = []
        for run in runs(of: text, limit: queryLimit) {
            if run.isAttached, !words.isEmpty {
                words[words.count - 1].append(run)
            } else {
                words.append([run])
            }
        }
        return words.prefix(wordLimit).map(word)
    }

    private static func word(_ runs: [Run]) -> SearchWord {
        let all = runs.indices.flatMap { tokens(of: runs[$0], isLast: $0 == runs.count - 1) }
        let isSingle = runs.last.map { $0.isHan && $0.scalars.count == 1 } ?? false
        return SearchWord(tokens: all, isPrefix: isSingle)
    }

    private static func tokens(of run: Run, isLast: Bool) -> [String] {
        pieces(of: run, isLast: isLast).map { String(scalars: run.scalars[$0]) }
    }

    private static func pieces(of run: Run, isLast: Bool) -> [Range<Int>] {
        let count = run.scalars.count
        guard run.isHan, count > 1 else { return [0..<count] }
        var pairs = (0..<count - 1).map { $0..<$0 + 2 }
        // More follows the run, so its last character stands alone in the document too.
        if !isLast { pairs.append(count - 1..<count) }
        return pairs
    }
}

/// One condition of a search: words that stand next to one another, the last perhaps only a beginning.
public struct SearchWord: Hashable, Sendable {
    public let tokens: [String]
    /// Whether the last token matches every word that begins with it.
    public let isPrefix: Bool

    public init(tokens: [String], isPrefix: Bool = false) {
        self.tokens = tokens
        self.isPrefix = isPrefix
    }

    /// The condition in FTS5's language: `"路灯 灯坏"`, `"灯"*`.
    public var phrase: String { "\"" + tokens.joined(separator: " ") + "\"" + (isPrefix ? "*" : "") }
}

extension Collection<SearchWord> {
    /// All conditions joined for FTS5's MATCH; nil where there is none.
    public var match: String? {
        isEmpty ? nil : map(\.phrase).joined(separator: " AND ")
    }
}

extension Bigrams {
    /// Scalars of one kind that follow one another.
    private struct Run {
        let isHan: Bool
        /// Whether it follows the run before directly, or is joined to it by a sign as in X-1041.
        let isAttached: Bool
        var scalars: [Unicode.Scalar]
    }

    private enum Kind { case han, word, mark, joint, gap }

    private static func runs(of text: String, limit: Int) -> [Run] {
        let bounded = text.unicodeScalars.prefix(limit)
        let isPlain = bounded.allSatisfy(isFolded)
        let folded = isPlain ? text : String(scalars: bounded).compatibilityFolded
        var runs: [Run] = []
        var last = Kind.gap, isJoined = false
        // Compatibility forms may unfold to many, so the folded text is bounded as well.
        for scalar in folded.unicodeScalars.prefix(isPlain ? limit : limit * 2) {
            let scalar = scalar.smallLetter
            let kind = kind(scalar)
            switch kind {
            case .mark: continue
            case .joint: isJoined = last == .word
            case .gap: isJoined = false
            case .han, .word:
                if kind == last {
                    runs[runs.count - 1].scalars.append(scalar)
                } else {
                    let isAttached = last == .han || last == .word || (isJoined && kind == .word)
                    runs.append(Run(isHan: kind == .han, isAttached: isAttached, scalars: [scalar]))
                }
            }
            last = kind
        }
        return runs
    }

    /// Whether folding leaves it, makes a capital of ASCII small, or makes of it another gap between words.
    private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x0A, 0x20...0x7E, 0x3001...0x3002, 0x3008...0x3011: true
        case 0x2014, 0x2026, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0x201C, 0x201D: true
        default: false
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x4E00...0x9FFF: return .han
        case 0x30...0x39, 0x61...0x7A: return .word
        case 0x2D, 0x2E, 0x2F, 0x5F: return .joint
        case 0..<0x80: return .gap
        // Kana, Bopomofo and Hangul are written without spaces, or inflected, as Han characters are.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3105...0x312F, 0xAC00...0xD7A3: return .han
        case 0x2190...0x2BFF: return .gap
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .otherLetter, .letterNumber, .modifierLetter: return properties.isIdeographic ? .han : .word
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .decimalNumber, .otherNumber: return .word
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return properties.isDefaultIgnorableCodePoint ? .mark : .gap
        }
    }
}

extension Unicode.Scalar {
    /// A capital of ASCII as the small letter; other scalars as they are.
    fileprivate var smallLetter: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) + 0x20) : self
    }
}
