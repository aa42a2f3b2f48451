import Storage
import Values

/// The values of one statement in PostgreSQL's binary form, laid out as libpq takes them. Its room is used
/// again.
struct Parameters {
    private var bytes: [UInt8] = []
    private var places: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var starts: [UnsafePointer<CChar>?] = []

    mutating func fill(_ values: [Value]) {
        // One byte ahead, so that an empty text has a place too: no place at all is a null.
        bytes.removeAll(keepingCapacity: true)
        bytes.append(0)
        places.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        while formats.count < values.count { formats.append(1) }
        for value in values {
            let start = bytes.count
            places.append(value == .null ? nil : start)
            append(value)
            lengths.append(Int32(truncatingIfNeeded: bytes.count - start))
        }
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: return
        case .integer(let number): append(UInt64(bitPattern: number))
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .bytes(let more): bytes.append(contentsOf: more)
        case .identifier(let id):
            append(id.high)
            append(id.low)
        }
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Hands over the number of values, where each begins, how long it is, and that each is binary.
    mutating func withLaidOut(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Int32
    ) -> Int32 {
        let count = Int32(truncatingIfNeeded: places.count)
        return bytes.withUnsafeBytes { raw in
            let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            starts.removeAll(keepingCapacity: true)
            for place in places { starts.append(place.flatMap { place in base.map { $0 + place } }) }
            return starts.withUnsafeBufferPointer { starts in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(count, starts.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
