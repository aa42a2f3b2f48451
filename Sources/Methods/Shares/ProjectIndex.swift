/// Projects by the bytes of their names.
///
/// A table probed in a row; where names collide, by accident or by design, a search among the sorted names
/// instead, so that no choice of names makes reading slow.
struct ProjectIndex: Sendable {
    private let names: [UInt8]
    private let starts: [Int32]
    private let sorted: [Int32]
    /// Places in the list of projects, -1 where nothing stands; empty where names collide too often.
    private let table: [Int32]

    var count: Int { sorted.count }

    /// Names that collide more often than `longestProbe` are searched for.
    init(_ ids: [String], longestProbe: Int = 16) {
        var names: [UInt8] = []
        var starts: [Int32] = [0]
        for id in ids {
            names.append(contentsOf: id.utf8)
            starts.append(Int32(names.count))
        }
        (self.names, self.starts) = (names, starts)
        sorted = ProjectIndex.order(ids).map(Int32.init)
        table = Self.table(names, starts, longestProbe)
    }

    /// The places of names in order of their UTF-8 bytes, which is the order of their scalars.
    static func order(_ ids: [String]) -> [Int] {
        ids.indices.sorted { a, b in
            ids[a].utf8.lexicographicallyPrecedes(ids[b].utf8)
        }
    }

    private static func table(_ names: [UInt8], _ starts: [Int32], _ longestProbe: Int) -> [Int32] {
        let count = starts.count - 1
        var size = 16
        while size < count * 4 { size *= 2 }
        var table = [Int32](repeating: -1, count: size)
        for place in 0..<count {
            let bounds = Int(starts[place])..<Int(starts[place + 1])
            let hash = names.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[bounds])) }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            var probes = 0
            while table[slot] >= 0 {
                slot = (slot + 1) & (size - 1)
                probes += 1
                if probes > longestProbe { return [] }
            }
            table[slot] = Int32(place)
        }
        return table
    }

    /// FNV-1a, folded.
    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash ^ (hash >> 29)
    }

    /// The place of a project in the list; nil for a name that is none.
    @inline(__always)
    func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        if table.isEmpty { return searched(name) }
        var slot = Int(truncatingIfNeeded: Self.hash(name)) & (table.count - 1)
        while true {
            let place = table[slot]
            if place < 0 { return nil }
            if isNamed(Int(place), name) { return Int(place) }
            slot = (slot + 1) & (table.count - 1)
        }
    }

    @inline(__always)
    private func isNamed(_ place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[place])
        guard Int(starts[place + 1]) - start == name.count else { return false }
        for offset in 0..<name.count where names[start + offset] != name[offset] { return false }
        return true
    }

    private func searched(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            let place = Int(sorted[middle])
            let found = names[Int(starts[place])..<Int(starts[place + 1])]
            if found.elementsEqual(name) { return place }
            if found.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
