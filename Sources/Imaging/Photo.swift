import Clazy
import Values

/// A photo as the house keeps it: turned upright, scaled, written anew as JPEG, with nothing beside the
/// picture.
public struct Photo: Sendable, Equatable {
    /// The picture, a JPEG file of at most `PhotoLimits.scaled` points a side.
    public let jpeg: [UInt8]
    public let width: Int, height: Int
    /// The small picture for lists, a JPEG file of at most `PhotoLimits.thumbnail` points a side.
    public let thumbnail: [UInt8]

    /// Takes in a photo that someone sent: JPEG, PNG or WebP, told by its bytes and never by its name.
    ///
    /// Size and kind are read from the header and refused before anything is decoded. Blocks for up to a
    /// second and takes four bytes a point: run it in a `PhotoLine`. Refuses: see `PhotoFault`.
    public static func reencode(
        _ bytes: [UInt8], _ limits: PhotoLimits = PhotoLimits()
    ) throws(PhotoFault) -> Photo {
        guard linli_lacks_gd() == nil else { throw .notWritten }
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        let header = try PhotoHeader.read(ByteReader(bytes))
        guard header.width <= limits.side, header.height <= limits.side,
            header.width * header.height <= limits.pixels
        else { throw .tooManyPixels }
        let upright = try decode(bytes, header, limits)
        guard let small = upright.scaled(toFit: limits.thumbnail) else { throw .notWritten }
        return Photo(
            jpeg: try write(upright, limits), width: upright.width, height: upright.height,
            thumbnail: try write(small, limits))
    }

    private static func decode(
        _ bytes: [UInt8], _ header: PhotoHeader, _ limits: PhotoLimits
    ) throws(PhotoFault) -> Canvas {
        // What the decoder made must be what the header promised, or the two read different pictures.
        guard let decoded = Canvas(bytes, header.kind), decoded.width == header.width,
            decoded.height == header.height
        else { throw .unreadable }
        guard let scaled = decoded.scaled(toFit: limits.scaled) else { throw .notWritten }
        if header.orientation == 1 { return scaled }
        guard let upright = scaled.upright(header.orientation) else { throw .notWritten }
        return upright
    }

    private static func write(
        _ canvas: borrowing Canvas, _ limits: PhotoLimits
    ) throws(PhotoFault) -> [UInt8] {
        guard let file = canvas.jpeg(quality: limits.quality), let clean = JPEGSegments.withoutMetadata(file),
            let segments = JPEGSegments.list(ByteReader(clean)),
            !segments.contains(where: JPEGSegments.isMetadata)
        else { throw .notWritten }
        return clean
    }
}

/// Takes photos in one at a time, beside the pages' threads, with a bounded number waiting.
public final class PhotoLine: Sendable {
    private let line: WaitingLine
    private let limits: PhotoLimits

    /// - Parameter backlog: how many photos may be at work or waiting.
    public init(limits: PhotoLimits = PhotoLimits(), backlog: Int = 16) {
        self.limits = limits
        line = WaitingLine("linli.photos", backlog: backlog)
    }

    /// The photo, by `Photo.reencode`. Refuses: what that refuses, and `busy` at once where too many wait.
    public func reencode(_ bytes: [UInt8]) async throws(PhotoFault) -> Photo {
        let limits = limits
        let outcome = await line.run { () -> Result<Photo, PhotoFault> in
            do throws(PhotoFault) {
                return .success(try Photo.reencode(bytes, limits))
            } catch {
                return .failure(error)
            }
        }
        guard let outcome else { throw .busy }
        return try outcome.get()
    }
}
