import People
import Values

/// Whose the homes of the demo are: most who live there own them, alone or in parts; many who came from
/// elsewhere rent; of one home in nine nobody has asked yet.
struct Deeds {
    private(set) var homes: [NewHolders] = []
    private var dice: Dice

    init(_ dice: Dice) { self.dice = dice }

    /// As many to one action of the register.
    var parts: [[NewHolders]] {
        stride(from: 0, to: homes.count, by: AddHolders.most).map {
            Array(homes[$0..<min($0 + AddHolders.most, homes.count)])
        }
    }

    mutating func write(_ household: NewHousehold, _ people: [Identifier]) {
        if dice.chance(11) { return }
        let living = zip(household.members, people).filter { $0.0.stay.until == nil && $0.0.died == nil }
        let grown = living.filter { [.head, .spouse, .parent].contains($0.0.relation) }
        guard let head = grown.first else { return }
        let isRetired = head.0.facts.contains { $0.kind == .retired }
        let rents = head.0.standing == .migrant ? dice.chance(80) : dice.chance(6) && !isRetired
        homes.append(
            NewHolders(
                of: household.place,
                owners: rents ? elsewhere() : owners(grown.map(\.1)),
                tenants: rents ? [NewHolder(.registered(head.1))] : [],
                since: household.period.since, source: rents ? .visit : .department))
    }

    /// Somebody who lives in another town, at times with whom they share.
    private mutating func elsewhere() -> [NewHolder] {
        let count = dice.chance(25) ? 2 : 1
        return (0..<count).compactMap { index in
            let sex: Names.Sex = index == 0 ? .male : .female
            let name = Names.name(sex, born: 1950 + dice.below(45), using: &dice)
            return Share(1, of: count).map { NewHolder(.other(name: name, phone: nil), share: $0) }
        }
    }

    /// One of them, or couples by halves, or all who keep house together in equal parts.
    private mutating func owners(_ people: [Identifier]) -> [NewHolder] {
        let count = people.count == 1 || dice.chance(30) ? 1 : people.count > 2 && dice.chance(20) ? 3 : 2
        return people.prefix(count).compactMap { person in
            Share(1, of: min(count, people.count)).map { NewHolder(.registered(person), share: $0) }
        }
    }
}
