import Actions
import People
import Sheets
import Values
import Web

/// The addresses of imports.
enum ImportRoutes {
    static let all: [Route] =
        [
            list, open, template("needs"), template("resources"), template("people"), page, match, adopt,
            discard, mend, mendedFile, undo,
        ]
        + [faults(.xlsx), faults(.csv)]

    private static let list = Route.page(
        "/import", ImportRights.use, Text("导入：选文件，看以前的", "Imports: choose a file, see earlier ones"),
        ImportListPage())

    private static let open = Route.verb(
        .post, "/import", ImportRights.use, Text("读一个表格文件", "Read a table file"),
        fields: [
            .choice("kind", Text("要导入什么", "What it holds"), of: ImportKind.self, required: true),
            Input("file", Text("表格文件", "Table file"), .file(20 << 20), required: true),
        ], answers: Identifier.self, shows: ImportListPage(), largestBody: 21 << 20
    ) { visit, fields in
        var reader = FormReader(fields)
        let kind = reader.choice("kind", of: ImportKind.self)
        try reader.finish()
        guard let file = fields.file("file"), let kind else { throw ImportRefusal.noFile }
        let run = run(visit)
        let opened = try await run.open(kind, fileName: file.name, file.bytes)
        try await going(opened.rows > 1000, opened.batch, visit) { try await run.lay(opened) }
        return .made(opened.batch, see: "/import/\(opened.batch)")
    }

    /// A long work goes on after the answer, and one may leave the page; an adoption or an undo that a stop
    /// of the program interrupts is taken up by the job. A short one is done when the answer comes.
    private static func going(
        _ isLong: Bool, _ batch: Identifier, _ visit: Visit,
        _ work: @escaping @Sendable () async throws -> Void
    ) async throws {
        guard isLong else { return try await work() }
        let log = visit.house.log
        Task {
            do { try await work() } catch { log.warning("import \(batch) stopped: \(type(of: error))") }
        }
    }

    private static let mend = Route.verb(
        .post, "/import/{batch}/rows", ImportRights.use,
        Text("在页面上改不对的行：r行号-列，r行号-leave不要这一行", "Mend rows: r1-column, r1-leave to leave one out"),
        shows: ImportPage()
    ) { visit, fields in
        let id = try batch(visit), run = run(visit)
        let kind = try await run.batch(id).kind
        var typed: [Int: [String: String]] = [:], leaving: Set<Int> = []
        for (name, values) in fields.values {
            guard let field = MendedField(name: name, kind), let text = values.first else { continue }
            guard let column = field.column else {
                leaving.insert(field.row)
                continue
            }
            let kept = text.unicodeScalars.prefix(MendedField.longest)
            typed[field.row, default: [:]][column] = String(String.UnicodeScalarView(kept))
        }
        guard typed.count + leaving.count <= ImportRun.chunk else { throw ImportRefusal.tooManyRows }
        try await run.mend(id, typed: typed, leaving: leaving)
        return .done(see: "/import/\(id)")
    }

    private static let mendedFile = Route.verb(
        .post, "/import/{batch}/mended", ImportRights.use, Text("传回改好的行", "Send mended rows back"),
        fields: [Input("file", Text("表格文件", "Table file"), .file(20 << 20), required: true)],
        shows: ImportPage(), largestBody: 21 << 20
    ) { visit, fields in
        guard let file = fields.file("file") else { throw ImportRefusal.noFile }
        let id = try batch(visit)
        try await run(visit).mend(id, from: file.bytes)
        return .done(see: "/import/\(id)")
    }

    private static let undo = Route.verb(
        .post, "/import/{batch}/undo", ImportRights.use, Text("撤回一次导入", "Undo an import"),
        shows: ImportPage()
    ) { visit, _ in
        let id = try batch(visit), run = run(visit)
        let found = try await run.batch(id)
        guard found.mayBeUndone(at: visit.now) else { throw ImportRefusal.notUndoable }
        try await going(found.fresh + found.changed > 200, id, visit) { try await run.undo(id) }
        return .done(see: "/import/\(id)")
    }

    private static func template(_ kind: String) -> Route {
        .raw(
            .get, Pattern.template(kind), ImportRights.use, Text("空白表格", "An empty table"),
            checksOrigin: false
        ) { visit in
            guard let kind = ImportKind(rawValue: kind) else { throw GroundRefusal.notFound }
            let columns = kind.columns.map { SheetColumn($0.name[visit.language]) }
            let book = try Workbook(sheet: kind.title[visit.language], columns: columns, made: visit.now)
            return .workbook(try book.finish(), name: kind.title[visit.language])
        }
    }

    /// Patterns are literals of their own, one for each kind.
    private enum Pattern {
        static func template(_ kind: String) -> String { "/import/templates/\(kind).xlsx" }
    }

    private static let page = Route.page(
        "/import/{batch}", ImportRights.use, Text("一次导入", "One import"), ImportPage())

    private static let match = Route.verb(
        .post, "/import/{batch}/columns", ImportRights.use, Text("对上列", "Match the columns"),
        fields: Set(ImportKind.allCases.flatMap { $0.columns.map(\.key) }).sorted().map {
            Input($0, Text("第几列，从0起", "Which column, from 0"), .number(0...255))
        }, shows: ImportPage()
    ) { visit, fields in
        let id = try batch(visit)
        let run = run(visit)
        var reader = FormReader(fields)
        var columns: [String: Int] = [:]
        for column in try await run.batch(id).kind.columns {
            guard let number = reader.number(column.key, 0...255, required: column.isRequired) else {
                continue
            }
            if columns.values.contains(Int(number)) { reader.refuse(column.key, ImportPhrase.twice) }
            columns[column.key] = Int(number)
        }
        try reader.finish()
        try await run.match(id, columns)
        return .done(see: "/import/\(id)")
    }

    private static let adopt = Route.verb(
        .post, "/import/{batch}/adoption", ImportRights.use, Text("都放进来", "Take it all in"),
        shows: ImportPage()
    ) { visit, _ in
        let id = try batch(visit)
        let run = run(visit)
        let found = try await run.batch(id)
        guard found.state == .bringing || found.mayBeAdopted else {
            throw found.state == .staged
                ? (found.isChecked ? ImportRefusal.hasFaults : .notChecked) : ImportRefusal.notOpen
        }
        try await going(found.rows > 200, id, visit) { try await run.adopt(id) }
        return .done(see: "/import/\(id)")
    }

    private static let discard = Route.verb(
        .post, "/import/{batch}/removal", ImportRights.use, Text("不要这次导入", "Give this import up"),
        shows: ImportPage()
    ) { visit, _ in
        let id = try batch(visit)
        try await run(visit).discard(id)
        return .done(see: "/import/\(id)")
    }

    private static func faults(_ format: ListFormat) -> Route {
        .raw(
            .get, "/import/{batch}/faults.\(format.rawValue)", ImportRights.use,
            Text("有错的行", "The rows with faults"), checksOrigin: false
        ) { visit in
            let (id, run) = (try batch(visit), run(visit))
            let found = try await run.batch(id)
            try visit.require(ImportRights.use, on: found)
            if found.kind == .people { try visit.require(RegisterRights.change, on: found) }
            let shown = found.header.indices.filter { !found.header[$0].isEmpty }
            let rows = try await run.faults(id).map { row in
                let why = row.faults.map { found.name($0, visit.language) }.joined(separator: "；")
                return [Cell.integer(Int64(row.line)), .text(why)]
                    + shown.map { .text(row.cells.indices.contains($0) ? row.cells[$0] : "") }
            }
            let head =
                [ImportPhrase.line(visit.language), ImportPhrase.fault(visit.language)]
                + shown.map { found.header[$0] }
            return try format.reply(
                ImportPhrase.faulty(visit.language), head.map { SheetColumn($0) }, rows,
                at: visit.now)
        }
    }

    private static func run(_ visit: Visit) -> ImportRun {
        ImportRun(visit.house.steward, by: visit.actor, in: visit.community)
    }

    private static func batch(_ visit: Visit) throws -> Identifier {
        guard let id = Identifier(try visit.parameter("batch")) else { throw ImportRefusal.noSuchBatch }
        return id
    }

    /// Takes up what was going on when the program stopped, and forgets how what is old could be undone.
    static let jobs: [Job] = [
        Job(name: "import.resume", every: .minutes(5)) { house in
            let waiting = try await house.database.read { reading in
                try ImportStore.interrupted(reading) + RegisterArrivals.unfinished(reading)
            }
            for (community, batch) in waiting {
                try await ImportRun(house.steward, by: .house, in: community).resume(batch)
            }
        },
        Job(name: "import.forget", every: .hours(6)) { house in
            let before = house.clock.now.day(in: .shanghai).adding(days: -BeginUndo.days - 1)
            let old = try await house.database.read {
                try ImportStore.undoable(before: before.start(in: .shanghai), $0)
            }
            for (community, batch) in old {
                try await ImportRun(house.steward, by: .house, in: community).forget(batch)
            }
        },
    ]
}
