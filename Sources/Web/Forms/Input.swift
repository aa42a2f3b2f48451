public import Values

/// One field of a form or of a query, as the form, the reader of it and the published interface know it.
public struct Input: Sendable {
    public enum Kind: Sendable {
        /// One line of at most so many characters.
        case line(Int)
        /// Several lines of at most so many characters.
        case lines(Int)
        case phone, day, password, code
        case number(ClosedRange<Int64>)
        case flag
        /// One of these; an empty list stands for choices that are data.
        case choice([String])
        /// Several of these.
        case choices([String])
        /// A file of at most so many bytes.
        case file(Int)
        case identifier
    }

    public let name: String
    public let title: Text
    public let kind: Kind
    public let isRequired: Bool

    public init(_ name: String, _ title: Text, _ kind: Kind, required: Bool = false) {
        self.name = name
        self.title = title
        self.kind = kind
        isRequired = required
    }

    public static func choice<T: CaseIterable & RawRepresentable<String>>(
        _ name: String, _ title: Text, of: T.Type, required: Bool = false
    ) -> Input {
        Input(name, title, .choice(T.allCases.map(\.rawValue)), required: required)
    }
}
