/// The segments of a JPEG file, up to its first scan. Source: ITU-T T.81, annex B.
enum JPEGSegments {
    struct Segment {
        let marker: Int
        /// Where its marker begins, and where the next segment begins.
        let start: Int, end: Int
        /// What stands behind its length.
        let content: ByteReader
    }

    private static let startOfScan = 0xda
    /// A progressive photo has about ten scans; hundreds in a small file cost minutes to decode.
    private static let mostScans = 64

    /// Size and orientation; nil where the file is broken or holds more scans than any photo.
    static func header(_ bytes: ByteReader) -> PhotoHeader? {
        guard let segments = list(bytes), scans(bytes) <= mostScans else { return nil }
        var orientation = 1
        for segment in segments where segment.marker == 0xe1 && segment.content.holds("Exif\0\0", at: 0) {
            orientation = Orientation.read(segment.content.part(6, segment.content.count)) ?? orientation
        }
        // A second frame could tell the decoder another size than the one that was measured.
        let frames = segments.filter { isFrame($0.marker) }
        guard frames.count == 1, let frame = frames.first?.content,
            let height = frame.number(1, 2), let width = frame.number(3, 2)
        else { return nil }
        return PhotoHeader(kind: .jpeg, width: width, height: height, orientation: orientation)
    }

    /// The segments before the first scan, and the scan's own head last; nil where one is cut short.
    static func list(_ bytes: ByteReader) -> [Segment]? {
        var segments: [Segment] = []
        var position = 2
        while let mark = nextMarker(bytes, from: position) {
            guard let marker = bytes.byte(mark + 1) else { return nil }
            // Markers that stand alone, without a length.
            if marker == 0x01 || (0xd0...0xd8).contains(marker) {
                position = mark + 2
                continue
            }
            guard let length = bytes.number(mark + 2, 2), length >= 2, mark + 2 + length <= bytes.count else {
                return nil
            }
            let end = mark + 2 + length
            let content = bytes.part(mark + 4, length - 2)
            segments.append(Segment(marker: marker, start: mark, end: end, content: content))
            if marker == startOfScan { return segments }
            position = end
        }
        return nil
    }

    /// Where the next marker begins, jumping over stray bytes and fill bytes as decoders do.
    private static func nextMarker(_ bytes: ByteReader, from start: Int) -> Int? {
        var position = start
        while let byte = bytes.byte(position), let next = bytes.byte(position + 1) {
            if byte == 0xff, next != 0xff, next != 0 { return position }
            position += 1
        }
        return nil
    }

    private static func isFrame(_ marker: Int) -> Bool {
        (0xc0...0xcf).contains(marker) && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
    }

    private static func scans(_ bytes: ByteReader) -> Int {
        var count = 0, previous: UInt8 = 0
        for byte in bytes.bytes {
            if previous == 0xff, byte == 0xda { count += 1 }
            previous = byte
        }
        return count
    }
}

extension JPEGSegments {
    /// The file without comments and without any application's segment but JFIF; nil where it is no JPEG.
    static func withoutMetadata(_ file: [UInt8]) -> [UInt8]? {
        guard let segments = list(ByteReader(file)), let scan = segments.last else { return nil }
        var kept: [UInt8] = [0xff, 0xd8]
        for segment in segments where !isMetadata(segment) { kept += file[segment.start..<segment.end] }
        return kept + file[scan.end...]
    }

    /// Whether a segment tells more than the picture: EXIF, XMP, IPTC, a colour profile, a comment.
    static func isMetadata(_ segment: Segment) -> Bool {
        switch segment.marker {
        case 0xe0: !segment.content.holds("JFIF\0", at: 0)
        case 0xe1...0xef, 0xfe: true
        default: false
        }
    }
}
