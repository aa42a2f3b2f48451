/// The languages that every page speaks. Simplified Chinese is the source.
public enum Language: String, Sendable, CaseIterable, Codable {
    case chinese = "zh-Hans"
    case english = "en"
}

/// One sentence in each language, side by side.
public struct Text: Sendable, Hashable {
    public let chinese: String
    public let english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// Nothing said in any language.
    public static let empty = Text(String(), String())

    public subscript(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// A sentence of a capability: an enum case that knows its text.
public protocol Phrase: Sendable {
    var text: Text { get }
}

extension Text: Phrase {
    public var text: Text { self }
}

extension Phrase {
    /// The sentence in one language.
    public func callAsFunction(_ language: Language) -> String { text[language] }
}
