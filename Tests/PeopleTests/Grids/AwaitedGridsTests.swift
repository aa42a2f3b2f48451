import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// Grids that are decided for a day to come, and what happens until then, on that day, and in between its
/// steps.
@Suite struct AwaitedGridsTests {
    @Test func itIsDoneOnItsDayAndThePastStays() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2))
            let first = trial.today.adding(days: 3)
            _ = try await trial.perform(AdoptGrids(number, from: first))
            #expect(try await trial.proposal(number).state == .awaited)
            var profiles: [Day: Profile] = [:]
            for _ in 0..<3 {
                try await trial.carryOutWhatIsDue()
                profiles[trial.today] = try await trial.profile(on: trial.today)
                #expect(try await trial.profile().grids.count == 3)
                trial.clock.move(by: .days(1))
            }
            #expect(trial.today == first)
            try await trial.carryOutWhatIsDue()
            let proposal = try await trial.proposal(number)
            #expect(proposal.state == .adopted && proposal.from == first)
            #expect(try await trial.profile().grids.count == 2)
            for (day, profile) in profiles {
                #expect(try await trial.profile(on: day) == profile, "\(day)")
            }
            #expect(try await trial.allBreaks() == [])
        }
    }

    @Test func itIsCalledBackUntilThen() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2))
            let other = try await trial.propose(GridRequest(grids: 1))
            let tomorrow = trial.today.adding(days: 1)
            await #expect(throws: GridsRefusal.notAwaited) { try await trial.perform(CallBackGrids(number)) }
            _ = try await trial.perform(AdoptGrids(number, from: tomorrow))
            await #expect(throws: GridsRefusal.anotherDecided) { try await trial.perform(AdoptGrids(other)) }
            await #expect(throws: GridsRefusal.isDecided) { try await trial.perform(DropProposal(number)) }
            _ = try await trial.perform(CallBackGrids(number))
            trial.clock.move(by: .days(2))
            try await trial.carryOutWhatIsDue()
            #expect(try await trial.proposal(number).state == .draft)
            #expect(try await trial.profile().grids.count == 3)
            try await trial.adopt(other)
            #expect(try await trial.profile().grids.count == 1)
        }
    }

    @Test func theDayIsTodayOrWithinAYear() async throws {
        try await Trial.run(on: [.sqlite]) { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2)), today = trial.today
            for (days, refusal) in [(-1, GridsRefusal.dayPast), (AdoptGrids.mostAhead + 1, .dayFar)] {
                await #expect(throws: refusal) {
                    try await trial.perform(AdoptGrids(number, from: today.adding(days: days)))
                }
            }
            _ = try await trial.perform(AdoptGrids(number, from: today.adding(days: AdoptGrids.mostAhead)))
        }
    }

    /// Buildings that came meanwhile stand against it: it goes back, and says why.
    @Test func whatDoesNotFitOnItsDayGoesBack() async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            let number = try await trial.propose(GridRequest(grids: 2))
            _ = try await trial.perform(AdoptGrids(number, from: trial.today.adding(days: 1)))
            let grid = try await trial.place("1").id
            _ = try await trial.perform(AddPlaces(below: grid, [NewPlace(.building, "3号楼")]))
            trial.clock.move(by: .days(1))
            try await trial.carryOutWhatIsDue()
            let proposal = try await trial.proposal(number)
            #expect(proposal.state == .draft && proposal.hindrance == GridsRefusal.outdated.name)
            #expect(try await trial.profile().grids.count == 3)
            _ = try await trial.person("站长", "13900000001", .stationHead)
            let browser = Browser(trial)
            _ = try await browser.signIn("13900000001")
            #expect(await browser.get("/grids/\(number)").text.contains("没有换成"))
        }
    }

    /// The program stops after each of the steps in turn: the tree is whole and the figures are right at
    /// each, the clock's next run goes on to the end, and all of it holds from the one day on.
    @Test(arguments: 0..<6)
    func itIsInterruptedAndGoesOn(_ steps: Int) async throws {
        try await Trial.run { trial in
            try await trial.placeBuildings()
            try await trial.settle()
            trial.clock.move(by: .days(2))
            let yesterday = trial.today.adding(days: -1), first = trial.today
            let before = try await trial.profile(on: yesterday)
            let number = try await trial.propose(GridRequest(grids: 2, areas: 1))
            _ = try await trial.perform(AdoptGrids(number))
            for _ in 0..<steps { #expect(try await trial.adoption.step(number)) }
            #expect(try await trial.allBreaks() == [])
            #expect(try await trial.profile(on: yesterday) == before)
            let building = try await trial.place("1-1")
            await #expect(throws: GridsRefusal.gridsMoving) {
                try await trial.perform(ClosePlace(building.id))
            }
            // It is the next day when the program is there again.
            trial.clock.move(by: .days(1))
            try await trial.carryOutWhatIsDue()
            #expect(try await trial.proposal(number).state == .adopted)
            #expect(try await trial.allBreaks() == [])
            #expect(try await trial.profile(on: yesterday) == before)
            let since = try await trial.profile(on: first), now = try await trial.profile()
            #expect(since.grids.map(\.values) == now.grids.map(\.values) && now.grids.count == 2)
        }
    }
}
