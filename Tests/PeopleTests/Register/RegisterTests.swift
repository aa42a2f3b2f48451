import Actions
import Storage
import Testing
import Trials
import Values

@testable import People

/// The register: whatever happens to people and households, the figures equal a recount and the past stays.
@Suite struct RegisterTests {
    @Test func aHouseholdIsCountedAtItsHomeAndAllAboveIt() async throws {
        try await Trial.run { trial in
            try await trial.household(
                at: "1-1-1",
                [
                    trial.newPerson("王建国", .male, age: 40), trial.newPerson("李秀英", .female, age: 38, .spouse),
                    trial.newPerson("王小明", .male, age: 6, .child),
                ])
            try await trial.household(at: "2-1-1", [trial.newPerson("赵阿根", .male, age: 70, .head, .migrant)])
            let figures = try await trial.figures(at: trial.root)
            #expect(figures["people.here"] == 4 && figures["people.men"] == 3)
            #expect(figures["people.migrants"] == 1 && figures["people.households"] == 2)
            let grid = try await trial.place("1")
            #expect(try await trial.figures(at: grid.path)["people.here"] == 3)
            #expect(try await trial.breaks() == [])
            let profile = try await trial.profile()
            #expect(profile[.people] == 4 && profile[.men] == 3 && profile[.under14] == 1)
            #expect(profile[.migrantMen] == 1 && profile[.over60] == 1 && profile[.households] == 2)
        }
    }

    @Test func thePastIsCountedAsItWas() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(
                at: "1-1-1",
                [trial.newPerson("王建国", .male, age: 40), trial.newPerson("李秀英", .female, age: 38, .spouse)])
            _ = try await trial.perform(MoveOut(people[0], on: trial.day(10)))
            _ = try await trial.perform(RecordDeath(people[1], on: trial.day(5)))
            #expect(try await trial.profile()[.people] == 0)
            #expect(try await trial.profile(on: trial.day(5))[.people] == 0)
            #expect(try await trial.profile(on: trial.day(6))[.people] == 1)
            #expect(try await trial.profile(on: trial.day(11))[.people] == 2)
            #expect(try await trial.profile(on: trial.day(101))[.people] == 0)
            // Nobody is left, so the household ended with its last member.
            #expect(try await trial.profile()[.households] == 0)
            #expect(try await trial.profile(on: trial.day(6))[.households] == 1)
            #expect(try await trial.breaks() == [])
            await #expect(throws: RegisterRefusal.isDead) {
                try await trial.perform(MoveOut(people[1], on: trial.day(1)))
            }
            await #expect(throws: RegisterRefusal.notLiving) {
                try await trial.perform(MoveOut(people[0], on: trial.day(1)))
            }
        }
    }

    @Test func aSplitAndAMergeMovePeopleAndKeepWhereTheyWere() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(
                at: "1-1-1",
                [trial.newPerson("王建国", .male, age: 60), trial.newPerson("王小明", .male, age: 30, .child)])
            let home = try await trial.place("3-1-1")
            let split = try await trial.perform(
                MoveWithin([people[1]], to: .home(home.id), on: trial.day(9), source: .person))
            #expect(try await trial.profile()[.households] == 2)
            #expect(try await trial.registered(people[1]).path == home.path)
            #expect(try await trial.breaks() == [])
            _ = try await trial.perform(
                MoveWithin([people[0]], to: .household(split), on: trial.day(3), source: .person))
            #expect(try await trial.profile()[.households] == 1)
            #expect(try await trial.profile(on: trial.day(4))[.households] == 2)
            #expect(try await trial.breaks() == [])
            await #expect(throws: RegisterRefusal.livesThere) {
                try await trial.perform(
                    MoveWithin([people[0]], to: .household(split), on: trial.day(1), source: .person))
            }
            await #expect(throws: RegisterRefusal.noMembers) {
                try await trial.perform(
                    MoveWithin([], to: .household(split), on: trial.day(1), source: .person))
            }
        }
    }

    @Test func whatWasWrittenBeforeIsKept() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(at: "1-1-1", [trial.newPerson("王建过", .male, age: 40)])
            _ = try await trial.perform(CorrectPerson(people[0], .name("王建国"), source: .booklet))
            _ = try await trial.perform(CorrectPerson(people[0], .sex(.female), source: .booklet))
            let person = try await trial.registered(people[0])
            #expect(person.name == "王建国" && person.sex == .female)
            let community = trial.community, keys = trial.steward.keys
            let facts = try await trial.database.read {
                try FactStore.facts(of: people[0], in: community, keys, $0)
            }
            #expect(Set(facts.map(\.value)) == ["王建过", "male"])
            #expect(facts.allSatisfy { $0.period.until == trial.today })
            #expect(try await trial.figures(at: trial.root)["people.men"] == 0)
            #expect(try await trial.breaks() == [])
            await #expect(throws: RegisterRefusal.notKept) {
                try await trial.perform(CorrectPerson(people[0], .sex(.female), source: .booklet))
            }
        }
    }

    @Test func aBirthComesIntoTheHousehold() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(at: "1-1-1", [trial.newPerson("王建国", .male, age: 40)])
            var child = trial.newPerson("王小禾", .female, age: 0, .child)
            child.born = trial.day(4)
            child.stay = Period(since: trial.day(4))
            _ = try await trial.perform(
                AddToHousehold(child, to: try await trial.householdId(of: people[0])))
            #expect(try await trial.profile()[.under14] == 1)
            #expect(try await trial.profile(on: trial.day(5))[.people] == 1)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func aMovedBuildingTakesItsHouseholdsAlong() async throws {
        try await Trial.run { trial in
            try await trial.household(at: "1-1-1", [trial.newPerson("王建国", .male, age: 40)])
            let building = try await trial.place("1-1"), grid = try await trial.place("3")
            _ = try await trial.perform(MovePlace(building.id, below: grid.id))
            #expect(try await trial.figures(at: grid.path)["people.here"] == 1)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func groupsAreEnteredReviewedAndLeft() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(at: "1-1-1", [trial.newPerson("王建国", .male, age: 80)])
            let details = GroupDetails(level: "二级", basis: "证", source: .department)
            let membership = NewMembership("elder-alone", Period(since: trial.day(40)), details)
            _ = try await trial.perform(EnterGroup(membership, people[0]))
            #expect(try await trial.profile()[.alone] == 1)
            #expect(try await trial.profile(on: trial.day(41))[.alone] == 0)
            await #expect(throws: RegisterRefusal.inGroup) {
                try await trial.perform(EnterGroup(membership, people[0]))
            }
            _ = try await trial.perform(ReviewGroup("elder-alone", people[0], level: "一级"))
            let community = trial.community, keys = trial.steward.keys
            let all = try await trial.database.read {
                try GroupStore.memberships(
                    of: people[0], among: SpecialGroup.shipped, in: community, keys, $0)
            }
            #expect(all.map { $0.details?.level } == ["一级", "二级"])
            #expect(all[0].reviewDue == trial.today.adding(months: 3))
            // What began today cannot end today; two days later it can.
            await #expect(throws: RegisterRefusal.endsBeforeStart) {
                try await trial.perform(LeaveGroup("elder-alone", people[0], on: trial.today))
            }
            trial.clock.move(by: .days(2))
            _ = try await trial.perform(LeaveGroup("elder-alone", people[0], on: trial.today))
            #expect(try await trial.groupCodes(of: people[0]) == [])
        }
    }

    @Test func twoRowsOfOnePersonAreMergedAndTakenApart() async throws {
        try await Trial.run { trial in
            let first = try await trial.household(at: "1-1-1", [trial.newPerson("王建国", .male, age: 80)])[0]
            var twice = trial.newPerson("王建囯", .male, age: 80)
            twice.groups = [
                NewMembership("low-income", Period(since: trial.day(50)), GroupDetails(source: .department))
            ]
            let second = try await trial.household(at: "2-1-1", [twice])[0]
            let before = try await trial.profile()
            let community = trial.community
            let pairs = try await trial.database.read { try DuplicateStore.pairs(in: community, $0) }
            #expect(pairs.count == 1 && pairs.first?.reason == .sound)
            _ = try await trial.perform(MergePeople(keep: first, over: second))
            #expect(try await trial.profile()[.people] == 1)
            #expect(try await trial.breaks() == [])
            #expect(try await trial.groupCodes(of: first) == ["low-income"])
            await #expect(throws: RegisterRefusal.isMerged) {
                try await trial.perform(MoveOut(second, on: trial.day(1)))
            }
            _ = try await trial.perform(UnmergePeople(second))
            #expect(try await trial.profile() == before)
            #expect(try await trial.groupCodes(of: first) == [])
            #expect(try await trial.breaks() == [])
            await #expect(throws: RegisterRefusal.notMerged) {
                try await trial.perform(UnmergePeople(second))
            }
            await #expect(throws: RegisterRefusal.sameOne) {
                try await trial.perform(MergePeople(keep: first, over: first))
            }
        }
    }
}

extension Trial {
    func groupCodes(of person: Identifier) async throws -> [String] {
        let community = community, keys = steward.keys
        return try await database.read {
            try GroupStore.memberships(of: person, among: SpecialGroup.shipped, in: community, keys, $0)
                .filter { $0.period.until == nil }.map(\.group.code)
        }
    }
}
