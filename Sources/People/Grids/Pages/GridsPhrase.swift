import Values

/// What the map and the proposals of grids say.
enum GridsPhrase: Phrase {
    case map, load, noLoad, emptyMap, unplaced(Int), newsBuildings(Int), newsGrids(Int), newsAreas(Int)
    case mapOf(String), mapWith(String, String), mapNote, press, pressStaff, toTable, buildingIn(
        String, String)
    case buildingWith(String, Int), gridsTitle, headsTitle, grid, area, leader, buildings
    case noLeader, noHead, keptPlace, keptHint, keeper, keepers, assign, assignNote, assignSend
    case notKept, noHelpers, ask, kept
    case ownGrid, ownLeader(String), ownNoLeader, seeOnMap
    case setPositions, positionsLead(Int), bring, bringNote, bringSend, file, noFile, byHand, byHandNote
    case building, east, north, eastOf(String), northOf(String), keepPositions, dragMap, lookAtGrid
    case noSuchBuilding(String), ambiguous(String), twice(String, Int), notMetres

    var text: Text { mapText ?? keeperText ?? positionText }

    private var mapText: Text? {
        switch self {
        case .map: Text("地图", "Map")
        case .load: Text("看什么数", "Which figure")
        case .noLoad: Text("只看网格", "Grids alone")
        case .emptyMap: Text("还没有一栋楼放在地图上。", "No building is on the map yet.")
        case .unplaced(let count):
            Text("还有\(count)栋楼没有放到地图上。", "\(count) buildings are not on the map yet.")
        case .newsBuildings(let count): Text("\(count)栋楼，", "\(count) buildings,")
        case .newsGrids(let count): Text("\(count)个网格，", "\(count) grids,")
        case .newsAreas(let count): Text("\(count)个片区。", "\(count) areas.")
        case .mapOf(let place): Text("\(place)的地图", "Map of \(place)")
        case .mapWith(let place, let kind): Text("\(place)的地图，\(kind)", "Map of \(place), \(kind)")
        case .mapNote: Text("每一条是一栋楼，上面是北。", "Each bar is a building; north is up.")
        case .press: Text("点一栋楼，可以说那里的一件事。", "Press one to say a need there.")
        case .pressStaff: Text("点一栋楼看它。", "Press one to open it.")
        case .toTable: Text("不看图，看下面的表", "Skip the map: the table below")
        case .buildingIn(let building, let grid): Text("\(building)，\(grid)", "\(building), \(grid)")
        case .buildingWith(let building, let count): Text("\(building)：\(count)", "\(building): \(count)")
        default: nil
        }
    }

    private var keeperText: Text? {
        switch self {
        case .gridsTitle: Text("网格", "Grids")
        case .headsTitle: Text("片长", "Section heads")
        case .grid: Text("网格", "Grid")
        case .area: Text("片区", "Area")
        case .leader: Text("网格长", "Grid leader")
        case .buildings: Text("楼", "Buildings")
        case .noLeader: Text("还没有网格长", "no leader yet")
        case .noHead: Text("还没有片长", "no head yet")
        case .keptPlace: Text("片区或网格", "Area or grid")
        case .keptHint: Text("片区请片长，网格请网格长。", "An area gets a section head, a grid a grid leader.")
        case .keeper: Text("请谁", "Who")
        case .keepers: Text("片长、网格长", "Section heads and grid leaders")
        case .notKept: Text("请选一个片区或网格。", "Choose an area or a grid.")
        case .noHelpers: Text("还没有人在帮忙。先在“人”里加上一位。", "Nobody helps yet. Add somebody under People first.")
        case .kept: Text("谁在照看", "Kept by")
        case .ask: Text("请一位", "Ask somebody")
        case .assign: Text("请片长、网格长", "Ask somebody to keep a grid or an area")
        case .assignNote:
            Text(
                "这里列的是已经在帮忙的人。别的人，先在“人”里加上。",
                "Listed are those who help already. Add others under People first.")
        case .ownGrid: Text("我住的网格", "My grid")
        case .ownLeader(let names): Text("网格长是\(names)。", "Kept by \(names).")
        case .ownNoLeader: Text("还没有网格长。", "It has no leader yet.")
        case .seeOnMap: Text("在地图上看", "See it on the map")
        case .assignSend: Text("就请这位", "Ask them")
        default: nil
        }
    }

    private var positionText: Text {
        switch self {
        case .setPositions: Text("楼栋的位置", "Where buildings stand")
        case .positionsLead(let left):
            left > 0
                ? Text("还有\(left)栋楼没有位置。", "\(left) buildings have no position yet.")
                : Text("每栋楼都有位置。", "Every building has its position.")
        case .bring: Text("用表格放", "Bring a table")
        case .bringNote:
            Text(
                "三列：楼栋（代号，或片区加楼号）、东（米）、北（米）。有一行不对，就一行也不放；同一张表放两次，什么也不变。",
                "Columns: building (code, or area and name), east, north, in metres. All rows or none."
            )
        case .bringSend: Text("放上去", "Put them on the map")
        case .file: Text("表格文件（CSV或XLSX）", "Table (CSV or XLSX)")
        case .noFile: Text("请选一个文件。", "Choose a file, please.")
        case .byHand: Text("一个网格一个网格地放", "Grid by grid")
        case .byHandNote:
            Text("在图上拖红色的楼，或者直接写米数，再记下来。", "Drag the red buildings or write metres; then keep them.")
        case .building: Text("楼栋", "Building")
        case .east: Text("往东（米）", "East (m)")
        case .north: Text("往北（米）", "North (m)")
        case .eastOf(let building): Text("\(building)往东多少米", "\(building), metres east")
        case .northOf(let building): Text("\(building)往北多少米", "\(building), metres north")
        case .keepPositions: Text("记下位置", "Keep the positions")
        case .lookAtGrid: Text("看这个网格", "Show this grid")
        case .dragMap: Text("可以拖的地图", "Map to drag on")
        case .noSuchBuilding(let name):
            Text(
                "没有叫“\(name)”的楼，请写代号，或片区加楼号",
                "there is no building “\(name)”; write its code, or area and name")
        case .ambiguous(let name):
            Text("叫“\(name)”的楼不止一栋，请写代号", "more than one building is called “\(name)”; write its code")
        case .twice(let name, let row):
            Text("“\(name)”在第\(row)行已经写过", "“\(name)” stands in row \(row) already")
        default: Text("东和北都要写成米数", "east and north must be numbers of metres")
        }
    }
}
