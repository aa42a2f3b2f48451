import Actions
import Foundation
import People
import Storage
import Testing
import Trials
import Values
import Web

@testable import Needs
@testable import People

/// The register taken away and brought into a community where nobody is: the same profile; and who did so.
@Suite struct RegisterRoundTripTests {
    /// Forty people in fifteen homes of two buildings, drawn by seed, some children, migrants, in groups.
    private static func table() -> String {
        var dice = Dice(seed: 4)
        var text = "姓名,住址,性别,出生日期,与户主关系,人户情况,联系电话,入住日期,是否退休,是否党员,人群类别,残疾等级,依据\n"
        let groups = [
            ",,", ",,", "独居,,走访", "空巢、肢体残疾,；二级,走访；残疾证", "视力残疾,一级,残疾证", "失智,,",
        ]
        for number in 0..<40 {
            let home = number / 3, isHead = number % 3 == 0
            let age = isHead ? 40 + dice.below(50) : dice.below(40)
            let born = "\(2025 - age)-\(1 + dice.below(12))-\(1 + dice.below(28))"
            let address = "\(home < 8 ? "11栋" : "12栋")1单元\(100 + home)"
            text +=
                [
                    "王\(["芳", "伟", "敏", "静"][dice.below(4)])\(["", "华", "国"][dice.below(3)])", address,
                    dice.chance(50) ? "男" : "女", born, isHead ? "户主" : "子女",
                    dice.chance(20) ? "流动" : dice.chance(20) ? "人户分离" : "常住",
                    dice.chance(50) ? "1380013\(8000 + number)" : "", "2026-\(1 + dice.below(9))-1",
                    age > 60 ? "是" : "否", age > 60 && dice.chance(30) ? "是" : "", groups[dice.below(6)],
                ].joined(separator: ",") + "\n"
        }
        return text
    }

    private func profile(_ trial: StaffTrial) async throws -> Profile {
        let community = trial.needs.community, keys = trial.needs.keys
        let today = trial.needs.clock.now.day(in: .shanghai)
        return try await trial.needs.database.read { reading in
            let top = try #require(try PlaceStore.top(of: community, reading))
            return try Profile(on: today, of: top, keys, reading)
        }
    }

    /// Every membership with its level and basis.
    private func details(_ trial: StaffTrial) async throws -> [String] {
        let community = trial.needs.community, keys = trial.needs.keys
        return try await trial.needs.database.read { reading in
            let groups = try GroupStore.groups(in: community, reading)
            return try GroupStore.present(in: groups, in: community, keys, reading).map { member in
                let known = try GroupStore.details(of: member, in: community, keys, reading)
                return "\(member.group.code) \(known?.level ?? "-") \(known?.basis ?? "-")"
            }.sorted()
        }
    }

    /// The opened table, as it lies under the passphrase.
    private func taken(_ trial: StaffTrial) async throws -> [UInt8] {
        let community = trial.needs.community, keys = trial.needs.keys, now = trial.needs.clock.now
        return try await trial.needs.database.read { reading in
            let top = try #require(try PlaceStore.top(of: community, reading))
            let sheet = RegisterSheet(
                place: top, isOpen: true, opensAll: true, language: .chinese, now: now, keys: keys)
            return try sheet.bytes(reading)
        }
    }

    @Test func whatIsTakenAwayComesInElsewhere() async throws {
        try await StaffTrial.run(Engine.all[0]) { trial in
            let run = trial.importing(as: .stationHead)
            let id = try await run.stage(.people, fileName: "a.csv", Array(Self.table().utf8))
            let batch = try await run.batch(id)
            let faults = try await run.faults(id)
            #expect(batch.mayBeAdopted, "\(faults)")
            try await run.adopt(id)
            let taken = try await taken(trial)
            // Here nothing is new in it.
            let again = try await run.stage(.people, fileName: "b.xlsx", taken)
            #expect(try await run.batch(again).known == 40)
            let first = try await profile(trial)
            try await StaffTrial.run(Engine.all[0]) { other in
                let run = other.importing(as: .stationHead)
                let id = try await run.stage(.people, fileName: "b.xlsx", taken)
                try await run.adopt(id)
                let second = try await profile(other)
                #expect(second.cells.map(\.value) == first.cells.map(\.value))
                #expect(second.bands.map(\.all) == first.bands.map(\.all))
                #expect(second[.people] == 40)
                let there = try await details(other), here = try await details(trial)
                #expect(there == here && here.count > 20)
                #expect(here.contains("disabled-physical 二级 残疾证") && here.contains("elder-alone  走访"))
            }
        }
    }
}
