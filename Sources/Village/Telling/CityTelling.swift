import Actions
import Needs
import People
import Values

extension Stage {
    /// Founds and fills the rest of the city: six more districts, their streets, and 699 communities.
    ///
    /// All of them go through each step together. A community's own rows depend on its place in the city
    /// alone.
    func fillCity() async throws {
        telling.clock.set(calendar.moment(Self.foundedDaysAgo, 500))
        let districts = try await foundDistricts()
        let streets = try await foundStreets(districts)
        try await fill(try await foundCommunities(streets), needs: telling.cityNeeds)
    }

    /// Gives communities that were just founded their places, staff, resources, and so many needs together.
    func fill(_ communities: [Site], needs: Int) async throws {
        var filling = CityFilling(self, communities)
        try await filling.plant()
        try await filling.people()
        try await filling.provide(needs)
        try await filling.tell(needs)
    }

    struct Planned {
        let name: Text
        let slug: String
        let above: PlacePath
    }

    private func foundDistricts() async throws -> [PlacePath] {
        let city = try locality(.city).path, known = try locality(.district).path
        let planned = cast.districts.enumerated().dropFirst().map { index, district in
            Planned(name: district.name, slug: "d\(index + 1)", above: city)
        }
        let founded = try await found(planned, .district)
        for (index, site) in founded.enumerated() { try await addDistrictHead(index + 2, at: site) }
        return [known] + founded.map(\.path)
    }

    private func foundStreets(_ districts: [PlacePath]) async throws -> [PlacePath] {
        let known = try locality(.street).path
        let all = cast.districts.enumerated().flatMap { number, district in
            district.streets.enumerated().map { index, street in
                Planned(name: street.name, slug: "d\(number + 1)-s\(index + 1)", above: districts[number])
            }
        }
        return [known] + (try await found(Array(all.dropFirst()), .street)).map(\.path)
    }

    private func foundCommunities(_ streets: [PlacePath]) async throws -> [Site] {
        let all = cast.districts.flatMap(\.streets).enumerated().flatMap { number, street in
            street.communities.enumerated().map { index, name in
                Planned(name: name, slug: "c\(number + 1)-\(index + 1)", above: streets[number])
            }
        }
        return try await found(Array(all.dropFirst()), .community)
    }

    func found(_ planned: [Planned], _ kind: PlaceKind) async throws -> [Site] {
        let steward = telling.steward, now = telling.clock.now
        let line = "\(Homeland.address.chinese)　\(Homeland.deskHours.chinese)"
        let ids = planned.map { plan in
            var dice = dice("found \(plan.slug)")
            return Identifier(at: now, using: &dice)
        }
        let bodies = zip(planned, ids).map { plan, id -> @Sendable () async throws -> PlacePath in
            let founding = FoundLocality(
                kind, name: plan.name.chinese, english: plan.name.english, slug: plan.slug,
                parent: plan.above,
                foot: FoundLocality.Foot(line: line, phone: Homeland.deskPhone))
            return { try await steward.perform(founding, by: .house, in: id) }
        }
        return zip(ids, try await self.line.all(bodies)).map { Site(id: $0, path: $1) }
    }

    private func addDistrictHead(_ number: Int, at site: Site) async throws {
        var dice = dice("district \(number)")
        let name = Names.name(.female, born: 1975 + dice.below(12), using: &dice)
        let phone = try Phone(InventedPhone.number(9000 + number))
        let account = try await perform(
            AddAccount(name: name, phone: phone, phoneIsProved: true), by: .house, at: site.id)
        try await perform(
            GrantRole(account: account, role: .district, place: site.id), by: .house, at: site.id)
    }
}
