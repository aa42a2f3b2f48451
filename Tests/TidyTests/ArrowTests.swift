import Testing

/// The arrows of the house: a room imports what stands below it, and a leaf never another leaf.
@Suite struct ArrowTests {
    /// The rooms below each room of the ground and the whole; any other room is a leaf.
    static let below: [String: Set<String>] = {
        var below: [String: Set<String>] = [
            "Values": [], "Imaging": ["Values"], "Methods": ["Values"], "Sealing": ["Values"],
            "Sheets": ["Values"],
            "Storage": ["Values"],
        ]
        below["StorageSQLite"] = ["Values", "Storage"]
        below["StoragePostgres"] = ["Values", "Storage"]
        below["Actions"] = ["Values", "Storage", "Sealing"]
        below["Web"] = ["Values", "Storage", "Sealing", "Actions", "Imaging", "Sheets"]
        below["People"] = ground
        below["Ledger"] = ground
        below["Flows"] = ground.union(roots).union(leaves)
        below["Village"] = ground.union(roots).union(leaves).union(["Flows"])
        below["Platform"] = ground.union(roots).union(leaves).union(engines).union(["Flows", "Village"])
        below["linli"] = ground.union(roots).union(leaves).union(["Flows", "Village", "Platform"])
        return below
    }()

    static let ground: Set<String> = [
        "Values", "Methods", "Storage", "Sealing", "Imaging", "Sheets", "Actions", "Web",
    ]
    static let roots: Set<String> = ["People", "Ledger"]
    static let engines: Set<String> = ["StorageSQLite", "StoragePostgres"]
    static let whole: Set<String> = ["Flows", "Village", "Platform", "linli"]
    static let rooms = Set(Tree.sources.map(\.room))
    static let leaves = rooms.subtracting(ground).subtracting(roots).subtracting(engines).subtracting(whole)

    /// The libraries from elsewhere that few rooms may touch.
    static let doors: [String: Set<String>] = [
        "GRDB": ["StorageSQLite"], "GRDBSQLite": ["StorageSQLite"],
        "Clazy": ["Imaging", "StoragePostgres", "Platform"],
        "Csodium": ["Sealing"], "Czstd": ["Sealing"], "Cqrencode": ["Imaging"],
        "Cxlsxwriter": ["Sheets"], "BigInt": ["Methods"], "Cunzip": ["Sheets"], "ArgumentParser": ["linli"],
        "Hummingbird": ["Web", "Platform", "linli"],
    ]

    @Test func aRoomImportsOnlyWhatStandsBelowIt() {
        var breaches: [Breach] = []
        for file in Tree.sources {
            let isLeaf = Self.leaves.contains(file.room)
            let allowed = Self.below[file.room] ?? Self.ground.union(Self.roots)
            for (name, line) in file.imports where Self.rooms.contains(name) && !allowed.contains(name) {
                let isOther = isLeaf && Self.leaves.contains(name)
                let mend =
                    isOther
                    ? "a leaf imports no leaf: make it a flow, a panel or a figure" : "it stands above"
                breaches.append(Breach(file, line, "\(file.room) imports \(name): \(mend)"))
            }
        }
        expectNone(breaches)
    }

    @Test func aLibraryHasItsDoor() {
        var breaches: [Breach] = []
        for file in Tree.sources {
            for (name, line) in file.imports {
                guard let rooms = Self.doors[name], !rooms.contains(file.room) else { continue }
                let doors = rooms.sorted().joined(separator: ", ")
                breaches.append(Breach(file, line, "only \(doors) may import \(name)"))
            }
        }
        expectNone(breaches)
    }
}

extension SourceFile {
    /// The modules that the file imports, with their lines.
    var imports: [(name: String, line: Int)] {
        code.offsets(of: "import").compactMap { offset in
            let isFirst = offset == 0 || code[offset - 1] == newline || code[offset - 1] == UInt8(ascii: " ")
            guard isFirst else { return nil }
            let word = code.word(at: offset + 6)
            let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            if !kinds.contains(word) { return (word, line(at: offset)) }
            let next = offset + 7 + word.utf8.count
            return (code.word(at: next), line(at: offset))
        }
    }
}
