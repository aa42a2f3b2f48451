import Actions
import Sheets
import Storage
import Values
import Web

/// The directory as a spreadsheet: the rows that the page's filters leave, at most so many.
enum ResourceExport {
    static let most = 10_000

    private enum Heading: Phrase, CaseIterable {
        case number, name, kind, owner, ownerKind, layer, stage, place, reach, classes, groups, hours,
            conditions
        case charge, unit, period, capacity, left, asked, promised, delivered, verified, verifiedBy,
            verifiedHow

        var text: Text {
            switch self {
            case .number: OneResourcePhrase.number.text
            case .name: ResourcePhrase.name.text
            case .kind: ResourcePhrase.kind.text
            case .owner: OneResourcePhrase.owner.text
            case .ownerKind: ResourcePhrase.ownerKind.text
            case .layer: ResourcePhrase.layer.text
            case .stage: ResourcePhrase.stage.text
            case .place: OneResourcePhrase.place.text
            case .reach: OneResourcePhrase.reach.text
            case .classes: OneResourcePhrase.answers.text
            case .groups: OneResourcePhrase.groups.text
            case .hours: OneResourcePhrase.hours.text
            case .conditions: OneResourcePhrase.conditions.text
            case .charge: OneResourcePhrase.charge.text
            case .unit: ResourceFormPhrase.unit.text
            case .period: ResourceFormPhrase.period.text
            case .capacity: ResourceFormPhrase.capacity.text
            case .left: ResourcePhrase.left.text
            case .asked: OneResourcePhrase.asked.text
            case .promised: OneResourcePhrase.promised.text
            case .delivered: OneResourcePhrase.delivered.text
            case .verified: Text("核实日期", "Verified on")
            case .verifiedBy: Text("核实人", "Verified by")
            case .verifiedHow: Text("怎么核实的", "Verified how")
            }
        }
    }

    /// The file in one of the two formats.
    static func reply(_ visit: Visit, _ reading: any Reading, asCSV: Bool) throws -> Reply {
        try visit.require(ResourceRights.export, on: visit.locality.path)
        var filter = try DirectoryPage.filter(visit, reading)
        filter.after = nil
        filter.limit = most
        let vocabulary = try VocabularyStore.vocabulary(in: visit.community, reading)
        let rows = try ResourceStore.list(
            filter, in: visit.community, today: visit.now.day(in: .shanghai), reading)
        let name = ResourcePhrase.exportList.text[visit.language]
        let titles = Heading.allCases.map { $0.text[visit.language] }
        if asCSV {
            var writer = CSVWriter(header: titles)
            for row in rows { writer.append(cells(row, vocabulary, visit.language)) }
            return .file(writer.bytes, type: "text/csv; charset=utf-8", name: name + ".csv")
        }
        let book = try Workbook(sheet: name, columns: titles.map { SheetColumn($0) }, made: visit.now)
        for row in rows { try book.append(cells(row, vocabulary, visit.language)) }
        return .workbook(try book.finish(), name: name)
    }

    private static func cells(_ row: ResourceRow, _ vocabulary: Vocabulary, _ language: Language) -> [Cell] {
        let resource = row.resource, content = resource.content
        let comma = language == .chinese ? "、" : ", "
        let names = [
            content.name, vocabulary.name(.resourceKind, content.kind)[language], content.ownerName,
            vocabulary.name(.ownerKind, content.ownerKind)[language],
            vocabulary.name(.layer, content.layer)[language],
            vocabulary.name(.stage, content.stage)[language], resource.placeName, resource.reachName,
            content.classes.map { vocabulary.className($0)[language] }.joined(separator: comma),
            content.groups.map { vocabulary.name(.group, $0)[language] }.joined(separator: comma),
            content.hours,
            content.conditions, content.charge.title[language], content.unit, content.period.title[language],
        ]
        let capacity = resource.capacity.map(Cell.integer) ?? .blank
        let left = row.left.map(Cell.integer) ?? .blank
        let verified = resource.verified
        return [.integer(resource.number)] + names.map(Cell.text) + [
            capacity, left, .integer(row.count.asked), .integer(row.count.promised),
            .integer(row.count.delivered),
            verified.map { .text($0.at.day(in: .shanghai).description) } ?? .blank,
            verified.map { .text($0.by) } ?? .blank, verified.map { .text($0.how.title[language]) } ?? .blank,
        ]
    }
}
