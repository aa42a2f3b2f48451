import Actions
import Sealing
import Storage
import Values

/// The community's profile on a day: the whole table, ages, and the same by grid.
///
/// A value that is not shown is nil: too small to stand in public, or needed to keep another one hidden.
struct Profile: Sendable, Codable, Equatable {
    struct Cell: Sendable, Codable, Equatable {
        let key: ProfileKey
        var value: Int64?
    }

    /// Five years of age, the last without an end.
    struct Band: Sendable, Codable, Equatable {
        let from: Int
        let to: Int?
        var men: Int64?
        var women: Int64?
        var all: Int64?
    }

    struct Grid: Sendable, Codable, Equatable {
        let name: String
        let english: String
        let code: String
        /// In the order of `Profile.columns`.
        var values: [Int64?]
    }

    /// A sort of household with how many there are.
    struct Sort: Sendable, Codable, Equatable {
        let sort: HouseholdSort
        var value: Int64?
    }

    let day: Day
    var cells: [Cell]
    var bands: [Band]
    let columns: [ProfileKey]
    var grids: [Grid]
    var sorts: [Sort]

    subscript(key: ProfileKey) -> Int64? { cells.first { $0.key == key }?.value }

    /// What is counted for each grid.
    static let gridColumns: [ProfileKey] = [
        .households, .people, .over60, .emptyNest, .alone, .under14, .migrants, .disabled,
    ]
    static let bandStarts = Array(stride(from: 0, through: 85, by: 5))
}

/// Who lives together, by size and generations.
enum HouseholdSort: String, Sendable, CaseIterable, Codable {
    case one, elderOne = "elder-one", elders, two, three, four, five

    var title: Text {
        switch self {
        case .one: Text("一个人住，不到60岁", "One, under 60")
        case .elderOne: Text("一个人住，60岁以上", "One, 60 and over")
        case .elders: Text("只有60岁以上的人", "Two or more, all 60 and over")
        case .two: Text("两个人", "Two")
        case .three: Text("三个人", "Three")
        case .four: Text("四个人", "Four")
        case .five: Text("五个人以上", "Five or more")
        }
    }

    init(ages: [Int]) {
        switch (ages.count, ages.allSatisfy { $0 >= 60 }) {
        case (1, false): self = .one
        case (1, true): self = .elderOne
        case (_, true): self = .elders
        case (2, _): self = .two
        case (3, _): self = .three
        case (4, _): self = .four
        default: self = .five
        }
    }
}

extension Profile {
    /// Counts the whole table out of the register.
    init(
        on day: Day, of top: Place, _ keys: KeyRing, _ reading: any Reading
    ) throws {
        let all = try Population(
            on: day, below: top.path, in: top.community, groups: ProfileKey.groups, keys, reading)
        let then = try PlacesOn(day, in: top.community, reading)
        let here = then.path(top.path)
        let grids = try here.map { try then.places(.grid, below: $0, reading) } ?? []
        let buildings = try here.map { try then.places(.building, below: $0, reading) } ?? []
        self.init(all, grids: grids, buildings: buildings.count)
    }

    /// - Parameter grids: with their paths on the day.
    init(_ all: Population, grids: [(place: Place, path: PlacePath)], buildings: Int) {
        day = all.day
        columns = Self.gridColumns
        let finder = GridFinder(grids.map(\.path))
        let gridOf = all.people.map { finder.index(of: $0.path) }
        var byGrid = [[Int64]](
            repeating: [Int64](repeating: 0, count: Self.gridColumns.count), count: grids.count)
        var counts: [ProfileKey: Int64] = [:]
        for key in ProfileKey.allCases {
            let test = key.test(in: all), column = Self.gridColumns.firstIndex(of: key)
            var count: Int64 = 0
            for (index, one) in all.people.enumerated() where test(one) {
                count += 1
                if let column, let grid = gridOf[index] { byGrid[grid][column] += 1 }
            }
            counts[key] = count
        }
        for path in all.households.values {
            if let grid = finder.index(of: path) { byGrid[grid][0] += 1 }
        }
        counts[.households] = Int64(all.households.count)
        counts[.buildings] = Int64(buildings)
        cells = ProfileKey.allCases.map { Cell(key: $0, value: counts[$0] ?? 0) }
        self.grids = zip(grids.map(\.place), byGrid).map { grid, values in
            Grid(name: grid.name, english: grid.english, code: grid.code, values: values)
        }
        (bands, sorts) = Self.agesAndHomes(of: all)
    }

    private static func agesAndHomes(of all: Population) -> ([Band], [Sort]) {
        var bands = bandStarts.map { Band(from: $0, to: $0 < 85 ? $0 + 4 : nil, men: 0, women: 0, all: 0) }
        var ages: [Identifier: [Int]] = [:]
        for one in all.people {
            bands[min(max(0, one.age) / 5, bands.count - 1)].add(one.sex)
            ages[one.household, default: []].append(one.age)
        }
        let homes = Dictionary(grouping: ages.values) { HouseholdSort(ages: $0) }
        return (bands, HouseholdSort.allCases.map { Sort(sort: $0, value: Int64(homes[$0]?.count ?? 0)) })
    }
}

extension Profile.Band {
    fileprivate mutating func add(_ sex: Sex) {
        if sex == .male { men = (men ?? 0) + 1 } else { women = (women ?? 0) + 1 }
        all = (all ?? 0) + 1
    }
}

/// The grid in which a path lies; paths come in order, so the last answer often serves again.
final class GridFinder {
    private let indices: [String: Int]
    private var last: (path: PlacePath, index: Int?)?

    init(_ grids: [PlacePath]) {
        indices = Dictionary(grids.enumerated().map { ($0.element.text, $0.offset) }) { first, _ in first }
    }

    func index(of path: PlacePath) -> Int? {
        if let last, last.path == path { return last.index }
        let found = path.upward.lazy.compactMap { self.indices[$0.text] }.first
        last = (path, found)
        return found
    }
}
