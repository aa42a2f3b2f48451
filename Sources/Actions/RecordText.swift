import Crypto
import Storage

/// The text of which a row's hash is made: every field preceded by its length in four bytes, the greatest
/// first, so that no two rows share a text.
///
/// The one who writes a row and the one who proves it spell it here; one buffer serves row after row.
struct RecordText {
    private(set) var bytes: [UInt8] = []

    mutating func begin() { bytes.removeAll(keepingCapacity: true) }

    mutating func add(_ part: [UInt8]) { addCounted { $0.append(contentsOf: part) } }

    /// A stored column as it is; how many bytes it has.
    @discardableResult
    mutating func add(_ column: Int, of row: any Row) -> Int {
        addCounted { row.append(column, to: &$0) }
    }

    /// A number in the digits that people write.
    mutating func add(decimal number: Int64) {
        addCounted { bytes in
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            let start = bytes.count
            var rest = number.magnitude
            repeat {
                bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            } while rest > 0
            for place in 0..<(bytes.count - start) / 2 { bytes.swapAt(start + place, bytes.count - 1 - place) }
        }
    }

    @discardableResult
    private mutating func addCounted(_ write: (inout [UInt8]) -> Void) -> Int {
        let start = bytes.count
        for _ in 0..<4 { bytes.append(0) }
        write(&bytes)
        let count = bytes.count - start - 4
        for place in 0..<4 { bytes[start + place] = UInt8(truncatingIfNeeded: count >> (24 - 8 * place)) }
        return count
    }

    /// SHA-256 of the text. Shape: 32 bytes.
    func withHash<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        var sha = SHA256()
        bytes.withUnsafeBytes { sha.update(bufferPointer: $0) }
        return try sha.finalize().withUnsafeBytes(body)
    }
}
