import Actions
import Storage
import Values
import Web

/// Where tables come in: a file to choose, and the imports so far.
struct ImportListPage: Page {
    struct Model: Codable, Sendable {
        let batches: [ImportBatch]
    }

    func load(_ visit: Visit, _ reading: any Reading) throws -> Model {
        try visit.require(ImportRights.use, on: visit.locality.path)
        return Model(batches: try ImportStore.batches(in: visit.community, visit.locality.path, reading))
    }

    func title(_ model: Model, _ scene: Scene) -> String { scene(ImportPhrase.title) }

    func view(_ model: Model, _ scene: Scene) -> HTML { flow(parts(model, scene)) }

    private func parts(_ model: Model, _ scene: Scene) -> HTML {
        """
        \(Look.head(scene(ImportPhrase.title), note: "\(scene(ImportPhrase.intro))"))
        \(scene.loose(["file", "kind"]))\(Look.faults(fields(scene), in: scene.language))
        \(Look.columns(.main, [
            scene.form("/import", files: true, fields(scene), send: ImportPhrase.send, weight: .main),
            templates(scene),
        ]))
        \(Look.section(scene(ImportPhrase.before), model.batches.isEmpty
            ? Look.empty(scene(ImportPhrase.noneYet)) : Look.table(table(model, scene), in: scene.language)))
        """
    }

    private func fields(_ scene: Scene) -> [Field] {
        [
            Field(
                "kind", scene(ImportPhrase.kind),
                .one(
                    ImportKind.allCases.map { Choice($0.rawValue, $0.title[scene.language]) })
            )
            .value(scene.fields["kind"] ?? ImportKind.needs.rawValue).fault(scene.fault("kind")),
            Field(
                "file", scene(ImportPhrase.file), .file(accept: ".xlsx,.csv", megabytes: 20, several: false)
            )
            .hint(scene(ImportPhrase.fileHint(ImportRun.mostRows))).fault(faults("file", scene)),
        ]
    }

    /// Every fault of the file in one breath: it may have several.
    private func faults(_ field: String, _ scene: Scene) -> String? {
        let all = scene.refusals.filter { $0.field == field }.map { $0.text[scene.language] }
        return all.isEmpty ? nil : all.joined(separator: scene.language == .chinese ? "；" : "; ")
    }

    private func templates(_ scene: Scene) -> HTML {
        Look.section(
            scene(ImportPhrase.templates),
            Look.rows(
                ImportKind.allCases.map { kind in
                    ListRow(
                        Look.link(
                            scene(ImportPhrase.template(kind.title)),
                            scene.link("/import/templates/\(kind.rawValue).xlsx")),
                        when: kind.columns.map { $0.name[scene.language] }.joined(separator: "　"))
                }))
    }

    private func table(_ model: Model, _ scene: Scene) -> Table {
        Table(
            scene(ImportPhrase.before),
            [
                Column(scene(ImportPhrase.file), .main), Column(scene(ImportPhrase.kind)),
                Column(scene(ImportPhrase.rows), .number), Column(scene(ImportPhrase.state)),
                Column(scene(ImportPhrase.who)), Column(scene(ImportPhrase.when)),
            ],
            model.batches.map { batch in
                TableRow([
                    Look.link(batch.fileName, scene.link("/import/\(batch.id)")),
                    "\(batch.kind.title[scene.language])",
                    "\(batch.rows)", batch.stamp(scene), "\(batch.madeByName)", "\(scene.moment(batch.made))",
                ])
            })
    }
}

extension ImportBatch {
    func stamp(_ scene: Scene) -> HTML {
        let word = state.title[scene.language]
        return switch state {
        case .adopted, .undone: Look.stamp(word, .done)
        case .staged: Look.stamp(word, .you)
        default: Look.stamp(word)
        }
    }
}
