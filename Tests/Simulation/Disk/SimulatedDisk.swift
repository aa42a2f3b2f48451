import GRDBSQLite
import Synchronization
import Values

/// What the disk does wrong, and when.
struct DiskFault: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// The power goes.
        case cut
        case writeFails, shortWrite, full, syncFails, readFails
    }

    let kind: Kind
    /// After so many operations more of those that it strikes.
    var after: Int
    /// How many operations it strikes; a cut strikes once.
    var lasts: Int
}

/// A disk in memory that forgets on a cut what was not synced, and fails when told to.
///
/// It stands below SQLite as its file system, so that the whole house runs on it unchanged.
final class SimulatedDisk: @unchecked Sendable {
    // Everything is touched under the lock alone.
    private let lock = Mutex(())
    private var files: [String: SimulatedFile] = [:]
    private var handles: [Int: Handle] = [:]
    private var lastHandle = 0
    private var dice: Dice
    private var fault: DiskFault?
    /// Handles of an earlier life of the power find nothing any more.
    private(set) var life = 0
    private(set) var isOn = true
    private(set) var struck = 0
    private(set) var operations = 0

    struct Handle {
        let file: SimulatedFile
        let shared: SharedMemory
        let life: Int
        let deletes: String?
    }

    init(seed: UInt64) { dice = Dice(seed: seed) }

    func locked<T>(_ body: (SimulatedDisk) -> T) -> T { lock.withLock { _ in body(self) } }

    // MARK: What the simulation asks

    func plan(_ fault: DiskFault?) { locked { $0.fault = fault } }

    /// How often a fault struck so far.
    var strikes: Int { locked { $0.struck } }

    /// The power goes now.
    func cut() { locked { $0.cutNow() } }

    func powerOn() { locked { $0.isOn = true } }

    var size: Int { locked { $0.files.values.reduce(0) { $0 + $1.bytes.count } } }

    private func cutNow() {
        guard isOn else { return }
        isOn = false
        life += 1
        fault = nil
        for (_, file) in files.sorted(by: { $0.key < $1.key }) { file.cut(&dice) }
    }

    // MARK: What SQLite asks

    func open(_ name: String?, deletes: Bool) -> Int? {
        locked { disk in
            guard disk.isOn else { return nil }
            let file = name.flatMap { disk.files[$0] } ?? SimulatedFile()
            if let name { disk.files[name] = file }
            disk.lastHandle += 1
            disk.handles[disk.lastHandle] = Handle(
                file: file, shared: file.shared, life: disk.life, deletes: deletes ? name : nil)
            return disk.lastHandle
        }
    }

    func close(_ handle: Int) {
        locked { disk in
            guard let known = disk.handles.removeValue(forKey: handle), known.life == disk.life else {
                return
            }
            known.file.locks.unlock(to: SQLITE_LOCK_NONE, for: handle)
            known.file.locks.releaseSlots(of: handle)
            if !disk.handles.values.contains(where: { $0.file === known.file }) {
                known.file.shared = SharedMemory()
            }
            if let name = known.deletes { disk.files[name] = nil }
        }
    }

    func exists(_ name: String) -> Bool { locked { $0.files[name] != nil } }

    func delete(_ name: String) -> Bool { locked { $0.isOn && $0.files.removeValue(forKey: name) != nil } }

    /// Runs an operation of a handle that is still alive.
    func run(_ handle: Int, _ failing: Int32, _ body: (SimulatedFile) -> Int32) -> Int32 {
        locked { disk in
            guard disk.isOn, let known = disk.handles[handle], known.life == disk.life else { return failing }
            return body(known.file)
        }
    }

    func sharedMemory(_ handle: Int) -> SharedMemory? { locked { $0.handles[handle]?.shared } }

    /// What strikes an operation now; a cut takes the power before anything is done.
    func strike(_ kinds: [DiskFault.Kind]) -> DiskFault.Kind? {
        operations += 1
        guard var planned = fault, kinds.contains(planned.kind) else { return nil }
        defer { if isOn { fault = planned.lasts > 0 ? planned : nil } }
        if planned.after > 0 {
            planned.after -= 1
            return nil
        }
        planned.lasts -= 1
        struck += 1
        if planned.kind == .cut { cutNow() }
        return planned.kind
    }

    func random(_ bytes: UnsafeMutableRawBufferPointer) {
        locked { disk in for index in bytes.indices { bytes[index] = UInt8(disk.dice.below(256)) } }
    }
}
