/// The chunks of a PNG file. Source: W3C PNG, 5.3, 11.2 and 11.3.
enum PNGChunks {
    /// Most that are looked at; a photo's data comes in a few hundred.
    private static let most = 10_000
    private static let headLength = 8

    /// Size and orientation; nil where the head chunk is broken.
    static func header(_ bytes: ByteReader) -> PhotoHeader? {
        guard bytes.number(8, 4) == 13, bytes.holds("IHDR", at: 12),
            let width = bytes.number(16, 4), let height = bytes.number(20, 4)
        else { return nil }
        var orientation = 1
        walk(bytes) { chunk in
            guard chunk.holds("eXIf", at: 4) else { return }
            orientation = Orientation.read(chunk.part(8, chunk.count - 12)) ?? orientation
        }
        return PhotoHeader(kind: .png, width: width, height: height, orientation: orientation)
    }

    /// The file with the chunks alone that make the picture. Packed texts and profiles never reach the
    /// decoder, which would unpack them and write about them to standard error.
    static func pictureOnly(_ file: [UInt8]) -> [UInt8] {
        var kept = Array(file.prefix(headLength))
        walk(ByteReader(file)) { chunk in
            let isPicture =
                chunk.holds("IHDR", at: 4) || chunk.holds("PLTE", at: 4) || chunk.holds("tRNS", at: 4)
                || chunk.holds("IDAT", at: 4) || chunk.holds("IEND", at: 4)
            if isPicture { kept += chunk.bytes }
        }
        return kept
    }

    /// Visits each whole chunk: four bytes of length, four of name, the content, four of check sum.
    private static func walk(_ bytes: ByteReader, _ visit: (ByteReader) -> Void) {
        var position = headLength
        for _ in 0..<most {
            guard let length = bytes.number(position, 4), position + 12 + length <= bytes.count
            else { return }
            visit(bytes.part(position, 12 + length))
            position += 12 + length
        }
    }
}
