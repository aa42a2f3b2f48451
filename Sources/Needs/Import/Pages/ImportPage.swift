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
        let faulty: [ImportRow]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(ImportRights.use, on: visit.locality.path)
        guard let id = Identifier(try visit.parameter("batch")) else { throw ImportRefusal.noSuchBatch }
        let (community, top) = (visit.community, visit.locality.path)
        guard let batch = try ImportStore.batch(id, in: community, top, reading) else {
            throw ImportRefusal.noSuchBatch
        }
        if batch.kind == .people { try visit.require(RegisterRights.change, on: batch) }
        guard let key = try reading.key(of: id, in: community, visit.house.keys) else {
            return Model(batch: batch, sample: [], faulty: [])
        }
        return Model(
            batch: batch,
            sample: try ImportStore.rows(of: id, after: 0, limit: 5, key, in: community, reading),
            faulty: try ImportStore.rows(
                of: id, after: 0, limit: 100, faultyOnly: true, key, in: community, reading))
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
        case .staged: batch.mayBeAdopted ? 3 : 2
        case .bringing: 4
        case .adopted, .discarded: 5
        }
    }

    private func body(_ model: Model, _ scene: Scene) -> HTML {
        let batch = model.batch
        switch batch.state {
        case .staging:
            return going(ImportPhrase.reading, batch.staged, batch, scene)
        case .bringing:
            return going(ImportPhrase.bringing, batch.brought, batch, scene)
        case .adopted:
            let list: Link = batch.kind == .needs ? "/needs?view=all" : "/resources"
            return Look.fineNews(
                scene(ImportPhrase.adopted(batch.fresh, batch.known)),
                Look.acts(Look.button(scene(ImportPhrase.see), scene.link(list), .line)))
        case .discarded:
            return Look.empty(
                scene(ImportPhrase.discarded),
                Look.acts(Look.button(scene(ImportPhrase.again), scene.link("/import"), .line)))
        case .staged:
            return
                """
                \(verdict(batch, scene))\(columns(model, scene))\(faults(model, scene))\(sample(model, scene))
                """
        }
    }

    /// A long work: how far it is, and that one may leave.
    private func going(_ what: ImportPhrase, _ done: Int, _ batch: ImportBatch, _ scene: Scene) -> HTML {
        """
        \(Look.progress(scene(what), done, of: batch.state == .bringing ? batch.fresh : batch.rows))
        \(Look.note("\(scene(ImportPhrase.leave))"))
        \(Look.acts(Look.button(scene(ImportPhrase.look), scene.link("/import/\(batch.id)"), .line)))
        """
    }

    private func verdict(_ batch: ImportBatch, _ scene: Scene) -> HTML {
        let counts = Look.note(
            "\(scene(ImportPhrase.counts(batch.rows, batch.fresh, batch.known, batch.faults)))")
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

    private func faults(_ model: Model, _ scene: Scene) -> HTML {
        guard !model.faulty.isEmpty else { return .empty }
        let batch = model.batch
        let rows = model.faulty.map { row in
            TableRow([
                "\(row.line)", "\(row.faults.map { batch.name($0, scene.language) }.joined(separator: "　"))",
                "\(row.shown(batch))",
            ])
        }
        return Look.section(
            scene(ImportPhrase.faulty),
            note: "\(scene(ImportPhrase.faultyHint(model.faulty.count, batch.faults)))",
            Look.table(
                Table(
                    scene(ImportPhrase.faulty),
                    [
                        Column(scene(ImportPhrase.line), .number), Column(scene(ImportPhrase.fault), .main),
                        Column(scene(ImportPhrase.content)),
                    ], rows), in: scene.language))
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

extension ImportBatch {
    /// A fault in words, with the heading as it stands in the file.
    func name(_ fault: RowFault, _ language: Language) -> String {
        let wanted = kind.columns.first { $0.key == fault.column }?.name[language] ?? fault.column
        let heading = columns[fault.column].flatMap { header.indices.contains($0) ? header[$0] : nil }
        let label = heading ?? wanted
        return language == .chinese
            ? "“\(label)”\(fault.why.text.chinese)" : "“\(label)” \(fault.why.text.english)"
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
