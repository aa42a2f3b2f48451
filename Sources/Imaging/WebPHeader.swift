/// The size and orientation in a WebP file. Source: Google, WebP Container Specification; RFC 6386, 9.1.
enum WebPHeader {
    private static let mostChunks = 1000

    /// Nil where a chunk is broken, the picture moves, or no picture is found.
    static func read(_ bytes: ByteReader) -> PhotoHeader? {
        var sizes: [(width: Int, height: Int)] = []
        var orientation = 1
        var position = 12
        for _ in 0..<mostChunks {
            guard let length = bytes.number(position + 4, 4, littleEndian: true) else { break }
            let chunk = bytes.part(position + 8, length)
            if bytes.holds("VP8 ", at: position) {
                guard let size = lossy(chunk) else { return nil }
                sizes.append(size)
            } else if bytes.holds("VP8L", at: position) {
                guard let size = lossless(chunk) else { return nil }
                sizes.append(size)
            } else if bytes.holds("VP8X", at: position) {
                guard let size = canvas(chunk) else { return nil }
                sizes.append(size)
            } else if bytes.holds("EXIF", at: position) {
                orientation = Orientation.read(chunk) ?? orientation
            }
            position += 8 + length + length % 2
        }
        // Canvas and picture may claim different sizes: the larger counts.
        guard let width = sizes.map(\.width).max(), let height = sizes.map(\.height).max() else { return nil }
        return PhotoHeader(kind: .webp, width: width, height: height, orientation: orientation)
    }

    private static func lossy(_ chunk: ByteReader) -> (Int, Int)? {
        guard let first = chunk.byte(0), first & 1 == 0, chunk.part(3, 3).starts(with: [0x9d, 0x01, 0x2a]),
            let width = chunk.number(6, 2, littleEndian: true),
            let height = chunk.number(8, 2, littleEndian: true)
        else { return nil }
        return (width & 0x3fff, height & 0x3fff)
    }

    private static func lossless(_ chunk: ByteReader) -> (Int, Int)? {
        guard chunk.byte(0) == 0x2f, let bits = chunk.number(1, 4, littleEndian: true) else { return nil }
        return ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
    }

    private static func canvas(_ chunk: ByteReader) -> (Int, Int)? {
        let moving = 0x02
        guard let flags = chunk.byte(0), flags & moving == 0,
            let width = chunk.number(4, 3, littleEndian: true),
            let height = chunk.number(7, 3, littleEndian: true)
        else { return nil }
        return (width + 1, height + 1)
    }
}
