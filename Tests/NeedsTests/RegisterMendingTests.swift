import Actions
import Foundation
import People
import Sheets
import Storage
import Testing
import Trials
import Values

@testable import Needs
@testable import People

/// A register that is there already and a table that says otherwise: preview, mending, and taking back.
@Suite struct RegisterMendingTests {
    static let head = "姓名,身份证号,性别,出生日期,住址,与户主关系,人户情况,联系电话,入住日期,是否退休,是否党员,人群类别\n"
    static let wang = "王建国,990101194912310028,,,甲楼101,户主,常住,13800138000,2001-5-1,是,否,独居\n"
    static let li = "李秀英,,女,1990-1-1,甲楼101,配偶,常住,,2010-1-1,,,\n"

    struct Desk: Sendable {
        let trial: StaffTrial
        let run: ImportRun

        func stage(_ rows: String...) async throws -> Identifier {
            try await run.stage(
                .people, fileName: "居民.csv", Array((RegisterMendingTests.head + rows.joined()).utf8))
        }

        func bring(_ rows: String...) async throws -> Identifier {
            let id = try await run.stage(
                .people, fileName: "居民.csv", Array((RegisterMendingTests.head + rows.joined()).utf8))
            try await run.adopt(id)
            return id
        }

        func figure(_ figure: RegisterFigure) async throws -> Int64 {
            try await trial.needs.figure(figure.rawValue)
        }

        func breaks() async throws -> [String] {
            try await trial.needs.database.read { reading in
                try (RegisterInvariants.all + PeopleInvariants.all).flatMap { try $0.breaks(reading) }
            }
        }

        func person(_ name: String) async throws -> KnownPerson? {
            let community = trial.needs.community, keys = trial.needs.keys
            return try await trial.needs.database.read { reading in
                let ids = try reading.all("SELECT id FROM person ORDER BY id LIMIT 100") {
                    try $0.identifier(0)
                }
                return try KnownPerson.people(ids, in: community, keys, reading).first { $0.name == name }
            }
        }
    }

    private func run(
        on engine: Engine = Engine.all[0], _ body: @escaping @Sendable (Desk) async throws -> Void
    ) async throws {
        try await StaffTrial.run(engine) { trial in
            let community = trial.needs.community
            let grid = try await trial.needs.database.read {
                try PlaceStore.place(code: "g11", in: community, $0)
            }
            let places = [
                NewPlace(.building, "甲楼", code: "jia"),
                NewPlace(.household, "101", code: "jia-101", below: 0),
                NewPlace(.household, "102", code: "jia-102", below: 0),
            ]
            _ = try await trial.needs.perform(AddPlaces(below: try #require(grid).id, places), by: .house)
            try await body(Desk(trial: trial, run: trial.importing()))
        }
    }

    // MARK: New, changed, same

    @Test(arguments: Engine.all) func theLookTellsNewFromChangedFromSame(_ engine: Engine) async throws {
        try await run(on: engine) { desk in
            _ = try await desk.bring(Self.wang, Self.li)
            let changed = Self.wang.replacing("13800138000", with: "13900139000")
            let again = Self.li.replacing("李秀英,,女", with: "李秀英,,女性")
            let new = "王小禾,,女,2020年2月3日,甲楼101,孙女,户籍,,,,,\n"
            let id = try await desk.stage(changed, again, new)
            let batch = try await desk.run.batch(id)
            let counts: [Int] = [batch.fresh, batch.changed, batch.known, batch.faults]
            #expect(counts == [1, 1, 1, 0])
            let page = await desk.trial.open("/import/\(id)")
            #expect(page.text.contains("联系电话：另一个号码 → 13900139000"))
            #expect(!page.text.contains("13800138000"))
            try await desk.run.adopt(id)
            #expect(try await desk.figure(.people) == 3)
            #expect(try await desk.breaks() == [])
            let found = await desk.trial.open("/register", [("q", "13900139000")])
            #expect(found.text.contains("王＊＊"))
        }
    }

    static let changes: [(from: String, to: String, RegisterPart)] = [
        ("王建国", "王建囯", .name), ("甲楼101", "甲楼102", .place), ("户主", "父亲", .relation),
        ("常住", "流动", .standing), ("13800138000", "0510-82701234", .phone), (",是,否", ",是,是", .party),
        ("独居", "独居、空巢", .groups),
    ]

    @Test(arguments: changes)
    func whatDiffersIsNamedChangedAndTakenBack(
        _ from: String, _ to: String, _ part: RegisterPart
    ) async throws {
        try await run { desk in
            _ = try await desk.bring(Self.wang, Self.li)
            let before = try #require(try await desk.person("王建国"))
            let id = try await desk.stage(Self.wang.replacing(from, with: to))
            let rows = try await desk.run.look(id, try await desk.run.lists(of: id)) {
                try $0.rows(limit: 9)
            }
            let parts = rows.map { row in row.changes.map(\.part) }
            #expect(parts == [[part]])
            try await desk.run.adopt(id)
            #expect(try await desk.breaks() == [])
            let state = try await desk.run.batch(id)
            #expect(state.leftAlone == 0 && state.state == .adopted)
            let again = try await desk.stage(Self.wang.replacing(from, with: to))
            #expect(try await desk.run.batch(again).known == 1)
            try await desk.run.undo(id)
            #expect(try await desk.run.batch(id).undone == 1)
            let after = try #require(try await desk.person("王建国"))
            #expect(after.phone == before.phone)
            #expect(after.stay?.place == before.stay?.place)
            #expect(after.stay?.relation == before.stay?.relation)
            #expect(after.stay?.standing == before.stay?.standing)
            #expect(after.facts == before.facts)
            #expect(try await desk.breaks() == [])
            let same = try await desk.stage(Self.wang.replacing(",独居", with: ",独居 "))
            #expect(try await desk.run.batch(same).known == 1)
        }
    }

    @Test func aNumberUnderAnotherNameAndADeathAreFaults() async throws {
        try await run { desk in
            _ = try await desk.bring(Self.wang, Self.li)
            let other = try await desk.stage(Self.wang.replacing("王建国", with: "欧阳修"))
            #expect(try await desk.run.faults(other).flatMap(\.faults).map(\.why) == [.anotherName])
            let li = try #require(try await desk.person("李秀英"))
            let today = desk.trial.needs.clock.now.day(in: .shanghai)
            _ = try await desk.trial.needs.perform(RecordDeath(li.id, on: today), by: .house)
            let wang = try #require(try await desk.person("王建国"))
            _ = try await desk.trial.needs.perform(RecordDeath(wang.id, on: today), by: .house)
            let dead = try await desk.stage(Self.wang.replacing("独居", with: ""))
            #expect(try await desk.run.faults(dead).flatMap(\.faults).map(\.why) == [.hasDied])
        }
    }

    @Test func whatSomebodyOvertookIsLeft() async throws {
        try await run { desk in
            _ = try await desk.bring(Self.wang)
            let id = try await desk.stage(Self.wang.replacing("13800138000", with: "13900139000"))
            let wang = try #require(try await desk.person("王建国"))
            _ = try await desk.trial.needs.perform(
                CorrectPerson(wang.id, .phone(try Phone("13700137000")), source: .person), by: .house)
            try await desk.run.adopt(id)
            let batch = try await desk.run.batch(id)
            #expect(batch.leftAlone == 1 && batch.state == .adopted)
            let page = await desk.trial.open("/import/\(id)")
            #expect(page.text.contains(RegisterRefusal.changedMeanwhile.text.chinese))
        }
    }

    // MARK: Undo

    @Test(arguments: Engine.all) func anImportIsTakenBackWithAllItMade(_ engine: Engine) async throws {
        try await run(on: engine) { desk in
            let homes = try await desk.trial.needs.figure("places.household")
            let id = try await desk.bring(
                Self.wang, Self.li.replacing("甲楼101", with: "甲楼3单元901"))
            #expect(try await desk.figure(.people) == 2)
            #expect(try await desk.figure(.households) == 2)
            #expect(await desk.trial.open("/import/\(id)").text.contains("撤回这次导入"))
            let sent = await desk.trial.send("/import/\(id)/undo", "{}")
            #expect(sent.status == 200)
            #expect(try await desk.run.batch(id).state == .undone)
            for table in ["person", "residence", "household", "group_member", "import_mark"] as [SQL] {
                let left = try await desk.trial.needs.database.read {
                    try $0.number("SELECT COUNT(*) FROM \(table)")
                }
                #expect(left == 0, "\(table.text)")
            }
            #expect(try await desk.figure(.people) == 0)
            #expect(try await desk.trial.needs.figure("places.household") == homes)
            #expect(try await desk.breaks() == [])
            // And it can come in once more.
            let again = try await desk.stage(Self.wang, Self.li)
            #expect(try await desk.run.batch(again).fresh == 2)
        }
    }

    @Test func whoWasChangedSinceStaysAndIsNamed() async throws {
        try await run { desk in
            let id = try await desk.bring(Self.wang, Self.li)
            let li = try #require(try await desk.person("李秀英"))
            _ = try await desk.trial.needs.perform(
                CorrectPerson(li.id, .phone(try Phone("13700137000")), source: .person), by: .house)
            try await desk.run.undo(id)
            let batch = try await desk.run.batch(id)
            #expect(batch.undone == 1 && batch.leftAlone == 1)
            #expect(try await desk.figure(.people) == 1)
            let page = await desk.trial.open("/import/\(id)")
            #expect(page.text.contains("后来有人改过") && page.text.contains("/register/people/\(li.id)"))
            #expect(try await desk.breaks() == [])
        }
    }

    @Test func afterAMonthItIsForgotten() async throws {
        try await run { desk in
            let id = try await desk.bring(Self.wang)
            desk.trial.needs.clock.move(by: .hours(24 * 40))
            await #expect(throws: ImportRefusal.notUndoable) { try await desk.run.undo(id) }
            try await desk.run.forget(id)
            let left = try await desk.trial.needs.database.read {
                try $0.number("SELECT COUNT(*) FROM import_row")
            }
            #expect(left == 0)
        }
    }

    // MARK: Mending

    @Test(arguments: Engine.all) func aFaultyCellIsMendedOnScreen(_ engine: Engine) async throws {
        try await run(on: engine) { desk in
            let id = try await desk.stage(
                Self.wang.replacing("310028", with: "310029"),
                Self.li.replacing("1990-1-1", with: "1990-2-30"))
            #expect(try await desk.run.batch(id).faults == 2)
            let page = await desk.trial.open("/import/\(id)")
            #expect(page.text.contains("name=\"r1-identity\"") && page.text.contains("最后一位对不上"))
            // One is still wrong: what was typed is kept beside its new fault.
            let first = await desk.trial.send(
                "/import/\(id)/rows", #"{"r1-identity":"990101194912310028","r2-born":"1990-13-1"}"#)
            #expect(first.status == 200)
            #expect(try await desk.run.batch(id).faults == 1)
            #expect(await desk.trial.open("/import/\(id)").text.contains("value=\"1990-13-1\""))
            _ = await desk.trial.send("/import/\(id)/rows", #"{"r2-born":"1990-1-3"}"#)
            #expect(try await desk.run.batch(id).mayBeAdopted)
            try await desk.run.adopt(id)
            #expect(try await desk.figure(.people) == 2)
            #expect(try await desk.breaks() == [])
        }
    }

    @Test func aRowIsLeftOutAndAMissingColumnFilled() async throws {
        try await run { desk in
            let table = "姓名,住址,出生日期\n王建国,甲楼101,1950-1-1\n没有,火星,1950-1-1\n"
            let id = try await desk.run.stage(.people, fileName: "a.csv", Array(table.utf8))
            #expect(try await desk.run.batch(id).faults == 2)
            _ = await desk.trial.send("/import/\(id)/rows", #"{"r1-sex":"男","r2-leave":"1"}"#)
            let batch = try await desk.run.batch(id)
            #expect(batch.mayBeAdopted && batch.rows == 1)
            try await desk.run.adopt(id)
            #expect(try await desk.figure(.men) == 1)
        }
    }

    @Test func mendingOneRowClearsOrRaisesTheOther() async throws {
        try await run { desk in
            let twin = Self.wang.replacing("王建国", with: "王建囯")
            let id = try await desk.stage(Self.wang, twin)
            #expect(try await desk.run.faults(id).map(\.row) == [2])
            // The first one's number was the wrong one: the second is well now.
            _ = await desk.trial.send(
                "/import/\(id)/rows", #"{"r1-identity":"","r1-born":"1950-1-1","r1-sex":"男"}"#)
            #expect(try await desk.run.faults(id).isEmpty)
            _ = await desk.trial.send(
                "/import/\(id)/rows", #"{"r1-identity":"990101194912310028","r1-born":"","r1-sex":""}"#)
            #expect(try await desk.run.faults(id).map(\.row).contains(2))
        }
    }

    @Test(arguments: ["csv", "xlsx"])
    func theFaultyRowsAreMendedInASpreadsheet(_ format: String) async throws {
        try await run { desk in
            let id = try await desk.stage(Self.wang, Self.li.replacing("1990-1-1", with: "1990-2-30"))
            let file = await desk.trial.open("/import/\(id)/faults.\(format)")
            let table = try Table(reading: file.reply.body)
            let head = Array(table.header.prefix(2))
            #expect(head == ["第几行", "哪里不对"])
            #expect(table.rows.count == 1)
            #expect(table.rows[0].cells[0] == "3" && table.rows[0].cells[1].contains("日期读不懂"))
            let mended = Self.csv(
                [table.header] + table.rows.map { $0.cells.map { $0 == "1990-2-30" ? "1990-2-3" : $0 } })
            try await desk.run.mend(id, from: mended)
            #expect(try await desk.run.batch(id).mayBeAdopted)
            let stray = Self.csv([table.header, ["99"] + table.rows[0].cells.dropFirst()])
            await #expect(throws: ImportRefusal.noSuchLine) { try await desk.run.mend(id, from: stray) }
        }
    }

    private static func csv(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    }

    // MARK: Columns and homes

    @Test func whatAHeadingMeansIsRemembered() async throws {
        try await run { desk in
            let table = "谁,哪家,几时生,男女\n王建国,甲楼101,1950-1-1,男\n"
            let id = try await desk.run.stage(.people, fileName: "a.csv", Array(table.utf8))
            #expect(try await desk.run.batch(id).isChecked == false)
            try await desk.run.match(id, ["name": 0, "place": 1, "born": 2, "sex": 3])
            #expect(try await desk.run.batch(id).mayBeAdopted)
            let next = "男女,谁,哪家,几时生\n女,李秀英,甲楼101,1950-1-1\n"
            let second = try await desk.run.stage(.people, fileName: "b.csv", Array(next.utf8))
            #expect(try await desk.run.batch(second).mayBeAdopted)
        }
    }

    @Test(arguments: [
        ("甲楼2单元501", true), ("甲楼501室", true), ("甲楼901房间", false), ("11-1-903", true),
        ("乙楼101", false), ("99栋2单元501", false),
    ])
    func aHomeIsMadeWhereItsBuildingStands(_ address: String, _ isMade: Bool) async throws {
        try await run { desk in
            let worker = desk.trial.importing(as: .communityWorker)
            let row = Self.wang.replacing("甲楼101", with: address)
            let id = try await worker.stage(.people, fileName: "a.csv", Array((Self.head + row).utf8))
            let batch = try await worker.batch(id)
            #expect(batch.homes == (isMade ? 1 : 0))
            #expect(batch.mayBeAdopted == isMade)
            if isMade {
                try await worker.adopt(id)
                #expect(try await desk.figure(.households) == 1)
                let again = try await worker.stage(.people, fileName: "b.csv", Array((Self.head + row).utf8))
                #expect(try await worker.batch(again).homes == 0)
            }
            #expect(try await desk.breaks() == [])
        }
    }

    @Test func whoDrawsTheTreeBringsBuildingsToo() async throws {
        try await run { desk in
            let run = desk.trial.importing(as: .stationHead)
            let rows = [
                Self.wang.replacing("甲楼101", with: "99栋2单元501"),
                Self.li.replacing("甲楼101", with: "99栋2单元502"),
            ].joined()
            let id = try await run.stage(.people, fileName: "a.csv", Array((Self.head + rows).utf8))
            #expect(try await run.batch(id).homes == 2)
            try await run.discard(id)
            let again = try await run.stage(.people, fileName: "a.csv", Array((Self.head + rows).utf8))
            try await run.adopt(again)
            #expect(try await desk.figure(.households) == 2)
            #expect(try await desk.breaks() == [])
        }
    }
}

/// Addresses as people write them.
@Suite struct HomeAddressTests {
    @Test(arguments: [
        ("荷风苑12栋2单元501室", ["荷风苑", "12栋", "2单元", "501"]), ("12号楼2-501", ["12号楼", "2单元", "501"]),
        ("a座1602", ["A座", "1602"]), ("3楼101", ["3楼", "101"]), ("12栋", ["12栋"]),
    ])
    func anAddressIsTakenApart(_ text: String, _ steps: [String]) {
        #expect(HomeAddress(text)?.steps.map(\.name) == steps)
    }

    @Test(arguments: ["", "火星", "12栋2单元501室东边那间", "1-2-3-4", "12栋12345678"])
    func whatIsNoAddressIsNone(_ text: String) { #expect(HomeAddress(text) == nil) }
}
