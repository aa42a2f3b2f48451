import Values

/// What proposals of grids say.
enum ProposalPhrase: Phrase {
    case proposals, noProposals, now(Int, Int, Int), proposeTitle, proposeNote, propose, author, day, state
    case howMany, howManyAreas, areasHint, likeness, seed, seedHint, newGrid(Int), newArea(Int)
    case proposalTitle(Int64), madeBy(String, String, String), decidedOn(String), today, proposed
    case worst(String, String, Int), moreAlike(Int), lessAlike(Int), largerLessAlike(Int), inPieces
    case todayMap, proposedMap, gridsInAreas(Int, Int), pressBuilding
    case byHandTitle, byHandProposal, buildingHint, lookAt, inTheMiddle, putInto(String)
    case afterwards(String, String, String, String, String, String)
    case figuresTitle, figuresNote, fromEven, together, yes, pieces(Int)
    case decide, adopt, drop, headDecides
    case fromDay, fromDayHint, inForce(String), awaitedTitle(String), awaitedNote, callBack
    case cameToNothing(String), willNotFit(String)
    case adoptMoves(Int), adoptEnds(String), adoptMakes(String), adoptKeepers, adoptPast

    var text: Text { makingText ?? readingText ?? decidingText }

    private var makingText: Text? {
        switch self {
        case .proposals: Text("网格方案", "Proposals of grids")
        case .noProposals: Text("还没有方案。", "There are no proposals yet.")
        case .now(let buildings, let grids, let areas):
            Text(
                "现在：\(buildings)栋楼，\(grids)个网格，\(areas)个片区。",
                "Now: \(buildings) buildings, \(grids) grids, \(areas) areas.")
        case .proposeTitle: Text("做一个新方案", "A new proposal")
        case .proposeNote:
            Text(
                "每个网格连成一片，户数差不多，楼挨得近，也尽量相像。做出来先商量，不改动现在的网格。",
                "Grids hang together, are about even, near and alike within. Nothing is changed by it yet."
            )
        case .propose: Text("做方案", "Work it out")
        case .author: Text("谁做的", "By")
        case .day: Text("什么时候", "When")
        case .state: Text("怎样了", "State")
        case .howMany: Text("分成几个网格", "How many grids")
        case .howManyAreas: Text("合成几个片区", "Gathered into how many areas")
        case .areasHint: Text("不填，片区就不变，只在每个片区里重分网格。", "Empty: the areas stay, and each is divided anew.")
        case .likeness: Text("相像看什么", "Alike in what")
        case .seed: Text("第几种分法", "Which try")
        case .seedHint:
            Text(
                "换一个数，会得到另一种分法；同一个数，结果一样。", "Another number gives another division; the same gives the same.")
        case .newGrid(let number): Text("第\(number)网格", "Grid \(number)")
        case .newArea(let number): Text("第\(number)片区", "Area \(number)")
        default: nil
        }
    }

    private var readingText: Text? {
        switch self {
        case .proposalTitle(let number): Text("方案\(number)", "Proposal \(number)")
        case .madeBy(let author, let when, let likeness):
            Text("\(author)，\(when)。相像看：\(likeness)。", "\(author), \(when). Alike in: \(likeness).")
        case .decidedOn(let day): Text("定在\(day)。", " Decided on \(day).")
        case .today: Text("做方案时", "When it was made")
        case .proposed: Text("方案", "Proposal")
        case .worst(let proposed, let today, let moved):
            Text(
                "户数离平均最远的网格差\(proposed)，原来差\(today)。\(moved)栋楼换网格。",
                "The least even grid is \(proposed) off, against \(today) before. \(moved) buildings change.")
        case .moreAlike(let percent):
            Text("网格里的楼比原来更相像，差异少\(percent)%。", "Buildings of a grid differ \(percent)% less.")
        case .lessAlike(let percent):
            Text("网格里的楼差异比原来多\(percent)%。", "Buildings of a grid differ \(percent)% more.")
        case .largerLessAlike(let percent):
            Text(
                "网格少了，每个就大些，里面的楼差异多\(percent)%。",
                "Fewer grids are larger ones, so their buildings differ \(percent)% more.")
        case .inPieces: Text("有的网格没有连成一片，看下面的表。", "Some grids do not hang together; see the table.")
        case .todayMap: Text("做方案时的网格，地图", "The grids when it was made, map")
        case .proposedMap: Text("方案里的网格，地图", "The proposed grids, map")
        case .gridsInAreas(let grids, let areas):
            Text("\(grids)个网格，\(areas)个片区。", "\(grids) grids in \(areas) areas.")
        case .pressBuilding: Text("点一栋楼，看它能划到哪里。", "Press a building to see where it may go.")
        case .byHandTitle: Text("一栋一栋地调", "Building by building")
        case .byHandProposal:
            Text(
                "在方案图上点一栋网格边上的楼，或者写它的名字。",
                "Press a building at a border on the proposed map, or write its name.")
        case .buildingHint: Text("片区加楼号，比如荷风苑12栋；代号也行", "As area and number, or its code")
        case .lookAt: Text("看这栋", "Look at it")
        case .inTheMiddle: Text("它四周都是同一个网格，不用动。", "All around it is the same grid.")
        case .putInto(let grid): Text("划到\(grid)", "Put into \(grid)")
        case .afterwards(let to, let there, let off, let from, let left, let leftOff):
            Text(
                "\(to)变成\(there)户（\(off)），\(from)剩\(left)户（\(leftOff)）",
                "\(to) would have \(there) households (\(off)), \(from) \(left) (\(leftOff))")
        default: nil
        }
    }

    private var decidingText: Text {
        switch self {
        case .figuresTitle: Text("每个网格的数", "Each grid in figures")
        case .figuresNote:
            Text(
                "都是做方案那一刻数的。“离平均”看的是户数。", "As counted when the proposal was made; evenness is of households.")
        case .fromEven: Text("离平均", "From even")
        case .together: Text("连成一片", "In one piece")
        case .yes: Text("是", "yes")
        case .pieces(let count): Text("分成\(count)块", "\(count) pieces")
        case .decide: Text("定下来", "Decide")
        case .adopt: Text("采用这个方案", "Adopt it")
        case .fromDay: Text("从哪一天起", "From which day on")
        case .fromDayHint:
            Text(
                "今天就换，或者选以后的一天：到了那天零点自己换，之前随时可以收回。",
                "Today, or a day to come: it changes by itself then, and can be called back until then.")
        case .inForce(let day): Text("从\(day)起生效。", " In force from \(day).")
        case .awaitedTitle(let day): Text("从\(day)起用", "Adopted, from \(day)")
        case .awaitedNote:
            Text(
                "在那之前网格不变。这期间楼栋有增减，方案就换不成，会退回来再商量。",
                "Until then the grids stay. If buildings come or go, it goes back to be talked over."
            )
        case .callBack: Text("收回，再商量", "Call it back")
        case .cameToNothing(let why): Text("到了定的那一天没有换成。\(why)", "It was not carried out on its day. \(why)")
        case .willNotFit(let why):
            Text("到了那一天会换不成。\(why)", "It will not be carried out as things are. \(why)")
        case .drop: Text("放下这个方案", "Drop the proposal")
        case .headDecides: Text("商量好了，请站长来采用。", "The station head adopts it when it has been talked over.")
        case .adoptMoves(let count):
            Text(
                "\(count)栋楼换网格，楼里的户、人、事都跟着走。",
                "\(count) buildings change grid, with all homes, people and needs.")
        case .adoptEnds(let names): Text("不再用的网格：\(names)。", "Grids that end: \(names).")
        case .adoptMakes(let names): Text("新的网格：\(names)。", "New grids: \(names).")
        case .adoptKeepers:
            Text(
                "不再用的网格，它的网格长接着照看分走它最多住户的那个网格；片长也一样。",
                "Whoever kept a place that ends keeps the one that took most of its homes.")
        default: Text("生效以前的数，一个也不变。", "No figure of a day before it changes.")
        }
    }
}
