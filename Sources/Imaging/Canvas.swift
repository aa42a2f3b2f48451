import Clazy

/// A decoded picture in libgd's memory.
struct Canvas: ~Copyable {
    let image: gdImagePtr

    private init?(_ image: gdImagePtr?) {
        guard let image else { return nil }
        self.image = image
    }

    deinit { gdImageDestroy(image) }

    var width: Int { Int(image.pointee.sx) }
    var height: Int { Int(image.pointee.sy) }

    /// Decodes a picture of a kind; nil where libgd refuses.
    init?(_ bytes: [UInt8], _ kind: PhotoHeader.Kind) {
        Canvas.silenced
        var copy = kind == .png ? PNGChunks.pictureOnly(bytes) : bytes
        guard let size = Int32(exactly: copy.count) else { return nil }
        let image = copy.withUnsafeMutableBytes { buffer in
            switch kind {
            case .jpeg: gdImageCreateFromJpegPtr(size, buffer.baseAddress)
            case .png: gdImageCreateFromPngPtr(size, buffer.baseAddress)
            case .webp: gdImageCreateFromWebpPtr(size, buffer.baseAddress)
            }
        }
        self.init(image)
    }

    /// An empty white picture.
    init?(width: Int, height: Int) {
        Canvas.silenced
        guard width > 0, height > 0, let columns = Int32(exactly: width), let rows = Int32(exactly: height)
        else { return nil }
        self.init(gdImageCreateTrueColor(columns, rows))
        fill(0xff_ff_ff)
    }

    /// The picture at most `side` long on either side, on white where it was transparent.
    borrowing func scaled(toFit side: Int) -> Canvas? {
        let longest = max(width, height)
        let shrunk = min(longest, side)
        guard
            let target = Canvas(
                width: max(1, width * shrunk / longest), height: max(1, height * shrunk / longest))
        else { return nil }
        let to = (Int32(target.width), Int32(target.height)), from = (Int32(width), Int32(height))
        gdImageCopyResampled(target.image, image, 0, 0, 0, 0, to.0, to.1, from.0, from.1)
        return target
    }

    /// The picture turned upright from an EXIF orientation 1...8.
    borrowing func upright(_ orientation: Int) -> Canvas? {
        let swaps = orientation >= 5
        guard let target = Canvas(width: swaps ? height : width, height: swaps ? width : height)
        else { return nil }
        for y in 0..<target.height {
            for x in 0..<target.width {
                let (sourceX, sourceY) = source(x, y, orientation)
                target.set(x, y, point(sourceX, sourceY))
            }
        }
        return target
    }

    /// Which point of this picture stands at x, y of the upright one.
    private borrowing func source(_ x: Int, _ y: Int, _ orientation: Int) -> (Int, Int) {
        switch orientation {
        case 2: (width - 1 - x, y)
        case 3: (width - 1 - x, height - 1 - y)
        case 4: (x, height - 1 - y)
        case 5: (y, x)
        case 6: (y, height - 1 - x)
        case 7: (width - 1 - y, height - 1 - x)
        case 8: (width - 1 - y, x)
        default: (x, y)
        }
    }

    /// The picture as a JPEG file, with libgd's own comment still inside.
    borrowing func jpeg(quality: Int32) -> [UInt8]? { written { gdImageJpegPtr(image, $0, quality) } }

    /// What a writer of libgd wrote; nil where it failed.
    borrowing func written(
        _ write: (UnsafeMutablePointer<Int32>) -> UnsafeMutableRawPointer?
    ) -> [UInt8]? {
        var size: Int32 = 0
        guard let start = write(&size) else { return nil }
        defer { gdFree(start) }
        return size > 0 ? Array(UnsafeRawBufferPointer(start: start, count: Int(size))) : nil
    }

    private static let silenced: Void = linli_gd_silence()
}

extension Canvas {
    /// The colour at a place, 0xRRGGBB; white outside the picture.
    borrowing func point(_ x: Int, _ y: Int) -> Int32 {
        guard x >= 0, x < width, y >= 0, y < height, let row = image.pointee.tpixels?[y]
        else { return 0xff_ff_ff }
        return row[x] & 0xff_ff_ff
    }

    /// Sets the colour at a place, 0xRRGGBB; nothing outside the picture.
    borrowing func set(_ x: Int, _ y: Int, _ colour: Int32) {
        guard x >= 0, x < width, y >= 0, y < height, let row = image.pointee.tpixels?[y] else { return }
        row[x] = colour & 0xff_ff_ff
    }

    borrowing func fill(_ colour: Int32) {
        gdImageFilledRectangle(image, 0, 0, Int32(width) - 1, Int32(height) - 1, colour)
    }
}
