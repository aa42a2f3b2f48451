import Testing
import Values

@testable import Sealing

struct PasswordTests {
    @Test(
        "the rules refuse by name",
        arguments: [
            ("", .tooShort), ("1234567", .tooShort), ("七个字的密码啊", .tooShort),
            (String(repeating: "长1", count: 65), .tooLong),
            (String(repeating: "a", count: 100_000), .tooLong),
            ("Password", .tooCommon), ("PASSWORD123", .tooCommon), ("１２３４５６７８", .tooCommon),
            ("88888888", .tooCommon), ("23456789", .tooCommon), ("98765432", .tooCommon),
            ("aaaaaaaa", .tooCommon),
            ("abcdefgh", .tooCommon), ("13800138000", .isPhone), ("138 0013 8000", .isPhone),
            ("138-0013-8000", .isPhone), ("+8613800138000", .isPhone), ("008613800138000", .isPhone),
        ] as [(String, PasswordFault)])
    func refused(_ typed: String, _ fault: PasswordFault) {
        #expect(throws: fault) { try Password(typed, phone: "138 0013 8000") }
    }

    @Test(
        "ordinary good ones pass",
        arguments: [
            "七个字的密码啊呀", "correct horse", "13800138001", "楼下的桂花开了吗", String(repeating: "长1", count: 64),
        ])
    func accepted(_ typed: String) throws {
        #expect(!(try Password(typed, phone: "+86 13800138000").bytes.isEmpty))
    }

    @Test("width and composition make no other password")
    func normalised() throws {
        #expect(try Password("cafe\u{301} ＡＢＣ１").bytes == Password("caf\u{e9} ABC1").bytes)
    }

    @Test(
        "every fault speaks both languages",
        arguments: [
            PasswordFault.tooShort, .tooLong, .tooCommon, .isPhone, .busy, .unavailable,
        ])
    func phrases(_ fault: PasswordFault) {
        #expect(!fault.text.chinese.isEmpty && fault.text.english.hasSuffix("."))
    }
}

struct PasswordHashTests {
    private let check = PasswordCheck(limits: .least)

    @Test("the right password matches, in any width; others do not")
    func matching() async throws {
        let hash = try await check.hash(Password("桂花 osmanthus 1"))
        #expect(hash.stored.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await check.matches("桂花 osmanthus 1", hash))
        #expect(try await check.matches("桂花　ｏsmanthus １", hash))
        #expect(try await !check.matches("桂花 osmanthus 2", hash))
        #expect(try await !check.matches("", hash))
        #expect(try await !check.matches("桂花 osmanthus 1\0", hash))
        #expect(try await !check.matches(String(repeating: "a", count: 1_000_000), hash))
        #expect(try await !check.matches("桂花 osmanthus 1", nil))
    }

    @Test("two hashes of one password differ by their salt")
    func salted() async throws {
        let first = try await check.hash(Password("桂花 osmanthus 1"))
        let second = try await check.hash(Password("桂花 osmanthus 1"))
        #expect(first != second)
    }

    @Test("the standard limits are 64 MiB and two passes, and an older hash is to be made anew")
    func limits() async throws {
        let standard = PasswordCheck()
        let hash = try await standard.hash(Password("桂花 osmanthus 1"))
        #expect(hash.stored.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(!standard.needsRehash(hash))
        #expect(check.needsRehash(hash))
        #expect(standard.needsRehash(try await check.hash(Password("桂花 osmanthus 1"))))
    }

    @Test(
        "a stored text that is no hash matches nothing and is to be made anew",
        arguments: [
            "", "x", "$argon2id$", String(repeating: "$argon2id$", count: 100), "$argon2id$\0", "é",
        ])
    func foreign(_ stored: String) async throws {
        let hash = PasswordHash(stored: stored)
        #expect(try await !check.matches("桂花 osmanthus 1", hash))
        #expect(check.needsRehash(hash))
    }

    @Test("beyond the backlog it says busy, and serves again afterwards")
    func backlog() async throws {
        let narrow = PasswordCheck(limits: .init(passes: 3, memory: 8 << 20), backlog: 2)
        let hash = try PasswordHash.make(Password("桂花 osmanthus 1").bytes, narrow.limits)
        let outcomes = await withTaskGroup(of: Result<Bool, PasswordFault>.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(PasswordFault) {
                        return .success(try await narrow.matches("桂花 osmanthus 1", hash))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(.success(true)))
        #expect(outcomes.contains(.failure(.busy)))
        #expect(outcomes.allSatisfy { $0 == .success(true) || $0 == .failure(.busy) })
        #expect(try await narrow.matches("桂花 osmanthus 1", hash))
    }
}
