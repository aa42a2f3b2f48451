import Actions
import People
import Sheets
import Storage
import Values
import Web

/// One import: which column is what, what a look through the rows found, and whether to take it in.
struct ImportPage: Page {
    struct Model: Codable, Sendable {
        let batch: ImportBatch
        /// The first rows as they lie there.
        let sample: [ImportRow]
        /// The first rows with faults, to be mended here.
        let faulty: [ImportRow]
        /// The first rows that change what is written of somebody.
        let changing: [ImportRow]
        /// The first addresses that are in no tree yet.
        let homes: [ImportRow]
        let left: [LeftRow]
        let mayBeUndone: Bool
    }

    /// Rows that can be mended on one screen.
    static let most = 20

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(ImportRights.use, on: visit.locality.path)
        guard let id = Identifier(try visit.parameter("batch")) else { throw ImportRefusal.noSuchBatch }
        let (community, top) = (visit.community, visit.locality.path)
        guard let batch = try ImportStore.batch(id, in: community, top, reading) else {
            throw ImportRefusal.noSuchBatch
        }
        if batch.kind == .people { try visit.require(RegisterRights.change, on: batch) }
        func rows(_ wanted: ImportStore.Wanted, _ limit: Int) throws -> [ImportRow] {
            guard let key = try reading.key(of: id, in: community, visit.house.keys), batch.state == .staged
            else { return [] }
            return try ImportStore.rows(wanted, of: id, limit: limit, key, in: community, reading)
        }
        return Model(
            batch: batch, sample: try rows(.all, 5), faulty: try rows(.faulty, Self.most),
            changing: try rows(.changing, 50), homes: try rows(.makingHomes, 20),
            left: try ImportStore.leftRows(of: id, limit: 100, in: community, reading),
            mayBeUndone: batch.mayBeUndone(at: visit.now))
    }

    func title(_ model: Model, _ scene: Scene) -> String { model.batch.fileName }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        let batch = model.batch
        return """
            \(Look.crumb([NavItem(title: scene(ImportPhrase.title), link: scene.link("/import"))],
                batch.fileName,
                in: scene.language))
            \(Look.dayline(batch.fileName, [batch.stamp(scene), Look.note(
                "\(batch.kind.title[scene.language])　\(batch.madeByName)　\(scene.moment(batch.made))")]))
            \(scene.loose())\(Look.stepline(steps(scene), now: step(batch), in: scene.language))
            \(body(model, scene))
            """
    }

    private func steps(_ scene: Scene) -> [String] {
        [ImportPhrase.stepFile, .stepColumns, .stepLook, .stepIn].map { scene($0) }
    }

    private func step(_ batch: ImportBatch) -> Int {
        switch batch.state {
        case .staging: 1
        case .staged: batch.isMatched ? 3 : 2
        case .bringing, .changing: 4
        case .adopted, .discarded, .undoing, .undone: 5
        }
    }

    private func body(_ model: Model, _ scene: Scene) -> HTML {
        let batch = model.batch
        switch batch.state {
        case .staging: return going(ImportPhrase.reading, batch.staged, of: batch.rows, batch, scene)
        case .bringing: return going(ImportPhrase.bringing, batch.brought, of: batch.fresh, batch, scene)
        case .changing:
            return going(
                ImportPhrase.changing, batch.brought - batch.fresh, of: batch.changed, batch, scene)
        case .undoing:
            return going(
                ImportPhrase.undoing, batch.undone, of: batch.fresh + batch.changed, batch, scene)
        case .adopted: return adopted(model, scene)
        case .undone:
            return
                """
                \(Look.fineNews(scene(ImportPhrase.undone(batch.undone)), again(scene)))\(left(model, scene))
                """
        case .discarded: return Look.empty(scene(ImportPhrase.discarded), again(scene))
        case .staged where batch.isMatched && !batch.isChecked:
            return going(ImportPhrase.looking, batch.checked, of: batch.rows, batch, scene)
        case .staged:
            return
                """
                \(verdict(batch, scene))\(ImportMending(model: model, scene: scene).whole)\
                \(columns(model, scene))\(sample(model, scene))
                """
        }
    }

    private func again(_ scene: Scene) -> HTML {
        Look.acts(Look.button(scene(ImportPhrase.again), scene.link("/import"), .line))
    }

    private func adopted(_ model: Model, _ scene: Scene) -> HTML {
        let batch = model.batch
        let list: Link =
            switch batch.kind {
            case .needs: "/needs?view=all"
            case .resources: "/resources"
            case .people: "/register"
            }
        let see = Look.acts(Look.button(scene(ImportPhrase.see), scene.link(list), .line))
        return """
            \(Look.fineNews(
                scene(ImportPhrase.adopted(batch.fresh, batch.changed - batch.leftAlone, batch.known)), see))
            \(left(model, scene))
            \(if: model.mayBeUndone, Look.section(
                scene(ImportPhrase.undoTitle), note: "\(scene(ImportPhrase.undoHint(BeginUndo.days)))",
                hang: true, Look.acts(scene.act(ImportPhrase.undo, "/import/\(batch.id)/undo", .line))))
            """
    }

    /// Rows without effect, or whose effect stays, each with why.
    private func left(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.left.isEmpty else { return .empty }
        let rows = model.left.map { row in
            let line = scene(ImportPhrase.lineOf(row.line))
            let shown = row.person.map { Look.link(line, scene.link("/register/people/\($0)")) }
            return ListRow(
                shown ?? "\(line)", when: scene.language == .chinese ? row.chinese : row.english)
        }
        let count = model.batch.leftAlone
        let title: ImportPhrase = model.batch.state == .undone ? .keptRows(count) : .leftRows(count)
        return Look.section(scene(title), Look.rows(rows))
    }

    /// A long work: how far it is, and that one may leave.
    private func going(
        _ what: ImportPhrase, _ done: Int, of all: Int, _ batch: ImportBatch, _ scene: Scene
    ) -> HTML {
        let discard = scene.act(ImportPhrase.discard, "/import/\(batch.id)/removal", .line)
        return """
            \(Look.progress(scene(what), done, of: all))
            \(Look.note("\(scene(ImportPhrase.leave))"))
            \(Look.acts(
                Look.button(scene(ImportPhrase.look), scene.link("/import/\(batch.id)"), .line),
                batch.state == .staging || batch.state == .staged ? discard : .empty))
            """
    }

    private func verdict(_ batch: ImportBatch, _ scene: Scene) -> HTML {
        let counts = Look.note("\(scene(ImportPhrase.counts(batch)))")
        let discard = scene.act(ImportPhrase.discard, "/import/\(batch.id)/removal", .line)
        guard batch.isChecked else {
            return "\(counts)\(Look.note("\(scene(ImportPhrase.matchFirst))"))\(Look.acts(discard))"
        }
        if batch.mayBeAdopted {
            return Look.ask(
                scene(ImportPhrase.ready),
                """
                \(counts)\(Look.note("\(scene(ImportPhrase.readyHint))"))
                \(Look.acts(scene.act(ImportPhrase.adopt, "/import/\(batch.id)/adoption", .main), discard))
                """)
        }
        return Look.ask(
            scene(ImportPhrase.notReady(batch.faults)),
            """
            \(counts)\(Look.note("\(scene(ImportPhrase.allOrNothing))"))
            \(Look.acts(
                Look.button(scene(ImportPhrase.faultsXLSX), scene.link("/import/\(batch.id)/faults.xlsx"),
                .line),
                Look.button("CSV", scene.link("/import/\(batch.id)/faults.csv"), .line), discard))
            """)
    }

    // MARK: Columns and rows

    private func columns(_ model: Model, _ scene: Scene) -> HTML {
        let batch = model.batch
        let headings =
            [Choice("", scene(ImportPhrase.noColumn))]
            + batch.header.enumerated().map {
                Choice("\($0.offset)", $0.element.isEmpty ? "\($0.offset + 1)" : $0.element)
            }
        let fields = batch.kind.columns.map { column in
            let label = column.name[scene.language]
            let field = Field(
                column.key, column.isRequired ? scene(ImportPhrase.needed(label)) : label, .select(headings))
            return field.value(scene.fields[column.key] ?? batch.columns[column.key].map { "\($0)" })
                .fault(scene.fault(column.key))
        }
        return Look.section(
            scene(ImportPhrase.columns), note: "\(scene(ImportPhrase.columnsHint))",
            scene.form("/import/\(batch.id)/columns", fields, send: ImportPhrase.match, weight: .line))
    }

    private func sample(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.sample.isEmpty else { return .empty }
        let shown = model.batch.kind.columns.filter { model.batch.columns[$0.key] != nil }
        let rows = model.sample.map { row in
            let cells = NamedCells(model.batch.columns, row.cells)
            return TableRow(["\(row.line)"] + shown.map { "\(cells[$0.key] ?? "")" })
        }
        return Look.section(
            scene(ImportPhrase.sample),
            Look.table(
                Table(
                    scene(ImportPhrase.sample),
                    [Column(scene(ImportPhrase.line), .number)]
                        + shown.map { Column($0.name[scene.language]) }, rows,
                    shape: .tight), in: scene.language))
    }
}
