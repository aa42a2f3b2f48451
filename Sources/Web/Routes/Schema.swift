/// The JSON Schema of a type, found by letting the type decode itself from a decoder that only listens.
///
/// Works for structs of plain fields, lists, optionals, and enums of texts that list their cases; a type
/// that knows
/// better says so as ``SchemaKnowing``.
public indirect enum Schema: Sendable {
    case string(format: String?)
    case integer, number, boolean
    case choice([String])
    case list(Schema)
    case object(name: String, fields: [(name: String, schema: Schema, isRequired: Bool)])
    case map(Schema)
    case anything

    public init(of type: any Decodable.Type) {
        self = Listener.schema(of: type)
    }
}

/// A type that writes itself as something other than its fields.
public protocol SchemaKnowing {
    static var schema: Schema { get }
    /// Any value of it, for a type around it to go on to its next field.
    static var sample: Self { get }
}

/// Decodes nothing and notes what it is asked for.
private final class Listener: Decoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var found: Schema?
    var fields: [(name: String, schema: Schema, isRequired: Bool)] = []
    var isObject = false

    /// Every type seen on the way down, so that one within itself ends.
    @TaskLocal static var open: [ObjectIdentifier] = []

    static func schema(of type: any Decodable.Type) -> Schema {
        if let known = type as? any SchemaKnowing.Type { return known.schema }
        if let plain = plain(type) { return plain }
        guard !open.contains(ObjectIdentifier(type)) else { return .anything }
        return $open.withValue(open + [ObjectIdentifier(type)]) {
            let listener = Listener()
            // A type that cannot be made of nothing stops here; what it asked for until then is known.
            _ = try? type.init(from: listener)
            if listener.isObject { return .object(name: "\(type)", fields: listener.fields) }
            return listener.found ?? .anything
        }
    }

    private static func plain(_ type: any Decodable.Type) -> Schema? {
        switch type {
        case is String.Type: .string(format: nil)
        case is Bool.Type: .boolean
        case is any BinaryInteger.Type: .integer
        case is any BinaryFloatingPoint.Type: .number
        case let list as any ListLike.Type: .list(list.element.map(schema) ?? .anything)
        case let map as any MapLike.Type: .map(map.element.map(schema) ?? .anything)
        case let maybe as any MaybeLike.Type: maybe.wrapped.map(schema)
        default: enumeration(type)
        }
    }

    /// An enum of texts with all its cases known.
    private static func enumeration(_ type: any Decodable.Type) -> Schema? {
        guard let listed = type as? any CaseIterable.Type else { return nil }
        func texts<T: CaseIterable>(_: T.Type) -> [String] {
            T.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        }
        let all = texts(listed)
        return all.isEmpty ? nil : .choice(all)
    }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedDecodingContainer<Key> {
        isObject = true
        return KeyedDecodingContainer(KeyListener<Key>(listener: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        found = .list(.anything)
        throw Nothing()
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { ValueListener(listener: self) }
}

private struct Nothing: Error {}
private protocol ListLike { static var element: (any Decodable.Type)? { get } }
private protocol MapLike { static var element: (any Decodable.Type)? { get } }
private protocol MaybeLike { static var wrapped: (any Decodable.Type)? { get } }
extension Array: ListLike {
    static var element: (any Decodable.Type)? { Element.self as? any Decodable.Type }
}
extension Set: ListLike { static var element: (any Decodable.Type)? { Element.self as? any Decodable.Type } }
extension Dictionary: MapLike {
    static var element: (any Decodable.Type)? { Value.self as? any Decodable.Type }
}
extension Optional: MaybeLike {
    static var wrapped: (any Decodable.Type)? { Wrapped.self as? any Decodable.Type }
}

/// Hands out empty values so that a type goes on to its next field.
private enum Blank {
    static func value<T: Decodable>(_ type: T.Type) throws -> T {
        if let known = (T.self as? any SchemaKnowing.Type)?.sample as? T { return known }
        let blanks: [any Decodable] = ["", false, Int64(0), Int(0), Int32(0), UInt64(0), Double(0)]
        for blank in blanks { if let same = blank as? T { return same } }
        if let list = (T.self as? any EmptyMakable.Type)?.empty as? T { return list }
        if let listed = T.self as? any CaseIterable.Type, let first = listed.firstCase as? T { return first }
        return try T(from: Listener())
    }
}

private protocol EmptyMakable { static var empty: Any { get } }
extension Array: EmptyMakable { static var empty: Any { [Element]() } }
extension Set: EmptyMakable { static var empty: Any { Set<Element>() } }
extension Dictionary: EmptyMakable { static var empty: Any { [Key: Value]() } }
extension CaseIterable { fileprivate static var firstCase: Any? { allCases.first } }

private struct KeyListener<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let listener: Listener
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        listener.fields.append((key.stringValue, Listener.schema(of: type), true))
        return try Blank.value(type)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? { maybe(type, key) }

    // The library's own answers for these types stand before the general one above.
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { maybe(type, key) }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { maybe(type, key) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { maybe(type, key) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { maybe(type, key) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { maybe(type, key) }

    private func maybe<T: Decodable>(_ type: T.Type, _ key: Key) -> T? {
        listener.fields.append((key.stringValue, Listener.schema(of: type), false))
        return nil
    }

    func nestedContainer<K: CodingKey>(keyedBy: K.Type, forKey: Key) throws -> KeyedDecodingContainer<K> {
        throw Nothing()
    }
    func nestedUnkeyedContainer(forKey: Key) throws -> any UnkeyedDecodingContainer { throw Nothing() }
    func superDecoder() throws -> any Decoder { listener }
    func superDecoder(forKey: Key) throws -> any Decoder { listener }
}

private struct ValueListener: SingleValueDecodingContainer {
    let listener: Listener
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        listener.found = Listener.schema(of: type)
        return try Blank.value(type)
    }
}
