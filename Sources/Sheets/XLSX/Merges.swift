import Glibc

/// A place in a sheet; both count from 1.
struct CellPlace {
    let row: Int, column: Int

    /// Reads `AB12`; nil beyond the 1,048,576 rows and 16,384 columns of a sheet.
    init?(_ name: some Sequence<UInt8>) {
        var row = 0, column = 0
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard row <= 1_048_576, column <= 16_384 else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row
        self.column = column
    }
}

/// The ranges of merged cells of a sheet, by the row where each begins.
struct Merges {
    struct Range {
        let first: CellPlace, last: CellPlace
    }
    private(set) var startingAt: [Int: [Range]] = [:]
    private var count = 0

    /// Finds the ranges ahead of the rows: a sheet tells them last, and the header needs them first.
    init(_ path: String, of archive: Archive) throws {
        guard let entry = try archive.open(path) else { throw SheetFault(.damaged) }
        let chunk = 64 << 10, keep = 256
        var buffer = [UInt8](repeating: 0, count: keep + chunk)
        var held = 0
        while true {
            let read = try buffer.withUnsafeMutableBytes { bytes in
                try entry.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held..<(held + chunk)]))
            }
            if read == 0 { return }
            let filled = held + read
            let done = try buffer.withUnsafeBytes {
                try scan(UnsafeRawBufferPointer(rebasing: $0[..<filled]))
            }
            // A tag cut in two by the end of the chunk is looked at again with the next one.
            let from = max(done, filled - keep)
            buffer.replaceSubrange(0..<(filled - from), with: Array(buffer[from..<filled]))
            held = filled - from
            if buffer.count != keep + chunk { throw SheetFault(.damaged) }
        }
    }

    /// Takes in every whole `<mergeCell …>`; answers where the last one ended.
    private mutating func scan(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        var at = 0
        while let start = Self.find(in: bytes, from: at) {
            let rest = bytes[(start + 9)...].prefix(200)
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
                if rest.count == 200 { at = start + 9 } else { break }
                continue
            }
            if Self.isTag(bytes[..<start]), let range = Self.range(in: Array(rest[..<end])) { try add(range) }
            at = end
        }
        return at
    }

    /// The next `mergeCell`, by way of the letter m, which the rest of a sheet hardly has.
    private static func find(in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var at = from
        while at + name.count <= bytes.count, let found = memchr(base + at, Int32(name[0]), bytes.count - at)
        {
            at = base.distance(to: UnsafeRawPointer(found))
            if bytes[at...].starts(with: name) { return at }
            at += 1
        }
        return nil
    }

    private static let name = Array("mergeCell".utf8)

    /// Whether the name before which we stand was opened by `<`, perhaps with a prefix.
    private static func isTag(_ before: Slice<UnsafeRawBufferPointer>) -> Bool {
        for byte in before.suffix(40).reversed() {
            switch byte {
            case UInt8(ascii: "<"): return true
            case UInt8(ascii: ":"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                continue
            default: return false
            }
        }
        return false
    }

    private static func range(in attributes: [UInt8]) -> Range? {
        let marks = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        let parts = attributes.split(omittingEmptySubsequences: false) { marks.contains($0) }
        for (index, part) in parts.enumerated().dropLast() where index % 2 == 0 {
            let name = part.filter { $0 > 0x20 }
            guard name.elementsEqual("ref=".utf8) else { continue }
            let ends = parts[index + 1].split(separator: UInt8(ascii: ":"))
            guard ends.count == 2, let first = CellPlace(ends[0]), let last = CellPlace(ends[1]) else {
                return nil
            }
            guard first.row <= last.row, first.column <= last.column else { return nil }
            return Range(first: first, last: last)
        }
        return nil
    }

    private mutating func add(_ range: Range) throws {
        count += 1
        guard count <= 50_000 else { throw SheetFault(.unpacksTooBig) }
        startingAt[range.first.row, default: []].append(range)
    }
}
