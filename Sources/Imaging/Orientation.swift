/// How a camera was held, out of EXIF. Source: CIPA DC-008 (EXIF), tag 0x0112; TIFF 6.0.
enum Orientation {
    private static let tag = 0x0112, short = 3
    /// The first directory of a real photo has a dozen entries.
    private static let mostEntries = 200

    /// The orientation 1...8 in a TIFF block, or nil. Only the first directory is looked at, and nothing is
    /// followed.
    static func read(_ block: ByteReader) -> Int? {
        // WebP files of some phones repeat the JPEG's prefix.
        let tiff = block.holds("Exif\0\0", at: 0) ? block.part(6, block.count) : block
        let little = tiff.holds("II", at: 0)
        guard little || tiff.holds("MM", at: 0), tiff.number(2, 2, littleEndian: little) == 42,
            let directory = tiff.number(4, 4, littleEndian: little),
            let entries = tiff.number(directory, 2, littleEndian: little)
        else { return nil }
        for index in 0..<min(entries, mostEntries) {
            let entry = directory + 2 + 12 * index
            guard let found = tiff.number(entry, 2, littleEndian: little) else { return nil }
            guard found == tag else { continue }
            guard tiff.number(entry + 2, 2, littleEndian: little) == short,
                tiff.number(entry + 4, 4, littleEndian: little) == 1,
                let value = tiff.number(entry + 8, 2, littleEndian: little), (1...8).contains(value)
            else { return nil }
            return value
        }
        return nil
    }
}
