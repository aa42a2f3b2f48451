import Foundation
import GRDBSQLite

/// SQLite's extended codes of a failed operation, which Swift does not take over from C.
enum IOFault {
    static let read = code(1), shortRead = code(2), write = code(3), sync = code(4), truncate = code(6)
    static let size = code(7), delete = code(10), checkReservedLock = code(14), lock = code(15)
    static let memoryLock = code(20), memoryMap = code(21), deleteOfNothing = code(23)

    private static func code(_ number: Int32) -> Int32 { SQLITE_IOERR | number << 8 }
}

/// The simulated disk as SQLite's file system: functions of C that lead to ``SimulatedDisk``.
enum DiskInterface {
    nonisolated(unsafe) private static var disk = SimulatedDisk(seed: 0)
    nonisolated(unsafe) private static let methods = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: makeMethods())
        return methods
    }()

    /// A file as SQLite holds it: its methods first, then which handle it is.
    private struct OpenFile {
        var base: sqlite3_file
        var handle: Int
    }

    /// Makes the disk the one that every connection of this process opens its files on.
    static func install(_ simulated: SimulatedDisk) {
        disk = simulated
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.initialize(to: makeSystem())
        sqlite3_vfs_register(vfs, 1)
    }

    private static func handle(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int {
        file?.withMemoryRebound(to: OpenFile.self, capacity: 1) { $0.pointee.handle } ?? 0
    }

    private static func makeSystem() -> sqlite3_vfs {
        var vfs = sqlite3_vfs()
        vfs.iVersion = 2
        vfs.szOsFile = Int32(MemoryLayout<OpenFile>.stride)
        vfs.mxPathname = 512
        vfs.zName = UnsafePointer(strdup("simulated"))
        vfs.xOpen = { _, name, file, flags, outFlags in
            let text = name.map { String(cString: $0) }
            guard let file,
                let handle = DiskInterface.disk.open(text, deletes: flags & SQLITE_OPEN_DELETEONCLOSE != 0)
            else {
                file?.pointee.pMethods = nil
                return SQLITE_CANTOPEN
            }
            file.withMemoryRebound(to: OpenFile.self, capacity: 1) { $0.pointee.handle = handle }
            file.pointee.pMethods = UnsafePointer(DiskInterface.methods)
            outFlags?.pointee = flags
            return SQLITE_OK
        }
        vfs.xDelete = { _, name, _ in
            guard let name else { return IOFault.delete }
            return DiskInterface.disk.delete(String(cString: name)) ? SQLITE_OK : IOFault.deleteOfNothing
        }
        vfs.xAccess = { _, name, _, answer in
            answer?.pointee = name.map { DiskInterface.disk.exists(String(cString: $0)) } ?? false ? 1 : 0
            return SQLITE_OK
        }
        vfs.xFullPathname = { _, name, size, out in
            guard let name, let out, strlen(name) < Int(size) else { return SQLITE_CANTOPEN }
            strcpy(out, name)
            return SQLITE_OK
        }
        vfs.xRandomness = { _, count, out in
            if let out {
                DiskInterface.disk.random(UnsafeMutableRawBufferPointer(start: out, count: Int(count)))
            }
            return count
        }
        vfs.xSleep = { _, microseconds in
            usleep(UInt32(max(0, microseconds)))
            return microseconds
        }
        vfs.xGetLastError = { _, _, _ in 0 }
        vfs.xCurrentTime = { _, day in
            day?.pointee = 2_461_368.5
            return SQLITE_OK
        }
        vfs.xCurrentTimeInt64 = { _, moment in
            moment?.pointee = 212_662_238_400_000
            return SQLITE_OK
        }
        return vfs
    }

    private static func makeMethods() -> sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        methods.iVersion = 2
        methods.xClose = { file in
            DiskInterface.disk.close(DiskInterface.handle(file))
            return SQLITE_OK
        }
        addReading(to: &methods)
        addWriting(to: &methods)
        addLocking(to: &methods)
        methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
        methods.xSectorSize = { _ in Int32(SimulatedFile.page) }
        // As on Linux: a write that is torn harms nothing beside it.
        methods.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
        return methods
    }

    private static func addReading(to methods: inout sqlite3_io_methods) {
        methods.xRead = { file, buffer, count, offset in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.read) { simulated in
                if DiskInterface.disk.strike([.readFails]) != nil { return IOFault.read }
                let into = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
                return simulated.read(Int(offset), into: into) ? SQLITE_OK : IOFault.shortRead
            }
        }
        methods.xFileSize = { file, size in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.size) { simulated in
                size?.pointee = Int64(simulated.bytes.count)
                return SQLITE_OK
            }
        }
    }

    private static func addWriting(to methods: inout sqlite3_io_methods) {
        methods.xWrite = { file, buffer, count, offset in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.write) { simulated in
                let part = UnsafeRawBufferPointer(start: buffer, count: Int(count))
                switch DiskInterface.disk.strike([.cut, .writeFails, .shortWrite, .full]) {
                case nil: simulated.write(part, at: Int(offset))
                case .full: return SQLITE_FULL
                case .shortWrite:
                    simulated.write(
                        UnsafeRawBufferPointer(rebasing: part[..<(part.count / 2)]), at: Int(offset))
                    return SQLITE_FULL
                default: return IOFault.write
                }
                return SQLITE_OK
            }
        }
        methods.xTruncate = { file, size in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.truncate) { simulated in
                if DiskInterface.disk.strike([.cut]) != nil { return IOFault.truncate }
                simulated.truncate(to: Int(size))
                return SQLITE_OK
            }
        }
        methods.xSync = { file, _ in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.sync) { simulated in
                switch DiskInterface.disk.strike([.cut, .syncFails]) {
                case nil: simulated.sync()
                case .syncFails:
                    simulated.failSync()
                    return IOFault.sync
                default: return IOFault.sync
                }
                return SQLITE_OK
            }
        }
    }

    private static func addLocking(to methods: inout sqlite3_io_methods) {
        methods.xLock = { file, level in
            let number = DiskInterface.handle(file)
            return DiskInterface.disk.run(number, IOFault.lock) { simulated in
                simulated.locks.lock(level, for: number) ? SQLITE_OK : SQLITE_BUSY
            }
        }
        methods.xUnlock = { file, level in
            let number = DiskInterface.handle(file)
            return DiskInterface.disk.run(number, SQLITE_OK) { simulated in
                simulated.locks.unlock(to: level, for: number)
                return SQLITE_OK
            }
        }
        methods.xCheckReservedLock = { file, answer in
            DiskInterface.disk.run(DiskInterface.handle(file), IOFault.checkReservedLock) { simulated in
                answer?.pointee = simulated.locks.isReserved ? 1 : 0
                return SQLITE_OK
            }
        }
        methods.xShmMap = { file, index, size, extending, out in
            guard let shared = DiskInterface.disk.sharedMemory(DiskInterface.handle(file)) else {
                return IOFault.memoryMap
            }
            return DiskInterface.disk.run(DiskInterface.handle(file), IOFault.memoryMap) { _ in
                out?.pointee = shared.region(Int(index), size: Int(size), extending: extending != 0).map {
                    UnsafeMutableRawPointer($0)
                }
                return SQLITE_OK
            }
        }
        methods.xShmLock = { file, offset, count, flags in
            let number = DiskInterface.handle(file)
            return DiskInterface.disk.run(number, IOFault.memoryLock) { simulated in
                simulated.locks.change(Int(offset)..<Int(offset + count), flags, for: number)
                    ? SQLITE_OK : SQLITE_BUSY
            }
        }
        methods.xShmBarrier = { _ in DiskInterface.disk.locked { _ in } }
        methods.xShmUnmap = { file, _ in
            let number = DiskInterface.handle(file)
            return DiskInterface.disk.run(number, SQLITE_OK) { simulated in
                simulated.locks.releaseSlots(of: number)
                return SQLITE_OK
            }
        }
    }
}
