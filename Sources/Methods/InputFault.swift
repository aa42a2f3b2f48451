/// Why a method refuses what it was given, and where it stands.
///
/// The sentence names the thing at fault and what was expected; it never quotes more than a few characters of
/// the input.
public struct InputFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line at fault, counted from 1; nil where the fault is of the whole.
    public let line: Int?
    public let sentence: String

    public init(_ sentence: String, line: Int? = nil) {
        self.line = line
        self.sentence = sentence
    }

    public var description: String { line.map { "line \($0): \(sentence)" } ?? sentence }
}
