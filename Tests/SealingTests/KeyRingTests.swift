import Glibc
import Testing
import Values

@testable import Sealing

func makeRing() throws -> KeyRing { try KeyRing(master: Array(0..<32)) }
let someone = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
let somebodyElse = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)

func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

struct KeyRingTests {
    @Test("tokens and commitments are the HMAC of the purpose's key, as worked out elsewhere")
    func tokens() throws {
        let ring = try makeRing()
        #expect(
            hex(ring.token(.keyedToken, "13900000000".utf8))
                == "4d3b3632a123b1d3a09f3c02814ffa41bafe8d7eba1acc9333c0394d7250d6f9")
        #expect(
            hex(ring.commit("value".utf8, context: "record"))
                == "96e6ce3c4e56200dfe459cce29a7e8f48f436b22738d20bca0e4038d04f92d33")
    }

    @Test("no two purposes share a key, and another master has other keys")
    func purposes() throws {
        let ring = try makeRing()
        let other = try KeyRing(master: Array(1...32))
        let tokens = KeyRing.Purpose.allCases.flatMap { [ring.token($0, [1]), other.token($0, [1])] }
        #expect(Set(tokens).count == 2 * KeyRing.Purpose.allCases.count)
    }

    @Test("a context cannot lend bytes to a value")
    func framing() throws {
        let ring = try makeRing()
        #expect(ring.commit("bc".utf8, context: "a") != ring.commit("c".utf8, context: "ab"))
    }

    @Test("a master of another length is refused", arguments: [0, 16, 31, 33, 64])
    func length(_ count: Int) {
        #expect(throws: KeyFault.wrongLength(count)) {
            try KeyRing(master: Array(repeating: 1, count: count))
        }
    }

    @Test("a wrapped key opens for its subject alone, and is gone once destroyed")
    func wrapping() throws {
        let ring = try makeRing()
        let key = SubjectKey()
        let wrapped = try ring.wrap(key, for: someone)
        #expect(try ring.unwrap(wrapped, for: someone).bytes == key.bytes)
        #expect(throws: SealingFault.damaged) { try ring.unwrap(wrapped, for: somebodyElse) }
        #expect(throws: SealingFault.keyGone) { try ring.unwrap(nil, for: someone) }
        #expect(throws: SealingFault.keyGone) { try ring.unwrap([], for: someone) }
        let other = try KeyRing(master: Array(1...32))
        #expect(throws: SealingFault.damaged) { try other.unwrap(wrapped, for: someone) }
    }

    @Test("what is sealed opens under its key and context, and differs each time")
    func sealing() throws {
        let key = SubjectKey()
        let box = try key.seal("张奶奶，三单元", context: "people.name")
        #expect(try key.openText(box, context: "people.name") == "张奶奶，三单元")
        #expect(try key.seal("张奶奶，三单元", context: "people.name") != box)
        #expect(throws: SealingFault.damaged) { try key.open(box, context: "people.phone") }
        #expect(throws: SealingFault.damaged) { try SubjectKey().open(box, context: "people.name") }
        #expect(try key.open(key.seal([UInt8](), context: ""), context: "") == [])
    }

    @Test("any changed byte and any cut is refused")
    func tampering() throws {
        let key = SubjectKey()
        let box = try key.seal([1, 2, 3], context: "c")
        for index in box.indices {
            var changed = box
            changed[index] ^= 1
            #expect(throws: SealingFault.damaged) { try key.open(changed, context: "c") }
            #expect(throws: SealingFault.damaged) { try key.open(Array(box.prefix(index)), context: "c") }
        }
    }

    @Test("a purpose's box opens for the same purpose alone")
    func purposeBoxes() throws {
        let ring = try makeRing()
        let box = try ring.seal([7, 8], .attachment, context: "photo")
        #expect(try ring.open(box, .attachment, context: "photo") == [7, 8])
        #expect(throws: SealingFault.damaged) { try ring.open(box, .cookie, context: "photo") }
    }

    @Test("commitments under a person's key are that key's own")
    func subjectCommitments() throws {
        let ring = try makeRing()
        let key = SubjectKey()
        let again = try ring.unwrap(ring.wrap(key, for: someone), for: someone)
        #expect(key.commit([1], context: "a") == again.commit([1], context: "a"))
        #expect(key.commit([1], context: "a") != SubjectKey().commit([1], context: "a"))
        #expect(key.commit([1], context: "a") != key.commit([1], context: "b"))
    }

    @Test("hashes: the standard's vector, the chain, the comparison")
    func digests() {
        #expect(
            hex(Digest.sha256("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            hex(Digest.chained(after: Digest.start, Array("row".utf8)))
                == "1b8770584b16a0b720ce36720c99350fcb5a0855757cf51e974112dea8f246c0")
        #expect(Digest.equal([1, 2], [1, 2]))
        #expect(!Digest.equal([1, 2], [1, 3]))
        #expect(!Digest.equal([1, 2], [1, 2, 3]))
        #expect(Digest.equal([], []))
    }
}

/// A directory of its own for one test, gone with it.
final class Folder {
    let path: String

    init() throws {
        var template = Array("/tmp/linli-keys-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    var key: String { path + "/house/" + KeyRing.fileName }
    var house: String { path + "/house" }

    deinit {
        unlink(key)
        rmdir(key)
        rmdir(house)
        rmdir(path)
    }
}

struct KeyFileTests {
    @Test("the first start makes the key for its owner alone, the second reads the same")
    func firstStart() throws {
        let folder = try Folder()
        let first = try KeyRing(directory: folder.house)
        var status = stat()
        #expect(stat(folder.key, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(status.st_size == 32)
        let second = try KeyRing(directory: folder.house, creating: false)
        #expect(first.token(.csrf, [1]) == second.token(.csrf, [1]))
        #expect(first.token(.csrf, [1]) != (try makeRing().token(.csrf, [1])))
    }

    @Test("without leave to make one, a missing key is refused")
    func missing() throws {
        let folder = try Folder()
        #expect(throws: KeyFault.missing(folder.key)) {
            try KeyRing(directory: folder.house, creating: false)
        }
        #expect(access(folder.key, F_OK) != 0)
    }

    @Test("a key that others can read is refused", arguments: [0o640, 0o604, 0o660, 0o622] as [mode_t])
    func readable(_ mode: mode_t) throws {
        let folder = try Folder()
        _ = try KeyRing(directory: folder.house)
        #expect(chmod(folder.key, mode) == 0)
        #expect(throws: KeyFault.readableByOthers(folder.key)) { try KeyRing(directory: folder.house) }
    }

    @Test("a key of another length is refused", arguments: [0, 31, 40])
    func wrongLength(_ length: Int) throws {
        let folder = try Folder()
        _ = try KeyRing(directory: folder.house)
        #expect(truncate(folder.key, length) == 0)
        #expect(throws: KeyFault.wrongLength(length)) { try KeyRing(directory: folder.house) }
    }

    @Test("a link or a directory in the key's place is refused")
    func notAFile() throws {
        let linked = try Folder()
        let target = try Folder()
        _ = try KeyRing(directory: target.house)
        mkdir(linked.house, 0o700)
        symlink(target.key, linked.key)
        #expect(throws: KeyFault.notOurs(linked.key)) { try KeyRing(directory: linked.house) }
        let nested = try Folder()
        mkdir(nested.house, 0o700)
        mkdir(nested.key, 0o700)
        #expect(throws: KeyFault.notOurs(nested.key)) { try KeyRing(directory: nested.house) }
    }

    @Test("a directory that cannot be made is refused")
    func unwritable() {
        let path = "/nowhere-\(getpid())/house"
        #expect(throws: KeyFault.unwritable(path, ENOENT)) { try KeyRing(directory: path) }
    }
}
