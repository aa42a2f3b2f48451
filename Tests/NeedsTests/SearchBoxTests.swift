import Actions
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs

/// The search boxes over needs and resources: whoever types as they write finds what others wrote otherwise.
@Suite struct SearchBoxTests {
    /// What was written, and what is typed to find it.
    static let found = [
        ("電梯又停了", "电梯"), ("电梯又停了", "電梯"), ("电梯又停了", "電梯 停"), ("路燈壞了", "路灯坏了"),
        ("１２號樓的門禁", "12号楼"), ("12号楼的门禁", "１２號樓"), ("十二号楼的门禁", "12號樓"), ("12号楼的门禁", "十二号楼"),
        ("住在三楼的老人", "3楼"), ("住在三楼的老人", "在三"), ("第二十三届邻里节", "第23届"), ("二〇二六年的活动", "2026年"),
        ("Ｗｉ－Ｆｉ没信号", "wi-fi"), ("wifi没信号", "ＷＩＦＩ"), ("臺灣來的奶奶", "台湾"), ("电话 ０１０－１２３４", "010-1234"),
    ]
    /// What is typed and must not find it.
    static let missed = [
        ("12号楼的门禁", "2号楼"), ("12号楼的门禁", "112号楼"), ("电梯又停了", "梯电"), ("路灯坏了", "电灯"), ("三楼的老人", "4楼"),
    ]

    @Test(arguments: Engine.all) func theLedgerFindsHoweverItIsWritten(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            for (written, typed) in Self.found + Self.missed {
                let need = try await trial.report("请看一下：" + written)
                var filter = NeedFilter(view: .all, limit: 1000)
                filter.text = typed
                let rows = try await trial.list(filter).rows.map(\.number)
                let isFound = Self.found.contains { $0 == (written, typed) }
                #expect(rows.contains(need.number) == isFound, "\(typed) in \(written)")
            }
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func theNumberIsReadAsPeopleWriteIt(_ engine: Engine) async throws {
        try await StaffTrial.run(engine) { trial in
            let need = try await trial.needs.report()
            _ = try await trial.needs.report("和它无关的另一件")
            for typed in ["X-1001", "x1001", "1001", "Ｘ－１００１", "１００１", " x 1001 "] {
                var filter = NeedFilter(view: .all)
                filter.text = typed
                #expect(try await trial.needs.list(filter).rows.map(\.number) == [need.number], "\(typed)")
                let page = await trial.open("/needs/public", [("number", typed)], as: nil)
                #expect(page.text.contains("X-1001") && !page.text.contains("X-1002"), "\(typed)")
            }
        }
    }

    @Test(arguments: Engine.all) func theDirectoryFindsItsOwnAndWhatIsShared(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            for (place, (written, typed)) in (Self.found + Self.missed).enumerated() {
                let own = try await trial.add { $0.description = written }
                let theirs = try await trial.add(in: trial.there) { $0.conditions = written }
                let share = ShareResource(resource: theirs.id, to: trial.street)
                try await trial.perform(share, by: trial.there.owner, in: trial.there)
                let isFound = place < Self.found.count
                #expect(try await trial.found(typed).contains(own.id) == isFound, "\(typed) in \(written)")
                #expect(
                    try await trial.shared(typed).contains(theirs.id) == isFound, "\(typed) in \(written)")
            }
            #expect(try await trial.found("Ｚ－３").count == 1)
            #expect(try await trial.shared("，") == [])
            #expect(try await trial.breaks() == [])
        }
    }

    @Test(arguments: Engine.all) func bothFacesOfTheDirectorySearchAlike(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            _ = try await trial.add { ($0.name, $0.description) = ("平安修理鋪", "電梯困人时先来") }
            _ = try await trial.add { ($0.name, $0.isPublic) = ("电梯值班名册", false) }
            let worker = try ResourceBrowser(trial, "worker"), anyone = try ResourceBrowser(trial, "")
            for typed in ["电梯", "電梯"] {
                let inside = await worker.open("/resources?q=\(typed)").text
                let outside = await anyone.open("/resources?q=\(typed)").text
                #expect(inside.contains("平安修理鋪") && inside.contains("电梯值班名册"))
                #expect(outside.contains("平安修理鋪") && !outside.contains("电梯值班名册"))
            }
        }
    }

    @Test(arguments: Engine.all) func aClassIsFoundByItsNewName(_ engine: Engine) async throws {
        try await ResourceTrial.run(engine) { trial in
            let resource = try await trial.add()
            let other = try await trial.add { $0.classes = ["housing-lift"] }
            try await trial.perform(
                EditTerm(.need, key: "housing-lamp", chinese: "楼道照明"), by: .house)
            #expect(try await trial.found("照明") == [resource.id])
            #expect(try await Set(trial.found("平安")) == [resource.id, other.id])
            #expect(try await trial.breaks() == [])
        }
    }

    /// A building that comes to another grid is found by the other grid's name.
    @Test(arguments: Engine.all) func needsAreFoundByTheGridTheyCameTo(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let need = try await trial.report()
            let building = try #require(trial.places["b11"]), grid = try #require(trial.places["g21"])
            try await trial.perform(MovePlace(building.id, below: grid.id), by: .house)
            var filter = NeedFilter(view: .all)
            filter.text = grid.name
            #expect(try await trial.list(filter).rows.map(\.number) == [need.number])
            #expect(try await trial.breaks() == [])
        }
    }
}

extension ResourceTrial {
    fileprivate func filter(_ text: String) -> ResourceFilter {
        var filter = ResourceFilter()
        (filter.text, filter.limit) = (text, 1000)
        return filter
    }

    fileprivate func found(_ text: String) async throws -> [Identifier] {
        let id = here.id, today = today, filter = filter(text)
        return try await steward.database.read {
            try ResourceStore.list(filter, in: id, today: today, $0).map(\.resource.id)
        }
    }

    fileprivate func shared(_ text: String) async throws -> [Identifier] {
        let id = here.id, path = here.path, today = today, filter = filter(text)
        return try await steward.database.read {
            try ResourceStore.shared(with: path, filter, in: id, today: today, $0).map(\.resource.id)
        }
    }
}
