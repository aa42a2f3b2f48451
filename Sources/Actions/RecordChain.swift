public import Sealing
public import Storage
public import Values

/// Walks the record of a community, or a stretch of it, and proves that no row was changed, put in or taken
/// out.
public struct RecordChain: Sendable {
    public let community: Identifier
    /// The number and hash of the last row.
    public let length: Int64
    public let head: [UInt8]
    /// How many rows were walked, and how many of their sealed values were opened.
    public let rows: Int64
    public let values: Int64
    /// What does not hold, a line each; empty where all is well.
    public let breaks: [String]

    /// Reads the chain some thousand rows at a time.
    ///
    /// - Parameters:
    ///   - keys: opens what is sealed to prove the commitments; values whose key was erased are skipped.
    ///   - stretch: where it begins and ends. Stretches that join prove as much as one walk: each follows the
    ///     hash that is stored of the row before, which the one before has proved.
    public init(
        of community: Identifier, in reading: any Reading, keys: KeyRing, stretch: Stretch = Stretch()
    ) throws {
        var walk = RecordWalk(community: community, keys: keys, last: stretch.after)
        try walk.begin(reading)
        while walk.breaks.count <= Self.enough {
            if try walk.step(upTo: stretch.through ?? .max, reading) == 0 { break }
        }
        if let through = stretch.through, walk.last < through, walk.breaks.count <= Self.enough {
            walk.breaks.append("row \(walk.last + 1) is missing")
        }
        self.community = community
        length = walk.last
        head = walk.head
        rows = walk.rows
        values = walk.values
        breaks = walk.breaks
    }

    /// Where so much is broken, nothing further is looked for.
    private static let enough = 100

    /// A part of a chain: what stands after one row, up to another or to the end.
    public struct Stretch: Sendable, Hashable {
        public let after: Int64
        public let through: Int64?

        public init(after: Int64 = 0, through: Int64? = nil) {
            (self.after, self.through) = (after, through)
        }

        /// Stretches that join to the whole of a chain of so many rows, the last of them without an end.
        public static func of(_ length: Int64, each: Int64) -> [Stretch] {
            let starts = Array(stride(from: 0, to: max(1, length), by: Int(each)))
            return starts.map { start in
                Stretch(after: start, through: start + each < length ? start + each : nil)
            }
        }
    }
}

extension Reading {
    /// Every community that has a record.
    public func recordedCommunities() throws -> [Identifier] { try recordLengths().map(\.0) }

    /// Every community that has a record, with the number of its last row: two steps into the index each,
    /// however long the records are.
    public func recordLengths() throws -> [(Identifier, Int64)] {
        var lengths: [(Identifier, Int64)] = []
        while true {
            let further: SQL = lengths.last.map { "WHERE community > \($0.0)" } ?? ""
            let next = try first(
                "SELECT community FROM record \(further) ORDER BY community, number LIMIT 1"
            ) { try $0.identifier(0) }
            guard let next else { return lengths }
            let length = try number(
                """
                SELECT number FROM record WHERE community = \(next)
                ORDER BY community DESC, number DESC LIMIT 1
                """)
            lengths.append((next, length))
        }
    }
}
