import Actions
import Sealing
import Sheets
import Storage
import Values
import Web

/// Takes the register of a place away as a table; who did so, of where and why, is a row of the record.
public struct ExportRegister: Action {
    public static let name = "register.export"
    public static let right = RegisterRights.export

    let place: Identifier
    let why: String

    public init(_ place: Identifier, why: String) {
        self.place = place
        self.why = why
    }

    public func subject(in work: Work) throws -> Place { try work.place(place) }

    public func run(on place: Place, in work: Work) throws -> Done {
        guard !why.isEmpty else { throw RegisterRefusal.whyMissing }
        work.record(["why": why], about: place.id)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { place }
}

/// The rows of the register in the columns of its import, so that what was taken away can come in elsewhere.
struct RegisterSheet {
    enum Form: String, Sendable, CaseIterable {
        case xlsx, csv

        var type: String {
            switch self {
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            }
        }
    }

    let top: Place
    let community: Identifier
    let keys: KeyRing
    let language: Language
    /// Whether sensitive groups are among what is taken away.
    let opensAll: Bool
    let reading: any Reading

    /// People who are looked up together.
    private static let page = 500

    /// The whole table in one form.
    func file(_ form: Form, at now: Instant) throws -> [UInt8] {
        let titles = RegisterTable.columns.map { $0.name[language] }
        switch form {
        case .csv:
            var writer = CSVWriter(header: titles)
            try eachRow { writer.append($0) }
            return writer.bytes
        case .xlsx:
            let columns = titles.map { SheetColumn($0, width: 16) }
            let book = try Workbook(sheet: RegisterPhrase.title(language), columns: columns, made: now)
            try eachRow { try book.append($0) }
            return try book.finish()
        }
    }

    /// Everybody who belongs to a household at or below the place, home by home.
    private func eachRow(_ body: ([Cell]) throws -> Void) throws {
        let addresses = AddressBook(reading), groups = try groupNames()
        var after = (path: "", stay: Identifier(high: 0, low: 0))
        while true {
            let stays = try reading.all(
                """
                SELECT h.path, r.id, r.person FROM household h
                JOIN residence r ON r.community = h.community AND r.household = h.id
                WHERE h.community = \(community) AND h.path >= \(top.path) AND h.path < \(top.path.end)
                AND h.path >= \(after.path) AND (h.path > \(after.path) OR r.id > \(after.stay))
                AND h.arriving IS NULL AND r.until IS NULL
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
                try body(try cells(person, at: address, groups[stay.person] ?? []))
            }
            after = (last.path, last.stay)
        }
    }

    private func cells(_ person: KnownPerson, at address: String, _ groups: [String]) throws -> [Cell] {
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
            .text(groups.joined(separator: language == .chinese ? "、" : ", ")),
        ]
    }

    /// The groups in which each person is now, by name.
    private func groupNames() throws -> [Identifier: [String]] {
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

extension RegisterRoutes {
    static var export: [Route] {
        [
            .raw(
                .post, "/register/export", RegisterRights.export, RegisterPhrase.exportTitle.text,
                fields: [
                    .choice("form", RegisterPhrase.form.text, of: RegisterSheet.Form.self, required: true),
                    Input("place", ProfilePhrase.place.text, .line(60)),
                    Input("why", RegisterPhrase.why.text, .line(100), required: true),
                ]
            ) { visit in
                let fields = try Fields(visit.ask)
                var reader = FormReader(fields)
                let form = reader.choice("form", of: RegisterSheet.Form.self)
                let code = reader.line("place", 60, required: false), why = reader.line("why", 100)
                try reader.finish()
                guard let form else { throw GroundRefusal.notFound }
                return try await answer(form, code, why: why, visit)
            }
        ]
    }

    /// Records the export first, and hands it over only then.
    private static func answer(
        _ form: RegisterSheet.Form, _ code: String, why: String, _ visit: Visit
    ) async throws -> Reply {
        let community = visit.community, keys = visit.house.keys, language = visit.language
        let top = try await visit.house.database.read { reading in
            try code.isEmpty
                ? PlaceStore.place(at: visit.top(for: RegisterRights.export), reading)
                : PlaceStore.place(code: code, in: community, reading)
        }
        guard let top else { throw PeopleRefusal.placeNotFound }
        try await visit.perform(ExportRegister(top.id, why: why))
        let opensAll = visit.allows(RegisterRights.sensitive, on: top), now = visit.now
        let bytes = try await visit.house.database.read { reading in
            try RegisterSheet(
                top: top, community: community, keys: keys, language: language, opensAll: opensAll,
                reading: reading
            ).file(form, at: now)
        }
        let name = "\(RegisterPhrase.title(language)) \(now.day(in: .shanghai)).\(form.rawValue)"
        return handedOver(bytes, form, name)
    }

    /// The one place through which the register leaves the house as a file.
    private static func handedOver(_ bytes: [UInt8], _ form: RegisterSheet.Form, _ name: String) -> Reply {
        .file(bytes, type: form.type, name: name)
    }
}
