import Actions
import People
import Sheets
import Values
import Web

/// What stands between a look and the adoption: rows to be mended here or in a file, what changes whom,
/// and which homes are new.
struct ImportMending {
    let model: ImportPage.Model
    let scene: Scene

    private var batch: ImportBatch { model.batch }
    private var language: Language { scene.language }

    var whole: HTML { "\(faulty)\(changes)\(homes)" }

    // MARK: Rows with faults

    private var faulty: HTML {
        guard !model.faulty.isEmpty else { return .empty }
        let rows = model.faulty.map { (row: $0, fields: fields($0)) }
        let body: HTML = """
            \(rows, each: { row in
                Look.section(
                    scene(ImportPhrase.lineOf(row.row.line)), note: "\(row.row.shown(batch))", hang: true,
                    Look.fields(row.fields, in: language))
            })
            \(Look.acts(Look.send(scene(ImportPhrase.mend))))
            """
        return """
            \(Look.section(
                scene(ImportPhrase.faulty),
                note: "\(scene(ImportPhrase.faultyHint(model.faulty.count, batch.faults)))",
                Look.form(
                    scene.link("/import/\(batch.id)/rows"), frame: scene.frame, rid: scene.rid, body)))
            \(Look.section(
                scene(ImportPhrase.mendedFile), note: "\(scene(ImportPhrase.mendedFileHint))", hang: true,
                scene.form(
                    "/import/\(batch.id)/mended", files: true, [
                        Field(
                            "file", scene(ImportPhrase.file),
                            .file(accept: ".xlsx,.csv", megabytes: 20, several: false)
                        ).fault(scene.fault("file"))
                    ], send: ImportPhrase.sendMended, weight: .line)))
            """
    }

    /// Each faulty cell as a field with its fault; what was typed last is what lies there.
    private func fields(_ row: ImportRow) -> [Field] {
        let cells = NamedCells(batch.columns, row.cells)
        var columns: [String] = []
        for fault in row.faults where !columns.contains(fault.column) { columns.append(fault.column) }
        return columns.map { column in
            let why = row.faults.filter { $0.column == column }.map { $0.why.text[language] }
            return Field(MendedField(row.row, column).name, batch.label(column, language))
                .value(cells[column] ?? "").fault(why.joined(separator: language == .chinese ? "，" : ", "))
                .limit(MendedField.longest)
        } + [Field(MendedField(row.row, nil).name, scene(ImportPhrase.leaveOut), .tick)]
    }

    // MARK: Who changes

    private var changes: HTML {
        guard !model.changing.isEmpty else { return .empty }
        let rows = model.changing.map { row in
            let cells = NamedCells(batch.columns, row.cells)
            let name = cells["name"] ?? "", person = row.person
            return TableRow([
                "\(row.line)",
                person.map { Look.link(name, scene.link("/register/people/\($0)")) } ?? "\(name)",
                "\(row.changes.map { change($0, cells) }, each: { "<p>\($0)</p>" })",
            ])
        }
        return Look.section(
            scene(ImportPhrase.changes(batch.changed)), note: "\(scene(ImportPhrase.changesHint))",
            Look.table(
                Table(
                    scene(ImportPhrase.changes(batch.changed)),
                    [
                        Column(scene(ImportPhrase.line), .number), Column(scene(ImportPhrase.who), .main),
                        Column(scene(ImportPhrase.whatChanges)),
                    ], rows), in: language))
    }

    private func change(_ difference: RegisterDifference, _ cells: NamedCells) -> String {
        let before = difference.before[language]
        return scene(
            ImportPhrase.change(
                batch.label(difference.part.rawValue, language),
                before.isEmpty ? scene(ImportPhrase.nothingYet) : before,
                cells[difference.part.rawValue] ?? ""))
    }

    // MARK: Homes that are new

    private var homes: HTML {
        guard batch.homes > 0 else { return .empty }
        let names = model.homes.compactMap { NamedCells(batch.columns, $0.cells)["place"] }
        var seen: Set<String> = []
        let rows = names.filter { seen.insert($0).inserted }.map { ListRow("\($0)") }
        return Look.section(
            scene(ImportPhrase.homes(batch.homes)), note: "\(scene(ImportPhrase.homesHint))",
            Look.rows(rows))
    }
}

/// The name of a field in which a cell is mended: `r12-born`, or `r12-leave` for leaving the row out.
struct MendedField {
    static let longest = 500

    let row: Int
    /// Nil leaves the row out.
    let column: String?

    init(_ row: Int, _ column: String?) {
        self.row = row
        self.column = column
    }

    init?(name: String, _ kind: ImportKind) {
        let parts = name.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, parts[0].first == "r", let row = Int(parts[0].dropFirst()) else { return nil }
        let column = String(parts[1])
        guard column == "leave" || kind.columns.contains(where: { $0.key == column }) else { return nil }
        self.init(row, column == "leave" ? nil : column)
    }

    var name: String { "r\(row)-\(column ?? "leave")" }
}

extension ImportBatch {
    /// A fault in words, with the heading as it stands in the file.
    func name(_ fault: RowFault, _ language: Language) -> String {
        let label = label(fault.column, language)
        return language == .chinese
            ? "“\(label)”\(fault.why.text.chinese)" : "“\(label)” \(fault.why.text.english)"
    }
}

extension ImportBatch {
    /// What a column is called in the file, or else by us.
    func label(_ column: String, _ language: Language) -> String {
        let wanted = kind.columns.first { $0.key == column }?.name[language] ?? column
        return columns[column].flatMap { header.indices.contains($0) ? header[$0] : nil } ?? wanted
    }
}

extension ImportRow {
    /// The beginning of what stands in the row.
    func shown(_ batch: ImportBatch) -> String {
        let text = cells.filter { !$0.isEmpty }.prefix(4).joined(separator: "　")
        let scalars = text.unicodeScalars
        return scalars.count > 60 ? String(String.UnicodeScalarView(scalars.prefix(60))) + "…" : text
    }
}
