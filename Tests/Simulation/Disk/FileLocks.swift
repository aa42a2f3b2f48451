import GRDBSQLite

/// Who holds a file, by SQLite's five levels and its eight locks of shared memory.
///
/// Handles are told apart by their number; all of them live in this process.
final class FileLocks {
    private var sharers: Set<Int> = []
    private var reserved: Int?
    private var pending: Int?
    private var exclusive: Int?
    private var sharedSlots = [Set<Int>](repeating: [], count: Int(SQLITE_SHM_NLOCK))
    private var exclusiveSlots = [Int?](repeating: nil, count: Int(SQLITE_SHM_NLOCK))

    func clear() {
        sharers = []
        (reserved, pending, exclusive) = (nil, nil, nil)
        sharedSlots = Array(repeating: [], count: sharedSlots.count)
        exclusiveSlots = Array(repeating: nil, count: exclusiveSlots.count)
    }

    /// Whether the handle has the level now.
    func lock(_ level: Int32, for handle: Int) -> Bool {
        let others = sharers.contains { $0 != handle }
        switch level {
        case SQLITE_LOCK_SHARED:
            guard isFree(exclusive, handle), isFree(pending, handle) else { return false }
            sharers.insert(handle)
        case SQLITE_LOCK_RESERVED:
            guard isFree(reserved, handle), isFree(exclusive, handle) else { return false }
            reserved = handle
        default:
            guard isFree(reserved, handle), isFree(pending, handle), isFree(exclusive, handle) else {
                return false
            }
            pending = handle
            if level == SQLITE_LOCK_EXCLUSIVE {
                if others { return false }
                exclusive = handle
            }
        }
        return true
    }

    func unlock(to level: Int32, for handle: Int) {
        if exclusive == handle { exclusive = nil }
        if pending == handle { pending = nil }
        if reserved == handle { reserved = nil }
        if level == SQLITE_LOCK_NONE { sharers.remove(handle) }
    }

    var isReserved: Bool { reserved != nil || pending != nil || exclusive != nil }

    /// Whether the slots of shared memory are the handle's now, or free again.
    func change(_ slots: Range<Int>, _ flags: Int32, for handle: Int) -> Bool {
        if flags & SQLITE_SHM_UNLOCK != 0 {
            for slot in slots { release(slot, handle) }
            return true
        }
        let wantsAll = flags & SQLITE_SHM_EXCLUSIVE != 0
        for slot in slots {
            if !isFree(exclusiveSlots[slot], handle) { return false }
            if wantsAll, sharedSlots[slot].contains(where: { $0 != handle }) { return false }
        }
        for slot in slots {
            if wantsAll { exclusiveSlots[slot] = handle } else { sharedSlots[slot].insert(handle) }
        }
        return true
    }

    func releaseSlots(of handle: Int) {
        for slot in sharedSlots.indices { release(slot, handle) }
    }

    private func release(_ slot: Int, _ handle: Int) {
        sharedSlots[slot].remove(handle)
        if exclusiveSlots[slot] == handle { exclusiveSlots[slot] = nil }
    }

    private func isFree(_ holder: Int?, _ handle: Int) -> Bool { holder == nil || holder == handle }
}

/// The memory that the connections of one file share; it is gone after a cut, and stays as long as a handle
/// of before still looks at it.
final class SharedMemory {
    private var regions: [UnsafeMutableRawPointer] = []

    deinit { regions.forEach { $0.deallocate() } }

    func region(_ index: Int, size: Int, extending: Bool) -> UnsafeMutableRawPointer? {
        while extending, regions.count <= index {
            let fresh = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
            fresh.initializeMemory(as: UInt8.self, repeating: 0, count: size)
            regions.append(fresh)
        }
        return index < regions.count ? regions[index] : nil
    }
}
