import Testing
import Values

@testable import Village

/// The plan adds up to what the community's profile says.
@Suite struct CastPlanTests {
    @Test func totalsAreExact() {
        let buildings = CastBuilding.all
        #expect(buildings.count == Homeland.buildings)
        #expect(buildings.map(\.number) == Array(1...225))
        #expect(buildings.reduce(0) { $0 + $1.homes.count } == Homeland.households)
        #expect(Estate.all.count == Homeland.areas)
        #expect(Set(buildings.map(\.grid)) == Set(1...Homeland.grids))
        #expect(Set(Estate.all.map(\.key)).count == 9)
        #expect(Set(buildings.map(\.name)).count == 225)
    }

    @Test func gridsAreEvenAndWithinTheirEstate() {
        for grid in 1...Homeland.grids {
            let members = CastBuilding.all.filter { $0.grid == grid }
            #expect((8...9).contains(members.count))
            #expect(Set(members.map(\.estate.key)).count == 1)
        }
    }

    /// Neighbours in a grid stand within one step of each other, across a court or a lane at most, so that
    /// the grid is one piece.
    @Test func gridsHangTogether() {
        for grid in 1...Homeland.grids {
            var apart = CastBuilding.all.filter { $0.grid == grid }
            var joined = [apart.removeFirst()]
            var index = 0
            while index < joined.count {
                let here = joined[index]
                let near = apart.filter {
                    abs($0.east - here.east) <= 104 && abs($0.north - here.north) <= 58
                }
                joined += near
                apart.removeAll { near.contains($0) }
                index += 1
            }
            #expect(apart.isEmpty, "grid \(grid)")
        }
    }

    @Test func noTwoBuildingsStandOnEachOther() {
        let buildings = CastBuilding.all
        for (index, one) in buildings.enumerated() {
            for other in buildings.dropFirst(index + 1) {
                #expect(abs(one.east - other.east) >= 50 || abs(one.north - other.north) >= 25)
            }
        }
    }

    @Test func placesLieAroundTheCentre() {
        for building in CastBuilding.all {
            let place = building.place
            #expect(abs(place.latitude - Homeland.latitude) < 0.01)
            #expect(abs(place.longitude - Homeland.longitude) < 0.01)
        }
    }

    @Test func roomsAreFlatsOfTheirBuilding() {
        let rooms = CastBuilding.all.reduce(0) { $0 + $1.rooms.count }
        let missing = CastBuilding.all.reduce(0) {
            $0 + $1.stairwells * $1.floors * $1.flatsPerFloor - $1.homes.count
        }
        #expect(rooms == 9 && missing == 9)
    }

    @Test func theCityHasSevenHundredCommunities() {
        let streets = CityTree.districts.flatMap(\.streets)
        let communities = streets.flatMap(\.communities)
        #expect(CityTree.districts.count == 7)
        #expect(streets.count == 70)
        #expect(communities.count == 700)
        #expect(Set(communities.map(\.chinese)).count == 700)
        #expect(Set(streets.map(\.name.chinese)).count == 70)
        #expect(communities.first == Homeland.community)
        #expect(streets.first?.name == Homeland.street)
        #expect(streets.allSatisfy { (8...14).contains($0.communities.count) })
    }

    @Test func namesComeTheSameEachTime() {
        func names() -> [String] {
            var dice = Dice(seed: 2026, for: "names")
            return (0..<400).map { index in
                Names.name(index % 2 == 0 ? .male : .female, born: 1930 + index % 90, using: &dice)
            }
        }
        #expect(names() == names())
        #expect(Set(names()).count > 350)
        #expect(names().contains { $0.contains("·") })
        #expect(names().allSatisfy { (2...16).contains($0.count) })
    }

    @Test(arguments: [(0, "19900000000"), (42, "19900000042"), (10_001, "19900000001"), (-1, "19900009999")])
    func phonesAreOfTheInventedRange(_ order: Int, _ number: String) {
        #expect(InventedPhone.number(order) == number)
    }
}
