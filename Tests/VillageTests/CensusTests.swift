import Testing
import Values

@testable import People
@testable import Village

/// The invented register is the published table, whatever the seed.
@Suite struct CensusTests {
    private static let today = Day("2026-11-21") ?? .first

    @Test(arguments: [1, 2, 77] as [UInt64])
    func everyNumberIsThePublishedOne(_ seed: UInt64) throws {
        var census = Census(seed: seed)
        census.settle(try Cast().residents, on: Self.today)
        let people = census.households.flatMap(\.people)
        func count(_ fits: (CensusPerson) -> Bool) -> Int { people.count(where: fits) }
        #expect(census.households.count == 4_177 && people.count == 11_458)
        #expect(count { $0.sex == .male } == 5_601 && count { $0.sex == .female } == 5_857)
        #expect(count { $0.isMigrant && $0.sex == .male } == 506)
        #expect(count { $0.isMigrant && $0.sex == .female } == 512)
        #expect(count { $0.isMigrant && $0.sex == .female && (15...49).contains($0.age) } == 289)
        #expect(count { $0.kind == .elder } == 2_522 && count { $0.age < 18 } == 1_098)
        #expect(count { $0.age < 14 } == 705 && count { $0.kind == .elder && $0.isParty } == 558)
        for (group, number) in [
            ("elder-empty-nest", 532), ("elder-alone", 235), ("elder-no-kin", 13), ("elder-dependent", 16),
            ("elder-partly", 15), ("elder-dementia", 5),
        ] + CensusTable.disabilities {
            #expect(count { $0.groups.contains(group) } == number, "\(group)")
        }
        #expect(count { person in person.groups.contains { $0.hasPrefix("disabled-") } } == 123)
    }

    /// What is said of a group is so of the household.
    @Test func theGroupsFitTheHouseholds() throws {
        var census = Census(seed: 1)
        census.settle(try Cast().residents, on: Self.today)
        for household in census.households {
            let isAlone = household.people.contains { $0.groups.contains("elder-alone") }
            #expect(isAlone == (household.people.count == 1 && household.people[0].kind == .elder))
            let isNest = household.people.contains { $0.groups.contains("elder-empty-nest") }
            #expect(isNest == household.people.allSatisfy { $0.kind == .elder })
        }
        #expect(Set(census.households.compactMap(\.home)).count == 4_177)
    }

    /// Those with a name live where the cast says, as old as it says.
    @Test func theCastLivesAtItsDoors() throws {
        let residents = try Cast().residents
        var census = Census(seed: 1)
        census.settle(residents, on: Self.today)
        let named = census.households.flatMap(\.people).filter { $0.name != nil }
        #expect(named.count >= residents.count - 2, "\(named.count) of \(residents.count)")
        for person in named {
            let resident = try #require(residents.first { $0.name == person.name })
            #expect(person.born?.year == resident.born)
            #expect(person.born.map { $0.years(to: Self.today) } == person.age)
        }
    }
}
