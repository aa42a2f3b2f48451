import Clazy
import Testing
import Values

@testable import Imaging

/// Pictures made for the tests.
enum Sample {
    /// A picture with a red top left quarter, green top right, blue bottom left and white bottom right.
    static func quarters(_ width: Int, _ height: Int) throws -> Canvas {
        guard let canvas = Canvas(width: width, height: height) else { throw PhotoFault.notWritten }
        for y in 0..<height {
            for x in 0..<width {
                let left = x < width / 2
                let top = y < height / 2
                canvas.set(x, y, top ? (left ? 0xff0000 : 0x00ff00) : (left ? 0x0000ff : 0xffffff))
            }
        }
        return canvas
    }

    static func jpeg(_ width: Int = 64, _ height: Int = 48) throws -> [UInt8] {
        let file = try quarters(width, height).jpeg(quality: 95)
        return try #require(file)
    }

    static func png(_ width: Int = 64, _ height: Int = 48) throws -> [UInt8] {
        let file = try quarters(width, height).png()
        return try #require(file)
    }

    static func webp(_ width: Int = 64, _ height: Int = 48) throws -> [UInt8] {
        let file = try quarters(width, height).webp(quality: 95)
        return try #require(file)
    }

    /// A TIFF block with a description, the orientation and a place, as a phone writes it.
    static func tiff(_ orientation: UInt8, little: Bool) -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] {
            let big = (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * (length - 1 - $0))) }
            return little ? big.reversed() : big
        }
        let short = number(Int(orientation), 2) + [0, 0]
        return Array((little ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(3, 2)
            + number(0x010e, 2) + number(2, 2) + number(4, 4) + Array("GPS\0".utf8)
            + number(0x0112, 2) + number(3, 2) + number(1, 4) + short
            + number(0x8825, 2) + number(4, 2) + number(1, 4) + number(50, 4) + number(0, 4)
            + Array("31.2304N 121.4737E".utf8)
    }

    /// A JPEG segment put right behind the file's start.
    static func adding(_ marker: UInt8, _ content: [UInt8], to jpeg: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        let head: [UInt8] = [
            0xff, marker, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length),
        ]
        return Array(jpeg.prefix(2)) + head + content + Array(jpeg.dropFirst(2))
    }

    static func holding(_ orientation: UInt8, little: Bool = true, _ jpeg: [UInt8]) -> [UInt8] {
        adding(0xe1, Array("Exif\0\0".utf8) + tiff(orientation, little: little), to: jpeg)
    }

    static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
        let word = Array(word.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: word) }
    }
}

extension Canvas {
    borrowing func png() -> [UInt8]? { written { gdImagePngPtr(image, $0) } }

    borrowing func webp(quality: Int32) -> [UInt8]? { written { gdImageWebpPtrEx(image, $0, quality) } }

    /// Makes every point wholly transparent and keeps that when written.
    borrowing func makeTransparent() {
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
        fill(0x7f_00_00_00)
    }
}

/// The nearest of the sample's colours: r, g, b or w.
private func colour(_ value: Int32) -> Character {
    switch (value >> 16 & 0xff > 127, value >> 8 & 0xff > 127, value & 0xff > 127) {
    case (true, false, false): "r"
    case (false, true, false): "g"
    case (false, false, true): "b"
    case (true, true, true): "w"
    default: "?"
    }
}

/// The colours of the quarters: top left, top right, bottom left, bottom right.
private func corners(_ jpeg: [UInt8]) throws -> String {
    guard let canvas = Canvas(jpeg, .jpeg) else { throw PhotoFault.unreadable }
    let (left, top) = (canvas.width / 4, canvas.height / 4)
    let (right, bottom) = (canvas.width - left, canvas.height - top)
    let points = [(left, top), (right, top), (left, bottom), (right, bottom)]
    var text = ""
    for (x, y) in points { text.append(colour(canvas.point(x, y))) }
    return text
}

struct PhotoTests {
    @Test("each kind is told by its bytes and comes out as a JPEG", arguments: [0, 1, 2])
    func kinds(_ kind: Int) throws {
        let bytes = try [Sample.jpeg(), Sample.png(), Sample.webp()][kind]
        let expected: [PhotoHeader.Kind] = [.jpeg, .png, .webp]
        #expect(
            try PhotoHeader.read(ByteReader(bytes))
                == PhotoHeader(kind: expected[kind], width: 64, height: 48))
        let photo = try Photo.reencode(bytes)
        #expect(photo.width == 64 && photo.height == 48)
        #expect(photo.jpeg.starts(with: [0xff, 0xd8, 0xff]) && photo.jpeg.suffix(2) == [0xff, 0xd9])
        #expect(try corners(photo.jpeg) == "rgbw")
        #expect(try corners(photo.thumbnail) == "rgbw")
    }

    @Test(
        "a photo is turned upright as EXIF says, in either byte order",
        arguments: [
            (1, "rgbw"), (2, "grwb"), (3, "wbgr"), (4, "bwrg"), (5, "rbgw"), (6, "brwg"), (7, "wgbr"),
            (8, "gwrb"), (0, "rgbw"), (9, "rgbw"),
        ] as [(UInt8, String)])
    func orientation(_ orientation: UInt8, _ expected: String) throws {
        for little in [true, false] {
            let photo = try Photo.reencode(Sample.holding(orientation, little: little, Sample.jpeg()))
            #expect(try corners(photo.jpeg) == expected)
            #expect(try corners(photo.thumbnail) == expected)
            #expect((photo.width, photo.height) == ((5...8).contains(orientation) ? (48, 64) : (64, 48)))
        }
    }

    @Test("orientation is found in PNG and WebP too")
    func otherKinds() throws {
        let tiff = Sample.tiff(6, little: false)
        let size = UInt8(tiff.count)
        let png = try Sample.png()
        // The head chunk ends at byte 33. The decoder never sees the new one, so its check sum may be any.
        let turned =
            Array(png.prefix(33)) + [0, 0, 0, size] + Array("eXIf".utf8) + tiff + [0, 0, 0, 0]
            + Array(png.dropFirst(33))
        #expect(try PhotoHeader.read(ByteReader(turned)).orientation == 6)
        let webp = try Sample.webp() + Array("EXIF".utf8) + [size, 0, 0, 0] + tiff
        #expect(try PhotoHeader.read(ByteReader(webp)).orientation == 6)
    }

    @Test("nothing but the picture survives")
    func metadata() throws {
        var bytes = try Sample.holding(1, Sample.jpeg())
        let words = [
            "ns.adobe.com/xap/1.0/\0<x:xmpmeta>", "Photoshop 3.0\u{0}8BIM", "ICC_PROFILE\0", "secret",
        ]
        for (marker, word) in zip([0xe1, 0xed, 0xe2, 0xfe] as [UInt8], words) {
            bytes = Sample.adding(marker, Array(word.utf8), to: bytes)
        }
        let photo = try Photo.reencode(bytes)
        for file in [photo.jpeg, photo.thumbnail] {
            for word in [
                "Exif", "xmp", "adobe", "Photoshop", "8BIM", "ICC", "secret", "31.2304", "GPS", "CREATOR",
            ] {
                #expect(!Sample.contains(file, word))
            }
            let segments = try #require(JPEGSegments.list(ByteReader(file)))
            #expect(Set(segments.map(\.marker)).isSubset(of: [0xe0, 0xdb, 0xc0, 0xc4, 0xda]))
        }
        #expect(Sample.contains(bytes, "31.2304"))
    }

    @Test(
        "large photos are scaled to the longest side, small ones stay",
        arguments: [
            (2000, 1000, 1600, 800), (900, 1800, 800, 1600), (1600, 10, 1600, 10), (3000, 1, 1600, 1),
            (10, 10, 10, 10), (1, 1, 1, 1),
        ])
    func scaling(_ width: Int, _ height: Int, _ toWidth: Int, _ toHeight: Int) throws {
        let photo = try Photo.reencode(Sample.png(width, height))
        #expect((photo.width, photo.height) == (toWidth, toHeight))
        let small = try PhotoHeader.read(ByteReader(photo.thumbnail))
        #expect(max(small.width, small.height) == min(320, max(width, height)))
    }

    @Test("what was transparent becomes white")
    func transparency() throws {
        let canvas = try Sample.quarters(40, 40)
        canvas.makeTransparent()
        let file = canvas.png()
        let photo = try Photo.reencode(#require(file))
        #expect(try corners(photo.jpeg) == "wwww")
    }

    @Test("a line takes photos in beside the pages, and says busy when it is full")
    func line() async throws {
        let bytes = try Sample.jpeg(400, 300)
        let line = PhotoLine(backlog: 1)
        let outcomes = await withTaskGroup(of: Result<Int, PhotoFault>.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    do throws(PhotoFault) {
                        return .success(try await line.reencode(bytes).width)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(.success(400)))
        #expect(outcomes.allSatisfy { $0 == .success(400) || $0 == .failure(.busy) })
        await #expect(throws: PhotoFault.otherKind) { try await line.reencode([1, 2, 3]) }
    }
}
