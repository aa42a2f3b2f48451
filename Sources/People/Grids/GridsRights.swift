public import Actions
import Values

/// Who may do what with the place map, positions, proposals of grids and those who keep the places.
public enum GridsRights {
    public static let map = Right("grids.map", Text("看地图", "See the place map"))
    public static let position = Right("grids.position", Text("定楼栋的位置", "Say where buildings stand"))
    public static let propose = Right("grids.propose", Text("做网格方案", "Propose grids"))
    public static let adopt = Right("grids.adopt", Text("采用网格方案", "Adopt a proposal of grids"))

    public static let table: [RightRow] = [
        RightRow(map, anyone: .place),
        RightRow(position, .roles(.communityWorker, .socialWorker, .stationHead, .administrator)),
        RightRow(
            propose, .roles(.socialWorker, .communityWorker, .supervisor, .stationHead), confidential: true),
        RightRow(adopt, .roles(.stationHead), confidential: true),
    ]
}
