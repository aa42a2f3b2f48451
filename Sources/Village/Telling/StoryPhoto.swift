import Imaging

extension Stage {
    /// A picture for a story, taken in as every sent picture is; four motifs in turn.
    func photo(_ number: Int) -> Photo? {
        let motif = number % 4
        if let known = photos[motif] { return known }
        // A drawing that could not be taken in leaves the story without a picture.
        let photo = try? Photo.reencode(Drawing(motif).png)
        photos[motif] = photo
        return photo
    }
}

/// A plain drawing in place of a photograph: a wall, a floor, a door, and a lamp that is on or off.
struct Drawing {
    static let width = 240, height = 180
    private var points: [UInt8]

    init(_ motif: Int) {
        let walls: [(UInt8, UInt8, UInt8)] = [
            (72, 74, 80), (148, 150, 132), (176, 158, 140), (120, 138, 148),
        ]
        points = []
        points.reserveCapacity(Self.width * Self.height * 3)
        let wall = walls[motif % 4]
        for _ in 0..<Self.width * Self.height { points += [wall.0, wall.1, wall.2] }
        fill(0..<240, 138..<180, (96, 88, 78))
        fill(60 + motif * 20..<112 + motif * 20, 52..<138, (118, 74, 52))
        fill(100 + motif * 20..<105 + motif * 20, 96..<100, (212, 190, 120))
        fill(168..<196, 22..<30, motif == 0 ? (44, 44, 48) : (250, 232, 170))
        fill(178..<186, 10..<22, (50, 50, 54))
    }

    private mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ colour: (UInt8, UInt8, UInt8)) {
        for row in rows.clamped(to: 0..<Self.height) {
            for column in columns.clamped(to: 0..<Self.width) {
                let at = (row * Self.width + column) * 3
                (points[at], points[at + 1], points[at + 2]) = colour
            }
        }
    }

    /// The drawing as a PNG file with blocks stored as they are. Source: RFC 2083, RFC 1950, RFC 1951.
    var png: [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        var head = Self.big(UInt32(Self.width))
        head += Self.big(UInt32(Self.height))
        head += [8, 2, 0, 0, 0] as [UInt8]
        file += Self.chunk("IHDR", head)
        file += Self.chunk("IDAT", Self.stored(rows))
        file += Self.chunk("IEND", [])
        return file
    }

    /// Each row behind its filter, which is none.
    private var rows: [UInt8] {
        var bytes: [UInt8] = []
        for row in 0..<Self.height {
            bytes.append(0)
            bytes += points[row * Self.width * 3..<(row + 1) * Self.width * 3]
        }
        return bytes
    }

    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var start = 0
        while start < bytes.count {
            let end = min(start + 65_535, bytes.count)
            let count = UInt16(end - start), mirror = ~count
            out.append(end == bytes.count ? 1 : 0)
            for half in [count, mirror] { out += [UInt8(half & 0xff), UInt8(half >> 8)] }
            out += bytes[start..<end]
            start = end
        }
        var a: UInt32 = 1, b: UInt32 = 0
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return out + big((b << 16) | a)
    }

    private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + data
        return big(UInt32(data.count)) + body + big(checksum(body))
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            let index = Int((sum ^ UInt32(byte)) & 0xff)
            sum = table[index] ^ (sum >> 8)
        }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        var sum = UInt32(index)
        for _ in 0..<8 {
            let half = sum >> 1
            sum = sum & 1 == 1 ? half ^ 0xedb8_8320 : half
        }
        return sum
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }
}
