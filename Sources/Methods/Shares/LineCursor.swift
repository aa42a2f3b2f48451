/// Goes through the lines of a text; lines of nothing but spaces are passed over, but counted.
struct LineCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let longest: Int
    private var at = 0
    /// The number of the line that was given last, from 1.
    private(set) var number = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, longest: Int) {
        (self.bytes, self.longest) = (bytes, longest)
        // The mark of byte order that some editors write.
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
    }

    /// Bytes not gone through yet.
    var left: Int { bytes.count - at }

    /// Refuses bytes that are not UTF-8.
    func checkText() throws(InputFault) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let before = bytes[..<min(bytes.count, error.byteOffsets.lowerBound)]
            let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
            throw InputFault("the bytes are not UTF-8", line: line)
        }
    }

    /// The next line that is not blank, without its end; nil at the end of the text.
    @inline(__always)
    mutating func next() throws(InputFault) -> Range<Int>? {
        while at < bytes.count {
            let start = at
            var end = lineEnd(from: at)
            at = end + 1
            number += 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            if end - start > longest {
                throw InputFault("the line has more than \(longest) bytes", line: number)
            }
            if !isBlank(start, end) { return start..<end }
        }
        return nil
    }

    @inline(__always)
    private func isBlank(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index == end
    }

    /// The place of the next line feed, or the end.
    @inline(__always)
    private func lineEnd(from start: Int) -> Int {
        var index = start
        // Eight bytes at a time: a byte of the difference is zero where a line feed stands.
        let ones: UInt64 = 0x0101_0101_0101_0101, tops: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= bytes.count, let base = bytes.baseAddress {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self).littleEndian
            let difference = word ^ (ones &* UInt64(UInt8(ascii: "\n")))
            let zeros = (difference &- ones) & ~difference & tops
            if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }
}
