import Values

/// What a request holds fixed: sets of buildings that move as one, and anchors that must end in one group.
struct RegridTies {
    /// Every building in one set; each set hangs together.
    let sets: [[Int]]
    /// The anchor of each set; -1 for none.
    let anchors: [Int]
    /// How many anchors there are. The first are those fixed to numbers, ascending.
    var count: Int { numbers.count + kept.count }
    /// The grids' numbers that buildings are fixed to.
    private let numbers: [Int]
    /// The lowest building of each list that is kept together without touching.
    private let kept: [Int]
    private let grids: Int

    /// *Refuses* numbers of grids and buildings that do not exist, and lists at odds with one another.
    init(_ map: BuildingMap, _ request: RegridRequest) throws(InputFault) {
        try Self.check(map, request)
        grids = request.grids
        let lists = Self.merged(request.together, count: map.count)
        let numbers = Set(request.fixed.values).sorted()
        self.numbers = numbers
        var sets: [[Int]] = [], anchors: [Int] = [], kept: [Int] = []
        for list in lists {
            let fixed = Set(list.compactMap { request.fixed[$0] }).sorted()
            guard fixed.count <= 1 else {
                throw InputFault(
                    "building \(list[0]) is kept together with what is fixed to grids \(fixed[0]) "
                        + "and \(fixed[1])"
                )
            }
            let pieces = list.count == 1 ? [list] : map.pieces(of: list)
            var anchor = fixed.first.flatMap { numbers.firstIndex(of: $0) } ?? -1
            if anchor < 0, pieces.count > 1 {
                anchor = numbers.count + kept.count
                kept.append(list[0])
            }
            sets += pieces
            anchors += pieces.map { _ in anchor }
        }
        let taken = numbers.count + kept.count
        guard taken <= request.grids else {
            throw InputFault(
                "what is fixed and kept together takes \(taken) grids, more than \(request.grids)"
            )
        }
        self.sets = sets
        self.anchors = anchors
        self.kept = kept
    }

    private static func check(_ map: BuildingMap, _ request: RegridRequest) throws(InputFault) {
        guard request.grids >= 1 else {
            throw InputFault("there must be at least 1 grid, not \(request.grids)")
        }
        guard request.grids <= map.count else {
            throw InputFault("\(map.count) buildings cannot be divided into \(request.grids) grids")
        }
        guard request.tolerance >= 0, request.tolerance <= 1 else {
            throw InputFault("the tolerance is a share from 0 to 1: 0.1 is ten per cent")
        }
        for (building, grid) in request.fixed.sorted(by: { $0.key < $1.key }) {
            guard building >= 0, building < map.count else {
                throw InputFault("building \(building), which is to be fixed, does not exist")
            }
            guard grid >= 0, grid < request.grids else {
                throw InputFault(
                    "building \(building) is fixed to grid \(grid); grids go from 0 to \(request.grids - 1)")
            }
        }
        for building in request.together.joined() where building < 0 || building >= map.count {
            throw InputFault("building \(building), which is to be kept together with others, does not exist")
        }
    }

    /// All buildings in lists, those that share a building joined; ordered by their lowest.
    private static func merged(_ together: [[Int]], count: Int) -> [[Int]] {
        var root = Array(0..<count)
        func find(_ building: Int) -> Int {
            var building = building
            while root[building] != building {
                root[building] = root[root[building]]
                building = root[building]
            }
            return building
        }
        for list in together {
            guard let first = list.first else { continue }
            for building in list.dropFirst() {
                let one = find(first), other = find(building)
                root[max(one, other)] = min(one, other)
            }
        }
        var lists = [[Int]](repeating: [], count: count)
        for building in 0..<count { lists[find(building)].append(building) }
        return lists.filter { !$0.isEmpty }
    }

    /// What an anchor is, for a sentence.
    func name(of anchor: Int) -> String {
        anchor < numbers.count
            ? "what is fixed to grid \(numbers[anchor])"
            : "what is kept together with building \(kept[anchor - numbers.count])"
    }

    /// Numbers the groups of a search: those of anchors fixed to a number by it, the others by their lowest
    /// building.
    func numbered(_ labels: [Int]) -> [Int] {
        var names: [Int: Int] = [:]
        for (anchor, number) in numbers.enumerated() { names[anchor] = number }
        let taken = Set(numbers)
        var free = (0..<grids).filter { !taken.contains($0) }.makeIterator()
        return labels.map { label in
            if let name = names[label] { return name }
            let name = free.next() ?? 0
            names[label] = name
            return name
        }
    }

    static func byFirst(_ labels: [Int]) -> [Int] {
        var names: [Int: Int] = [:]
        return labels.map { label in
            let name = names[label] ?? names.count
            names[label] = name
            return name
        }
    }
}
