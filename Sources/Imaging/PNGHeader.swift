/// The size and orientation in a PNG file. Source: W3C PNG, 11.2.1 and 11.3.
enum PNGHeader {
    private static let mostChunks = 10_000

    static func read(_ bytes: ByteReader) -> PhotoHeader? {
        guard bytes.number(8, 4) == 13, bytes.holds("IHDR", at: 12),
            let width = bytes.number(16, 4), let height = bytes.number(20, 4)
        else { return nil }
        return PhotoHeader(kind: .png, width: width, height: height, orientation: orientation(bytes) ?? 1)
    }

    private static func orientation(_ bytes: ByteReader) -> Int? {
        var position = 8
        for _ in 0..<mostChunks {
            guard let length = bytes.number(position, 4) else { return nil }
            if bytes.holds("eXIf", at: position + 4) {
                return Orientation.read(bytes.part(position + 8, length))
            }
            position += 12 + length
        }
        return nil
    }
}
