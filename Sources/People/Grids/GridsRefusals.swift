public import Actions
public import Values

/// Every expected no of the map and of grids.
public enum GridsRefusal: String, Refusal, CaseIterable, Codable {
    case notABuilding, samePosition, tooManyPositions, positionsMissing, tooManyBuildings
    case tooManyGrids, fewerThanAreas, moreAreasThanGrids
    case proposalNotFound, isDecided, outdated, noSuchGrid, lastBuilding, isThere, looseHomes
    case dayPast, dayFar, anotherDecided, notAwaited, gridsMoving

    public var name: String {
        let dashed = "\(self)".unicodeScalars.reduce(into: "") { dashed, scalar in
            if ("A"..."Z").contains(scalar) { dashed += "-" }
            dashed += String(scalar).lowercased()
        }
        return "grids.\(dashed)"
    }

    public var status: Int {
        switch self {
        case .proposalNotFound: 404
        case .isDecided, .outdated, .looseHomes, .lastBuilding, .isThere, .anotherDecided, .notAwaited,
            .gridsMoving:
            409
        default: 422
        }
    }

    public var field: String? {
        switch self {
        case .tooManyGrids, .fewerThanAreas: "grids"
        case .moreAreasThanGrids: "areas"
        case .noSuchGrid: "grid"
        case .dayPast, .dayFar: "from"
        default: nil
        }
    }

    public var text: Text {
        switch self {
        case .notABuilding: Text("只有楼栋可以放在地图上。", "Only buildings are put on the map.")
        case .samePosition: Text("有两栋楼在同一个位置，请对一下。", "Two buildings have the same position; please check.")
        case .tooManyPositions: Text("一次最多定2000栋。", "At most 2,000 buildings at a time.")
        case .positionsMissing:
            Text("还有楼栋没有位置。先在地图上放好，再做方案。", "Some buildings have no position yet; put them on the map first.")
        case .tooManyBuildings: Text("一个方案最多1000栋楼。", "A proposal takes at most 1,000 buildings.")
        case .tooManyGrids: Text("网格比楼还多。", "There would be more grids than buildings.")
        case .fewerThanAreas:
            Text("片区不变时，每个片区至少要有一个网格。", "While the areas stay, each needs at least one grid.")
        case .moreAreasThanGrids: Text("片区不能比网格多。", "There cannot be more areas than grids.")
        case .proposalNotFound: Text("没有这个方案。", "There is no such proposal.")
        case .isDecided:
            Text("这个方案已经采用或者放下，不能再改。", "This proposal was adopted or dropped; it stays as it is.")
        case .outdated:
            Text("做方案以后楼栋变过了，请照现在的楼栋重新做一个。", "Buildings have changed since; make a new proposal.")
        case .noSuchGrid: Text("方案里没有这个网格或这栋楼。", "The proposal has no such grid or building.")
        case .lastBuilding: Text("这是网格里最后一栋楼，不能再划走。", "This is the last building of its grid; it stays.")
        case .isThere: Text("它已经在这个网格里。", "It is in that grid already.")
        case .dayPast: Text("这一天已经过去了，请选今天或以后。", "That day is over; choose today or a later one.")
        case .dayFar: Text("最多提前一年定。", "At most a year ahead.")
        case .anotherDecided:
            Text("已经定了另一个方案，还没有生效。先收回那一个。", "Another proposal is decided already; call that one back first.")
        case .notAwaited: Text("这个方案没有在等生效。", "This proposal is not waiting for its day.")
        case .gridsMoving:
            Text("网格正在换，过几分钟再来改楼栋。", "The grids are being redrawn; change buildings in some minutes.")
        case .looseHomes:
            Text(
                "有的门牌直接放在网格下面，请先放进楼栋，再采用。",
                "Some homes stand below a grid without a building; put them into one first.")
        }
    }
}
