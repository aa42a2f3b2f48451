public import Actions
import Sheets
import Storage
public import Values
import Web

/// A monthly list leaves the house in a file: who took which, of where, for what, and how many stand on it,
/// is on record.
public struct ExportList: Action {
    public static let name = "privacy.export-list"
    public static let right = PrivacyRights.export

    let list: MonthlyList
    let place: Identifier
    let people: Int
    let why: String
    let isOpen: Bool

    public init(_ list: MonthlyList, of place: Identifier, people: Int, why: String, isOpen: Bool) {
        (self.list, self.place, self.people) = (list, place, people)
        (self.why, self.isOpen) = (why, isOpen)
    }

    public func subject(in work: Work) throws -> Place { try work.place(place) }

    public func run(on place: Place, in work: Work) throws -> Done {
        if list.isSensitive { try work.require(RegisterRights.sensitive, on: place) }
        try work.noteExport(why: why, people: people, of: list.rawValue, isOpen: isOpen, on: place)
        return Done()
    }

    public func object(of subject: Place, _ answer: Done, in work: Work) -> Identifier { place }
}

extension Work {
    /// What the record keeps of every file with people in it.
    func noteExport(
        why: String, people: Int, of list: String? = nil, isOpen: Bool, on place: Place
    ) throws {
        guard !why.isEmpty else { throw RegisterRefusal.whyMissing }
        if isOpen { try require(PrivacyRights.exportOpen, on: place) }
        if isOpen { record(reason: "opened") } else { record(reason: "masked") }
        guard let account = actor.account else { return }
        var values = ["why": why, "people": "\(people)"]
        values["list"] = list
        record(values, about: account)
    }
}

extension RegisterRoutes {
    static var monthly: [Route] {
        [
            .page(
                "/register/lists", RegisterRights.see, MonthlyPhrase.title.text, MonthlyPage(),
                query: MonthlyPage.query),
            .page(
                "/register/lists/print", RegisterRights.see, Text("每月名单，打印", "A month's list to print"),
                MonthlyPage(isSheet: true), query: MonthlyPage.query), export,
        ]
    }

    private static var export: Route {
        .file(
            "/register/lists/export", PrivacyRights.export, Text("导出每月名单", "Export a month's list"),
            fields: MonthlyPage.query.filter { $0.name != "after" } + PrivacyRoutes.exportInputs,
            shows: MonthlyPage()
        ) { visit, fields in
            let order = try ExportOrder(fields)
            let (list, place, bytes, people) = try await visit.house.database.read { reading in
                let found = try MonthlyPage.Found(visit, reading) { fields[$0] }
                try visit.require(PrivacyRights.export, on: found.top)
                if order.isOpen { try visit.require(PrivacyRights.exportOpen, on: found.top) }
                let rows = try found.finder.rows(found.finder.entries(found.ask), isOpen: order.isOpen)
                let bytes = try MonthlySheet.bytes(
                    rows, of: found.ask.list, isOpen: order.isOpen, visit.language, visit.now)
                return (found.ask.list, found.top, bytes, rows.count)
            }
            // Without the form's mark: each file is a row of its own.
            _ = try await visit.perform(
                ExportList(
                    list, of: place.id, people: people, why: order.why, isOpen: order.isOpen))
            return try order.locked(bytes, list.title, of: place, visit)
        }
    }
}

/// A monthly list as a sheet.
enum MonthlySheet {
    static func bytes(
        _ rows: [MonthlyRow], of list: MonthlyList, isOpen: Bool, _ language: Language, _ now: Instant
    ) throws -> [UInt8] {
        let columns = list.columns + (isOpen ? [.phone] : [])
        let book = try Workbook(
            sheet: list.title[language], columns: columns.map { SheetColumn($0.title[language], width: 16) },
            made: now)
        for row in rows {
            try book.append(
                columns.map { column in
                    let text = row.text(column, language)
                    return column.isNumber ? Int64(text).map(Cell.integer) ?? .text(text) : .text(text)
                })
        }
        return try book.finish()
    }
}
