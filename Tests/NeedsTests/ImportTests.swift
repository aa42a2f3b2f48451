import Actions
import Foundation
import Storage
import Testing
import Trials
import Values

@testable import Needs

/// Tables on their way in: faults row by row, all or nothing, unseen until adopted, and the same file twice.
@Suite struct ImportTests {
    static let good = """
        什么事,地方,类别,急不急,联系电话,姓名,日期
        "楼道灯坏了，扶墙下楼",g11,路灯楼道灯,一般,13800138000,王奶奶,2026-11-02
        想有人陪着下棋,１１棟1單元,,,,潘先生,2026/11/3
        河边护栏松了,,,紧急,,,

        """

    @Test(arguments: Engine.all) func aTableComesInAtOnce(_ engine: Engine) async throws {
        try await StaffTrial.run(engine) { trial in
            let run = trial.importing()
            let id = try await run.stage(.needs, fileName: "需求.csv", Array(Self.good.utf8))
            let batch = try await run.batch(id)
            #expect(batch.mayBeAdopted && batch.fresh == 3, "\(batch.faults)")
            #expect(try await trial.needs.list(NeedFilter(view: .all)).rows.isEmpty)
            try await run.adopt(id)
            let rows = try await trial.needs.list(NeedFilter(view: .all)).rows
            #expect(Set(rows.map(\.title)) == ["楼道灯坏了，扶墙下楼", "想有人陪着下棋", "河边护栏松了"])
            #expect(try await trial.needs.figure("needs.all") == 3)
            #expect(try await trial.needs.figure("needs.all", at: "g11") == 2)
            #expect(try await trial.needs.breaks() == [])
            #expect(try await run.batch(id).state == .adopted)
        }
    }

    @Test func nothingIsSeenBeforeTheLastStep() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let id = try await run.stage(.needs, fileName: "a.csv", Array(Self.good.utf8))
            let worker = trial.needs.worker
            _ = try await trial.needs.perform(BeginAdoption(batch: id), by: worker)
            let ready = try await run.look(id, try await run.lists(of: id)) { look in
                try look.ready(ImportedNeed.self, after: 0, limit: 100).rows
            }
            _ = try await trial.needs.perform(BringRows(batch: id, rows: Array(ready.prefix(2))), by: worker)
            for view in NeedFilter.View.allCases {
                var filter = NeedFilter(view: view)
                filter.viewer = worker.account
                #expect(try await trial.needs.list(filter).rows.isEmpty, "\(view)")
            }
            #expect(try await trial.needs.figure("needs.all") == 0)
            #expect(await trial.open("/needs/X-1001").status == 404)
            // A need said meanwhile is taken at once, and the interrupted adoption goes on where it stood.
            let said = try await trial.needs.report()
            try await run.adopt(id)
            #expect(try await trial.needs.list(NeedFilter(view: .all)).rows.count == 4)
            #expect(try await trial.needs.need(said.id).state == .found)
            #expect(try await trial.needs.breaks() == [])
        }
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let first = try await run.stage(.needs, fileName: "a.csv", Array(Self.good.utf8))
            try await run.adopt(first)
            let again = try await run.stage(.needs, fileName: "b.csv", Array(Self.good.utf8))
            #expect(try await run.batch(again).known == 3)
            try await run.adopt(again)
            #expect(try await trial.needs.figure("needs.all") == 3)
            #expect(try await trial.needs.list(NeedFilter(view: .all)).rows.count == 3)
        }
    }

    @Test func givingUpLeavesNothing() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let id = try await run.stage(.needs, fileName: "a.csv", Array(Self.good.utf8))
            let worker = trial.needs.worker
            _ = try await trial.needs.perform(BeginAdoption(batch: id), by: worker)
            let ready = try await run.look(id, try await run.lists(of: id)) { look in
                try look.ready(ImportedNeed.self, after: 0, limit: 100).rows
            }
            _ = try await trial.needs.perform(BringRows(batch: id, rows: ready), by: worker)
            try await run.discard(id)
            let left = try await trial.needs.database.read { reading in
                try reading.number("SELECT COUNT(1) FROM need")
                    + reading.number("SELECT COUNT(1) FROM import_mark")
                    + reading.number("SELECT COUNT(1) FROM import_row")
            }
            let state = try await run.batch(id).state
            #expect(left == 0 && state == .discarded)
            let again = try await run.stage(.needs, fileName: "a.csv", Array(Self.good.utf8))
            #expect(try await run.batch(again).fresh == 3)
        }
    }

    @Test func faultsAreToldRowByRowAndNothingComesIn() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let table = """
                什么事,地方,类别,电话,日期
                好的一行,g11,,,
                ,g11,,,
                有毛病,火星,没有的类,123,2027-01-01

                """
            let id = try await run.stage(.needs, fileName: "a.csv", Array(table.utf8))
            #expect(try await run.batch(id).faults == 2)
            let faulty = try await run.faults(id)
            #expect(
                faulty.map { $0.faults.map(\.column) } == [["words"], ["class", "phone", "place", "day"]])
            #expect(faulty.map(\.line) == [3, 4])
            await #expect(throws: ImportRefusal.hasFaults) { try await run.adopt(id) }
            #expect(try await trial.needs.figure("needs.all") == 0)
            let page = await trial.open("/import/\(id)")
            #expect(page.status == 200 && page.text.contains("没有这个地方"))
            let csv = await trial.open("/import/\(id)/faults.csv")
            #expect(csv.status == 200 && csv.text.contains("火星"))
        }
    }

    @Test func columnsAreMatchedByHand() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let table = "甲,乙\n13800138000,灯坏了\n"
            let id = try await run.stage(.needs, fileName: "a.csv", Array(table.utf8))
            #expect(try await run.batch(id).isChecked == false)
            let twice = await trial.send("/import/\(id)/columns", #"{"words":"1","phone":"1"}"#)
            #expect(twice.status == 422)
            let matched = await trial.send("/import/\(id)/columns", #"{"words":"1","phone":"0"}"#)
            #expect(matched.status == 200)
            #expect(try await run.batch(id).mayBeAdopted)
        }
    }

    @Test(arguments: [
        ("", "empty"), ("什么事\n", "no rows"), ("什么事,什么事\n1,2\n", "twice"), ("什么事\n\"没合上", "quote"),
        ("PK\u{3}\u{4}not a zip", "zip"), ("什么事\n\u{1}\n", "control"),
    ]) func aBrokenFileIsRefusedWhole(_ text: String, _ why: String) async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            await #expect(throws: (any Error).self) {
                try await trial.importing().stage(.needs, fileName: "../\(why)\u{202e}.csv", Array(text.utf8))
            }
            let batches = try await trial.needs.database.read {
                try $0.number("SELECT COUNT(1) FROM import_batch")
            }
            #expect(batches == 0)
        }
    }

    @Test func resourcesComeInTheSameWay() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing()
            let table = """
                名称,能帮哪些事,每月多少,单位,联系人
                平安电工组,路灯楼道灯、电梯,20,次,老陆 13800138000
                没有类别的,,1,次,

                """
            let bad = try await run.stage(.resources, fileName: "a.csv", Array(table.utf8))
            #expect(try await run.faults(bad).map { $0.faults.map(\.column) } == [["classes"]])
            let good = table.replacingOccurrences(of: "没有类别的,,1,次,\n", with: "")
            let id = try await run.stage(.resources, fileName: "b.csv", Array(good.utf8))
            try await run.adopt(id)
            #expect(try await trial.needs.figure("resources.active") == 1)
            #expect(await trial.open("/resources").text.contains("平安电工组"))
        }
    }

    @Test func onlyThoseWhoHandleNeedsImport() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            for role in [Role.administrator, .gridLeader, .resident] {
                await #expect(throws: (any Error).self) {
                    try await trial.importing(as: role).stage(
                        .needs, fileName: "a.csv", Array(Self.good.utf8))
                }
            }
        }
    }
}
