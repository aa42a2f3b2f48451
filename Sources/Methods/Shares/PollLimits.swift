/// How much of a poll is taken before it is refused: memory and time are bounded by these.
public struct PollLimits: Sendable {
    /// Bytes of a file; more than 2^31 are never read.
    public var bytes = 512 << 20
    public var projects = 20_000
    public var voters = 10_000_000
    /// Bytes of one line.
    public var line = 1 << 20
    /// Lines of the head.
    public var remarks = 10_000

    public init() {}

    /// Amounts of money in the poll's finest part.
    static let money: Int64 = 4_000_000_000_000_000_000
    /// The finest part of a unit of money: some files write what floating arithmetic left of a sum.
    static let moneyParts: Int64 = 1_000_000_000_000
    /// The finest part of a point.
    static let parts: Int64 = 1_000_000
    /// Points a voter gives one project, in the finest part written: 10^9.
    static let points: Int64 = 1_000_000_000

    /// What is wrong with a project's name in ballots; nil where nothing is.
    static func fault(ofID id: String) -> String? {
        if id.isEmpty { return "a project has no project_id" }
        let bytes = id.utf8
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: ",") }
        if isPlain, bytes.first != 0x20, bytes.last != 0x20 { return nil }
        return "project_id \(shown(id)) holds a comma, a control character or spaces at its ends"
    }
}
