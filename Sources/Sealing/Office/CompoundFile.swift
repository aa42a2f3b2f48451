/// A file of streams, as office programs keep them; written at once.
///
/// Shape: version 3, sectors of 512 bytes; streams under 4096 bytes stand in the mini stream, in sectors of
/// 64. Source: [MS-CFB].
struct CompoundFile {
    private static let sector = 512, mini = 64, cutoff = 4096
    private static let free: UInt32 = 0xffff_ffff, end: UInt32 = 0xffff_fffe, table: UInt32 = 0xffff_fffd
    /// Sectors that the header itself names: 109 of the allocation table, seven megabytes.
    private static let mostTables = 109

    private var sectors: [[UInt8]] = []
    private var chain: [UInt32] = []
    private var miniBytes: [UInt8] = []
    private var miniChain: [UInt32] = []
    private var entries: [[UInt8]] = []

    /// The file of these streams, by name; nil where it would be too large for this shape.
    ///
    /// - Parameters: `streams`: in the order of the shape: shorter names first, then by letter.
    static func bytes(_ streams: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
        var file = CompoundFile()
        var nodes: [(name: String, start: UInt32, size: Int)] = []
        for stream in streams {
            let start = stream.bytes.count < cutoff ? file.addMini(stream.bytes) : file.add(stream.bytes)
            nodes.append((stream.name, start, stream.bytes.count))
        }
        return file.finish(nodes)
    }

    private mutating func add(_ bytes: [UInt8]) -> UInt32 {
        let first = UInt32(sectors.count)
        for at in stride(from: 0, to: bytes.count, by: Self.sector) {
            let piece = Array(bytes[at..<min(at + Self.sector, bytes.count)])
            sectors.append(piece + [UInt8](repeating: 0, count: Self.sector - piece.count))
            chain.append(UInt32(sectors.count))
        }
        if chain.isEmpty || first == UInt32(sectors.count) { return Self.end }
        chain[chain.count - 1] = Self.end
        return first
    }

    private mutating func addMini(_ bytes: [UInt8]) -> UInt32 {
        guard !bytes.isEmpty else { return Self.end }
        let first = UInt32(miniChain.count)
        for at in stride(from: 0, to: bytes.count, by: Self.mini) {
            let piece = Array(bytes[at..<min(at + Self.mini, bytes.count)])
            miniBytes += piece + [UInt8](repeating: 0, count: Self.mini - piece.count)
            miniChain.append(UInt32(miniChain.count + 1))
        }
        miniChain[miniChain.count - 1] = Self.end
        return first
    }

    private mutating func finish(_ nodes: [(name: String, start: UInt32, size: Int)]) -> [UInt8]? {
        let miniStart = add(miniBytes), miniSize = miniBytes.count
        let miniTable = add(Self.words(miniChain, padded: Self.sector / 4))
        entries = [
            Self.entry("Root Entry", kind: 5, child: nodes.isEmpty ? Self.free : 1, miniStart, miniSize)
        ]
        for (index, node) in nodes.enumerated() {
            // Each is the right neighbour of the one before: two or three need no balance.
            let right = index + 1 < nodes.count ? UInt32(index + 2) : Self.free
            entries.append(Self.entry(node.name, kind: 2, right: right, node.start, node.size))
        }
        while entries.count % 4 != 0 { entries.append(Self.noEntry) }
        let directory = add(entries.flatMap { $0 })
        // The allocation table counts its own sectors too.
        var tables = 0
        while tables * (Self.sector / 4) < chain.count + tables { tables += 1 }
        guard tables <= Self.mostTables else { return nil }
        let firstTable = UInt32(sectors.count)
        chain += [UInt32](repeating: Self.table, count: tables)
        return header(firstTable, tables, directory, miniTable)
            + sectors.flatMap { $0 } + Self.words(chain, padded: Self.sector / 4)
    }

    private func header(
        _ firstTable: UInt32, _ tables: Int, _ directory: UInt32, _ miniTable: UInt32
    ) -> [UInt8] {
        var bytes: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        bytes += [UInt8](repeating: 0, count: 16)
        // Minor and major version, byte order, sector sizes as powers of two.
        for half in [0x003e, 0x0003, 0xfffe, 0x0009, 0x0006] as [UInt16] {
            bytes += [UInt8(half & 0xff), UInt8(half >> 8)]
        }
        bytes += [UInt8](repeating: 0, count: 6)
        let miniTables = (miniChain.count * 4 + Self.sector - 1) / Self.sector
        bytes += Self.words([
            0, UInt32(tables), directory, 0, UInt32(Self.cutoff), miniTables == 0 ? Self.end : miniTable,
            UInt32(miniTables), Self.end, 0,
        ])
        let named = (0..<UInt32(tables)).map { firstTable + $0 }
        return bytes + Self.words(named + [UInt32](repeating: Self.free, count: Self.mostTables - tables))
    }

    /// A line of the directory: 128 bytes.
    private static func entry(
        _ name: String, kind: UInt8, child: UInt32 = free, right: UInt32 = free, _ start: UInt32, _ size: Int
    ) -> [UInt8] {
        let letters = Array(name.utf16.prefix(31))
        var bytes = letters.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        let length = UInt16((letters.count + 1) * 2)
        bytes += [UInt8(length & 0xff), UInt8(length >> 8), kind, 1]
        bytes += words([free, right, child])
        bytes += [UInt8](repeating: 0, count: 36)
        bytes += words([start, UInt32(size), 0])
        return bytes
    }

    private static var noEntry: [UInt8] {
        [UInt8](repeating: 0, count: 68) + words([free, free, free]) + [UInt8](repeating: 0, count: 48)
    }

    /// Numbers as four bytes each, the lowest first.
    private static func words(_ numbers: [UInt32], padded multiple: Int = 1) -> [UInt8] {
        let missing = (multiple - numbers.count % multiple) % multiple
        return (numbers + [UInt32](repeating: free, count: missing)).flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
    }
}
