import Testing
import Values

@testable import Imaging

struct HostilePhotoTests {
    @Test(
        "other kinds are refused by their bytes",
        arguments: [
            [], [0xff], [0xff, 0xd8], Array("GIF89a".utf8),
            Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
            Array("BM".utf8), Array("%PDF-1.7".utf8), Array("RIFF\0\0\0\0WAVE".utf8),
            [0, 0, 0, 24] + Array("ftypheic".utf8), [0, 0, 0, 24] + Array("ftypavif".utf8),
        ] as [[UInt8]])
    func otherKinds(_ bytes: [UInt8]) {
        #expect(throws: PhotoFault.otherKind) { try Photo.reencode(bytes) }
    }

    @Test("too many bytes are refused before their kind is looked at")
    func tooManyBytes() {
        let bytes = [UInt8](repeating: 0, count: (8 << 20) + 1)
        #expect(throws: PhotoFault.tooManyBytes(limit: 8 << 20)) { try Photo.reencode(bytes) }
        #expect(PhotoFault.tooManyBytes(limit: 8 << 20).text.chinese.contains("8 MB"))
    }

    /// A PNG whose header claims a size; nothing follows, so a decoder would fail, and none must be asked.
    private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        func four(_ number: UInt32) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        }
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
            + four(width) + four(height) + [8, 6, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test(
        "sizes beyond the limits are refused from the header",
        arguments: [
            (.max, .max), (.max, 1), (1, .max), (20_001, 1), (1, 20_001), (6325, 6325), (20_000, 2001),
        ] as [(UInt32, UInt32)])
    func tooManyPixels(_ width: UInt32, _ height: UInt32) {
        #expect(throws: PhotoFault.tooManyPixels) { try Photo.reencode(png(width, height)) }
    }

    @Test("an empty size is refused", arguments: [(0, 1), (1, 0), (0, 0)] as [(UInt32, UInt32)])
    func noPixels(_ width: UInt32, _ height: UInt32) {
        #expect(throws: PhotoFault.unreadable) { try Photo.reencode(png(width, height)) }
    }

    @Test("a JPEG and a WebP that claim a large size are refused from the header")
    func claims() throws {
        var jpeg = try Sample.jpeg()
        let segments = try #require(JPEGSegments.list(ByteReader(jpeg)))
        let frame = try #require(segments.first { $0.marker == 0xc0 })
        jpeg.replaceSubrange(frame.start + 5..<frame.start + 9, with: [0xff, 0xff, 0xff, 0xff])
        #expect(throws: PhotoFault.tooManyPixels) { try Photo.reencode(jpeg) }
        let canvas: [UInt8] = [10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
        let webp = Array("RIFF\0\0\0\0WEBPVP8X".utf8) + canvas
        #expect(throws: PhotoFault.tooManyPixels) { try Photo.reencode(webp) }
    }

    @Test("a second frame, hundreds of scans, or a moving picture is refused")
    func tricks() throws {
        let jpeg = try Sample.jpeg()
        let frame: [UInt8] = [8, 0, 1, 0, 1, 1, 1, 0x11, 0]
        #expect(throws: PhotoFault.unreadable) { try Photo.reencode(Sample.adding(0xc0, frame, to: jpeg)) }
        let scans = Array(repeating: [0xff, 0xda] as [UInt8], count: 100).flatMap(\.self)
        #expect(throws: PhotoFault.unreadable) { try Photo.reencode(jpeg + scans) }
        let moving: [UInt8] = [10, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 9, 0, 0]
        let webp = Array("RIFF\0\0\0\0WEBPVP8X".utf8) + moving
        #expect(throws: PhotoFault.unreadable) { try Photo.reencode(webp) }
    }

    @Test("every cut of each kind is a photo or a clear refusal")
    func cuts() throws {
        for whole in try [Sample.holding(6, Sample.jpeg(16, 16)), Sample.png(16, 16), Sample.webp(16, 16)] {
            for length in 0..<whole.count { attempt(Array(whole.prefix(length))) }
        }
    }

    @Test("three thousand mutations trap nothing")
    func mutations() throws {
        let wholes = try [
            Sample.jpeg(24, 16), Sample.holding(6, Sample.jpeg(24, 16)),
            Sample.holding(3, little: false, Sample.jpeg(24, 16)), Sample.png(24, 16), Sample.webp(24, 16),
        ]
        var source = Scrambler(state: 20_260_101)
        var taken = 0
        var refused = 0
        for round in 0..<3000 {
            if attempt(source.mutate(wholes[round % wholes.count])) { taken += 1 } else { refused += 1 }
        }
        // Both happen, or the mutations test only one side.
        #expect(taken > 100 && refused > 100)
    }

    @Test("three thousand mutations of the orientation block trap nothing")
    func orientationMutations() {
        var source = Scrambler(state: 7)
        for round in 0..<3000 {
            let block = source.mutate(Sample.tiff(6, little: round % 2 == 0))
            if let found = Orientation.read(ByteReader(block)) { #expect((1...8).contains(found)) }
        }
    }

    /// True where the photo was taken in. What comes out obeys the limits and carries no metadata.
    @discardableResult
    private func attempt(_ bytes: [UInt8]) -> Bool {
        var limits = PhotoLimits()
        limits.pixels = 100_000
        limits.scaled = 64
        limits.thumbnail = 16
        do throws(PhotoFault) {
            let photo = try Photo.reencode(bytes, limits)
            #expect(photo.width <= 64 && photo.height <= 64)
            #expect(!Sample.contains(photo.jpeg, "Exif"))
            return true
        } catch {
            #expect(error != .notWritten)
            return false
        }
    }
}

/// A seeded source of damage.
struct Scrambler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A few bytes changed, taken out, put in or repeated; half of the times near the head.
    mutating func mutate(_ whole: [UInt8]) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            guard !bytes.isEmpty else { return bytes }
            let reach = Bool.random(using: &self) ? min(bytes.count, 80) : bytes.count
            let place = Int.random(in: 0..<reach, using: &self)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &self))
            switch Int.random(in: 0..<5, using: &self) {
            case 0, 1: bytes[place] = UInt8.random(in: .min ... .max, using: &self)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            default: bytes.replaceSubrange(place..<end, with: repeatElement(0xff, count: end - place))
            }
        }
        return bytes
    }
}
