import Actions
import People
import Storage
import Testing
import Trials
import Values

@testable import Needs
@testable import People

/// A table of people is adopted by one row, however many they are; its marks are lifted afterwards. Wherever
/// the program stops, everybody sees all of it or nothing, and the next run goes on to the end.
@Suite struct ImportAdoptionTests {
    private static let homes = 20

    private static func table(_ count: Int) -> [UInt8] {
        let signs = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂梅")
        let rows = (0..<count).map { order in
            let name = "王\(signs[order / signs.count % signs.count])\(signs[order % signs.count])"
            return
                [
                    name, order % 3 == 0 ? "男" : "女", "1980-1-\(order % 28 + 1)",
                    "甲楼\(101 + order % homes)", "2010-1-1",
                ].joined(separator: ",")
        }
        return Array((["姓名,性别,出生日期,住址,入住日期"] + rows).joined(separator: "\n").utf8)
    }

    private func run(
        _ engine: Engine, _ body: @escaping @Sendable (StaffTrial) async throws -> Void
    ) async throws {
        try await StaffTrial.run(engine) { trial in
            let grid = try #require(trial.needs.places["g11"])
            let doors = (0..<Self.homes).map { NewPlace(.household, "\(101 + $0)", below: 0) }
            _ = try await trial.needs.perform(
                AddPlaces(below: grid.id, [NewPlace(.building, "甲楼", code: "jia")] + doors), by: .house)
            try await body(trial)
        }
    }

    /// What readers see: how many are listed, counted at the community, counted out of the rows; and what is
    /// broken.
    private func seen(_ trial: StaffTrial) async throws -> (counts: [Int], breaks: [String]) {
        let (community, keys) = (trial.needs.community, trial.needs.keys)
        return try await trial.needs.database.read { reading in
            let top = try #require(try PlaceStore.top(of: community, reading))
            let day = try #require(Day("2026-11-20"))
            let list = RegisterList(community: community, top: top, today: day, keys: keys, reading: reading)
            var listed = 0, filter = RegisterFilter()
            repeat {
                let page = try list.page(filter)
                listed += page.rows.count
                filter.after = page.next
            } while filter.after != nil
            let name = RegisterFigure.people.rawValue
            let figure = try People.FigureStore.figures([name], at: [top.path], in: community, reading)
            let people = try Profile(on: day, of: top, keys, reading)[.people] ?? 0
            let invariants = RegisterInvariants.all + PeopleInvariants.all
            return (
                [listed, Int(figure[top.path]?[name] ?? 0), Int(people)],
                try invariants.flatMap { try $0.breaks(reading) }
            )
        }
    }

    private func importing(_ trial: StaffTrial, over database: any Database) -> ImportRun {
        let needs = trial.needs
        let steward = Steward(
            database: database, keys: needs.keys, rights: needs.steward.rights, clock: needs.clock)
        return ImportRun(steward, by: needs.worker, in: needs.community)
    }

    // MARK: How long the writer is held

    /// Counted in rows, not in time: the step that shows everybody is as small for many as for few, and no
    /// other step grows with the table.
    @Test(arguments: Engine.all)
    func oneSmallChangeShowsThemAll(_ engine: Engine) async throws {
        for count in [30, 620] {
            try await run(engine) { trial in
                let counter = WriteCounter(trial.needs.database)
                let run = importing(trial, over: counter)
                try await run.adopt(try await run.stage(.people, fileName: "x.csv", Self.table(count)))
                #expect(try await seen(trial).counts == [count, count, count])
                let most = try #require(counter.writes.map(\.rows).max())
                #expect(most <= 8 * ImportRun.chunk, "\(most) rows in one change")
                let adopting = counter.writes.filter { write in
                    write.statements.contains { $0.hasPrefix("INSERT INTO register_arrived") }
                }
                #expect(adopting.count == 1 && adopting[0].rows <= 5, "\(adopting)")
            }
        }
    }

    // MARK: Where the program stops

    @Test(arguments: Engine.all, [1, 3, 5, 6, 7, 8, 9])
    func whereverItStopsItIsAllOrNothing(_ engine: Engine, _ writes: Int) async throws {
        let count = 620
        try await run(engine) { trial in
            let id = try await trial.importing().stage(.people, fileName: "x.csv", Self.table(count))
            let stopping = importing(trial, over: WriteCounter(trial.needs.database, letting: writes))
            await #expect(throws: StorageFault.closed) { try await stopping.adopt(id) }
            let between = try await seen(trial)
            #expect([[0, 0, 0], [count, count, count]].contains(between.counts), "\(between.counts)")
            #expect(between.breaks == [])
            try await resumeAll(trial)
            let after = try await seen(trial)
            #expect(after.counts == [count, count, count] && after.breaks == [])
            try await nothingIsLeft(trial)
        }
    }

    /// As the clock's run does.
    private func resumeAll(_ trial: StaffTrial) async throws {
        let waiting = try await trial.needs.database.read { reading in
            try ImportStore.interrupted(reading) + RegisterArrivals.unfinished(reading)
        }
        for (_, batch) in waiting { try await trial.importing().resume(batch) }
    }

    private func nothingIsLeft(_ trial: StaffTrial) async throws {
        for table in ["register_arrived", "arriving_figure"] as [SQL] {
            let left = try await trial.needs.database.read { try $0.number("SELECT COUNT(*) FROM \(table)") }
            #expect(left == 0, "\(table.text)")
        }
        let marked = try await trial.needs.database.read {
            try $0.number("SELECT COUNT(*) FROM person WHERE arriving IS NOT NULL")
        }
        #expect(marked == 0)
    }

    /// Given up in the middle, nothing of it is counted afterwards.
    @Test(arguments: Engine.all)
    func whatIsGivenUpIsCountedNowhere(_ engine: Engine) async throws {
        try await run(engine) { trial in
            let id = try await trial.importing().stage(.people, fileName: "x.csv", Self.table(300))
            let stopping = importing(trial, over: WriteCounter(trial.needs.database, letting: 2))
            await #expect(throws: StorageFault.closed) { try await stopping.adopt(id) }
            try await trial.importing().discard(id)
            let after = try await seen(trial)
            #expect(after.counts == [0, 0, 0] && after.breaks == [])
            try await nothingIsLeft(trial)
        }
    }

    // MARK: Other people's work in between

    /// Between adoption and the last mark a building is moved, somebody dies, and the import is taken back.
    @Test(arguments: Engine.all)
    func othersWorkInBetween(_ engine: Engine) async throws {
        try await run(engine) { trial in
            let needs = trial.needs
            let id = try await trial.importing().stage(.people, fileName: "x.csv", Self.table(40))
            let stopping = importing(trial, over: WriteCounter(needs.database, letting: 3))
            await #expect(throws: StorageFault.closed) { try await stopping.adopt(id) }
            #expect(try await seen(trial).counts == [40, 40, 40])
            let community = needs.community
            let (building, first) = try await needs.database.read { reading in
                let person = try reading.first("SELECT id FROM person ORDER BY id LIMIT 1") {
                    try $0.identifier(0)
                }
                let building = try PlaceStore.place(code: "jia", in: community, reading)
                return (try #require(building).id, try #require(person))
            }
            let grid = try #require(needs.places["g22"])
            _ = try await needs.perform(MovePlace(building, below: grid.id), by: .house)
            #expect(try await seen(trial).breaks == [])
            _ = try await needs.perform(
                RecordDeath(first, on: needs.clock.now.day(in: .shanghai)), by: .house)
            let between = try await seen(trial)
            #expect(between.counts == [39, 39, 39] && between.breaks == [])
            try await resumeAll(trial)
            let after = try await seen(trial)
            #expect(after.counts == [39, 39, 39] && after.breaks == [])
            try await nothingIsLeft(trial)
            try await trial.importing().undo(id)
            let undone = try await seen(trial)
            #expect(undone.counts[1] == 0 && undone.breaks == [], "\(undone)")
        }
    }
}
