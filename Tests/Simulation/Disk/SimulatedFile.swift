import Values

/// A file of the simulated disk: its bytes as a program sees them, and what of them would not survive a cut.
final class SimulatedFile {
    /// A change that no sync has made lasting yet.
    private struct Change {
        let offset: Int
        let written: [UInt8]
        /// What stood there before, as far as the file reached.
        let before: [UInt8]
        let sizeBefore: Int
        /// A cut of the length instead of a write.
        let isTruncation: Bool
    }

    /// What a torn write leaves whole, and what the page cache keeps together.
    static let sector = 512, page = 4096

    private(set) var bytes: [UInt8] = []
    private var pending: [Change] = []
    /// Pages whose sync failed: they look written, and are not; with what the disk still holds.
    private var forgotten: [Int: [UInt8]] = [:]

    let locks = FileLocks()
    var shared = SharedMemory()

    func read(_ offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
        let count = max(0, min(buffer.count, bytes.count - offset))
        if count > 0 {
            bytes.withUnsafeBytes { all in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
            }
        }
        // SQLite wants the rest of a short read as zeros.
        if count < buffer.count {
            UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).initializeMemory(
                as: UInt8.self, repeating: 0)
        }
        return count == buffer.count
    }

    func write(_ part: UnsafeRawBufferPointer, at offset: Int) {
        let size = bytes.count, end = offset + part.count
        let before = offset < size ? Array(bytes[offset..<min(end, size)]) : []
        pending.append(
            Change(
                offset: offset, written: Array(part), before: before, sizeBefore: size, isTruncation: false))
        put(part, at: offset)
    }

    func truncate(to size: Int) {
        guard size < bytes.count else { return }
        pending.append(
            Change(
                offset: size, written: [], before: Array(bytes[size...]), sizeBefore: bytes.count,
                isTruncation: true))
        bytes.removeLast(bytes.count - size)
    }

    /// Everything written is lasting now, but for pages whose sync failed once and that nobody wrote again.
    func sync() {
        for change in pending { for page in pages(of: change) { forgotten[page] = nil } }
        pending.removeAll(keepingCapacity: true)
    }

    /// A sync that failed: the pages count as clean from now on, and the disk holds what it held.
    func failSync() {
        let present = bytes
        let touched = Set(pending.flatMap(pages))
        undoPending()
        for page in touched where forgotten[page] == nil {
            let start = page * Self.page
            forgotten[page] =
                start < bytes.count ? Array(bytes[start..<min(start + Self.page, bytes.count)]) : []
        }
        pending.removeAll()
        bytes = present
    }

    /// The power goes: of what was not synced some sectors reached the disk and some did not.
    func cut(_ dice: inout Dice) {
        let changes = pending
        undoPending()
        pending.removeAll()
        // Nothing, everything, or any mixture of what waited.
        let share = [0, 100, 10, 50, 90][dice.below(5)]
        for change in changes { redo(change, share, &dice) }
        for (page, old) in forgotten.sorted(by: { $0.key < $1.key }) where dice.chance(70) {
            let start = page * Self.page
            guard start < bytes.count else { continue }
            let end = min(start + Self.page, bytes.count)
            bytes.replaceSubrange(
                start..<end,
                with: old.prefix(end - start) + Array(repeating: 0, count: max(0, end - start - old.count)))
        }
        forgotten.removeAll()
        locks.clear()
        shared = SharedMemory()
    }

    private func redo(_ change: Change, _ share: Int, _ dice: inout Dice) {
        if change.isTruncation {
            if dice.chance(share), change.offset < bytes.count {
                bytes.removeLast(bytes.count - change.offset)
            }
            return
        }
        var start = 0
        while start < change.written.count {
            let boundary = ((change.offset + start) / Self.sector + 1) * Self.sector - change.offset
            let end = min(change.written.count, boundary)
            if dice.chance(share) {
                change.written.withUnsafeBytes { all in
                    put(UnsafeRawBufferPointer(rebasing: all[start..<end]), at: change.offset + start)
                }
            }
            start = end
        }
    }

    /// Goes back to what the disk holds for certain.
    private func undoPending() {
        for change in pending.reversed() {
            if change.isTruncation {
                bytes.append(contentsOf: change.before)
            } else {
                bytes.replaceSubrange(
                    change.offset..<min(change.offset + change.before.count, bytes.count), with: change.before
                )
                if bytes.count > change.sizeBefore { bytes.removeLast(bytes.count - change.sizeBefore) }
            }
        }
    }

    private func put(_ part: UnsafeRawBufferPointer, at offset: Int) {
        let end = offset + part.count
        if end > bytes.count { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
        bytes.withUnsafeMutableBytes { all in
            UnsafeMutableRawBufferPointer(rebasing: all[offset..<end]).copyMemory(from: part)
        }
    }

    private func pages(of change: Change) -> ClosedRange<Int> {
        let end = change.offset + max(1, change.written.count, change.before.count) - 1
        return change.offset / Self.page...end / Self.page
    }
}
