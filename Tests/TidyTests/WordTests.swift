import Testing

/// A word that the code does without.
struct Banned: Sendable, CustomTestStringConvertible {
    let word: String
    let mend: String
    /// Paths that begin so may say it.
    var except: [String] = []

    var testDescription: String { word }
}

/// The words that the house does without, in code, in comments and in the statements of SQL.
@Suite struct WordTests {
    @Test(arguments: [
        Banned(word: "try!", mend: "let the error go up, or turn it into a Fault"),
        Banned(word: "as!", mend: "bind with as? and refuse the rest"),
        Banned(word: "fatalError(", mend: "throw; a broken invariant rolls back and alarms"),
        Banned(word: "print(", mend: "log it, or return it", except: ["Sources/linli/"]),
        Banned(word: "debugPrint(", mend: "log it, or return it"),
        Banned(word: "NSLog(", mend: "log through swift-log"),
        Banned(word: "Date()", mend: "ask the clock that was passed in"),
        Banned(word: "Date.now", mend: "ask the clock that was passed in"),
        Banned(
            word: "Bundle.module", mend: "read assets from their folder: this traps where the binary moves"),
    ])
    func theCodeDoesWithout(_ banned: Banned) {
        var breaches: [Breach] = []
        for file in Tree.swift where !banned.except.contains(where: file.path.hasPrefix) {
            for offset in file.code.offsets(of: banned.word) {
                breaches.append(Breach(file, file.line(at: offset), "\(banned.word): \(banned.mend)"))
            }
        }
        expectNone(breaches)
    }

    @Test func nothingIsLeftForLater() {
        let words = ["TO" + "DO", "FIX" + "ME"]
        var breaches: [Breach] = []
        for file in Tree.texts {
            for word in words {
                for offset in file.bytes.offsets(of: word) {
                    breaches.append(Breach(file, file.line(at: offset), "\(word): do it, or write an issue"))
                }
            }
        }
        expectNone(breaches)
    }

    @Test func noErrorIsDroppedInSilence() {
        var breaches: [Breach] = []
        for file in Tree.swift {
            for offset in file.code.offsets(of: "catch") {
                guard let open = file.code[offset...].firstIndex(of: UInt8(ascii: "{")) else { continue }
                let close = file.code.close(of: open)
                // A comment that says why it may be dropped is enough.
                let inside = file.bytes[(open + 1)..<max(open + 1, min(close, file.bytes.count))]
                guard inside.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == newline }) else { continue }
                breaches.append(
                    Breach(file, file.line(at: offset), "an empty catch: handle the error, or say why not"))
            }
        }
        expectNone(breaches)
    }

    @Test(arguments: ["SELECT *", "AUTOINCREMENT", "CURRENT_TIMESTAMP", "INSERT OR REPLACE"])
    func theStatementsDoWithout(_ words: String) {
        var breaches: [Breach] = []
        for file in Tree.texts where file.path.hasPrefix("Sources/") {
            for offset in file.bytes.offsets(of: words) {
                let mend = "\(words): one text for two engines names its columns, times and keys itself"
                breaches.append(Breach(file, file.line(at: offset), mend))
            }
        }
        expectNone(breaches)
    }

    @Test func noTypeHasAnEmptyName() {
        let endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Common"]
        let kinds = ["struct", "enum", "class", "actor", "protocol", "typealias"]
        var breaches: [Breach] = []
        for file in Tree.swift {
            for kind in kinds {
                for offset in file.code.offsets(of: kind) {
                    let name = file.code.word(at: offset + kind.utf8.count)
                    guard let ending = endings.first(where: name.hasSuffix) else { continue }
                    let mend = "\(name): \(ending) says nothing; name what it is"
                    breaches.append(Breach(file, file.line(at: offset), mend))
                }
            }
        }
        expectNone(breaches)
    }

    @Test func noTypeIsNamedLikeARoom() {
        let rooms = Set(Tree.sources.map(\.room))
        var breaches: [Breach] = []
        for file in Tree.sources {
            for kind in ["struct", "enum", "class", "actor", "protocol"] {
                for offset in file.code.offsets(of: kind) {
                    let name = file.code.word(at: offset + kind.utf8.count)
                    guard rooms.contains(name) else { continue }
                    let mend = "\(name) is a room: a type of its name hides every other name in it"
                    breaches.append(Breach(file, file.line(at: offset), mend))
                }
            }
        }
        expectNone(breaches)
    }
}
