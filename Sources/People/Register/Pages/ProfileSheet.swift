import Sheets
import Storage
import Values
import Web

/// The profile as a workbook: the table, the ages, the grids, each on a sheet.
enum ProfileSheet {
    static func reply(_ visit: Visit, _ reading: any Reading) throws -> Reply {
        let model = try ProfilePage().load(visit, reading)
        let language = visit.language
        let book = try table(model, language, visit.now)
        try addAges(model.profile, to: book, language)
        try addGrids(model.profile, to: book, language)
        return .workbook(
            try book.finish(), name: "\(ProfilePhrase.title(language)) \(model.profile.day)")
    }

    private static func number(_ value: Int64?, _ language: Language) -> Cell {
        value.map(Cell.integer) ?? .text(ProfilePhrase.hidden(language))
    }

    private static func table(
        _ model: ProfilePage.Model, _ language: Language, _ now: Instant
    ) throws -> Workbook {
        var columns = [
            SheetColumn(ProfilePhrase.figure(language), width: 34), SheetColumn("\(model.profile.day)"),
        ]
        if let before = model.before { columns.append(SheetColumn("\(before.day)")) }
        let book = try Workbook(sheet: ProfilePhrase.tableTitle(language), columns: columns, made: now)
        for cell in model.profile.cells {
            var cells: [Cell] = [.text(cell.key.title[language]), number(cell.value, language)]
            if let before = model.before { cells.append(number(before[cell.key], language)) }
            try book.append(cells)
        }
        return book
    }

    private static func addAges(_ profile: Profile, to book: Workbook, _ language: Language) throws {
        let columns: [ProfilePhrase] = [.age, .men, .women, .all]
        try book.addSheet(
            ProfilePhrase.agesTitle(language), columns: columns.map { SheetColumn($0(language)) })
        for band in profile.bands {
            let name = band.to.map { "\(band.from)–\($0)" } ?? "\(band.from)+"
            try book.append(
                [.text(name)] + [band.men, band.women, band.all].map { number($0, language) })
        }
    }

    private static func addGrids(_ profile: Profile, to book: Workbook, _ language: Language) throws {
        guard !profile.grids.isEmpty else { return }
        try book.addSheet(
            ProfilePhrase.gridsTitle(language),
            columns: [SheetColumn(ProfilePhrase.grid(language))]
                + profile.columns.map { SheetColumn($0.title[language]) })
        for grid in profile.grids {
            let name = language == .english && !grid.english.isEmpty ? grid.english : grid.name
            try book.append([.text(name)] + grid.values.map { number($0, language) })
        }
    }
}
