import Actions
import Sealing
import Sheets
import Storage
import Values

/// The workbook of the people of a place: opened in the columns of the import, so that it can come in
/// elsewhere; else a list to print, masked.
struct RegisterSheet {
    let place: Place
    let isOpen: Bool
    /// Whether sensitive groups stand in it too.
    let opensAll: Bool
    let language: Language
    let now: Instant
    let keys: KeyRing

    private var community: Identifier { place.community }

    /// People who are looked up together.
    private static let page = 500

    func bytes(_ reading: any Reading) throws -> [UInt8] {
        let masked: [(RegisterPhrase, Double)] = [
            (.address, 24), (.relation, 12), (.name, 14), (.sex, 8), (.age, 14), (.standing, 24),
            (.groups, 40),
        ]
        let columns =
            isOpen
            ? RegisterTable.columns.map { SheetColumn($0.name[language], width: 16) }
            : masked.map { SheetColumn($0.0(language), width: $0.1) }
        let book = try Workbook(sheet: RegisterPhrase.title(language), columns: columns, made: now)
        try eachRow(reading) { try book.append($0) }
        return try book.finish()
    }

    /// Everybody who belongs to a household at or below the place, home by home.
    private func eachRow(_ reading: any Reading, _ body: ([Cell]) throws -> Void) throws {
        let addresses = AddressBook(reading), groups = try groupNames(reading)
        var after = (path: "", stay: Identifier(high: 0, low: 0))
        while true {
            let stays = try reading.all(
                """
                SELECT h.path, r.id, r.person FROM household h
                JOIN residence r ON r.community = h.community AND r.household = h.id
                WHERE h.community = \(community) AND h.path >= \(place.path) AND h.path < \(place.path.end)
                AND h.path >= \(after.path) AND (h.path > \(after.path) OR r.id > \(after.stay))
                AND \(ArrivedPeople.isSeen("h")) AND r.until IS NULL
                ORDER BY h.path, r.id LIMIT \(Self.page)
                """
            ) { (path: $0.text(0), stay: try $0.identifier(1), person: try $0.identifier(2)) }
            guard let last = stays.last else { return }
            let people = try KnownPerson.people(stays.map(\.person), in: community, keys, reading)
            let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
            for stay in stays {
                // One of two stays of a person who is registered here and lives elsewhere in the community.
                guard let person = known[stay.person], person.stay?.id == stay.stay else { continue }
                let address = try addresses.address(of: PlacePath(text: stay.path))
                let mine = (groups[stay.person] ?? []).joined(separator: language == .chinese ? "、" : ", ")
                try body(
                    isOpen
                        ? try opened(person, at: address, mine, reading) : masked(person, at: address, mine))
            }
            after = (last.path, last.stay)
        }
    }

    private func masked(_ person: KnownPerson, at address: String, _ groups: String) -> [Cell] {
        [
            .text(address), .text(person.stay?.relation.title[language] ?? ""),
            .text(MaskedName.of(person.name)), .text(person.sex.title[language]),
            .integer(Int64(person.born.years(to: now.day(in: .shanghai)))),
            .text(person.stay?.standing.title[language] ?? ""), .text(groups),
        ]
    }

    private func opened(
        _ person: KnownPerson, at address: String, _ groups: String, _ reading: any Reading
    ) throws -> [Cell] {
        let identity = try person.number.flatMap { _ in
            try PersonStore.identity(of: person.id, in: community, keys, reading)?.text
        }
        let phone = try person.phone.flatMap { _ in
            try PersonStore.phone(of: person.id, in: community, keys, reading)?.digits
        }
        let yes = language == .chinese ? "是" : "yes"
        return [
            .text(person.name), .text(address), .text(identity ?? ""), .text(person.sex.title[language]),
            .text(person.born.description), .text(person.stay?.relation.title[language] ?? ""),
            .text(person.stay?.standing.title[language] ?? ""), .text(phone ?? ""),
            .text(person.stay?.since.description ?? ""), .text(person.facts.contains(.retired) ? yes : ""),
            .text(person.facts.contains(.party) ? yes : ""),
            .text(groups),
        ]
    }

    /// The groups in which each person is now, by name.
    private func groupNames(_ reading: any Reading) throws -> [Identifier: [String]] {
        let groups = try GroupStore.groups(in: community, reading).filter { opensAll || !$0.isSensitive }
        var names: [Identifier: [String]] = [:]
        for group in groups {
            for person in try GroupStore.present(in: group.code, in: community, keys, reading) {
                names[person, default: []].append(group.name.text[language])
            }
        }
        return names
    }
}
