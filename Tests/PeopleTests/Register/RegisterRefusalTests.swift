import Actions
import Testing
import Trials
import Values

@testable import People

/// Every no of the register, each by what provokes it.
@Suite struct RegisterRefusalTests {
    private struct Case: Sendable {
        let refusal: RegisterRefusal
        let change: @Sendable (inout NewPerson, Trial) throws -> Void
    }

    private static let cases: [Case] = [
        Case(refusal: .bornLater) { person, trial in person.born = trial.day(-1) },
        Case(refusal: .staysBeforeBirth) { person, trial in
            person.stay = Period(since: person.born.adding(days: -1))
        },
        Case(refusal: .endsBeforeStart) { person, trial in
            person.stay = Period(since: trial.day(5), until: trial.day(5))
        },
        Case(refusal: .dayAhead) { person, trial in person.stay = Period(since: trial.day(-1)) },
        Case(refusal: .identityDiffers) { person, trial in
            var other = person
            other.born = trial.day(4000)
            person.identity = try trial.number(other, 3)
        },
        Case(refusal: .noSuchGroup) { person, trial in
            person.groups = [
                NewMembership("nobody", Period(since: trial.day(5)), GroupDetails(source: .visit))
            ]
        },
    ]

    @Test func whoCannotBeSoIsRefused() async throws {
        try await Trial.run { trial in
            for one in Self.cases {
                var person = trial.newPerson("王建国", .male, age: 40)
                try one.change(&person, trial)
                let changed = person
                await #expect(throws: one.refusal) { try await trial.household(at: "1-1-1", [changed]) }
            }
            // Nothing was left half done.
            #expect(try await trial.profile()[.people] == 0)
            #expect(try await trial.breaks() == [])
        }
    }

    @Test func oneNumberIsOnePerson() async throws {
        try await Trial.run { trial in
            var person = trial.newPerson("王建国", .male, age: 40)
            person.identity = try trial.number(person, 1)
            let first = try await trial.household(at: "1-1-1", [person])[0]
            let again = person
            await #expect(throws: RegisterRefusal.identityTaken) {
                try await trial.household(at: "2-1-1", [again])
            }
            // The same person may be given their own number again.
            _ = try await trial.perform(CorrectPerson(first, .identity(person.identity), source: .booklet))
        }
    }

    @Test func householdsStandAtHomes() async throws {
        try await Trial.run { trial in
            let person = trial.newPerson("王建国", .male, age: 40)
            await #expect(throws: RegisterRefusal.notAHome) { try await trial.household(at: "1-1", [person]) }
            await #expect(throws: RegisterRefusal.noMembers) { try await trial.household(at: "1-1-1", []) }
            await #expect(throws: RegisterRefusal.tooManyHouseholds) {
                try await trial.perform(AddHouseholds([]))
            }
            await #expect(throws: RegisterRefusal.householdNotFound) {
                try await trial.perform(AddToHousehold(person, to: .trial(99)))
            }
            await #expect(throws: RegisterRefusal.personNotFound) {
                try await trial.perform(MoveOut(.trial(99), on: trial.today))
            }
        }
    }

    @Test func whatIsNotThereIsNotEnded() async throws {
        try await Trial.run { trial in
            let people = try await trial.household(
                at: "1-1-1",
                [trial.newPerson("王建国", .male, age: 40), trial.newPerson("李秀英", .female, age: 40)])
            await #expect(throws: RegisterRefusal.notInGroup) {
                try await trial.perform(LeaveGroup("veteran", people[0], on: trial.today))
            }
            await #expect(throws: RegisterRefusal.nothingThere) {
                try await trial.perform(EndFact(.trial(9), of: people[0], on: trial.today))
            }
            await #expect(throws: RegisterRefusal.nothingThere) {
                try await trial.perform(OpenPerson(people[0], .phone, why: "约时间上门"))
            }
            await #expect(throws: RegisterRefusal.whyMissing) {
                try await trial.perform(OpenPerson(people[0], .name, why: ""))
            }
            await #expect(throws: RegisterRefusal.sexesDiffer) {
                try await trial.perform(MergePeople(keep: people[0], over: people[1]))
            }
            await #expect(throws: RegisterRefusal.notKept) {
                try await trial.perform(
                    NoteFact(
                        NewFact(.formerName, "x", Period(since: trial.day(4))), of: people[0], source: .visit)
                )
            }
        }
    }

    @Test func aQuarterIsPublishedOnce() async throws {
        try await Trial.run { trial in
            _ = try await trial.perform(PublishProfile(quarterOf: trial.today))
            await #expect(throws: RegisterRefusal.publishedAlready) {
                try await trial.perform(PublishProfile(quarterOf: trial.today))
            }
            await #expect(throws: RegisterRefusal.dayAhead) {
                try await trial.perform(PublishProfile(quarterOf: trial.today.adding(months: 4)))
            }
        }
    }
}
