import Cunzip
import Glibc

/// A zip file in memory, opened for reading by libzip within limits.
final class Archive {
    private let bytes: UnsafeMutableRawBufferPointer
    private let handle: OpaquePointer
    let limits: SheetLimits

    /// Throws: `SheetFault` where the bytes are no zip file or hold too many entries.
    init(_ source: [UInt8], limits: SheetLimits) throws {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, source.count), alignment: 16)
        copy.copyBytes(from: source)
        var failure = zip_error_t()
        let buffer = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(source.count), 0, &failure)
        guard let buffer else {
            copy.deallocate()
            throw SheetFault(.damaged)
        }
        guard let handle = zip_open_from_source(buffer, ZIP_RDONLY, &failure) else {
            zip_source_free(buffer)
            copy.deallocate()
            throw SheetFault(.damaged)
        }
        self.bytes = copy
        self.handle = handle
        self.limits = limits
        guard zip_get_num_entries(handle, 0) <= limits.entries else { throw SheetFault(.unpacksTooBig) }
    }

    deinit {
        zip_discard(handle)
        bytes.deallocate()
    }

    /// Opens one entry by its path, whatever the case of its letters; nil where there is none.
    ///
    /// Throws: `SheetFault` where it is encrypted, too large, or packed in a way that sheets never are.
    func open(_ path: String) throws -> Entry? {
        let index = zip_name_locate(handle, path, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { return nil }
        var about = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(index), 0, &about) == 0 else { throw SheetFault(.damaged) }
        let wanted = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
        guard about.valid & wanted == wanted else { throw SheetFault(.damaged) }
        guard Int32(about.encryption_method) == ZIP_EM_NONE else { throw SheetFault(.encrypted) }
        guard about.size <= limits.partBytes else { throw SheetFault(.unpacksTooBig) }
        if about.size > 1 << 20, about.size / max(1, about.comp_size) > limits.ratio {
            throw SheetFault(.unpacksTooBig)
        }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else { throw SheetFault(.damaged) }
        return Entry(file, in: self)
    }
}

/// One entry of an archive, read from its beginning to its end.
final class Entry {
    private let file: OpaquePointer
    private let archive: Archive
    private var left: Int

    fileprivate init(_ file: OpaquePointer, in archive: Archive) {
        self.file = file
        self.archive = archive
        left = archive.limits.partBytes
    }

    deinit { zip_fclose(file) }

    /// The next bytes; 0 at the end.
    ///
    /// Throws: `SheetFault` where the entry is damaged, or unpacks to more than it declared and may.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = Int(zip_fread(file, target.baseAddress, zip_uint64_t(target.count)))
        guard count >= 0 else { throw SheetFault(.damaged) }
        left -= count
        guard left >= 0 else { throw SheetFault(.unpacksTooBig) }
        return count
    }
}
