import Actions
import Storage
import Values
import Web

/// The grid in which somebody lives, and who keeps it.
struct OwnGrid: Codable, Sendable {
    let code: String
    let name: String
    let english: String
    let area: String
    let areaEnglish: String
    /// Grid leaders by the name they go by; that name is public.
    let leaders: [String]

    /// Nil for who lives in no grid.
    init?(of home: PlacePath, in community: Identifier, _ reading: any Reading) throws {
        let line = try PlaceStore.line(to: home, reading)
        guard let grid = line.last(where: { $0.kind == .grid }) else { return nil }
        let area = line.last { $0.kind == .area }
        (code, name, english) = (grid.code, grid.name, grid.english)
        (self.area, areaEnglish) = (area?.name ?? "", area?.english ?? "")
        leaders = try GrantStore.keepers(in: community, reading)
            .filter { $0.place == grid.id && $0.role == .gridLeader }.map(\.name)
    }

    /// How one's own page says it.
    func view(_ scene: Scene) -> HTML {
        let isEnglish = scene.language == .english
        let place =
            isEnglish && !english.isEmpty
            ? [areaEnglish, english].filter { !$0.isEmpty }.joined(separator: ", ") : area + name
        let names = leaders.joined(separator: isEnglish ? ", " : "、")
        let said = leaders.isEmpty ? GridsPhrase.ownNoLeader : .ownLeader(names)
        return Look.section(
            scene(GridsPhrase.ownGrid), hang: true,
            """
            <p><b>\(place)</b> \(scene(said))</p>
            <p>\(Look.link(scene(GridsPhrase.seeOnMap), scene.link("/map")))</p>
            """)
    }
}
