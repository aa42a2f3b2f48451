public import Values

/// A statement with its values: what stands between `\(` and `)` is bound, never pasted into the text.
///
/// The fixed parts can only be compile-time text, so no user's words can become SQL.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    public private(set) var text: String
    public private(set) var values: [Value]

    public init(stringLiteral value: StaticString) {
        text = value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// A statement that carries one text for the engine itself: a migration, a pragma. Never made of a
    /// user's words.
    public init(trusted text: String) {
        self.text = text
        values = []
    }

    public static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum.text += b.text
        sum.values += b.values
        return sum
    }

    public static func += (a: inout SQL, b: SQL) {
        a.text += b.text
        a.values += b.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text: String
        var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        public mutating func appendInterpolation(_ value: (some Bindable)?) {
            bind(value?.value ?? .null)
        }

        public mutating func appendInterpolation(_ value: some Bindable) { bind(value.value) }

        public mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            values += part.values
        }

        /// Values in parentheses, as `IN` wants them. An empty list matches nothing.
        public mutating func appendInterpolation(list: some Sequence<some Bindable>) {
            text += "("
            var first = true
            for value in list {
                if !first { text += ", " }
                first = false
                bind(value.value)
            }
            text += first ? "NULL)" : ")"
        }

        private mutating func bind(_ value: Value) {
            text += "?"
            values.append(value)
        }
    }
}

/// What a column can hold on both engines.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// A type that a statement can bind.
public protocol Bindable: Sendable {
    var value: Value { get }
}

extension Value: Bindable { public var value: Value { self } }
extension Int: Bindable { public var value: Value { .integer(Int64(self)) } }
extension Int64: Bindable { public var value: Value { .integer(self) } }
extension Bool: Bindable { public var value: Value { .integer(self ? 1 : 0) } }
extension String: Bindable { public var value: Value { .text(self) } }
extension [UInt8]: Bindable { public var value: Value { .bytes(self) } }
extension Identifier: Bindable { public var value: Value { .bytes(bytes) } }
extension Instant: Bindable { public var value: Value { .integer(microseconds) } }
extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    public var value: Value { rawValue.value }
}
