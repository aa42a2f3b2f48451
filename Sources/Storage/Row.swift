public import Values

/// One row of an answer, read by position while the statement stands on it.
///
/// A row is good only inside the closure that was given it.
public protocol Row {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    func identifier(_ column: Int) throws -> Identifier
    /// Puts the stored bytes of a text or of bytes behind others, and says how many: nothing is allotted for
    /// them, where rows are walked by the million.
    @discardableResult
    func append(_ column: Int, to bytes: inout [UInt8]) -> Int
}

extension Row {
    public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    public func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }
    public func int(_ column: Int) -> Int { Int(truncatingIfNeeded: integer(column)) }
    public func flag(_ column: Int) -> Bool { integer(column) != 0 }
    public func instant(_ column: Int) -> Instant { Instant(microseconds: integer(column)) }
    public func optionalInstant(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    public func optionalIdentifier(_ column: Int) throws -> Identifier? {
        isNull(column) ? nil : try identifier(column)
    }

    /// A column that holds one of an enum's raw values.
    ///
    /// - Throws: ``StorageFault/unreadable`` where the text is none of them.
    @inlinable
    public func choice<T: RawRepresentable<String>>(_ column: Int, _: T.Type = T.self) throws -> T {
        let raw = text(column)
        guard let value = T(rawValue: raw) else { throw StorageFault.unreadable("\(T.self): \(raw)") }
        return value
    }
}
