import Actions
import Testing
import Trials
import Values

@testable import Needs

/// The ledger's lists: filters, search, order, pages, kept views, and the vocabulary behind them.
@Suite struct NeedListTests {
    @Test(arguments: Engine.all) func twentyAPageByTheLastNumberSeen(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            for _ in 0..<25 { _ = try await trial.report() }
            let first = try await trial.list(NeedFilter())
            #expect(first.rows.map(\.number) == Array((1006...1025).reversed()) && first.next == 1006)
            var filter = NeedFilter()
            filter.after = first.next
            let second = try await trial.list(filter)
            #expect(second.rows.map(\.number) == Array((1001...1005).reversed()) && second.next == nil)
            filter = NeedFilter(view: .open, sort: .due, limit: 10)
            filter.after = try await trial.list(filter).next
            #expect(try await trial.list(filter).rows.map(\.number) == Array(1011...1020))
        }
    }

    @Test(arguments: Engine.all) func wordsAndNumbersAreFound(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let lamp = try await trial.report(), cat = try await trial.report("隔壁的猫半夜叫")
            func found(
                _ text: String, _ change: (inout NeedFilter) -> Void = { _ in }
            ) async throws -> [Int64] {
                var filter = NeedFilter(view: .all)
                filter.text = text
                change(&filter)
                return try await trial.list(filter).rows.map(\.number)
            }
            #expect(try await found("楼道灯") == [lamp.number])
            #expect(try await found("猫") == [cat.number])
            #expect(try await found("X-1002") == [cat.number])
            #expect(try await found("11栋") == [cat.number, lamp.number])
            #expect(try await found("没有这样的事") == [])
            #expect(try await found("\"' OR 1=1 --") == [])
            #expect(try await found("楼道灯") { $0.scope = [] } == [])
            var edit = EditNeed(cat.id)
            edit.title = "野猫夜里吵"
            try await trial.perform(edit)
            #expect(try await found("野猫") == [cat.number])
        }
    }

    @Test(arguments: Engine.all) func eachFilterNarrows(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let near = try await trial.report(), far = try await trial.report(at: "s21")
            var draft = trial.draft(at: "s21")
            draft.classKey = "support-care"
            draft.group = "elders"
            draft.urgency = "urgent"
            let care = try await trial.need(trial.perform(EnterNeed(draft, source: "visit")).id)
            func rows(_ change: (inout NeedFilter) -> Void) async throws -> [Int64] {
                var filter = NeedFilter()
                change(&filter)
                return try await trial.list(filter).rows.map(\.number)
            }
            #expect(try await rows { $0.classKey = "support-care" } == [care.number])
            #expect(try await rows { $0.area = "housing" } == [far.number, near.number])
            #expect(try await rows { $0.group = "elders" } == [care.number])
            #expect(try await rows { $0.urgency = "urgent" } == [care.number])
            #expect(try await rows { $0.source = "visit" } == [care.number])
            #expect(try await rows { $0.path = trial.places["g11"]?.path } == [near.number])
            #expect(try await rows { $0.scope = [near.path] } == [near.number])
            try await trial.perform(AcceptNeed(near.id))
            #expect(try await rows { $0.step = .identified } == [near.number])
            #expect(try await rows { $0.state = .found } == [care.number, far.number])
            let owner = near.owner
            #expect(
                try await rows {
                    $0.view = .mine
                    $0.viewer = owner
                }.count == 3)
            #expect(try await rows { $0.view = .unowned } == [])
        }
    }

    @Test func aScopeIsTheTopmostPlacesOfAGrant() async throws {
        try await NeedTrial.run(Engine.all[0]) { trial in
            let rights = trial.steward.rights
            let leader = try #require(trial.staff[.gridLeader])
            let path = try #require(trial.places["g11"]?.path)
            #expect(NeedFilter.scope(of: leader, NeedsRights.list, rights) == [path])
            #expect(NeedFilter.scope(of: leader, NeedsRights.handle, rights) == [])
            #expect(NeedFilter.scope(of: .anyone, NeedsRights.list, rights) == [])
        }
    }

    @Test(arguments: Engine.all) func aViewIsKeptByItsMaker(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let leader = try #require(trial.staff[.gridLeader])
            let view = try await trial.perform(
                SaveView(page: "needs", title: "独居老人", query: "group=living-alone"), by: leader)
            await #expect(throws: GroundRefusal.self) { try await trial.perform(RemoveView(view.id)) }
            try await trial.perform(RemoveView(view.id), by: leader)
            for number in 1...20 {
                try await trial.perform(SaveView(page: "needs", title: "\(number)", query: ""))
            }
            await #expect(throws: NeedRefusal.tooManyViews) {
                try await trial.perform(SaveView(page: "needs", title: "又一个", query: ""))
            }
        }
    }

    @Test(arguments: Engine.all) func theVocabularyIsTheCommunitysOwn(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let head = trial.staff[.stationHead]
            let community = trial.community
            func words() async throws -> Vocabulary {
                try await trial.database.read { try VocabularyStore.vocabulary(in: community, $0) }
            }
            let before = try await words()
            var term = EditTerm(.need, chinese: "共享菜园", english: "Shared garden")
            term.parent = "environment"
            let made = try await trial.perform(term, by: head)
            let after = try await words()
            #expect(after.className(made.key).chinese == "共享菜园")
            #expect(after.terms(.need).count == before.terms(.need).count + 1)
            #expect(after.classes(in: "environment").contains { $0.key == made.key })
            var closing = EditTerm(.need, key: made.key, chinese: "共享菜园")
            closing.isClosed = true
            try await trial.perform(closing, by: head)
            #expect(try await !words().offers(.need, made.key))
            #expect(try await words().className(made.key).chinese == "共享菜园")
            await #expect(throws: NeedRefusal.noSuchTerm) {
                try await trial.perform(EditTerm(.group, key: "nobody", chinese: "谁"), by: head)
            }
            await #expect(throws: NeedRefusal.termHasNoName) {
                try await trial.perform(EditTerm(.group, chinese: " "), by: head)
            }
            await #expect(throws: GroundRefusal.self) {
                try await trial.perform(EditTerm(.group, chinese: "谁"))
            }
        }
    }

    @Test(arguments: Engine.all) func theMostSpecialRuleFindsTheOwner(_ engine: Engine) async throws {
        try await NeedTrial.run(engine) { trial in
            let supervisor = trial.staff[.supervisor]
            let one = try #require(trial.worker.account), two = try #require(trial.second.account)
            let head = try #require(trial.staff[.stationHead]?.account)
            try await trial.perform(
                SetOwnerRule(at: .code("shuixiuli"), for: .need("housing-lamp"), account: one), by: supervisor
            )
            try await trial.perform(SetOwnerRule(at: .code("g11"), for: .every, account: two), by: supervisor)
            try await trial.perform(
                SetOwnerRule(at: .code("g11"), for: .area("housing"), account: head), by: supervisor)
            #expect(try await trial.report(at: "s21").owner == one)
            #expect(try await trial.report(at: "s11").owner == head)
            try await trial.perform(
                SetOwnerRule(at: .code("g11"), for: .area("housing"), account: two), by: supervisor)
            #expect(try await trial.report(at: "s11").owner == two)
            await #expect(throws: NeedRefusal.ownerWithoutRight) {
                try await trial.perform(
                    SetOwnerRule(at: .code("g11"), for: .every, account: trial.resident.account ?? one),
                    by: supervisor)
            }
        }
    }
}
