import Clazy
import Storage
import Values

/// The whole answer to one statement, in binary form, held until it is let go.
final class Answer {
    private let result: OpaquePointer
    private let types: [UInt32]

    init(_ result: OpaquePointer) {
        self.result = result
        types = (0..<PQnfields(result)).map { PQftype(result, $0) }
    }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }

    /// How many rows the statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What the server says it did, as `COMMIT`.
    var command: String { String(cString: PQcmdStatus(result)) }

    func row(_ number: Int) -> AnswerRow {
        AnswerRow(result: result, number: Int32(truncatingIfNeeded: number), types: types)
    }
}

/// One row of an answer.
struct AnswerRow: Row {
    let result: OpaquePointer
    let number: Int32
    let types: [UInt32]

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, number, Int32(column)) != 0 }

    func integer(_ column: Int) -> Int64 {
        let raw = raw(column)
        switch types[column] {
        case TypeNumber.int8: return Int64(truncatingIfNeeded: raw.whole)
        case TypeNumber.int4: return Int64(Int32(truncatingIfNeeded: raw.whole))
        case TypeNumber.int2: return Int64(Int16(truncatingIfNeeded: raw.whole))
        case TypeNumber.bool: return Int64(truncatingIfNeeded: raw.whole)
        case TypeNumber.numeric: return Numeric.integer(raw)
        case TypeNumber.float8: return Int64(clamping: Double(bitPattern: raw.whole))
        // A number written as text, which the other engine reads as well.
        default: return Int64(String(decoding: raw, as: UTF8.self)) ?? 0
        }
    }

    func text(_ column: Int) -> String {
        switch types[column] {
        case TypeNumber.int8, TypeNumber.int4, TypeNumber.int2, TypeNumber.bool, TypeNumber.numeric:
            return isNull(column) ? "" : String(integer(column))
        default: return String(decoding: raw(column), as: UTF8.self)
        }
    }

    func bytes(_ column: Int) -> [UInt8] { Array(raw(column)) }

    func append(_ column: Int, to bytes: inout [UInt8]) -> Int {
        let raw = raw(column)
        bytes.append(contentsOf: raw)
        return raw.count
    }

    func identifier(_ column: Int) throws -> Identifier {
        let raw = raw(column)
        guard raw.count == 16 else { throw StorageFault.unreadable("identifier in column \(column)") }
        return Identifier(
            high: UnsafeRawBufferPointer(rebasing: raw[..<8]).whole,
            low: UnsafeRawBufferPointer(rebasing: raw[8...]).whole)
    }

    private func raw(_ column: Int) -> UnsafeRawBufferPointer {
        let column = Int32(truncatingIfNeeded: column)
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, number, column), count: Int(PQgetlength(result, number, column)))
    }
}

extension UnsafeRawBufferPointer {
    /// Up to eight bytes as one number, the greatest first.
    var whole: UInt64 {
        if count == 8 { return UInt64(bigEndian: loadUnaligned(as: UInt64.self)) }
        return reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Int64 {
    /// The whole part, or the nearest that fits.
    fileprivate init(clamping number: Double) {
        self = number.isNaN ? 0 : Int64(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
    }
}

/// PostgreSQL's `numeric`, which the sum of a column is.
enum Numeric {
    /// The whole part of the number in binary form, or the nearest that fits.
    ///
    /// Source: PostgreSQL 15, `numeric_send`: the count of digits to base 10,000, the power of the first, the
    /// sign, the places shown, the digits; each two bytes.
    static func integer(_ raw: UnsafeRawBufferPointer) -> Int64 {
        guard raw.count >= 8 else { return 0 }
        func part(_ index: Int) -> UInt16 {
            UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
        }
        let count = Int(part(0)), power = Int(Int16(bitPattern: part(1))), sign = part(2)
        guard power >= 0, sign == 0 || sign == 0x4000, raw.count >= 8 + count * 2 else { return 0 }
        let isNegative = sign == 0x4000
        var number: Int64 = 0
        for index in 0...power {
            let digit = index < count ? Int64(part(4 + index)) : 0
            let (product, isOver) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, isFurtherOver) = product.addingReportingOverflow(isNegative ? -digit : digit)
            if isOver || isFurtherOver { return isNegative ? .min : .max }
            number = sum
        }
        return number
    }
}
