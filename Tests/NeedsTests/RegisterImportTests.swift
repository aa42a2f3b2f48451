import Actions
import Foundation
import Storage
import Testing
import Trials
import Values

@testable import Needs
@testable import People

/// The register as staff keep it today, on its way in: named faults, all or nothing, the same file twice.
@Suite struct RegisterImportTests {
    private static let head = "姓名,身份证号,性别,出生日期,住址,与户主关系,人户情况,联系电话,入住日期,是否退休,是否党员,人群类别\n"

    /// Two homes below the grid g11, as the trial's other tables call them.
    private func run(
        _ body: @escaping @Sendable (StaffTrial, ImportRun) async throws -> Void
    ) async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let community = trial.needs.community
            let grid = try await trial.needs.database.read {
                try PlaceStore.place(code: "g11", in: community, $0)
            }
            let places = [
                NewPlace(.building, "甲楼", code: "jia"),
                NewPlace(.household, "101", code: "jia-101", below: 0),
            ]
            _ = try await trial.needs.perform(AddPlaces(below: try #require(grid).id, places), by: .house)
            try await body(trial, trial.importing())
        }
    }

    private func figure(_ trial: StaffTrial, _ figure: RegisterFigure) async throws -> Int64 {
        try await trial.needs.figure(figure.rawValue)
    }

    @Test func aTableBecomesAHousehold() async throws {
        try await run { trial, run in
            let rows = """
                王建国,990101194912310028,,,jia-101,户主,常住,13800138000,2001-5-1,是,否,独居
                王小禾,,女,2020年2月3日,甲楼101,孙女,户籍,,,,,
                """
            let id = try await run.stage(.people, fileName: "居民.csv", Array((Self.head + rows).utf8))
            let batch = try await run.batch(id)
            #expect(batch.mayBeAdopted && batch.fresh == 2, "\(batch.faults)")
            #expect(try await figure(trial, .people) == 0)
            try await run.adopt(id)
            #expect(try await figure(trial, .people) == 2)
            #expect(try await figure(trial, .households) == 1)
            #expect(try await figure(trial, .men) == 0)
            let community = trial.needs.community, keys = trial.needs.keys
            let profile = try await trial.needs.database.read { reading in
                let top = try #require(try PlaceStore.top(of: community, reading))
                return try Profile(on: Day("2026-11-20") ?? .first, of: top, keys, reading)
            }
            #expect(profile[.retired] == 1 && profile[.alone] == 1 && profile[.under14] == 1)
            // The same file once more changes nothing.
            let again = try await run.stage(.people, fileName: "居民.csv", Array((Self.head + rows).utf8))
            let known = try await run.batch(again)
            #expect(known.known == 2 && known.fresh == 0)
            try await run.adopt(again)
            #expect(try await figure(trial, .people) == 2)
            #expect(
                try await trial.needs.database.read { reading in
                    try RegisterInvariants.all.flatMap { try $0.breaks(reading) }
                } == [])
        }
    }

    @Test(arguments: [
        ("王建国,990101194912310029,,,jia-101,,,,,,,", "identity", RowFault.Reason.wrongCheck),
        ("王建国,990101194902300028,,,jia-101,,,,,,,", "identity", .wrongBirthday),
        ("王建国,990101491231002,,,jia-101,,,,,,,", "identity", .oldNumber),
        ("王建国,1234🙂,,,jia-101,,,,,,,", "identity", .notANumberOfIdentity),
        ("王建国,990101194912310028,男,,jia-101,,,,,,,", "sex", .differsFromNumber),
        ("王建国,990101194912310028,,1950-1-1,jia-101,,,,,,,", "born", .differsFromNumber),
        ("王建国,,男,1990-2-30,jia-101,,,,,,,", "born", .notADay),
        ("王建国,,男,2990-2-3,jia-101,,,,,,,", "born", .dayAhead),
        ("王建国,,男,,jia-101,,,,,,,", "born", .missing), ("王建国,,,1990-1-1,jia-101,,,,,,,", "sex", .missing),
        ("王建国,,男,1990-1-1,甲楼,,,,,,,", "place", .notAHome),
        ("王建国,,男,1990-1-1,没有的地方,,,,,,,", "place", .noSuchPlace),
        ("王建国,,男,1990-1-1,,,,,,,,", "place", .missing), (",,男,1990-1-1,jia-101,,,,,,,", "name", .missing),
        ("王建国,,男,1990-1-1,jia-101,远房,,,,,,", "relation", .noSuchTerm),
        ("王建国,,男,1990-1-1,jia-101,,,12345,,,,", "phone", .notAPhone),
        ("王建国,,男,1990-1-1,jia-101,,,,,也许,,", "retired", .noSuchTerm),
        ("王建国,,男,1990-1-1,jia-101,,,,,,,没有的类", "groups", .noSuchTerm),
    ])
    func aFaultIsNamedByRowAndColumn(_ row: String, _ column: String, _ why: RowFault.Reason) async throws {
        try await run { trial, run in
            let good = "\n李秀英,,女,1990-1-1,jia-101,,,,,,,\n"
            let id = try await run.stage(.people, fileName: "x.csv", Array((Self.head + row + good).utf8))
            let faults = try await run.faults(id)
            #expect(faults.map(\.line) == [2])
            #expect(faults.first?.faults.contains(RowFault(column: column, why: why)) == true, "\(faults)")
            await #expect(throws: ImportRefusal.hasFaults) { try await run.adopt(id) }
            #expect(try await figure(trial, .people) == 0)
        }
    }

    @Test func oneNumberInTwoRowsIsRefused() async throws {
        try await run { trial, run in
            let rows = """
                王建国,990101194912310028,,,jia-101,户主,,,,,,
                王建囯,990101194912310028,,,jia-101,其他,,,,,,
                """
            let id = try await run.stage(.people, fileName: "x.csv", Array((Self.head + rows).utf8))
            #expect(try await run.faults(id).map(\.line) == [3])
        }
    }

    @Test func whatIsGivenUpLeavesNothing() async throws {
        try await run { trial, run in
            let rows = "王建国,990101194912310028,,,jia-101,户主,,13800138000,,,,独居\n"
            let id = try await run.stage(.people, fileName: "x.csv", Array((Self.head + rows).utf8))
            _ = try await trial.needs.perform(BeginAdoption(batch: id), by: trial.needs.worker)
            let ready = try await run.look(id, try await run.lists(of: id)) { look in
                try look.ready(ArrivingPerson.self, after: 0, limit: 100).rows
            }
            _ = try await trial.needs.perform(BringRows(batch: id, rows: ready), by: trial.needs.worker)
            #expect(try await figure(trial, .people) == 0)
            try await run.discard(id)
            for table in ["person", "residence", "household", "group_member"] as [SQL] {
                let left = try await trial.needs.database.read {
                    try $0.number("SELECT COUNT(*) FROM \(table)")
                }
                #expect(left == 0, "\(table.text)")
            }
        }
    }
}
