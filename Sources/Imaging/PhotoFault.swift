import Values

/// Why a photo is refused.
public enum PhotoFault: Error, Phrase, Equatable {
    /// More bytes than the limit, in bytes.
    case tooManyBytes(limit: Int)
    /// More picture points, or a longer side, than the limits.
    case tooManyPixels
    /// Neither JPEG nor PNG nor WebP, by its first bytes.
    case otherKind
    /// Broken, cut short, moving, or made to hurt.
    case unreadable
    /// The machine could not write the new picture.
    case notWritten
    /// Too many photos wait already.
    case busy

    public var text: Text {
        switch self {
        case .tooManyBytes(let limit):
            Text(
                "照片太大了，请选一张不超过 \(limit >> 20) MB 的。",
                "This photo is too large: please choose one of at most \(limit >> 20) MB.")
        case .tooManyPixels:
            Text(
                "照片尺寸太大了，请换一张小一点的，或者截个图再传。",
                "This photo has too many pixels: please choose a smaller one, or send a screenshot of it.")
        case .otherKind:
            Text("只能收 JPEG、PNG 或 WebP 照片。", "Only JPEG, PNG or WebP photos can be taken in.")
        case .unreadable:
            Text("打不开这张照片，请换一张试试。", "This photo cannot be opened: please try another.")
        case .notWritten:
            Text("这会儿没能存好照片，请过一会儿再试。", "The photo could not be kept just now: please try again later.")
        case .busy:
            Text(
                "这会儿传照片的人多，请过几秒再试一次。",
                "Many photos are coming in just now: please try again in a few seconds.")
        }
    }
}

/// What a photo may bring in, and what comes out.
public struct PhotoLimits: Sendable, Equatable {
    /// Most bytes taken in.
    public var bytes = 8 << 20
    /// Most picture points taken in: width times height.
    public var pixels = 40_000_000
    /// Longest side taken in; each row costs memory of its own.
    public var side = 20_000
    /// Longest side that comes out.
    public var scaled = 1600
    /// Longest side of the thumbnail.
    public var thumbnail = 320
    /// JPEG quality, 0...100.
    public var quality: Int32 = 82

    public init() {}
}
