/// What the first bytes of a picture say: its kind, its size, and how it was held. Nothing is decoded.
struct PhotoHeader: Equatable {
    enum Kind: Equatable { case jpeg, png, webp }

    let kind: Kind
    let width: Int, height: Int
    /// 1...8 as EXIF numbers it; 1 is upright.
    var orientation = 1

    /// Reads a header. Refuses: other kinds, and sizes or segments that make no sense.
    static func read(_ bytes: ByteReader) throws(PhotoFault) -> PhotoHeader {
        let header: PhotoHeader? =
            if bytes.starts(with: [0xff, 0xd8, 0xff]) {
                JPEGSegments.header(bytes)
            } else if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
                PNGChunks.header(bytes)
            } else if bytes.starts(with: "RIFF".utf8), bytes.holds("WEBP", at: 8) {
                WebPHeader.read(bytes)
            } else {
                throw .otherKind
            }
        guard let header, header.width > 0, header.height > 0 else { throw .unreadable }
        return header
    }
}

/// Bytes from outside, read by position; what lies beyond the end is nil.
struct ByteReader {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }
    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var count: Int { bytes.count }

    func byte(_ offset: Int) -> Int? {
        offset >= 0 && offset < count ? Int(bytes[bytes.startIndex + offset]) : nil
    }

    /// An unsigned number of 1...4 bytes.
    func number(_ offset: Int, _ length: Int, littleEndian: Bool = false) -> Int? {
        guard offset >= 0, offset <= count - length else { return nil }
        let start = bytes.startIndex + offset
        let part = bytes[start..<start + length]
        let ordered = littleEndian ? Array(part.reversed()) : Array(part)
        return ordered.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The part from `offset` on, at most `length` long and cut at the end.
    func part(_ offset: Int, _ length: Int) -> ByteReader {
        guard offset >= 0, offset < count, length > 0 else { return ByteReader([]) }
        let start = bytes.startIndex + offset
        return ByteReader(bytes[start..<start + min(length, count - offset)])
    }

    func starts(with prefix: some Sequence<UInt8>) -> Bool { bytes.starts(with: prefix) }

    func holds(_ word: StaticString, at offset: Int) -> Bool {
        word.withUTF8Buffer { part(offset, $0.count).bytes.elementsEqual($0) }
    }
}
