import Actions
import Storage
import Testing
import Values

@testable import People

extension Trial {
    var today: Day { clock.now.day(in: .shanghai) }

    func day(_ daysAgo: Int) -> Day { today.adding(days: -daysAgo) }

    /// Somebody of that age, living where they are put since a hundred days or their birth.
    func newPerson(
        _ name: String, _ sex: Sex, age: Int, _ relation: Relation = .head, _ standing: Standing = .registered
    ) -> NewPerson {
        let born = today.adding(months: -12 * age).adding(days: -30)
        return NewPerson(
            name: name, sex: sex, born: born, relation: relation, standing: standing,
            stay: Period(since: max(born, day(100))), source: .visit)
    }

    /// A household at a place of the trial; its people in the order given.
    @discardableResult
    func household(at code: String, _ people: [NewPerson]) async throws -> [Identifier] {
        let place = try await place(code)
        let since = people.map(\.stay.since).min() ?? day(100)
        let new = NewHousehold(at: place.id, Period(since: since), people, source: .visit)
        return try await perform(AddHouseholds([new]))[0]
    }

    func householdId(of person: Identifier) async throws -> Identifier {
        let community = community
        let stay = try await database.read {
            try ResidenceStore.stays(of: person, in: community, $0).first
        }
        return try #require(stay).household
    }

    func profile(on day: Day? = nil) async throws -> Profile {
        let community = community, keys = steward.keys, on = day ?? today
        return try await database.read { reading in
            let top = try #require(try PlaceStore.top(of: community, reading))
            return try Profile(on: on, of: top, keys, reading)
        }
    }

    func registered(_ id: Identifier) async throws -> RegisteredPerson {
        let community = community, keys = steward.keys
        return try #require(
            try await database.read { try PersonStore.person(id, in: community, keys, $0) })
    }

    /// An identity number of no place, that fits.
    func number(_ person: NewPerson, _ order: Int) throws -> IdentityNumber {
        let (year, month, day) = person.born.parts
        func padded(_ number: Int, _ width: Int) -> String {
            let text = "\(number)"
            return String(repeating: "0", count: width - text.count) + text
        }
        let turn = order * 2 + (person.sex == .male ? 1 : 0)
        let text = "990101" + padded(year, 4) + padded(month, 2) + padded(day, 2) + padded(turn, 3)
        let digits = text.utf8.map { Int($0) - 48 }
        return try IdentityNumber(text + String(UnicodeScalar(IdentityNumber.check(digits))))
    }
}
