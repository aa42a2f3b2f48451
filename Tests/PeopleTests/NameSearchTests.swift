import Actions
import Storage
import Testing
import Values
import Web

@testable import People

/// People are found by the characters, the sounds and the first letters of their names, in every box.
@Suite struct NameSearchTests {
    static let names = ["曾国藩", "單雄信", "王芳", "汪芳", "欧阳修", "Anna Wang"]

    @Test(arguments: [
        ("曾", ["曾国藩"]), ("国藩", ["曾国藩"]), ("曾國藩", ["曾国藩"]), ("zgf", ["曾国藩"]), ("ＺＧＦ", ["曾国藩"]),
        ("zeng", ["曾国藩"]), ("guofan", ["曾国藩"]), ("单", ["單雄信"]), ("shan", ["單雄信"]), ("dan", []),
        ("fang", ["汪芳", "王芳"]), ("wf", ["汪芳", "王芳"]), ("wang", ["Anna Wang", "汪芳", "王芳"]), ("王芳", ["王芳"]),
        ("芳", ["汪芳", "王芳"]), ("oyx", ["欧阳修"]), ("歐陽", ["欧阳修"]), ("ann", ["Anna Wang"]), ("李", []), ("%", []),
        ("", ["Anna Wang", "欧阳修", "單雄信", "汪芳", "王芳", "曾国藩"]),
    ])
    func theListOfPeopleFinds(_ typed: String, _ found: [String]) async throws {
        try await Trial.run { trial in
            try await trial.fill()
            let community = trial.community, root = trial.root
            let people = try await trial.database.read { reading in
                var filter = PeopleFilter()
                filter.name = typed
                return try StaffStore.people(filter, below: root, in: community, reading, limit: 50)
            }
            // In the order of their sounds: 单 under s, 曾 under z.
            #expect(people.map(\.name) == found)
        }
    }

    @Test(arguments: [("曾國藩", ["曾国藩"]), ("zgf", ["曾国藩"]), ("fang", ["王芳", "汪芳"]), ("谁也不是", [])])
    func theRecordFindsWhoDidIt(_ typed: String, _ found: [String]) async throws {
        try await Trial.run { trial in
            for (name, account) in try await trial.fill() {
                let profile = ChangeProfile(account, name: name, channels: [.page])
                _ = try await trial.perform(profile, by: trial.actor(account))
            }
            let community = trial.community
            let lines = try await trial.database.read { reading in
                var filter = RecordFilter()
                filter.who = typed
                return try RecordStore.lines(filter, in: community, reading, limit: 50)
            }
            #expect(lines.map(\.actorName).reversed() == found)
        }
    }

    @Test func whoIsCalledOtherwiseIsFoundByTheNewName() async throws {
        try await Trial.run { trial in
            let account = try await trial.person("王芳", "13900000001", .socialWorker)
            _ = try await trial.perform(
                ChangeProfile(account, name: "曾丽", channels: [.page]), by: trial.actor(account))
            let community = trial.community
            let (old, new) = try await trial.database.read { reading in
                (
                    try AccountStore.found("wangfang", in: community, reading),
                    try AccountStore.found("zengli", in: community, reading)
                )
            }
            #expect(old == [] && new == [account])
            #expect(try await trial.breaks() == [])
        }
    }
}

extension Trial {
    /// Takes on everybody of the names, in their order.
    @discardableResult
    fileprivate func fill() async throws -> [(name: String, account: Identifier)] {
        var made: [(String, Identifier)] = []
        for (index, name) in NameSearchTests.names.enumerated() {
            made.append((name, try await person(name, "1390000000\(index)", .socialWorker)))
        }
        return made
    }
}
