import Actions
import Storage
import Values
import Web

/// The place map: the same for everybody, with loads for those who count and keepers for those who work here.
struct MapPage: Page {
    static let query: [Input] = [.choice("load", GridsPhrase.load.text, of: LoadKind.self)]

    /// A guest sees buildings and grids, and nothing of it is their own.
    var isTheSameForGuests: Bool { true }

    func load(_ visit: Visit, _ reading: any Reading) throws -> MapModel {
        try visit.require(GridsRights.map, on: visit.locality.path)
        return try MapModel(visit, reading, load: visit.value("load").flatMap(LoadKind.init))
    }

    func title(_ model: MapModel, _ scene: Scene) -> String { scene(GridsPhrase.map) }

    func view(_ model: MapModel, _ scene: Scene) -> HTML { MapView(model: model, scene: scene).whole }
}
