import Values

/// Divides the buildings of an estate into grids that hang together, are about even in load, and alike
/// within.
///
/// In this order: every grid is contiguous, always; its load is within the tolerance of the even load where
/// the map allows, and as near as was found where it does not, with the reason; then the within-group sum of
/// squares of the features is the least that was found. The grids are gathered into areas by the same rules
/// where areas are asked for: an area's spread is that of its buildings, its grids stay whole.
///
/// *Units*: see `BuildingMap`. *Ties*: grids are numbered by their lowest building; of two divisions that are
/// equally good the first found stays. The proposal depends on the map, the request and its seed alone: not
/// on a clock, and on how buildings are numbered only where two cannot be told apart, or lists are kept
/// together that do not touch. *Limits*: the bounds of `BuildingMap`; the search is a heuristic, whose work
/// is bounded by counted steps (about 0.3 s of CPU for 225 buildings, twelve times that for ten times as
/// many); it proves nothing about the spread, and of loads only what `LoadObstacle` marks as proved.
///
/// *Source*: the problem is the p-regions problem (Duque, Church and Middleton, 2011) with bounds on load;
/// see `RegridStart`, `RegridAnnealing` and `RegridBound` for the parts.
public enum Regridding {
    /// *Refuses* a request that no contiguous division can meet, and says why.
    public static func propose(
        _ map: BuildingMap, _ request: RegridRequest
    ) throws(InputFault) -> RegridProposal {
        let ties = try RegridTies(map, request)
        let level = try RegridLevel(
            map: map, sets: ties.sets, anchors: ties.anchors, groups: request.grids, request: request,
            ties: ties)
        let labels = ties.numbered(level.labels)
        let areas = try request.areas.map { count throws(InputFault) in
            try gather(labels, of: map, into: count, request)
        }
        return RegridProposal(
            labels: labels, figures: try RegridFigures(labels: labels, of: map),
            isWithinTolerance: level.obstacles.isEmpty, obstacles: level.obstacles, areas: areas)
    }

    private static func gather(
        _ grids: [Int], of map: BuildingMap, into count: Int, _ request: RegridRequest
    ) throws(InputFault) -> RegridProposal.Areas {
        let total = (grids.max() ?? 0) + 1
        guard count >= 1, count <= total else {
            throw InputFault("\(total) grids cannot be gathered into \(count) areas")
        }
        var sets = [[Int]](repeating: [], count: total)
        for (building, grid) in grids.enumerated() { sets[grid].append(building) }
        let loose = [Int](repeating: -1, count: total)
        let level = try RegridLevel(
            map: map, sets: sets, anchors: loose, groups: count, request: request, ties: nil)
        let labels = RegridTies.byFirst(level.labels)
        return RegridProposal.Areas(
            ofGrids: sets.map { labels[$0[0]] }, labels: labels,
            figures: try RegridFigures(labels: labels, of: map),
            isWithinTolerance: level.obstacles.isEmpty, obstacles: level.obstacles)
    }
}

/// One level worked out: buildings into grids, or grids into areas.
struct RegridLevel {
    /// The group of every building, as the search numbered them.
    let labels: [Int]
    let obstacles: [LoadObstacle]

    init(
        map: BuildingMap, sets: [[Int]], anchors: [Int], groups: Int, request: RegridRequest,
        ties: RegridTies?
    ) throws(InputFault) {
        let units = RegridUnits(of: map, sets: sets, anchors: anchors)
        var dice = Dice(seed: request.seed, for: ties == nil ? "areas" : "grids")
        let held = try RegridAnchors(units, count: ties?.count ?? 0, dice: &dice) { ties?.name(of: $0) ?? "" }
        let parts = try RegridParts(
            units, anchors: held, groups: groups,
            tolerance: request.tolerance + units.roundingShare(groups: groups))
        // What is rounded must not pass for a proof, nor for a fault.
        let slack = units.roundingShare(groups: groups)
        let bound = RegridBound(units, parts: parts, tolerance: request.tolerance + slack)
        let proved = bound.obstacles.compactMap(\.provedDeviation).reduce(request.tolerance, max)
        var search = RegridSearch(units, anchors: held, parts: parts, dice: dice)
        let allowed = proved > request.tolerance ? proved + slack : proved
        labels = units.labels(search.run(tolerance: allowed), count: map.count)
        let reached = try RegridFigures(labels: labels, of: map).maxLoadDeviation
        obstacles = bound.obstacles + (reached <= proved + slack ? [] : [.notFound(nearest: reached)])
    }
}
