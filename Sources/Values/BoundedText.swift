import Foundation

/// What a field asks of a text: how long, one line or several, how many marks on one letter.
///
/// Characters are Unicode scalars after normalisation, bytes are of UTF-8.
public struct TextRule: Sendable, Hashable {
    public let characters: ClosedRange<Int>
    public let isSingleLine: Bool
    public let maximumBytes: Int
    /// Combining marks that may follow one another.
    public let maximumMarks: Int

    public init(
        _ characters: ClosedRange<Int>, singleLine: Bool, maximumBytes: Int? = nil, maximumMarks: Int = 4
    ) {
        self.characters = characters
        self.maximumMarks = maximumMarks
        isSingleLine = singleLine
        self.maximumBytes =
            maximumBytes ?? characters.upperBound.multipliedReportingOverflow(by: 4).partialValue
    }

    /// One line, such as a name or a title.
    public static func line(_ characters: ClosedRange<Int>) -> TextRule {
        TextRule(characters, singleLine: true)
    }

    /// Several lines, such as what a resident tells.
    public static func passage(_ characters: ClosedRange<Int>) -> TextRule {
        TextRule(characters, singleLine: false)
    }
}

/// A text from outside, cleaned and within a rule.
///
/// Shape: NFC, trimmed, lines parted by LF; no control characters, direction overrides or invisible fillers.
public struct BoundedText: Hashable, Sendable, CustomStringConvertible {
    public let string: String

    /// Cleans `raw` and holds it against the rule.
    public init(_ raw: String, _ rule: TextRule) throws(TextFault) {
        let most = rule.characters.upperBound
        // What is far too long is refused before any work is spent on it.
        guard raw.utf8.count <= most.multipliedReportingOverflow(by: 8).partialValue &+ 1024 else {
            throw .long(count: raw.unicodeScalars.count, most: most)
        }
        let clean = TextCleaning.clean(raw, singleLine: rule.isSingleLine)
        let count = clean.unicodeScalars.count
        guard count > 0 || rule.characters.lowerBound <= 0 else { throw .empty }
        guard count >= rule.characters.lowerBound else {
            throw .short(count: count, least: rule.characters.lowerBound)
        }
        guard count <= most else { throw .long(count: count, most: most) }
        guard clean.utf8.count <= rule.maximumBytes else {
            throw .heavy(bytes: clean.utf8.count, most: rule.maximumBytes)
        }
        guard TextCleaning.longestRunOfMarks(clean) <= rule.maximumMarks else { throw .marks }
        string = clean
    }

    public var description: String { string }

    /// The lines of a passage, blank ones included.
    public var lines: [Substring] { string.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// Why a text does not fit its field.
public enum TextFault: Error, Hashable, Phrase {
    case empty
    case short(count: Int, least: Int)
    case long(count: Int, most: Int)
    case heavy(bytes: Int, most: Int)
    case marks

    public var text: Text {
        switch self {
        case .empty: Text("这里还没写。", "Nothing is written here yet.")
        case .short(let count, let least):
            Text("写了\(count)个字，至少\(least)个。", "You wrote \(count) characters; at least \(least) are needed.")
        case .long(let count, let most):
            Text("写了\(count)个字，最多\(most)个。", "You wrote \(count) characters; at most \(most) fit.")
        case .heavy(let bytes, let most):
            Text(
                "生僻符号太多，占了\(bytes)字节，最多\(most)。请换成常用字。",
                "Rare signs take \(bytes) bytes; at most \(most) fit. Please use common ones.")
        case .marks:
            Text("有的字上面叠了太多符号，请删掉几个。", "Too many marks are stacked on one letter; please remove some.")
        }
    }
}
