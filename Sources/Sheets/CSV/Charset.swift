import Glibc

/// The encodings that people's tables come in, told apart by their bytes.
enum Charset {
    /// The text in UTF-8 without a byte order mark.
    ///
    /// Throws: `SheetFault` with the line of the first sequence that no encoding explains.
    static func decode(_ bytes: [UInt8]) throws -> ArraySlice<UInt8> {
        if bytes.starts(with: [0xFF, 0xFE]) { return try convert(bytes.dropFirst(2), from: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return try convert(bytes.dropFirst(2), from: "UTF-16BE") }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            if let bad = invalid(in: bytes.dropFirst(3)).first { throw fault(at: bad, in: bytes) }
            return bytes.dropFirst(3)
        }
        let check = invalid(in: bytes[...])
        guard let bad = check.first else { return bytes[...] }
        // A long text in UTF-8 with a broken place also decodes as GB18030, into nonsense that nobody asked
        // for.
        if check.sequences > 10 * check.count { throw fault(at: bad, in: bytes) }
        return try convert(bytes[...], from: "GB18030")
    }

    private static func fault(at index: Int, in bytes: [UInt8]) -> SheetFault {
        SheetFault(.encoding, row: lines(in: bytes[..<index]) + 1)
    }

    private static func lines(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    /// The first place that is not UTF-8, how many such places there are, and how many whole sequences.
    private static func invalid(in bytes: ArraySlice<UInt8>) -> (first: Int?, count: Int, sequences: Int) {
        var scan = UTF8Scan()
        var first: Int?, count = 0, sequences = 0
        for (index, byte) in zip(bytes.indices, bytes) {
            let open = scan.isOpen
            if scan.accepts(byte) {
                if open && !scan.isOpen { sequences += 1 }
                continue
            }
            first = first ?? index
            count += 1
            scan = UTF8Scan()
            if open { _ = scan.accepts(byte) }
        }
        if scan.isOpen {
            first = first ?? bytes.endIndex
            count += 1
        }
        return (first, count, sequences)
    }

    /// Converts by the C library, strictly.
    private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) throws -> ArraySlice<UInt8> {
        let converter = iconv_open("UTF-8", name)
        guard let converter, converter != iconv_t(bitPattern: -1) else { throw SheetFault(.encoding) }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character of these encodings grows to more than twice its bytes in UTF-8.
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        var inputLeft = input.count, outputLeft = output.count
        let result = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress, to = target.baseAddress
                return iconv(converter, &from, &inputLeft, &to, &outputLeft)
            }
        }
        let text = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
        guard result != -1, inputLeft == 0 else { throw fault(at: text.count, in: text) }
        return text[...]
    }
}

/// Holds bytes against the rules of UTF-8 one after another. Source: Unicode, table 3-7.
struct UTF8Scan {
    private var left = 0
    private var low: UInt8 = 0x80, high: UInt8 = 0xBF

    /// Whether a sequence has begun and wants more bytes.
    var isOpen: Bool { left > 0 }

    mutating func accepts(_ byte: UInt8) -> Bool {
        if left == 0 { return byte < 0x80 || begins(byte) }
        guard byte >= low, byte <= high else { return false }
        (low, high, left) = (0x80, 0xBF, left - 1)
        return true
    }

    private mutating func begins(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: left = 1
        case 0xE0: (left, low) = (2, 0xA0)
        case 0xED: (left, high) = (2, 0x9F)
        case 0xE1...0xEF: left = 2
        case 0xF0: (left, low) = (3, 0x90)
        case 0xF4: (left, high) = (3, 0x8F)
        case 0xF1...0xF3: left = 3
        default: return false
        }
        return true
    }
}
