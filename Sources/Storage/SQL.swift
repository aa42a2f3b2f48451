public import Values

/// A statement with its values: what stands between `\(` and `)` is bound, never pasted into the text.
///
/// The fixed parts can only be compile-time text, so no user's words can become SQL.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text in UTF-8: bytes join and compare faster than a `String`, and every statement is made anew.
    public private(set) var bytes: [UInt8]
    public private(set) var values: [Value]

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
        values = stringInterpolation.values
    }

    /// A statement that carries one text for the engine itself: a migration, a pragma. Never made of a
    /// user's words.
    public init(trusted text: String) {
        bytes = Array(text.utf8)
        values = []
    }

    /// The text of a column from a place on, counted from 1.
    public static func rest(of column: SQL, from place: Int) -> SQL {
        "SUBSTR(\(column), CAST(\(place) AS INTEGER))"
    }

    public static func + (a: SQL, b: SQL) -> SQL {
        var sum = a
        sum += b
        return sum
    }

    public static func += (a: inout SQL, b: SQL) {
        a.bytes += b.bytes
        a.values += b.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var bytes: [UInt8] = []
        @usableFromInline var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        @inlinable
        public mutating func appendInterpolation(_ value: (some Bindable)?) {
            bind(value?.value ?? .null)
        }

        @inlinable
        public mutating func appendInterpolation(_ value: some Bindable) { bind(value.value) }

        public mutating func appendInterpolation(_ part: SQL) {
            bytes += part.bytes
            values += part.values
        }

        /// Values in parentheses, as `IN` wants them. An empty list matches nothing.
        @inlinable
        public mutating func appendInterpolation(list: some Sequence<some Bindable>) {
            appendLiteral("(")
            var isFirst = true
            for value in list {
                if !isFirst { appendLiteral(", ") }
                isFirst = false
                bind(value.value)
            }
            appendLiteral(isFirst ? "NULL)" : ")")
        }

        @usableFromInline
        mutating func bind(_ value: Value) {
            bytes.append(UInt8(ascii: "?"))
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
    /// Sixteen bytes in a column, without an array of their own on the way there.
    case identifier(Identifier)
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
extension Identifier: Bindable { public var value: Value { .identifier(self) } }
extension Instant: Bindable { public var value: Value { .integer(microseconds) } }
extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    @inlinable public var value: Value { rawValue.value }
}
