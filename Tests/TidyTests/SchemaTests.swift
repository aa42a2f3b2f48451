import Testing

/// The schemas: numbered without gaps, and never edited once released.
@Suite struct SchemaTests {
    static let schemas = Tree.files(under: "Sources", ending: [".sql"])
    /// What `cksum Sources/*/Schema/*.sql` printed at each release.
    static let released = Tree.text(of: "docs/released-schemas.txt")
        .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)

    @Test(
        .disabled(
            if: released.isEmpty, "nothing is released yet: the first release writes released-schemas.txt"))
    func aReleasedSchemaStaysAsItIs() {
        let breaches = Self.released.compactMap { line -> Breach? in
            let parts = line.split(separator: " ")
            guard parts.count == 3 else {
                return Breach("released-schemas.txt", "not a line of cksum: \(line)")
            }
            let path = String(parts[2])
            let bytes = Tree.bytes(of: path)
            guard "\(checksum(bytes)) \(bytes.count)" != "\(parts[0]) \(parts[1])" else { return nil }
            return Breach(path, "released schemas stay as they are: write the change as the next number")
        }
        expectNone(breaches)
    }

    @Test func schemasAreNumberedFromOneWithoutGaps() {
        let folders = Dictionary(grouping: Self.schemas) { path in
            path.split(separator: "/").dropLast().joined(separator: "/")
        }
        var breaches: [Breach] = []
        for (folder, paths) in folders {
            for (index, path) in paths.enumerated() {
                let name = path.split(separator: "/").last ?? ""
                let digits = String(index + 1)
                let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
                guard !name.hasPrefix(number + "-") else { continue }
                breaches.append(Breach("\(folder)/\(name)", "the name begins with \(number)-"))
            }
        }
        expectNone(breaches)
    }

    @Test func theChecksumIsThatOfCksum() {
        #expect(checksum([UInt8]("Linli\n".utf8)) == 1630510693)
        #expect(checksum([]) == 4_294_967_295)
    }
}

/// The checksum that POSIX's `cksum` prints: CRC-32 with 04C11DB7, the length's bytes after the text's.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0
    func take(_ byte: UInt8) {
        crc ^= UInt32(byte) << 24
        for _ in 0..<8 { crc = crc & 0x8000_0000 == 0 ? crc << 1 : crc << 1 ^ 0x04c1_1db7 }
    }
    bytes.forEach(take)
    var length = bytes.count
    while length > 0 {
        take(UInt8(truncatingIfNeeded: length))
        length >>= 8
    }
    return ~crc
}
