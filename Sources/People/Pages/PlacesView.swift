import Actions
import Values
import Web

/// How the page of a place looks.
struct PlacesView {
    let model: PlacesPage.Model
    let scene: Scene

    var whole: HTML {
        let place = model.place
        return """
            \(Look.crumb(model.above.map { NavItem(title: $0.name, link: .kept($0.link)) }, place.name,
                in: scene.language))
            \(Look.head(place.name,
                note: HTML(text: scene(StaffPhrase.placeNote(place.kind.title[scene.language], place.code)))))
            \(scene.faults(adding + renaming + moving))
            \(Look.facts(counted(place).map { kind in
                (kind.title[scene.language], "\(place.figures[kind.figure] ?? 0)" as HTML)
            }))
            \(Look.section(scene(StaffPhrase.below), below))
            \(if: model.mayChange, changes)
            """
    }

    /// The kinds that are counted below this kind.
    private func counted(_ node: PlacesPage.Node) -> [PlaceKind] {
        PlacesPage.figureKinds.filter { $0 > node.kind && (node.figures[$0.figure] ?? 0) > 0 }
    }

    private var below: HTML {
        if model.below.isEmpty { return Look.empty(scene(StaffPhrase.noPlaces)) }
        let kinds = PlacesPage.figureKinds.filter { kind in
            model.below.contains { ($0.figures[kind.figure] ?? 0) > 0 }
        }
        let columns =
            [
                Column(scene(StaffPhrase.nameHere), .main), Column(scene(StaffPhrase.kind), named: true),
                Column(scene(StaffPhrase.code), named: true),
            ] + kinds.map { Column($0.title[scene.language], .number) }
        let rows = model.below.map { node -> TableRow in
            let figures = kinds.map { "\(node.figures[$0.figure] ?? 0)" as HTML }
            let kind = HTML(text: node.kind.title[scene.language]), code = HTML(text: node.code)
            return TableRow([Look.link(node.name, .kept(node.link)), kind, code] + figures)
        }
        return Look.table(Table(scene(StaffPhrase.below), columns, rows), in: scene.language)
    }

    private var adding: [Field] {
        let kinds = PlaceKind.allCases.filter { $0 > model.place.kind && !$0.holdsRows }
        return [
            scene.field(
                "kind", StaffPhrase.kind,
                .select(kinds.map { Choice($0.rawValue, $0.title[scene.language]) })),
            scene.field("names", StaffPhrase.names, .area(rows: 4, draft: nil)).hint(
                scene(StaffPhrase.namesHint)),
        ]
    }

    private var renaming: [Field] {
        let name = scene.field("name", StaffPhrase.nameHere).limit(60)
        return [
            scene.fields["name"] == nil ? name.value(model.place.name) : name,
            scene.field("english", StaffPhrase.english).limit(80).mayBeEmpty(),
        ]
    }

    private var moving: [Field] { [scene.field("parent", StaffPhrase.newParent)] }

    private var changes: HTML {
        let id = model.place.id
        let add: HTML? =
            model.place.kind == .household
            ? nil
            : Look.section(
                scene(StaffPhrase.addPlaces), note: HTML(text: scene(StaffPhrase.addLead)), hang: true,
                scene.form("/places/\(id)", adding, send: StaffPhrase.addPlaces, .line))
        return """
            \(add)
            \(Look.section(scene(StaffPhrase.rename), hang: true,
                scene.form("/places/\(id)/name", renaming, send: StaffPhrase.keep, .line)))
            \(if: !model.isRoot, Look.section(
                scene(StaffPhrase.move), note: HTML(text: scene(StaffPhrase.moveLead)), hang: true,
                scene.form("/places/\(id)/move", moving, send: StaffPhrase.move, .line)))
            \(if: !model.isRoot, Look.section(
                scene(StaffPhrase.close), note: HTML(text: scene(StaffPhrase.closeLead)), hang: true,
                scene.form("/places/\(id)/close", [], send: StaffPhrase.close, .line)))
            """
    }
}
