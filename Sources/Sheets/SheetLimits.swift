/// How much of a stranger's file is read before it is refused.
public struct SheetLimits: Sendable, Hashable {
    /// Bytes of the file as it came.
    public var fileBytes = 20 << 20
    /// Data rows below the header that are not blank.
    public var rows = 100_000
    public var columns = 256
    /// UTF-16 units in a cell, the same measure and limit as in spreadsheet programs.
    public var cellLength = 32_767
    /// Bytes of one part of an XLSX file once unpacked.
    public var partBytes = 50 << 20
    /// How many times larger than packed a part of over a megabyte may be.
    public var ratio = 400
    /// Files inside an XLSX file.
    public var entries = 2_000
    /// Distinct strings of an XLSX file.
    public var strings = 1_000_000
    /// Faults of single rows that are kept in words; further ones are only counted.
    public var faults = 200

    public static let standard = SheetLimits()

    public init() {}
}
